"""The index from the evidence of all documents, when there is none yet that an edit could change.

Pages that come or go move the numbers of the others, which is the same work from kept evidence.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from loa.search import vocabulary, word_piece
from loa.search.cuts import VOCABULARY_PIECES, onset, piece_of, unit
from loa.search.evidence import Evidence, Face, text_name
from loa.search.facets import facets
from loa.search.frame import Frame
from loa.search.shards import DOCUMENT, VERSION, as_json, digest
from loa.search.shelf import Shelf, get_evidence, put_evidence
from loa.search.state import Made, State, epoch_of
from loa.search.words import fold

EvidenceOf = Callable[[str], Evidence]
Documents = Mapping[str, str]  # digest of each document by its address, in the index's order

_Found = Mapping[str, "array[int]"]


def built(shelf: Shelf, documents: Documents, evidence_of: EvidenceOf, frame: Frame) -> State:
    """Write every piece to a shelf, and return the state of the index."""
    count = len(documents)
    found: dict[str, array[int]] = defaultdict(partial(array, "I"))
    faces: list[Face] = []
    texts: list[tuple[str, str]] = []
    for number, evidence in enumerate(_evidences(shelf, documents, evidence_of)):
        first = number << DOCUMENT
        for key, code in zip(evidence.keys, evidence.codes, strict=True):
            found[key].append(code | first)
        faces.append(evidence.face)
        texts.append((text_name(evidence.face.row[0]), digest(evidence.text)))
    # A phrase of the synonyms is in the index, if on no page: asking makes its list.
    standing = {key: len(found[key]) for key in sorted(frame.listed)}
    words = _words(shelf, found, standing, count, frame)
    spoken, uses = _vocabulary(shelf, found)
    titles = list(_titles(shelf, faces, texts, frame.per_file(count)))
    known = as_json(facets([face.values for face in faces], frame.facets))
    shelf.put("f", known.encode())
    return State(
        frame=frame.digest,
        epoch=epoch_of(documents, frame),
        urls=list(documents),
        digests=list(documents.values()),
        texts=texts,
        priors="".join(face.prior for face in faces),
        topics="".join(frame.topic_letter(face.topic) for face in faces),
        words=words,
        vocabulary=spoken,
        titles=titles,
        facets=digest(known),
        standing=standing,
        uses=uses,
    )


def _evidences(shelf: Shelf, documents: Documents, evidence_of: EvidenceOf) -> Iterator[Evidence]:
    for url, version in documents.items():
        evidence = get_evidence(shelf, url, version)
        if evidence is None:
            evidence = evidence_of(url)
            put_evidence(shelf, url, version, evidence)
        yield evidence


def _words(
    shelf: Shelf, found: _Found, standing: Mapping[str, int], count: int, frame: Frame
) -> list[Made]:
    pieces = frame.pieces(count)
    numbers = Placing(pieces)
    forms: list[list[str]] = [[] for _ in range(pieces)]
    for form in found:
        forms[numbers[unit(fold(form))]].append(form)
    said = said_in(frame, standing, pieces)
    made = []
    for number, own in enumerate(forms):
        postings = {form: found[form] for form in own}
        made.append(put_words(shelf, number, postings, said.get(number, ()), count))
    return made


class Placing(dict[str, int]):
    """The piece of each unit, as far as it was asked for."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self._pieces = pieces

    def __missing__(self, unit: str) -> int:
        number = self[unit] = piece_of(unit, self._pieces)
        return number


def said_in(frame: Frame, standing: Mapping[str, int], pieces: int) -> dict[int, list[str]]:
    """Return the lines of the synonyms by the piece they are in."""
    said: dict[int, list[str]] = {}
    for key, line in frame.said(frozenset(key for key, pages in standing.items() if pages)):
        said.setdefault(piece_of(key, pieces), []).append(line)
    return said


def put_words(
    shelf: Shelf, number: int, postings: word_piece.Postings, said: Iterable[str], count: int
) -> Made:
    """Keep one piece of the words."""
    text, kept = word_piece.written(postings, said, count)
    shelf.put(f"w{number}", kept)
    return digest(kept), digest(text)


def _vocabulary(shelf: Shelf, found: _Found) -> tuple[list[Made], list[tuple[int, int]]]:
    pieces: list[vocabulary.Uses] = [{} for _ in range(VOCABULARY_PIECES)]
    for form, packed in found.items():
        if vocabulary.is_word(form):
            key = fold(form)
            own = pieces[piece_of(onset(key), VOCABULARY_PIECES)]
            own[key] = own.get(key, 0) + len(packed)
    words = Counter(uses for own in pieces for uses in own.values())
    least = vocabulary.least_uses(words)
    made = [put_vocabulary(shelf, number, own, least) for number, own in enumerate(pieces)]
    return made, sorted(words.items())


def put_vocabulary(shelf: Shelf, number: int, uses: vocabulary.Uses, least: int) -> Made:
    """Keep one piece of the vocabulary."""
    text, kept = vocabulary.written(uses, least)
    shelf.put(f"v{number}", kept)
    return digest(kept), digest(text)


def _titles(
    shelf: Shelf, faces: list[Face], texts: list[tuple[str, str]], per_file: int
) -> Iterator[str]:
    rows = [title_row(face, *text) for face, text in zip(faces, texts, strict=True)]
    for number, start in enumerate(range(0, len(rows), per_file)):
        yield put_titles(shelf, number, rows[start : start + per_file])


def title_row(face: Face, name: str, text: str) -> list[object]:
    """Return what a result shows, and where its text is: the name of a piece and its version."""
    return [*face.row, f"{name}?{text[:VERSION]}"]


def put_titles(shelf: Shelf, number: int, rows: list[list[object]]) -> str:
    """Keep one piece of what results show."""
    text = as_json(rows)
    shelf.put(f"m{number}", text.encode())
    return digest(text)
