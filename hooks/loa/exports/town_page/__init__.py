"""A post for the town's own page: HTML, plain text, and how to put it there."""
