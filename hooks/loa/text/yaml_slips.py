"""Slips of the keyboard in YAML: what each means to a writer, and the line as it should be."""

import re
from typing import Any

HIDDEN = "có ký tự lạ không hiện trên màn hình; hãy xóa và gõ lại dòng này"
NO_ALIASES = "không dùng dấu «&» hay «*» ở đầu giá trị; hãy đặt cả câu trong dấu nháy"
NO_TAGS = "không dùng dấu «!» ở đầu giá trị; hãy đặt cả câu trong dấu nháy"
_NO_COLON = "dòng này thiếu dấu hai chấm sau tên mục, ví dụ «title: …»"
_NO_BLANK = "thiếu dấu cách sau dấu hai chấm"
_NESTED_QUOTES = (
    "trong câu đã có dấu nháy thì bọc cả câu bằng dấu nháy kia, ví dụ title: 'Anh nói \"được\"'"
)
_STANDS_IN = "dòng này thụt vào nên bị đọc liền với dòng trên"
_BRACKETS_FIRST = "giá trị mở đầu bằng dấu ngoặc; hãy đặt cả câu trong dấu nháy"
_SPECIAL_FIRST = "giá trị mở đầu bằng một dấu đặc biệt; hãy đặt cả câu trong dấu nháy"
_NO_BLANK_AFTER_DASH = "thiếu dấu cách sau gạch đầu dòng"

# What the parser says (libyaml and PyYAML word it differently), what it means to a writer, and
# whether quotes around the value mend it.
_MEANINGS = (
    (r"Unicode", HIDDEN, False),
    (r"escape", "dấu «\\» trong nháy kép có nghĩa riêng; hãy dùng dấu nháy đơn", True),
    (
        r"mapping values are not allowed",
        "giá trị có dấu hai chấm «: »; hãy đặt cả câu trong dấu nháy kép",
        True,
    ),
    (r"could not find expected ':'", _NO_COLON, False),
    (
        r"quoted scalar|unexpected end of stream|document separator",
        "mở dấu nháy mà chưa đóng; hãy thêm dấu nháy ở cuối câu",
        True,
    ),
    (
        r"character that cannot start|cannot start any token",
        _SPECIAL_FIRST,
        True,
    ),
    (
        r"expected ',' or|flow (sequence|mapping)|flow node",
        "danh sách trong ngoặc chưa đóng hoặc thiếu dấu phẩy, ví dụ [muc-1, muc-2]",
        False,
    ),
    (r"block scalar", "dấu «|» hay «>» chỉ đứng cuối dòng; hãy đặt cả câu trong dấu nháy", True),
    (r"alias|anchor", NO_ALIASES, True),
    (r"tag", NO_TAGS, True),
    (
        r"block (mapping|sequence|collection|end)|indentation|not allowed|document start",
        "dòng này thụt vào không thẳng với các dòng cùng bậc; hãy dùng cùng số dấu cách",
        False,
    ),
)
_LONGEST = 100


def explained(error: Any, text: str) -> tuple[int, str]:
    """Return the line (from 0) of ``text`` that a ``MarkedYAMLError`` is about, and the advice."""
    said = f"{error.context or ''} {error.problem or ''}"
    # Where a quote or a list was opened helps more than where the text ran out.
    opened = re.search("quot|flow|simple key", said) and "escape" not in said
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    lines = text.rstrip().split("\n")
    place = min(mark.line, len(lines) - 1) if mark else 0
    for near in (place, place - 1):
        if near >= 0 and (advice := glued(lines[near])):
            return near, advice
    if "mapping values" in said and place and (found := _PUSHED_IN.match(lines[place])):
        return place, f"{_STANDS_IN}; hãy viết sát lề: {_shortened(found['line'])}"
    if "mapping values" in said and place and _lacks_colon(lines[place - 1]):
        return place - 1, _without_colon(lines[place - 1])
    line = lines[place]
    if _QUOTES_INSIDE.search(line):
        return place, with_mended(_NESTED_QUOTES, line)
    if _ODD_FIRST.search(line):
        return place, with_mended(_SPECIAL_FIRST, line)
    if _BRACKETS.search(line) and "flow" not in said:
        return place, with_mended(_BRACKETS_FIRST, line)
    for pattern, advice, quotes_mend in _MEANINGS:
        if re.search(pattern, said):
            if advice is _NO_COLON and (item := _GLUED_ITEM.match(line)):
                return place, f"{_NO_BLANK_AFTER_DASH}; hãy viết: - {_shortened(item['item'])}"
            if advice is _NO_COLON:
                return place, _without_colon(line)
            return place, with_mended(advice, line) if quotes_mend else advice
    return place, "không đọc được dòng này; hãy xem lại dấu hai chấm, dấu nháy và khoảng thụt"


_KEYED = re.compile(r"^[ ]*(?P<dash>(?:-[ ]+)*)(?P<key>[\w.-]+)[ ]*:[ ]+(?P<value>\S.*)$")
_GLUED = re.compile(r"^[ ]*(?P<dash>(?:-[ ]+)*)(?P<key>[a-z_]{2,30}):(?P<value>(?!//)\S.*)$")
_GLUED_DASH = re.compile(r"^[ ]*-(?P<key>[a-z_]{2,30}:[ ]+.*)$")
_GLUED_ITEM = re.compile(r"^[ ]*-(?P<item>[^\s-].*)$")
_PUSHED_IN = re.compile(r"^[ ]{1,3}(?P<line>[a-z_]{2,30}:[ ]+[^\s:](?:(?!:[ ]).)*)$")
_EQUALS = re.compile(r"^[ ]*(?P<key>[a-z_]{2,30})[ ]*=[ ]*(?P<value>\S.*)$")
# A value that opens with a quote and goes on after the same quote comes again.
_QUOTES_INSIDE = re.compile(r""":[ ]+(["'])[^"']*\1[ ]*[^\s#,\]}]""")
_ODD_FIRST = re.compile(r"^[ ]*(?:-[ ]+)?[\w-]+:[ ]+(?:[-?][ ]|[,\]}])")
_BRACKETS = re.compile(r"^[ ]*(?:-[ ]+)?[\w-]+:[ ]+(?:\[[^\[\]]*\]|\{[^{}]*\})[ ]*[^\s#]")


def glued(line: str) -> str:
    """Return the advice for ``title:Tin`` and ``-act: Đi``; nothing where the blank is there."""
    if found := _GLUED.match(line):
        return f"{_NO_BLANK}; hãy viết: {found['key']}: {_shortened(found['value'])}"
    if found := _GLUED_DASH.match(line):
        return f"{_NO_BLANK_AFTER_DASH}; hãy viết: - {_shortened(found['key'])}"
    return ""


def with_mended(message: str, line: str) -> str:
    """Return a message with the line as it should be written: its value in quotes."""
    found = _KEYED.match(line)
    if found is None:
        return message
    return f"{message}; hãy viết: {found['dash']}{found['key']}: {in_quotes(found['value'])}"


def in_quotes(value: str) -> str:
    """Return a value in quotes that YAML reads as it was meant."""
    value = value.strip()
    if value[:1] in "\"'“”‘«" and value.count(value[0]) == 1 and value[0] not in "“‘«":
        value = value[1:]
    elif _CURLY.fullmatch(value) or _WHOLE.fullmatch(value):
        value = value[1:-1]
    value = _shortened(value)
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


# Quotes around all of it: other quotes open inside, or none, or an apostrophe stands in a name.
_WHOLE = re.compile(r"""\"[^"]*(?:(?<=\s)".*)?\"|'\w*'[^"']*'""")
_CURLY = re.compile("“[^“”]*”|‘[^‘’]*’|”[^“”]*”")


def _without_colon(line: str) -> str:
    if found := _EQUALS.match(line):
        return f"{_NO_COLON}; hãy viết: {found['key']}: {_shortened(found['value'])}"
    return _NO_COLON


def _shortened(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"


def _lacks_colon(line: str) -> bool:
    return bool(line.strip()) and not re.search(r"^\s*(- |#)|:(\s|$)", line)


_BEFORE_VALUE = re.compile(
    "[ \u00a0]*(?:-[ \u00a0]+)*(?:[\"']?[\\w.-]+[\"']?[ \u00a0]*:(?=[ \u00a0]|$)[ \u00a0]*)?"
)


def soft_blanks(text: str) -> str:
    """Return YAML whose hard blanks before a value are plain ones: Word and phones type them."""
    if "\u00a0" not in text:
        return text
    return "\n".join(map(_softened, text.split("\n")))


def _softened(line: str) -> str:
    found = _BEFORE_VALUE.match(line)
    if found is None or "\u00a0" not in found[0]:
        return line
    return found[0].replace("\u00a0", " ") + line[found.end() :]
