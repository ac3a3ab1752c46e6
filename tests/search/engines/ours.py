"""The site's own search, on the site as it is built."""

from collections.abc import Sequence
from pathlib import Path

from browser_sites import build
from search.documents import Document

LABEL = "Loa"
PAGE = "tim-kiem/"
READY = """
if (!window.loaSearch) throw new Error("the built site has no window.loaSearch yet");
// What the box does: its own script counts, and it shows six answers.
window.firstAnswer = async (query) => {
  await window.loaSearch.script("search-box.js");
  return window.loaSearch.search(query, { limit: 6 });
};
window.findPages = async (query) => {
  const found = await window.loaSearch.search(query, { limit: 10 });
  return found.map((result) => result.url);
};
"""


def lay_out(town: Path, documents: Sequence[Document], site: Path) -> None:
    """Build the whole site; it makes its own index from the content."""
    build(site, town)
