"""The writers' guide under ``docs/huong-dan/``: made from the declarations, rules and inserts.

What a person has to explain stands in ``assets/guide/*.md``; a ``$name`` in it is where a generated
part goes. A field, a rule or an insert that is added appears here without anybody writing it twice.
"""

from pathlib import Path
from string import Template

from loa.guide.catalogue import DATA, PAGE, POSTS, Shape
from loa.guide.inserts import block_table, insert_table
from loa.guide.messages import bad_post, its_messages
from loa.guide.rules import rule_book
from loa.guide.tables import file_section, record_sections
from loa.guide.templates import FOLDER as TEMPLATES
from loa.guide.templates import MARK, template_files
from loa.load import GUIDE
from loa.model import words

FOLDER = f"docs/{GUIDE}"
_FRAGMENTS = Path(__file__).parent.parent / "assets" / "guide"
_WAY = (
    "[Hướng dẫn](index.md) · [Gương điển hình](guong-dien-hinh.md) · [Chính sách](chinh-sach.md) · "
    "[Tin tức](tin-tuc.md) · [Hỏi đáp](hoi-dap.md) · [Trang](trang.md) · [Dữ liệu](du-lieu.md) · "
    "[Quy tắc](quy-tac.md)"
)


def guide_files() -> dict[str, str]:
    """Return the text of every page of the guide by its path."""
    pages = {"index": _page("Hướng dẫn viết bài", _index())}
    for shape in (*POSTS, PAGE):
        pages[shape.name] = _page(shape.title, _shape_page(shape))
    pages["du-lieu"] = _page("Các tệp dữ liệu", _data_page())
    pages["quy-tac"] = _page("Những điều máy soát", _filled("quy-tac", rules=rule_book()))
    return {f"{FOLDER}/{name}.md": text for name, text in pages.items()}


def _page(title: str, body: str) -> str:
    head = f"---\ntitle: {title}\ntemplate: guide.html\nhide: [navigation]\n---\n"
    note = "<!-- Trang này do lệnh make refresh viết ra; sửa tay sẽ mất. -->\n"
    return f"{head}{note}\n{_WAY}\n\n# {title}\n\n{body.strip()}\n"


def _filled(name: str, **parts: str) -> str:
    text = (_FRAGMENTS / f"{name}.md").read_text(encoding="utf-8")
    return Template(text).substitute(parts)


def _index() -> str:
    return _filled(
        "index",
        mark=MARK,
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
    text = f"{_filled(shape.name, mark=MARK)}\n{sections}"
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
