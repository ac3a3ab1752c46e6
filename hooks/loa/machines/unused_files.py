"""Files that stay in the office when the site is carried away on a stick."""

# The writers' guide, and what only its look needs.
_OF_THE_OFFICE = ("huong-dan/", "assets/css/guide.css")


def nobody_asks_for(path: str, *, carried: bool = False) -> bool:
    """Say whether a file is of no use to any page of the edition on a stick."""
    return carried and path.startswith(_OF_THE_OFFICE)
