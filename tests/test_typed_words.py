"""Nothing that was typed vanishes, whatever habits meet; what was not meant otherwise stays."""

import re
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as some

from console import ROOT
from loa.text.typed import Told, mended
from typed_html import converted, seen

_WORDS = ("đơn", "sổ", "căn cước", "hộ nghèo", "xã", "Bà", "Năm", "2026", "064", "1.000", "3,5")
# Each way of typing with a gap for words.
_LINES = (
    *("- {}", "  - {}", "    - {}", "\t- {}", "+ {}", "• {}", "–{}", "-{}", "\uf0b7\t{}"),
    *("1. {}", "2. {}", "3. {}", "2) {}", "1/ {}", "   2. {}", "a) {}", "b) {}", "5. {}"),
    *("# {}", "#{}", "## {}", "{}\n---", "{}\n===", "---", "***", "- - -", "-", "--"),
    *("| {} | {} |", "| --- | --- |", "{}\t{}", "{} | {}", "---|---"),
    *("> {}", ">{}", "> - {}", "> > {}", "\t{}.", "    {}", "   {}", "\u00a0\u00a0{}", "", "   "),
    *("{}.", "{}:", "{}  ", "{} 2*3*4 {}", "*{}* **{}**", "{} *{}", "**{}", "_{}_ {}_{}", "***{}"),
    *(
        "[{}](https://vi-du.vn)",
        "[{}] (https://vi-du.vn)",
        "[{}]()",
        "[{}]({} {})",
        "[{}]({})",
        "[{}",
        "{}]",
    ),
    *("[{}](https://vi-du.vn {}", "[{}][m]", "[m]: https://vi-du.vn", "[{}]: {}", "![{}][m]"),
    *("![{}](anh/bo (9).jpg)", "{}[^9]", "[^9]: {}", "[^8]: {}", "https://vi-du.vn {}"),
    *("<{}> {}", "<b>{}</b>", "<div>", "</div>", "{}<o:p></o:p>", "a<b {} c>d", "{} &amp; {}"),
    *("**{}**{{{}}}", "{{{}}}", "{{: .nho }}", "```", "```\n{}\n```", "~~~\n{}", "`{}` {}"),
    *("  ```\n  {}\n  ```", '!!! note "{}"', "??? note", ":   {}", "{}\\", "\\{}", "{} ` {}"),
)
# What is typed for the converter and not for readers.
_SIGNS = re.compile(
    r"https://vi-du\.vn|\(anh/bo \(9\)\.jpg\)|\[m\]|\[\^[89]\]|</?(?:b|div|o:p)>"
    r"|(?:!!!|\?\?\?) note|\{: \.nho \}|&amp;|a<b|c>d"
)


@some.composite
def _bodies(draw: some.DrawFn) -> str:
    lines = draw(some.lists(some.sampled_from(_LINES), min_size=3, max_size=6))
    said = some.lists(some.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join)
    return "\n".join(line.format(*(draw(said) for _ in range(3))) for line in lines)


def _counted(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text))


@settings(max_examples=250, deadline=None, derandomize=True)
@given(_bodies())
def test_no_word_and_no_number_vanishes(typed: str) -> None:
    """Three habits in one text: each word and each number is still on the page."""
    found = mended(typed)

    lost = _counted(_SIGNS.sub(" ", typed)) - _counted(seen(converted(found.text)))
    # «a)» and «1.» are counted by the list; a step without words says nothing.
    lost -= Counter({"a": 9, "b": 9, **{str(number): 9 for number in range(1, 6)}})
    assert not lost, found.text


@settings(max_examples=250, deadline=None, derandomize=True)
@given(_bodies())
def test_mending_twice_gives_what_mending_once_gave(typed: str) -> None:
    """A body is the same for each of its readers, and each line knows where it came from."""
    found = mended(typed)

    assert mended(found.text).text == found.text
    assert len(found.lines) == found.text.count("\n") + 1
    assert all(0 <= line <= typed.count("\n") for line in found.lines)
    assert all(isinstance(told, Told) and told.message for told in found.told)


@settings(max_examples=250, deadline=None, derandomize=True)
@given(
    some.text(
        some.sampled_from("*_`[]()!<>{}#-+|\\&~=:\"'/ \n\t1.2)aĐo\u00a0•–\uf0b7"), max_size=60
    )
)
@example("\uf0b7\t\u00a0\n}\u00a0<\t.")  # blanks that look like columns
@example("[a](\n)")
def test_signs_without_sense_are_no_reason_to_fail(typed: str) -> None:
    """A cat on the keyboard gets a page too."""
    found = mended(typed)

    converted(found.text)
    assert len(found.lines) == found.text.count("\n") + 1


def test_what_the_town_has_published_stays_byte_for_byte() -> None:
    """Mending touches nobody's text that was well; each difference is a fault of the page today."""
    changed = []
    for folder in ("stories", "docs"):
        for file in sorted((ROOT / folder).rglob("*.md")):
            if "dev" in file.parts:
                continue
            body = file.read_text(encoding="utf-8").partition("\n---\n")[2]
            before, after = body.split("\n"), mended(body).text.split("\n")
            gone = Counter(before) - Counter(after)
            changed += [f"{file.name}: {line.strip()[:55]}" for line in gone]

    assert {line for line in changed if "<!-- Trang này do lệnh make refresh" not in line} == {
        # Tapped, it opens a letter.
        "du-lieu.md: | `email`<br>Thư điện tử | Địa chỉ thư, ví dụ ten@giala",
        "du-lieu.md: | `email`<br>Thư công vụ | Địa chỉ thư, ví dụ ten@giala",
        # «<id>» was not to be seen.
        "du-lieu.md: Mỗi mục là một bảng số liệu trong data/indicators/<id>.",
        "index.md: | [`data/indicators.yml`](du-lieu.md#indicators) | Bộ s",
    }
