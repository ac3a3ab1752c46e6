"""Tags, braces, code and notes to oneself, and what the writer is told."""

from each import each
from loa.text.typed import mended
from typed_html import Row, comes_out, page, table


def _said(rows: list[Row]) -> None:
    def judge(row: Row) -> None:
        typed, begins = row
        assert any(told.message.startswith(begins) for told in mended(typed).told), mended(typed)

    each(table(rows), judge)


def test_words_in_brackets_are_shown_as_typed() -> None:
    """A form to fill in shows what to fill in."""
    each(
        table(
            [
                ("Tên <họ và tên>, <năm sinh>.", "<p>Tên &lt;họ và tên&gt;, &lt;năm sinh&gt;.</p>"),
                ("<tên thôn>", "<p>&lt;tên thôn&gt;</p>"),
                ("A<B, C>D, a<b, <3, <18", "<p>A&lt;B, C&gt;D, a&lt;b, &lt;3, &lt;18</p>"),
                ("<Ho ten>, <b va c>", "<p>&lt;Ho ten&gt;, &lt;b va c&gt;</p>"),
                ("<b>đậm</b><br>hai", "<p><b>đậm</b><br>hai</p>"),
                ("Nội dung<o:p></o:p>", "<p>Nội dung</p>"),
                ('<p class="MsoNormal">Nội dung<o:p></o:p></p>', "<p>Nội dung</p>"),
                ("<st1:place w:st='on'>Đak Thử</st1:place>", "<p>Đak Thử</p>"),
                ("**An**{tên}", "<p><strong>An</strong>{tên}</p>"),
                ("## Ai {tên}", '<h2 id="ai-ten">Ai {tên}</h2>'),
                ("## Ai {#ai}", '<h2 id="ai">Ai</h2>'),
                ("{{ lai-suat }} và 2*3*4", "<p>{{ lai-suat }} và 2*3*4</p>"),
            ]
        ),
        comes_out,
    )


def test_code_and_notes_of_the_site_stay_as_they_are() -> None:
    """Whoever explains Markdown, or uses the site's own blocks, is not corrected."""
    for typed in (
        "```\n- a\n  - b\n# c <x> 2*3*4 https://vi-du.vn <!-- d -->\n\t• e\n```",
        "`<!-- a --> 2*3*4 <họ>` và ``b ` <c>``",
        '!!! note "Lưu ý"\n    Một.\n\n    - a\n        - b',
        '??? info "Thêm"\n    Một.',
        '=== "A"\n    Một.',
        "Từ\n:   nghĩa",
        "Một[^1].\n\n[^1]: Hai.\n    Ba.",
        "| A | B |\n|---|:-:|\n| `a|b` | c |",
        "![a](b.jpg){: .nho }\n{: #neo .to }",
        "- [ ] một\n- [x] hai",
        "{{ cac-buoc }}",
        "<details><summary>Một</summary>\n\nHai\n\n</details>",
    ):
        assert mended(typed).text == typed
        assert mended(typed).told == ()


def test_notes_to_oneself_go_nowhere() -> None:
    """A number in a note is never on the page, and still known to the checks."""
    note = "anh Ví Dụ, số 0900 000 000"

    def judge(typed: str) -> None:
        found = mended(typed)
        assert "0900" not in found.text
        assert [note] == [said for _, said in found.notes]
        assert "Một" in page(typed)

    each(
        {
            typed: typed
            for typed in (
                f"Một.\n\n<!-- {note} -->\n\nHai.",
                f"Một <!-- {note} --> hai",
                f"Một.\n<!--\n{note}\n-->",
                f"Một.\n\n<!--\n\n{note}\n\n--> hai",
                f"Một.\n\n<!–- {note} -–>",
                f"Một.\n\n<!-- {note}",
                f"- Một\n- <!-- {note} --> hai",
                f"> Một <!-- {note} -->",
                f"Một.\n\n[//]: # ({note})",
                f'Một.\n\n[//]: # "{note}"',
                f"Một.\n\n[comment]: <> ({note})",
                f"Một.\n\n[ghi chú]: # ({note})",
            )
        },
        judge,
    )


def test_the_writer_is_told_where_the_meaning_is_not_plain() -> None:
    """What was guessed is said, with the line, so that it can be put right."""
    _said(
        [
            ("[đây] (https://vi-du.vn)", "liên kết có dấu cách"),
            ("[đây]()", "liên kết «[đây]()» không có địa chỉ"),
            ("[](https://vi-du.vn)", "liên kết tới https://vi-du.vn không có chữ"),
            ("Theo[^b].", "chú thích «[^b]» không có lời"),
            ("Một.\n\n[^b]: Hai.", "chú thích «[^b]» không được nhắc"),
            ("Một **hai.", "dấu «**» đậm"),
            ("# Một", "tiêu đề một dấu #"),
            ("\tMột.", "đoạn văn thụt đầu dòng"),
            ("```\nMột.", "khung mở bằng «```»"),
            ('<p class="MsoNormal">Một</p>', "thẻ của Word"),
        ]
    )

    assert mended("Một.\n\n\nHai.\n\n[đây]()").told[0].line == 5


def test_a_definition_may_stand_right_under_the_text() -> None:
    """A source given in the next line is a source, and no part of the sentence."""
    assert mended("Theo luật[^1].\n[^1]: Luật 5.").text == "Theo luật[^1].\n\n[^1]: Luật 5."
    assert "Luật 5" in page("Theo luật[^1].\n[^1]: Luật 5.\n[^1]: Luật 6.")
    assert "Luật 6" in page("Theo luật[^1].\n[^1]: Luật 5.\n[^1]: Luật 6.")


def test_an_open_fence_hides_nothing() -> None:
    """What stands below it is read by every rule, and shown as the text it is."""
    found = mended("Mở đầu.\n\n```\nSố 064000000000, gọi **0900000000**\n")

    assert "`" not in found.text
    assert page("Mở.\n\n```\nGọi **0900**") == "<p>Mở.</p><p>Gọi <strong>0900</strong></p>"
    assert [told.line for told in found.told] == [2]


def test_every_line_that_goes_out_knows_where_it_was_typed() -> None:
    """A rule that reads the mended text names the line that the officer sees."""
    typed = "Một <!-- a -->\n<!-- b\nc -->\nGồm:\n• đơn\n  • sổ\n| A |\n| 1 | 2 |\nHai."
    found = mended(typed)

    lines = typed.split("\n")
    for text, source in zip(found.text.split("\n"), found.lines, strict=True):
        words = [word for word in ("Một", "Gồm", "đơn", "sổ", "A", "1", "Hai") if word in text]
        assert all(word in lines[source] for word in words), (text, source)
