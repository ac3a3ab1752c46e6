"""The index after some documents have got other words, from the index before.

Only what the edits touch is opened: the pieces of the keys that a document has more, fewer or
elsewhere than before.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loa.search import facets as narrowing
from loa.search import vocabulary, word_piece
from loa.search.built import (
    Documents,
    EvidenceOf,
    Placing,
    put_titles,
    put_vocabulary,
    put_words,
    said_in,
    title_row,
)
from loa.search.cuts import VOCABULARY_PIECES, onset, piece_of, unit
from loa.search.evidence import Evidence
from loa.search.frame import Frame
from loa.search.shards import DOCUMENT, as_json, digest
from loa.search.shelf import DamagedError, Shelf, get_evidence, get_known, put_evidence
from loa.search.state import State
from loa.search.words import fold

_Edits = Sequence[tuple[int, Evidence, Evidence]]  # number of the document, before, after


@dataclass
class _Change:
    """What happens to the postings of one key."""

    away: list[int] = field(default_factory=list)
    here: list[int] = field(default_factory=list)

    @property
    def more(self) -> int:
        """How many documents more have the key."""
        return len(self.here) - len(self.away)


def patched(
    shelf: Shelf, before: State, documents: Documents, evidence_of: EvidenceOf, frame: Frame
) -> State:
    """Return the state of the index with the documents that changed since ``before``.

    Raises:
        DamagedError: what the shelf holds is not what the state was made with.
    """
    edits = _edits(shelf, before, documents, evidence_of)
    changes = _changes(edits)
    standing = dict(before.standing)
    for key in standing.keys() & changes.keys():
        standing[key] += changes[key].more
    spoken, uses = _vocabulary(shelf, before, changes, frame)
    after = replace(
        before,
        digests=list(documents.values()),
        standing=standing,
        words=_words(shelf, before, changes, standing, frame),
        vocabulary=spoken,
        uses=uses,
    )
    return _faces(shelf, after, edits, frame)


def _edits(shelf: Shelf, before: State, documents: Documents, evidence_of: EvidenceOf) -> _Edits:
    edits = []
    known = zip(documents.items(), before.digests, strict=True)
    for number, ((url, version), was) in enumerate(known):
        if version != was:
            old = get_evidence(shelf, url, was)
            if old is None:
                raise DamagedError(url)
            new = evidence_of(url)
            put_evidence(shelf, url, version, new)
            edits.append((number, old, new))
    return edits


def _changes(edits: _Edits) -> dict[str, _Change]:
    changes: dict[str, _Change] = defaultdict(_Change)
    for number, old, new in edits:
        first = number << DOCUMENT
        before, after = (set(zip(one.keys, one.codes, strict=True)) for one in (old, new))
        for key, code in before - after:
            changes[key].away.append(code | first)
        for key, code in after - before:
            changes[key].here.append(code | first)
    return changes


def _words(
    shelf: Shelf,
    before: State,
    changes: dict[str, _Change],
    standing: dict[str, int],
    frame: Frame,
) -> list[tuple[str, str]]:
    count, pieces = len(before.urls), len(before.words)
    numbers = Placing(pieces)
    touched: dict[int, dict[str, _Change]] = defaultdict(dict)
    for key, change in changes.items():
        touched[numbers[unit(fold(key))]][key] = change
    said = said_in(frame, standing, pieces)
    if standing != before.standing:
        was = said_in(frame, before.standing, pieces)
        for number in said.keys() | was.keys():
            if said.get(number) != was.get(number):
                touched[number].update()
    made = list(before.words)
    for number, own in touched.items():
        kept = get_known(shelf, f"w{number}", made[number][0])
        postings = word_piece.postings_of(kept)
        for key, change in own.items():
            found = sorted({*postings.get(key, ()), *change.here} - set(change.away))
            if found or key in frame.listed:
                postings[key] = found
            else:
                del postings[key]
        made[number] = put_words(shelf, number, postings, said.get(number, ()), count)
    return made


def _vocabulary(
    shelf: Shelf, before: State, changes: dict[str, _Change], frame: Frame
) -> tuple[list[tuple[str, str]], list[tuple[int, int]]]:
    more: Counter[str] = Counter()
    for key, change in changes.items():
        if change.more and vocabulary.is_word(key):
            more[fold(key)] += change.more
    if not any(more.values()):
        return before.vocabulary, before.uses
    listed = {fold(key) for key in frame.listed if vocabulary.is_word(key)}
    made, words, opened = list(before.vocabulary), Counter(dict(before.uses)), _Opened(shelf)
    for key, uses in more.items():
        number = piece_of(onset(key), VOCABULARY_PIECES)
        own = opened.uses(number, made[number][0])
        if key in own:
            words[own[key]] -= 1
        own[key] = own.get(key, 0) + uses
        if own[key] or key in listed:
            words[own[key]] += 1
        else:
            del own[key]
    words += Counter()
    least = vocabulary.least_uses(words)
    if least != vocabulary.least_uses(dict(before.uses)):
        for number, (kept, _) in enumerate(made):
            opened.uses(number, kept)
    for number, own in opened.items():
        made[number] = put_vocabulary(shelf, number, own, least)
    return made, sorted(words.items())


class _Opened(dict[int, vocabulary.Uses]):
    """Pieces of the vocabulary that are being changed."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf

    def uses(self, number: int, known: str) -> vocabulary.Uses:
        """Return the words of a piece, to be changed."""
        if number not in self:
            self[number] = vocabulary.uses_of(get_known(self._shelf, f"v{number}", known))
        return self[number]


def _faces(shelf: Shelf, state: State, edits: _Edits, frame: Frame) -> State:
    """Return the state with what is shown of the edited documents."""
    texts, titles = list(state.texts), list(state.titles)
    priors, topics = list(state.priors), list(state.topics)
    per_file = frame.per_file(len(state.urls))
    rows: dict[int, dict[int, list[object]]] = defaultdict(dict)
    for number, old, new in edits:
        texts[number] = (texts[number][0], digest(new.text))
        priors[number] = new.face.prior
        topics[number] = frame.topic_letter(new.face.topic)
        row = title_row(new.face, *texts[number])
        if row != title_row(old.face, *state.texts[number]):
            rows[number // per_file][number % per_file] = row
    for file, own in rows.items():
        known = json.loads(get_known(shelf, f"m{file}", titles[file]))
        for place, row in own.items():
            known[place] = row
        titles[file] = put_titles(shelf, file, known)
    return replace(
        state,
        texts=texts,
        titles=titles,
        priors="".join(priors),
        topics="".join(topics),
        facets=_facets(shelf, state, edits, frame),
    )


def _facets(shelf: Shelf, state: State, edits: _Edits, frame: Frame) -> str:
    changed = [edit for edit in edits if edit[1].face.values != edit[2].face.values]
    if not changed:
        return state.facets
    known = json.loads(get_known(shelf, "f", state.facets))
    for number, old, new in changed:
        known = narrowing.patched(known, number, old.face.values, new.face.values, frame.facets)
    text = as_json(known)
    shelf.put("f", text.encode())
    return digest(text)
