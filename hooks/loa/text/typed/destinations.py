"""Where a link or picture leads: what stands in the round brackets behind its words."""

import re
from typing import NamedTuple
from urllib.parse import quote

# An address has no more letters, a title neither.
LONGEST = 2500
_PLAIN = r"(?:[^\s()<>\\]|\\.|\((?:[^\s()<>\\]|\\.|\([^\s()<>\\]*+\))*+\))++"
_TITLE = r"(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))"
_WHOLE = re.compile(
    rf"\((?P<gap>[ \t]*+\n?[ \t]*+)(?:<(?P<odd>(?:[^<>\n\\]|\\.)*+)>|(?P<plain>{_PLAIN}))?+"
    rf"(?:(?P<space>\s++)(?P<title>{_TITLE}))?\s*+\)",
    re.DOTALL,
)
# A name with blanks or brackets in it, as Windows gives one to a second copy.
_NAMED = re.compile(
    r"\([ \t]*+(?P<name>(?:[^()<>\n\"]|\([^()\n\"]*+\))*?\.[A-Za-z][A-Za-z0-9]{1,4}(?:\#[\w-]+)?)"
    r"[ \t]*+(?P<title>\"[^\"\n]*+\"[ \t]*+)?\)"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.|mailto:|tel:|zalo\.me/|[\w.-]+/|#[\w-]+$|[\w%-]+\.\w{2,5}\b)"
)
# A file, a page, a place on the page: an address has more than the letters of a word.
_LEADS = re.compile(r"#|(?=[^\n]*[A-Za-z])(?:[^\n]*[/:%?=&\\]|[^\n]*\.[A-Za-z]|[!-~]*[-_])")
_UNCLOSED = re.compile(
    r"\((?P<address>(?:https?://|www\.|mailto:|tel:)[^\s()<>\[\]!]++"
    r"|[^\s()<>\[\]!:]{1,200}\.(?:jpe?g|png|webp|heic|gif|pdf|docx?|xlsx?|md))(?=\s|$)"
)


class Destination(NamedTuple):
    """An address with its title as typed, and the place behind both."""

    address: str
    title: str
    end: int
    typed: str


def destination(text: str, place: int) -> Destination | None:
    """Return what the round brackets at a place hold, if they are those of a link."""
    stop = min(len(text), place + LONGEST)
    if text.find(")", place, stop) < 0:
        return None
    found = _WHOLE.match(text, place, stop)
    if found:
        address = found["odd"] if found["odd"] is not None else found["plain"] or ""
        return Destination(address, found["title"] or "", found.end(), found[0])
    return None


def named(text: str, place: int) -> Destination | None:
    """Return the file with blanks or brackets in its name that stands there."""
    line_end = text.find("\n", place)
    stop = min(len(text), place + 400, len(text) if line_end < 0 else line_end)
    found = _NAMED.match(text, place, stop)
    if not found or found["name"].strip() != found["name"].rstrip():
        return None
    return Destination(found["name"], (found["title"] or "").strip(), found.end(), found[0])


def unclosed(text: str, place: int) -> Destination | None:
    """Return the address behind a round bracket that nobody closed."""
    found = _UNCLOSED.match(text, place, min(len(text), place + LONGEST))
    if not found:
        return None
    address = found["address"].rstrip(".,;")
    return Destination(
        address, "", place + 1 + len(address), text[place : place + 1 + len(address)]
    )


def is_address(words: str) -> bool:
    """Say whether words in round brackets lead somewhere."""
    return bool(_ADDRESS.match(words.strip()))


def may_be_address(words: str) -> bool:
    """Say whether what stands in round brackets may lead somewhere.

    A number does not, nor does a word.
    """
    return not words or bool(_LEADS.match(words))


def is_picture(address: str) -> bool:
    """Say whether an address is that of a picture."""
    return address.lower().endswith((".jpg", ".jpeg", ".png", ".webp", ".heic", ".gif", ".svg"))


def defined(words: str) -> str:
    """Return the address and title that stand behind ``[a]:``, as round brackets take them."""
    words = words.strip()
    if is_picture(words.strip("<>")):
        return encoded(words.strip("<>").replace("\\", "/"))
    address, _, title = words.partition(" ")
    return f"{encoded(address.strip('<>'))} {title.strip()}".strip()


def encoded(name: str) -> str:
    """Return a file's name as an address without blanks and brackets."""
    return re.sub(r"[ \t()<>\u00a0]", lambda found: quote(found[0]), name.strip())
