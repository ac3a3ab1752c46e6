"""The index is brought up to date, edit by edit; a first build gives the same, byte for byte."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loa.model.searching import Synonym
from loa.search import vocabulary
from loa.search.document import KINDS, Document
from loa.search.evidence import Evidence, evidence_of, unpacked
from loa.search.frame import Frame
from loa.search.shelf import MemoryShelf
from loa.search.texts import Section
from loa.search.upkeep import Pieces, bring_up

FRAME = Frame(
    synonyms=(
        Synonym(words=("BHYT", "bảo hiểm y tế")),
        Synonym(words=("người già", "người cao tuổi"), one_way=True),
    ),
    topics=("vay-von", "y-te"),
    facets={
        "kind": KINDS,
        "topic": {"vay-von": "Vay vốn", "y-te": "Y tế"},
        "audience": {},
        "village": {"lang": "Làng Ví Dụ"},
        "year": {},
        "force": {},
    },
    carried=False,
)
TEXTS = (
    "vay vốn ngân hàng, bảo hiểm y tế cho người già. BHYT của bà con thôn trên;",
    "người cao tuổi được cấp thẻ, số 84/KH-UBND, mức 1.500.000 đồng! Nghèo, nghẽo",
)
SAID = [word for text in TEXTS for word in text.split()]


@dataclass
class Index:
    """A town's documents, its shelf, and which documents were read for the last index."""

    shelf: MemoryShelf = field(default_factory=MemoryShelf)
    documents: dict[str, Document] = field(default_factory=dict)
    frame: Frame = FRAME
    asked: list[str] = field(default_factory=list)

    def up(self) -> Pieces:
        """Bring the index up to date."""
        self.asked.clear()

        def read(url: str) -> Evidence:
            self.asked.append(url)
            return evidence_of(self.documents[url])

        digests = {url: repr(document) for url, document in self.documents.items()}
        return bring_up(self.shelf, digests, read, self.frame)

    def first_built(self) -> Pieces:
        """The same documents on an empty shelf."""
        return Index(MemoryShelf(), self.documents, self.frame).up()


def scripts(pieces: Pieces) -> dict[str, str]:
    """Every file of an index."""
    return {name: pieces.script(name) for name in pieces.digests}


def document(url: str, chance: random.Random) -> Document:
    """A page that says something else for another chance."""
    words = chance.choices(SAID, k=chance.randrange(1, 30))
    return Document(
        url=url,
        title=" ".join(words[:4]),
        summary=" ".join(words[2:6]),
        kind=chance.choice(list(KINDS)),
        sections=(Section("", "", " ".join(words)), Section("Mục", "muc", " ".join(words[::-1]))),
        date=date(chance.randrange(2020, 2027), 5, 1) if chance.random() < 0.7 else None,
        topics=tuple(chance.sample(FRAME.topics, chance.randrange(3))),
        villages=("lang",) if chance.random() < 0.3 else (),
        sample=chance.random() < 0.2,
        prior=chance.choice((0.5, 0.9, 1.0)),
    )


def added(index: Index, chance: random.Random) -> None:
    """A page comes, at any place in the order."""
    url = f"tin-tuc/{chance.randrange(10_000)}/"
    known = [*index.documents.items()]
    known.insert(chance.randrange(len(known) + 1), (url, document(url, chance)))
    index.documents = dict(known)


def edited(index: Index, chance: random.Random) -> None:
    """A page says other words under its address."""
    if index.documents:
        url = chance.choice(list(index.documents))
        index.documents[url] = document(url, chance)


def punctuated(index: Index, chance: random.Random) -> None:
    """A page gets a comma."""
    if index.documents:
        url = chance.choice(list(index.documents))
        found = index.documents[url]
        one, *others = found.sections
        index.documents[url] = replace(found, sections=(replace(one, text=f"{one.text},"), *others))


def removed(index: Index, chance: random.Random) -> None:
    """A page goes."""
    if index.documents:
        del index.documents[chance.choice(list(index.documents))]


def renamed(index: Index, chance: random.Random) -> None:
    """A page goes and comes under another address."""
    removed(index, chance)
    added(index, chance)


def moved(index: Index, chance: random.Random) -> None:
    """The same pages in another order."""
    known = [*index.documents.items()]
    chance.shuffle(known)
    index.documents = dict(known)


def damaged(index: Index, chance: random.Random) -> None:
    """A disk loses an entry, or some of its bytes."""
    if index.shelf:
        name = chance.choice(sorted(index.shelf))
        if chance.random() < 0.5:
            index.shelf.drop(name)
        else:
            content = bytearray(index.shelf[name])
            if content:
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            index.shelf[name] = bytes(content[: chance.randrange(len(content) + 1)])


def relisted(index: Index, chance: random.Random) -> None:
    """An officer changes the list of synonyms."""
    index.frame = replace(FRAME, synonyms=FRAME.synonyms[: chance.randrange(3)])


STEPS = (added, edited, edited, punctuated, removed, renamed, moved, damaged, relisted)


class Stopped(Exception):
    """Somebody pulls the plug."""


class FragileShelf(MemoryShelf):
    """A shelf that stops after some puts."""

    left = 10**9

    def put(self, name: str, content: bytes) -> None:
        """Keep bytes, or stop."""
        self.left -= 1
        if self.left < 0:
            raise Stopped
        super().put(name, content)


@settings(deadline=None, max_examples=25)
@given(
    seed=st.integers(0, 2**32),
    steps=st.lists(st.lists(st.sampled_from(STEPS), min_size=1, max_size=3), max_size=8),
    killed=st.lists(st.integers(0, 60), max_size=8),
)
def test_any_history_gives_the_index_of_a_first_build(
    seed: int, steps: list[list[Callable[..., None]]], killed: list[int]
) -> None:
    """Whatever was written, withdrawn, renamed or lost, residents find what is there now."""
    chance = random.Random(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "MOST", 12)
        shelf = FragileShelf()
        index = Index(shelf)
        for _ in range(chance.randrange(20)):
            added(index, chance)
        index.up()
        for number, some in enumerate(steps):
            for step in some:
                step(index, chance)
            shelf.left = killed[number] if number < len(killed) else 10**9
            try:
                index.up()
            except Stopped:
                edited(index, chance)
            shelf.left = 10**9
            pieces, first = index.up(), index.first_built()

            assert pieces.digests == first.digests
            assert scripts(pieces) == scripts(first)


@pytest.fixture
def index() -> Index:
    """Forty pages, whose index is up to date."""
    chance, index = random.Random(7), Index()
    for _ in range(40):
        added(index, chance)
    index.up()
    return index


def test_nothing_is_read_twice(index: Index) -> None:
    """A build without edits opens no document and writes nothing."""
    before = dict(index.shelf)
    index.up()

    assert index.asked == []
    assert index.shelf == before


def test_an_edit_reads_its_own_page(index: Index) -> None:
    """The officer waits for one page's words, not for the town's."""
    url = list(index.documents)[11]
    index.documents[url] = document(url, random.Random(99))
    index.up()

    assert index.asked == [url]


def test_a_page_that_goes_leaves_nothing_behind(index: Index) -> None:
    """Who took consent back is in no entry of the shelf either."""
    url = list(index.documents)[11]
    gone = replace(document(url, random.Random(5)), title="Chuyện nhà anh Kơpuih")
    index.documents[url] = gone
    index.up()
    held = [name for name, content in index.shelf.items() if "kơpuih".encode() in content.lower()]
    del index.documents[url]
    index.up()

    assert held
    assert not any("kơpuih".encode() in content.lower() for content in index.shelf.values())


def test_a_digest_stands_for_a_file(index: Index) -> None:
    """Whoever keeps the files of before sends those alone whose digest is another."""
    before, were = index.up(), scripts(index.up())
    url = list(index.documents)[3]
    index.documents[url] = document(url, random.Random(1))
    after, are = index.up(), scripts(index.up())

    for name in were.keys() & are.keys():
        assert (before.digests[name] == after.digests[name]) == (were[name] == are[name]), name


def test_a_damaged_piece_is_made_anew_when_it_is_wanted(index: Index) -> None:
    """A bad sector costs a second, never a wrong answer."""
    pieces = index.up()
    whole = scripts(pieces)
    for name in [name for name in index.shelf if name[0] in "wvmf"]:
        index.shelf[name] = index.shelf[name][:-1] + b"?"

    assert scripts(pieces) == whole


def test_evidence_comes_back_as_it_was() -> None:
    """What is kept of a document is all that the index needs of it."""
    found = evidence_of(document("tin-tuc/tin/", random.Random(3)))

    assert unpacked(found.packed()).packed() == found.packed()
    assert unpacked(found.packed()).keys == found.keys
