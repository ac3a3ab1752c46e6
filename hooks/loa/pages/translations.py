"""The same page in another language: ``docs/en/x.md`` is the English of ``docs/x.md``."""

from loa.ask.meta import Meta
from loa.ask.showing import Showing

_ENGLISH = "en/"


def alternates(path: str, showing: Showing) -> list[Meta]:
    """Return the page at ``path`` in each of its languages, with whole addresses; none for one.

    Search engines want every version to name all versions, itself too.
    """
    original = path.removeprefix(_ENGLISH)
    versions = {"vi": original, "en": f"{_ENGLISH}{original}", "x-default": original}
    known = {page.path.removeprefix("docs/") for page in showing.content.pages}
    if not (showing.edition.site_url and known.issuperset(versions.values())):
        return []
    return [
        {"lang": language, "url": showing.edition.absolute(version)}
        for language, version in versions.items()
    ]
