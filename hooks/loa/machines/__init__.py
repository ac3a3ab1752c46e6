"""What programs read: feeds, open data, and the edition for a stick."""
