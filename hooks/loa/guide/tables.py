"""Tables of fields: what each key is, what may be written, an example; parts after their parent."""

from collections.abc import Iterator

from loa.fields import Declaration, declarations
from loa.guide.catalogue import Shape
from loa.guide.examples import example, example_lines, may_hold, part_of
from loa.text.vietnamese import capitalise

_HEAD = ("| Mục | Viết thế nào | Ví dụ |", "| --- | --- | --- |")
_REQUIRED = " **(phải\u00a0có)**"


def record_sections(record: type) -> Iterator[str]:
    """Yield the sections of a post or page: required keys, optional keys, keys with parts."""
    known = declarations(record)
    for title, required in (("Mục phải có", True), ("Mục tùy chọn", False)):
        keys = [key for key in known if known[key].required is required]
        yield f"## {title}\n\n{_table(record, keys, '', mark=False)}"
    parts = list(_part_sections(record, 3, "", {}))
    if parts:
        yield "## Mục có nhiều phần\n\nMỗi phần viết ở dòng riêng, thụt vào hai dấu cách."
        yield from parts


def file_section(shape: Shape) -> str:
    """Return everything about one file of ``data/``."""
    record, name = shape.record, shape.name
    form = (
        "Tệp là một danh sách: mỗi mục mở đầu bằng dấu gạch và một dấu cách."
        if shape.is_list
        else "Tệp gồm các dòng «tên: giá trị», mỗi tên một lần."
    )
    sections = [
        f"## `{name}.yml`: {shape.title} {{ #{name} }}",
        f"{shape.text} {form}",
        _table(record, list(declarations(record)), f"{name}-", mark=True),
        _block(list(_listed(example_lines(record)) if shape.is_list else example_lines(record))),
        *_part_sections(record, 3, f"{name}-", {}),
    ]
    return "\n\n".join(sections)


def _table(record: type, keys: list[str], prefix: str, *, mark: bool) -> str:
    known = declarations(record)
    return "\n".join((*_HEAD, *(_row(record, key, known[key], prefix, mark) for key in keys)))


def _row(record: type, key: str, declaration: Declaration, prefix: str, mark: bool) -> str:
    what = declaration.label + (_REQUIRED if mark and declaration.required else "")
    shown = f"`{example(record, key)}`"
    rule = may_hold(declaration.kind)
    if part_of(declaration.kind)[0] is not None:
        rule, shown = "gồm nhiều phần", f"[xem dưới](#{prefix}{key})"
    how = f"{declaration.help}. {capitalise(rule)}" if declaration.help else capitalise(rule)
    # One column for both, or the key would be broken in the middle.
    cells = (f"`{key}`<br>{what}", how, shown)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _part_sections(
    record: type, level: int, prefix: str, seen: dict[type, tuple[str, str]]
) -> Iterator[str]:
    """Yield a section for each key that holds parts; a part that came before is only named."""
    for key, declaration in declarations(record).items():
        part, many = part_of(declaration.kind)
        if part is None:
            continue
        anchor = f"{prefix}{key}"
        sections = [f"{'#' * level} `{key}`: {declaration.label} {{ #{anchor} }}"]
        about = [f"{declaration.help}." if declaration.help else ""]
        about.append("Ghi được nhiều mục: mỗi mục mở đầu bằng dấu gạch." if many else "")
        if part in seen:
            about.append(f"Các phần như ở [`{seen[part][0]}`](#{seen[part][1]}).")
        sections.append(" ".join(filter(None, about)))
        if part not in seen:
            sections.append(_table(part, list(declarations(part)), f"{anchor}-", mark=True))
        lines = example_lines(part)
        sections.append(_block([f"{key}:", *_indented(_listed(lines) if many else lines)]))
        yield "\n\n".join(filter(None, sections))
        if part not in seen:
            seen[part] = (key, anchor)
            yield from _part_sections(part, min(level + 1, 6), f"{anchor}-", seen)


def _listed(lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"{'- ' if number == 0 else '  '}{line}"


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _block(lines: list[str]) -> str:
    return "\n".join(("```yaml", *lines, "```"))
