"""Second copies that PCs, clouds and sticks leave beside a file: "bai (1).md", "bai - Copy.md".

Whoever keeps files in OneDrive, Google Drive or Dropbox gets them without having asked.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable

# What stands behind the name of a copy. Names of posts are small letters, digits and hyphens, so
# that a part with a capital is the name of a PC.
_BEHIND = re.compile(
    r"""
    [ _-]*[(\[]\d{1,4}[)\]]                                # bai (1)
    |[ _-]+(?:copy|copie|kopie|ban\ sao|sao\ chep)(?:[ _-]*\(?\d{1,4}\)?)?  # bai - Copy (2)
    |[ ._-]*[(\[][^()\[\]]*(?:conflict|xung\ dot|copy|ban\ sao)[^()\[\]]*[)\]]
    |[._-](?:sync-)?conflict(?:ed)?[\w .-]*                # bai.sync-conflict-20261130
    |[._](?:bak|backup|old|orig|save|moi|cu)|~
    """,
    re.VERBOSE,
)
_PC = re.compile(r"[-_ ][A-Z0-9][A-Z0-9-]*")
_BEFORE = re.compile(r"(?:copy (?:\(\d+\) )?of|ban sao (?:\(\d+\) )?cua|kopie von|ban sao) ")


def copied(stem: str, others: Collection[str]) -> str | None:
    """Return which of the other names a name is a copy of; None where it is a name of its own.

    Args:
        stem: a file's name without its ending.
        others: the names beside it, of the same ending.
    """
    stem = unicodedata.normalize("NFC", stem)
    known = {
        _plain(other): other for other in others if unicodedata.normalize("NFC", other) != stem
    }
    names = [stem]
    while names:
        name = names.pop()
        if name != stem and (original := known.get(_plain(name))) is not None:
            return original
        names += _shortened(name)
    # On a disk that tells A from a, a name may differ from another in nothing else.
    same = known.get(_plain(stem))
    return same if same is not None and _capitals(stem) > _capitals(same) else None


def _shortened(name: str) -> Iterable[str]:
    """Yield a name without one mark of a copy."""
    plain = _plain(name)
    if before := _BEFORE.match(plain):
        yield name[before.end() :]
    for place in range(1, len(name)):
        if name[place] in " _-.([~" and _BEHIND.fullmatch(plain, place):
            yield name[:place]
            return
        if _PC.fullmatch(name, place) and any(letter.isupper() for letter in name[place:]):
            yield name[:place]
            return


def _plain(name: str) -> str:
    """Return a name without capitals and marks, letter by letter."""
    return "".join(
        unicodedata.normalize("NFD", letter)[0].lower().replace("đ", "d")
        for letter in unicodedata.normalize("NFC", name)
    )


def _capitals(name: str) -> int:
    return sum(letter.isupper() for letter in name)
