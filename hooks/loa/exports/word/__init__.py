"""A post on Word paper."""
