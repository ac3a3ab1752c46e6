"""The beginning of a new post, made from the declarations: what must be there, hints for the rest.

Required keys are filled in or marked with ``[CẦN VIẾT]``; optional keys are commented out and work
as soon as the ``#`` at the beginning of their lines is taken away.
"""

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

from loa.fields import Choice, Declaration, Text, declarations
from loa.guide.examples import example, may_hold, part_of, quoted
from loa.model.posts import POST_KINDS, Post
from loa.model.words import TO_WRITE
from loa.text.vietnamese import capitalise

FOLDER = "data/templates"
WIDTH = 98
# Never written by hand.
_OF_SCRIPTS = ("approved",)
_BODIES = Path(__file__).parent.parent / "assets" / "templates"

_OPENING = """\
# Dòng mở đầu bằng dấu # chỉ để nhắc người viết, không hiện trên trang; viết xong có thể xóa.
"""
_OPTIONAL = """\

# ----- Mục tùy chọn: cần mục nào thì xóa dấu # ở đầu các dòng của mục ấy, rồi sửa -----
"""


def template_files() -> dict[str, str]:
    """Return the empty template of every kind of post by its path."""
    return {
        f"{FOLDER}/{section}.md": new_post(kind, {"id": f"{kind.CODE}-0000"})
        for section, kind in POST_KINDS.items()
    }


def new_post(kind: type[Post], answers: Mapping[str, str]) -> str:
    """Return the text of a new post.

    Args:
        kind: what is going to be written.
        answers: what is known already: the text of required keys, as a person says it.
    """
    body = (_BODIES / f"{kind.SECTION}.md").read_text(encoding="utf-8")
    return f"---\n{_OPENING}{_required(kind, answers)}{_OPTIONAL}{_optional(kind)}---\n\n{body}"


def _required(kind: type[Post], answers: Mapping[str, str]) -> str:
    lines: list[str] = []
    for key, declaration in declarations(kind).items():
        if declaration.required:
            lines += ["", *_hint(declaration), f"{key}: {_value(kind, key, answers)}"]
    return "\n".join(lines) + "\n"


def _value(kind: type[Post], key: str, answers: Mapping[str, str]) -> str:
    declaration = declarations(kind)[key]
    if _is_prose(declaration):
        return quoted(answers.get(key) or _placeholder(declaration))
    return answers.get(key) or example(kind, key)


def _is_prose(declaration: Declaration) -> bool:
    """Say whether only a person can write it: words that follow no pattern."""
    return type(declaration.kind) is Text and not declaration.kind.pattern


def _placeholder(declaration: Declaration) -> str:
    """Return words that are long enough to be read and cannot be taken for the real ones."""
    return f"{TO_WRITE} {declaration.help or declaration.label} ({declaration.kind.describe()})"


def _optional(kind: type[Post]) -> str:
    lines: list[str] = []
    for key, declaration in declarations(kind).items():
        if not declaration.required and key not in _OF_SCRIPTS:
            lines += ["", *_hint(declaration), *(f"#{line}" for line in _lines(kind, key))]
    return "\n".join(lines) + "\n"


def _hint(declaration: Declaration) -> list[str]:
    said = [declaration.help] if declaration.help else []
    if part_of(declaration.kind)[0] is None:
        rule = may_hold(declaration.kind)
        said.append(capitalise(rule) if said else rule)
    text = ": ".join(filter(None, (declaration.label, ". ".join(said))))
    wrapped = textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    return [f"# {line}" for line in wrapped]


def _lines(record: type, key: str) -> Iterator[str]:
    """Yield a key with its example; of a part only what it must have is ready to use."""
    part, many = part_of(declarations(record)[key].kind)
    if part is None:
        yield f"{key}: {example(record, key)}"
        return
    yield f"{key}:"
    lead = "- " if many else ""
    for line in _part_lines(part):
        yield f"  {lead}{line}"
        lead = "  " if many else ""


def _part_lines(part: type) -> Iterator[str]:
    known = declarations(part)
    all_ready = not any(inner.required for inner in known.values())
    for key, inner in sorted(known.items(), key=lambda pair: not pair[1].required):
        ready = "" if inner.required or all_ready else "# "
        first, *rest = _lines(part, key)
        yield f"{ready}{first}  # {_note(inner)}"
        yield from (f"{ready}{line}" for line in rest)


def _note(declaration: Declaration) -> str:
    if not isinstance(declaration.kind, Choice):
        return declaration.label
    return f"{declaration.label}: {', '.join(declaration.kind.options)}"
