"""Long lists on pages of their own, and the links between them: no page grows with the town."""

from collections.abc import Callable

from loa.ask.meta import Meta
from loa.ask.showing import Showing

Numbered = Callable[[int], str]  # the path of one page of a list

_NEAR = 2  # pages before and after this one that have a link of their own


def pagination(current: int, last: int, numbered: Numbered, showing: Showing) -> Meta | None:
    """Return the links of one page to the first, the last and those near it."""
    if last == 1:
        return None

    def url(number: int) -> str:
        return showing.edition.url(numbered(number))

    pages: list[Meta] = []
    before = 0
    for number in sorted({1, last, *range(current - _NEAR, current + _NEAR + 1)}):
        if not 1 <= number <= last:
            continue
        if number > before + 1:
            # A gap of one page is as wide as its number.
            alone = number == before + 2
            pages.append({"number": number - 1, "url": url(number - 1)} if alone else {})
        pages.append({"number": number, "url": url(number), "current": number == current})
        before = number
    return {
        "current": current,
        "pages": pages,
        "previous_url": url(current - 1) if current > 1 else None,
        "next_url": url(current + 1) if current < last else None,
    }
