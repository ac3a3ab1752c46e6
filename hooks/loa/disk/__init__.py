"""What lies on a disk: the cache, files written whole, zips, names that every disk holds."""
