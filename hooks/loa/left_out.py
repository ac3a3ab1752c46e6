"""Files that a generator brings along and nobody asks for."""

# The host theme's own search, in forty languages, and maps for its developers: 2.3 MiB that no
# page asks for.
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")


def nobody_asks_for(path: str) -> bool:
    """Say whether a file of the host theme is of no use to any page."""
    return path.startswith(_UNUSED) or (path.startswith("assets/") and path.endswith(".map"))
