"""Finds what a browser would run, load or obey in a page that should only be read."""

import re
from html.parser import HTMLParser

# What may stand in the text of a page; anything else is a way to act or to disguise.
CARRIES_ADDRESS = {"href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href"}
NEVER = """
script style iframe frame object embed applet form button textarea select base meta link svg math
video audio source template noscript dialog portal
"""


class Finder(HTMLParser):
    """Collects what a browser would run, load or obey in a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Look at one tag as a browser does: names in lower case, values unescaped."""
        if tag in NEVER.split():
            self.found.append(f"<{tag}>")
        for name, value in attributes:
            address = re.sub(r"[\x00-\x20\x7f-\x9f]", "", value or "").lower()
            scheme = re.match(r"([a-z][a-z0-9+.-]*):", address)
            unsafe = scheme and scheme[1] not in ("http", "https", "mailto", "tel", "sms")
            if name.startswith("on") or name in ("style", "srcset", "srcdoc", "http-equiv"):
                self.found.append(name)
            if name in CARRIES_ADDRESS and unsafe:
                self.found.append(address)


def dangers(page: str) -> list[str]:
    """Everything in ``page`` that could run, load or obey."""
    finder = Finder()
    finder.feed(page)
    finder.close()
    return finder.found
