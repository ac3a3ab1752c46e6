"""A post for the loudspeaker."""
