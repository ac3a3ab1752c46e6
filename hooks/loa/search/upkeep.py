"""Brings an index up to date with its documents; what an edit did not touch is neither opened nor
written, and the result is the one of a first build, byte for byte.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from loa.search import vocabulary, word_piece
from loa.search.built import Documents, EvidenceOf, built
from loa.search.frame import Frame
from loa.search.patched import patched
from loa.search.shards import script
from loa.search.shelf import DamagedError, Shelf, evidence_name, get_evidence, get_known
from loa.search.state import State, state_of

# When more of the documents changed than one in so many, all are put together again.
_FEW = 4


@dataclass(frozen=True)
class Pieces:
    """Every file of an index: a digest that stands for what it holds, and what it holds."""

    digests: Mapping[str, str]  # by name, the manifest last
    _shelf: Shelf
    _documents: Documents
    _evidence_of: EvidenceOf
    _frame: Frame
    _state: State

    def script(self, name: str) -> str:
        """Return the script of this name; an entry that was damaged is made anew.

        Raises:
            KeyError: the index has no such piece.
        """
        if name not in self.digests:
            raise KeyError(name)
        try:
            return self._script(name)
        except DamagedError:
            _anew(self._shelf, self._documents, self._evidence_of, self._frame, self._state)
            return self._script(name)

    def _script(self, name: str) -> str:
        state, epoch = self._state, self._state.epoch
        if name == "index":
            return script(name, state.manifest(self._frame))
        letter, number = name[0], int(name[1:]) if name[1:].isdecimal() else 0
        if letter == "w":
            kept = get_known(self._shelf, name, state.words[number][0])
            return script(name, word_piece.text_of(kept), epoch)
        if letter == "v":
            kept = get_known(self._shelf, name, state.vocabulary[number][0])
            return script(name, vocabulary.text_of(kept))
        if letter == "t":
            return script(name, self._text(name))
        known = state.facets if letter == "f" else state.titles[number]
        return script(name, get_known(self._shelf, name, known).decode(), epoch)

    def _text(self, name: str) -> str:
        number = self._state.numbers[name]
        url = self._state.urls[number]
        evidence = get_evidence(self._shelf, url, self._documents[url])
        if evidence is None:
            raise DamagedError(name)
        return evidence.text


def bring_up(shelf: Shelf, documents: Documents, evidence_of: EvidenceOf, frame: Frame) -> Pieces:
    """Return the index of these documents, in their order.

    ``documents`` gives a digest of all that each rests on; ``evidence_of`` is asked for those alone
    that the shelf does not know by their digest. An empty shelf is a first build.
    """
    known = state_of(shelf)
    state = _up(shelf, known, documents, evidence_of, frame)
    if state != known:
        state.put(shelf)
    digests = dict(state.pieces(frame))
    return Pieces(digests, shelf, documents, evidence_of, frame, state)


def _up(
    shelf: Shelf,
    known: State | None,
    documents: Documents,
    evidence_of: EvidenceOf,
    frame: Frame,
) -> State:
    if known is None or known.frame != frame.digest or known.urls != list(documents):
        return _anew(shelf, documents, evidence_of, frame, known)
    changed = sum(map(str.__ne__, known.digests, documents.values()))
    if not changed:
        return known
    if changed * _FEW > len(documents):
        return _anew(shelf, documents, evidence_of, frame, known)
    try:
        return patched(shelf, known, documents, evidence_of, frame)
    except DamagedError:
        return _anew(shelf, documents, evidence_of, frame, known)


def _anew(
    shelf: Shelf,
    documents: Documents,
    evidence_of: EvidenceOf,
    frame: Frame,
    known: State | None,
) -> State:
    """Put the index together from all evidence, and forget what has no place in it any more."""
    state = built(shelf, documents, evidence_of, frame)
    if known is not None:
        for url in set(known.urls).difference(documents):
            shelf.drop(evidence_name(url))
        for letter, were, are in (
            ("w", known.words, state.words),
            ("m", known.titles, state.titles),
        ):
            for number in range(len(are), len(were)):
                shelf.drop(f"{letter}{number}")
    return state
