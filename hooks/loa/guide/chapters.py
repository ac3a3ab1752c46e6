"""The writers' guide under ``docs/huong-dan/``: made from the declarations, rules and inserts.

What a person has to explain stands in ``assets/guide/*.md``; a ``$name`` in it is where a generated
part goes. A field, a rule or an insert that is added appears here without anybody writing it twice.
"""

from pathlib import Path
from string import Template

from loa.ask.paths import Edition
from loa.guide.catalogue import DATA, PAGE, POSTS, Shape
from loa.guide.inserts import block_table, insert_table
from loa.guide.messages import bad_post, its_messages
from loa.guide.rules import rule_book
from loa.guide.tables import file_section, record_sections
from loa.guide.templates import FOLDER as TEMPLATES
from loa.guide.templates import template_files
from loa.load import GUIDE
from loa.model import words
from loa.model.words import TO_WRITE

FOLDER = f"docs/{GUIDE}"
_FRAGMENTS = Path(__file__).parent.parent / "assets" / "guide"
# The pages in the order in which they are read, by the names they have in lists of pages.
_CHAPTERS = {
    "index": "Bắt đầu",
    **{shape.name: shape.title for shape in (*POSTS, PAGE)},
    "du-lieu": "Các tệp dữ liệu",
    "quy-tac": "Những điều máy soát",
}


def guide_files() -> dict[str, str]:
    """Return the text of every page of the guide by its path."""
    bodies = {"index": _index()}
    bodies |= {shape.name: _shape_page(shape) for shape in (*POSTS, PAGE)}
    bodies["du-lieu"] = _data_page()
    bodies["quy-tac"] = _filled("quy-tac", rules=rule_book())
    return {f"{FOLDER}/{name}.md": _page(name, body) for name, body in bodies.items()}


def _page(name: str, body: str) -> str:
    title = "Hướng dẫn viết bài" if name == "index" else _CHAPTERS[name]
    head = [f"title: {title}", "template: guide.html", "kind: guide", "noindex: true", "chapters:"]
    head += [f"  - {_link(chapter)}" for chapter in _CHAPTERS]
    names = list(_CHAPTERS)
    place = names.index(name)
    head += [f"previous: {_link(chapter)}" for chapter in names[:place][-1:]]
    head += [f"next: {_link(chapter)}" for chapter in names[place + 1 :][:1]]
    note = "<!-- Trang này do lệnh make refresh viết ra; sửa tay sẽ mất. -->"
    return "\n".join(["---", *head, "---", note, "", body.strip(), ""])


def _link(name: str) -> str:
    return f"{{title: {_CHAPTERS[name]}, url: {Edition().url(f'{GUIDE}/{name}.md')}}}"


def _filled(name: str, **parts: str) -> str:
    text = (_FRAGMENTS / f"{name}.md").read_text(encoding="utf-8")
    return Template(text).substitute(parts)


def _index() -> str:
    return _filled(
        "index",
        mark=TO_WRITE,
        posts=_list_of_posts(),
        data=_list_of_data(),
        inserts=insert_table(),
        blocks=block_table(),
        statuses=_options(words.STATUSES),
        scopes=_options(words.CONSENT_SCOPES),
        channels=_options(words.CHANNELS),
        minors=_options(words.MINORS),
        bad=bad_post().strip(),
        messages=its_messages(),
    )


def _list_of_posts() -> str:
    rows = ["| Bài | Để ở thư mục | Cách viết |", "| --- | --- | --- |"]
    rows += [
        f"| {shape.title} | `stories/{shape.name}/` | [{shape.text}]({shape.name}.md) |"
        for shape in POSTS
    ]
    rows.append(f"| {PAGE.title} | `docs/` | [{PAGE.text}]({PAGE.name}.md) |")
    return "\n".join(rows)


def _list_of_data() -> str:
    rows = ["| Tệp | Ghi gì |", "| --- | --- |"]
    rows += [
        f"| [`data/{shape.name}.yml`](du-lieu.md#{shape.name}) | {shape.title}. {shape.text} |"
        for shape in DATA
    ]
    return "\n".join(rows)


def _options(options: dict[str, str]) -> str:
    return ", ".join(f"`{word}` ({label})" for word, label in options.items())


def _shape_page(shape: Shape) -> str:
    sections = "\n\n".join(record_sections(shape.record))
    text = f"{_filled(shape.name, mark=TO_WRITE)}\n{sections}"
    if shape is PAGE:
        return text
    path = f"{TEMPLATES}/{shape.name}.md"
    template = "\n".join(f"    {line}".rstrip() for line in template_files()[path].splitlines())
    return (
        f"{text}\n\n## Mẫu bài\n\nMẫu trống nằm ở `{path}`. Lệnh `new_post.py` chép mẫu này và "
        f'điền sẵn mã bài.\n\n??? note "Mở xem cả mẫu"\n\n    ```markdown\n{template}\n    ```'
    )


def _data_page() -> str:
    return _filled("du-lieu") + "\n" + "\n\n".join(file_section(shape) for shape in DATA)
