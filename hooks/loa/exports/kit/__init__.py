"""The kit: which formats there are, and the folder of each post."""
