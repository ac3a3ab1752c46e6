"""A post on a sheet of paper."""
