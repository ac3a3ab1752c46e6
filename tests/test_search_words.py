"""Words as search sees them: however they were typed, they are the same word."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from loa.search.words import fold, sentences, words

EXAMPLES = json.loads((Path(__file__).parent / "search" / "words.json").read_text("utf-8"))

# What the engine's own rules make of each text, in the browser that a resident uses.
ASK = """
async (texts) => {
  await window.loaSearch.script("search.js");
  const { tokens, fold } = window.loaSearch.inside;
  return [texts.map((text) => tokens(text).map(({ form }) => form)), texts.map(fold)];
}
"""


@pytest.mark.parametrize(("text", "expected"), EXAMPLES["words"].items())
def test_a_text_is_split_into_words(text: str, expected: list[str]) -> None:
    """Both places of a tone, both spellings of i and y, and every way of writing a number agree."""
    assert words(text) == expected
    assert words(unicodedata.normalize("NFD", text)) == expected


@pytest.mark.parametrize(("word", "expected"), EXAMPLES["folds"].items())
def test_marks_fold_away(word: str, expected: str) -> None:
    """A resident who types without marks finds the word, in Vietnamese, Jrai and Bahnar."""
    assert fold(word) == expected


def test_words_of_two_sentences_are_no_neighbours() -> None:
    """ "Hộ nghèo. Vay vốn" does not say "nghèo vay"."""
    assert sentences("Hộ nghèo. Vay vốn; lãi thấp\nKhoản 1.000.000") == [
        ["hộ", "nghèo"],
        ["vay", "vốn"],
        ["lãi", "thấp"],
        ["khoản", "1000000"],
    ]


@pytest.mark.browser
def test_the_browser_reads_words_the_same_way(page: Page) -> None:
    """A word that the index holds is the word that the reader's phone looks for."""
    page.goto("./")
    texts = [*EXAMPLES["words"], *map(_decomposed, EXAMPLES["words"]), *EXAMPLES["folds"]]
    found, folded = page.evaluate(ASK, texts)

    assert found == [words(text) for text in texts]
    assert folded[-len(EXAMPLES["folds"]) :] == list(EXAMPLES["folds"].values())


@pytest.mark.browser
def test_whole_pages_are_read_the_same_way(new_page: Callable[..., Page], site: Path) -> None:
    """Not only examples: every word of the policies comes out the same on both sides."""
    posts = sorted((Path(__file__).parents[1] / "stories" / "chinh-sach").glob("*.md"))
    texts = [post.read_text("utf-8").replace("İ", "I") for post in posts]
    page = new_page()
    page.goto("./")
    found, _ = page.evaluate(ASK, texts)

    assert found == [words(text) for text in texts]


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)
