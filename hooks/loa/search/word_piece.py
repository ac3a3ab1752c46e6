"""One piece of the words: its lines as they are published, and what they are written anew from."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise

from loa.search.evidence import numbers_in, numbers_out
from loa.search.shards import as_json, encoded, number
from loa.search.words import fold

# More documents than this for one key, and the weaker ones are left out.
CHAMPIONS = 1000

Postings = Mapping[str, Sequence[int]]


def written(postings: Postings, synonyms: Iterable[str], pages: int) -> tuple[str, bytes]:
    """Return a piece as JSON, and as bytes to be kept, which hold the JSON and the postings."""
    packed = {form: sorted(found) for form, found in postings.items()}
    text = as_json("~".join(_lines(packed, synonyms, pages)))
    return text, _kept(text, packed)


def text_of(kept: bytes) -> str:
    """Return the JSON that a kept piece holds."""
    return _parts(kept)[0]


def postings_of(kept: bytes) -> dict[str, list[int]]:
    """Return the postings that a kept piece holds."""
    _, forms, numbers = _parts(kept)
    if not forms:
        return {}
    names = forms.split("~")
    read = numbers_in(numbers)
    ends = accumulate(read[: len(names)], initial=len(names))
    return {
        form: read[start:end].tolist()
        for form, (start, end) in zip(names, pairwise(ends), strict=True)
    }


def _lines(postings: Postings, synonyms: Iterable[str], pages: int) -> Iterator[str]:
    """Yield the lines in the order of their keys: "vay" is before "vay vốn"."""
    # The section of a word that is on every other page tells nobody anything.
    common = max(40, pages // 8)
    keyed = [(fold(form), form) for form in postings]
    keyed += [(fold(said.split("=")[1].split(" ")[0]), said) for said in synonyms]
    for _, form in sorted(keyed):
        yield form if form.startswith("=") else _line(form, postings[form], common)


def _line(form: str, packed: Sequence[int], common: int) -> str:
    sections = len(packed) <= common
    line = f"{form}{'|' if sections else '^'}{encoded(packed[:CHAMPIONS], sections)}"
    return f"{line}|{number(len(packed))}" if len(packed) > CHAMPIONS else line


def _kept(text: str, packed: Postings) -> bytes:
    # The order of the published lines would do as well; this one needs no folding.
    ordered = sorted(packed.items())
    lines, forms = text.encode(), "~".join(form for form, _ in ordered).encode()
    counts = (len(found) for _, found in ordered)
    numbers = array("I", chain(counts, *(found for _, found in ordered)))
    return b"%d %d\n%b%b%b" % (len(lines), len(forms), lines, forms, numbers_out(numbers))


def _parts(kept: bytes) -> tuple[str, str, bytes]:
    head, _, rest = kept.partition(b"\n")
    lines, forms = map(int, head.split(b" "))
    end = lines + forms
    return rest[:lines].decode(), rest[lines:end].decode(), rest[end:]
