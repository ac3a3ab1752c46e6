"""Which piece of the index a key is in: a property of the key, so that no edit moves another key.

Pieces that are cut where they are full move all that follows when one line grows, and a list of
where each begins is a fifth of a first answer. Here a key's *unit* is hashed to a number: nothing
need be listed, and an edit touches the pieces of its own words alone. How many pieces there are
depends on the power of two of the number of pages only.

A word is one unit; its neighbours are others, by the sound with which the second begins ("vay v",
"vay th"): who asks for two words does not load all that ever follows the first, and who has typed
one letter of the second loads three pieces at most. Measured on the judged queries at 1,000 posts,
the words of a first answer are 14 kB, as they were with pieces that were cut by size and listed;
with all neighbours beside their word they are 32 kB in half as many files.

``browser/pieces.js`` holds the same rules; a test asks it for every key.
"""

from zlib import crc32

# Two letters that are one sound: one unit for all words in "t" would be thrice the others.
_SECOND_LETTERS = {"c": "h", "g": "h", "k": "h", "n": "gh", "p": "h", "t": "hr"}
VOCABULARY_PIECES = 32


def onset(word: str) -> str:
    """Return the letters of the sound with which a folded word begins."""
    two = word[1:2] and word[1] in _SECOND_LETTERS.get(word[0], "")
    return word[:2] if two else word[:1]


def unit(key: str) -> str:
    """Return what of a folded key decides where it is: keys of one unit are in one piece."""
    first, _, second = key.partition(" ")
    return f"{first} {onset(second)}" if second else first


def piece_of(unit: str, pieces: int) -> int:
    """Return the number of the piece a unit is in."""
    # Browsers count letters in UTF-16.
    return crc32(unit.encode("utf-16-le", "surrogatepass")) % pieces


def pieces_for(pages: int, *, carried: bool) -> int:
    """Return how many pieces the words of a town are cut into.

    As its root grows: a first answer needs some pieces whole, so they must not grow with the town,
    and a host has to keep them all. A stick copies many small files slowly.
    """
    return (1 if carried else 64) << pages.bit_length() // 2
