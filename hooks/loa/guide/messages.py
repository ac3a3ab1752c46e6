"""A post with mistakes and what is really said about it, so that the guide shows true messages."""

from pathlib import Path

from loa.fields import Reader
from loa.model.posts import News
from loa.text.source_text import Parts, decode, split_front_matter
from loa.text.yaml_text import Mapped, read_yaml

SHOWN = "stories/tin-tuc/hop-thon-lang-vi-du.md"
_FILE = Path(__file__).parent.parent / "assets" / "guide" / "bai-co-loi.md"


def bad_post() -> str:
    """Return the post."""
    return _FILE.read_text(encoding="utf-8")


def its_messages() -> str:
    """Return what the reader says about it, as a list."""
    parts = split_front_matter(decode(_FILE.read_bytes(), SHOWN))
    assert isinstance(parts, Parts)
    node = read_yaml(parts.head, parts.head_line)
    assert isinstance(node, Mapped)
    reader = Reader(SHOWN)
    reader.record(News, node)
    return "\n".join(
        f"- `{problem.path}:{problem.line}:` {problem.message}"
        for problem in sorted(reader.problems)
    )
