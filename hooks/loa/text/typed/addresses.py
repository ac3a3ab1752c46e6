"""Addresses typed plainly: https://…, www.…, zalo.me/…, a mail address."""

import re

_DOMAIN = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}"
_ENDINGS = r"(?:vn|com|org|net|me|info|edu|gov|app|io|link|ly|gl|asia|biz|us|be|tv)"
_PATH = r"[/?#][^\s<>\"“”«»\[\]{}|\\`]*+"
_ADDRESS = re.compile(
    r"(?<![\w@./=&~-])(?:"
    r"(?P<web>(?:https?|ftp)://[^\s<>\"“”«»\[\]{}|\\`]++)"
    rf"|(?P<mail>[a-z0-9][a-z0-9._%+-]{{0,63}}@{_DOMAIN}[a-z]{{2,12}}(?![\w-]))"
    rf"|(?P<plain>(?:www\.{_DOMAIN}[a-z]{{2,12}}|{_DOMAIN}{_ENDINGS})(?![\w@-])(?:{_PATH})?)"
    r")",
    re.IGNORECASE | re.ASCII,
)
_MAY_HOLD_ONE = re.compile(r"\.[A-Za-z0-9]|://")  # the stop of a sentence has a blank behind it
_HOST = re.compile(r"[a-z]+://[^\W_](?:[^\s/?#]*)\.?[^\s]", re.IGNORECASE)
# What may stand behind an address without being of it.
_TAIL = ".,;:!?…'’*_~"


def addresses(text: str) -> dict[int, re.Match[str]]:
    """Return the addresses of a text by their places; what is no link as typed is not in it."""
    if not _MAY_HOLD_ONE.search(text):
        return {}
    return {found.start(): found for found in _ADDRESS.finditer(text) if _is_link(found)}


def _is_link(found: re.Match[str]) -> bool:
    if found["web"]:
        return bool(_HOST.match(found["web"]))
    plain = found["plain"]
    # A bare name of a domain may be a name of something else; with www, a path or .vn it is not.
    return not plain or "/" in plain or plain.lower().startswith("www.") or plain.endswith(".vn")


def trimmed(address: str) -> str:
    """Return an address without the marks of the sentence around it."""
    while address:
        if address[-1] in _TAIL or (address[-1] == ")" and address.count(")") > address.count("(")):
            address = address[:-1]
        else:
            break
    return address


def link(found: re.Match[str], address: str) -> str:
    """Return the Markdown of a link that says its own address."""
    if found["web"] and address.lower().startswith("http"):
        return f"<{address}>"
    words = re.sub(r"([*_])", r"\\\1", address)
    lead = "mailto:" if found["mail"] else "" if found["web"] else "https://"
    return f"[{words}]({lead}{address.replace('(', '%28').replace(')', '%29')})"
