"""Fields that take plain words hold no signs of Markdown or of a web page."""

import html
import re
from collections.abc import Iterator
from datetime import date

from loa.check.values import problem
from loa.model.content import Content
from loa.problems import Level, Problem

# Bold and italic marks, tags, entities, links and headings of Markdown or of a web page.
_MARKUP = re.compile(
    r"\*\*[^*\n]{1,200}\*\*|(?<!\w)__[^_\n]{1,200}__(?!\w)|</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,200})?/?>"
    r"|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});|!?\[[^\[\]\n]{1,200}\]\([^()\s]{1,300}\)|^#{1,6}\s"
    r"|`[^`\n]{1,200}`"
)
_PLAIN_FIELDS = ("title", "summary", "author")


_MARKS = re.compile(
    r"\*\*|(?<!\w)__|__(?!\w)|</?[a-zA-Z][^<>]{0,200}>|`|^#{1,6}\s|!?\[(?=[^\[\]\n]{1,200}\]\()"
    r"|\]\([^()\s]{1,300}\)"
)


def _without_markup(text: str) -> str:
    return " ".join(html.unescape(_MARKS.sub("", text)).split())


def titles_hold_no_markup(content: Content, today: date) -> Iterator[Problem]:
    """Titles, summaries and authors are plain words: signs of Markdown or HTML show as typed."""
    for owner in (*content.posts, *content.pages):
        for key in _PLAIN_FIELDS:
            text = getattr(owner, key, None) or ""
            if found := _MARKUP.search(text):
                message = (
                    f"«{key}» chỉ gồm chữ thường, ký hiệu «{found[0][:40]}» sẽ hiện ra như đã gõ; "
                    f"hãy viết: {_without_markup(text)}"
                )
                yield problem(owner, key, message, Level.REMINDER)
