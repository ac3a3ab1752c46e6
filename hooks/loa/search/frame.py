"""What the whole index rests on beside its documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from loa.model.content import Content
from loa.model.searching import Synonym
from loa.search.cuts import pieces_for
from loa.search.facets import Titles, titles
from loa.search.shards import LETTERS, as_json, digest
from loa.search.synonyms import synonym_keys, synonym_lines

# Another way of writing pieces is another number: no browser and no shelf then mixes the two.
FORMAT = 1


@dataclass(frozen=True)
class Frame:
    """Lists that an officer keeps, and the edition the index is for."""

    synonyms: tuple[Synonym, ...]
    topics: tuple[str, ...]
    facets: Titles
    carried: bool

    @cached_property
    def digest(self) -> str:
        """A name of everything that is in the frame."""
        synonyms = [[*one.words, one.one_way] for one in self.synonyms]
        return digest(as_json([FORMAT, synonyms, self.topics, self.facets, self.carried]))

    @cached_property
    def listed(self) -> frozenset[str]:
        """Every key of the synonyms, which are in the index whatever the pages say."""
        return synonym_keys(self.synonyms)

    def said(self, standing: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Yield (unit, line) of the synonyms, where these of their keys are on some page."""
        return synonym_lines(self.synonyms, standing)

    def topic_letter(self, topic: str) -> str:
        """Return one letter for a document's first topic."""
        return LETTERS[self.topics.index(topic) + 1 if topic else 0]

    def pieces(self, pages: int) -> int:
        """Return how many pieces the words are cut into."""
        return pieces_for(pages, carried=self.carried)

    def per_file(self, pages: int) -> int:
        """Return of how many pages the titles are in one file."""
        return 100 if self.carried else max(1, round((pages / 600) ** 0.5))


def frame_of(content: Content, *, carried: bool) -> Frame:
    """Return the frame of a town's index."""
    return Frame(tuple(content.synonyms), tuple(content.topics), titles(content), carried)
