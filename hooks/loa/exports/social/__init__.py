"""A post for Zalo and Facebook."""
