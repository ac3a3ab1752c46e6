"""Typed Markdown as it comes out on a page: mended, then converted by the site's own converter."""

import html as entities
import re
from functools import cache

from console import ROOT
from loa.rendered.converting import Converter
from loa.rendered.settings import read_settings
from loa.text.typed import mended

_TAG = re.compile(r"<[^<>]*>")
_NUMBERED = re.compile(r"<ol(?: start=\"(\d+)\")?>")


@cache
def _converter() -> Converter:
    return Converter(read_settings(ROOT / "mkdocs.yml").dialect)


def converted(markdown: str) -> str:
    """Return the HTML of Markdown as the site makes it."""
    return _converter().convert(markdown, "tin-tuc/bai.md", "tin-tuc/bai/", {}).html


def page(typed: str) -> str:
    """Return the HTML of what was typed, in one line."""
    return re.sub(r"\s*\n\s*", "", converted(mended(typed).text))


def seen(html: str) -> str:
    """Return what a reader sees, the numbers in front of steps and alternative texts included."""
    html = re.sub(r"<img[^<>]*? alt=\"([^\"]*)\"[^<>]*>", r" \1 ", html)
    numbers: list[int | None] = []

    def shown(found: re.Match[str]) -> str:
        tag = found[0]
        if tag.startswith(("<ol", "<ul")):
            start = re.search(r"start=\"(\d+)\"", tag)
            numbers.append(None if tag.startswith("<ul") else int(start[1]) if start else 1)
        elif tag in ("</ol>", "</ul>"):
            numbers.pop()
        elif tag.startswith("<li") and numbers and (number := numbers[-1]) is not None:
            numbers[-1] = number + 1
            return f" {number}. "
        return "" if re.match(r"</?(?:a|em|strong|b|i|code|span|u)\b", tag) else " "

    return entities.unescape(_TAG.sub(shown, html))


Row = tuple[str, str]  # typed, the HTML that comes out


def comes_out(row: Row) -> None:
    """Judge a row: what comes out, and that mending it once more changes nothing."""
    typed, html = row
    assert page(typed) == html
    once = mended(typed).text
    assert mended(once).text == once, "mended twice gives something else"


def table(rows: list[Row]) -> dict[str, Row]:
    """Return rows by what was typed, for ``each``."""
    return {repr(row[0]): row for row in rows}
