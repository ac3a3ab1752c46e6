"""Files that a generator brings along and nobody asks for."""

# The host theme's own search, in forty languages, and maps for its developers: 2.3 MiB that no
# page asks for.
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
# The writers' guide stays in the office, and with it all that only its look needs.
_OF_THE_OFFICE = (
    *("huong-dan/", "assets/stylesheets/", "assets/javascripts/", "assets/images/"),
    "assets/css/guide.css",
)


def nobody_asks_for(path: str, *, carried: bool = False) -> bool:
    """Say whether a file is of no use to any page of the site, or of the edition on a stick."""
    if path.startswith(_UNUSED) or (path.startswith("assets/") and path.endswith(".map")):
        return True
    return carried and path.startswith(_OF_THE_OFFICE)
