"""Whatever stands in a file, the reader answers with Problems: never with an exception."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console import ROOT
from loa.load import read_post
from loa.model.posts import POST_KINDS, Post
from loa.problems import Problem
from loa.text import yaml_text
from loa.text.source_text import decode

NAME = "stories/tin-tuc/bai.md"
SHIPPED = [
    (path.parent.name, path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "stories").rglob("*.md"))
]
# What YAML, Markdown and half-broken files are made of.
NASTY = [
    *("---\n", "...\n", ": ", ":", "- ", "  ", "\t", "\n", "\r\n", "\r", '"', "'", "\\", "#"),
    *("[", "]", "{", "}", ",", "&a", "*a", "!!python/name:os", "!", "|", ">", "%", "@", "`", "?"),
    *("status: draft\n", "<<: ", "~", "null", "31/02/2026", "{{ a.b }}", "\u00ad", "\ufeff", "̣"),
    *("\x00", "\x07", "\x7f", "\x85", "\u2028", "\ufffe", "😀", "٣", "\\ud800", "\\0", "9" * 40),
]

Change = Callable[[str], str]


def test_there_are_posts_of_every_kind_to_break() -> None:
    """Broken files are made from real ones, so that they get past the first line."""
    assert {section for section, _ in SHIPPED} == set(POST_KINDS)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """One slip: something lost, typed, doubled or swapped, by letters or by whole lines."""
    work = draw(st.sampled_from(["delete", "insert", "double", "swap"]))
    by_lines = draw(st.booleans())
    at, length = draw(st.integers(0, 5_000)), draw(st.integers(1, 30))
    typed = draw(st.one_of(st.sampled_from(NASTY), st.text(max_size=20)))

    def change(text: str) -> str:
        units = text.splitlines(keepends=True) if by_lines else list(text)
        start = at % (len(units) + 1)
        part, rest = units[start : start + length], units[start + length :]
        changed = {
            "delete": rest,
            "insert": [typed, *part, *rest],
            "double": [*part, *part, *rest],
            "swap": [*rest[:length], *part, *rest[length:]],
        }[work]
        return "".join([*units[:start], *changed])

    return change


@st.composite
def broken_posts(draw: st.DrawFn) -> tuple[str, bytes]:
    """A shipped post and its section after a few slips, most of them in the front matter."""
    section, text = draw(st.sampled_from(SHIPPED))
    head, fence, body = text.partition("\n---\n")
    for change in draw(st.lists(changes(), min_size=1, max_size=5)):
        if draw(st.integers(0, 4)):
            head = change(head)
        else:
            head, fence, body = change(head + fence + body), "", ""
    return section, (head + fence + body).encode("utf-8", "surrogatepass")


@st.composite
def fronted(draw: st.DrawFn) -> tuple[str, bytes]:
    """Any text or bytes, with or without the fences that make it front matter."""
    inside = draw(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
    pieces = draw(st.lists(st.sampled_from(NASTY), max_size=30))
    data = inside + "".join(pieces).encode("utf-8", "surrogatepass")
    return "tin-tuc", b"---\n" + data + b"\n---\n" if draw(st.booleans()) else data


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the four sections."""
    folder = tmp_path_factory.mktemp("town")
    for section in POST_KINDS:
        (folder / "stories" / section).mkdir(parents=True)
    return folder


def read(root: Path, section: str, data: bytes) -> tuple[Post | None, list[Problem]]:
    """Read ``data`` as a post, and ask of the answer what every answer must be."""
    path = root / "stories" / section / "bai.md"
    path.write_bytes(data)
    post, problems = read_post(root, path)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert post is not None or problems
    for problem in problems:
        assert isinstance(problem, Problem)
        assert problem.path == f"stories/{section}/bai.md"
        assert 1 <= problem.line <= lines
        assert len(str(problem).splitlines()) == 1
        str(problem).encode()
    if post is not None:
        # What cannot be written to a page must not get through.
        f"{post.title} {post.summary} {post.author}".encode()
        assert not {unicodedata.category(letter) for letter in post.title} & {"Cc", "Cs"}
    return post, problems


quick = settings(
    max_examples=300,
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
thorough = settings(quick, max_examples=3_000, derandomize=False, print_blob=True)


@quick
@given(broken_posts())
def test_slips_in_a_post_are_told(root: Path, post: tuple[str, bytes]) -> None:
    """An officer who drops lines, quotes or letters reads sentences, never a traceback."""
    read(root, *post)


@quick
@given(fronted())
def test_anything_at_all_is_told(root: Path, post: tuple[str, bytes]) -> None:
    """A photo, a half-copied file or plain noise in stories/ is told as such."""
    read(root, *post)


@quick
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_become_clean_text_or_a_problem(data: bytes) -> None:
    """What is read has one spelling and one line end; reading it again changes nothing."""
    source = decode(data, NAME)

    assert source.fatal == (not source.text.strip() and bool(source.problems))
    assert "\r" not in source.text
    assert source.fatal or decode(source.text.encode(), NAME).text == source.text


@pytest.mark.proof
@pytest.mark.parametrize("parser", ["CLoader", "Loader"], ids=["libyaml", "python"])
@pytest.mark.parametrize("made", [broken_posts(), fronted()], ids=["slips", "anything"])
def test_thousands_of_broken_files_are_told(
    root: Path,
    made: st.SearchStrategy[tuple[str, bytes]],
    parser: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Twelve thousand broken files, read with and without libyaml, and not one exception."""
    monkeypatch.setattr(yaml_text, "_Parser", getattr(yaml, parser))

    @thorough
    @given(made)
    def tell(post: tuple[str, bytes]) -> None:
        read(root, *post)

    tell()
