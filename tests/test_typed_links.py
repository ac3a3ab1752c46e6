"""Links, pictures and tables as people type them, and what comes out on the page."""

from each import each
from typed_html import comes_out, page, table

_MAIL = '<a href="mailto:ubnd@dakdoa.gialai.gov.vn">ubnd@dakdoa.gialai.gov.vn</a>'


def _link(address: str, words: str = "") -> str:
    return f'<a href="{address}">{words or address}</a>'


def test_an_address_typed_plainly_can_be_tapped() -> None:
    """Nobody copies a web address by hand from a phone's screen."""
    each(
        table(
            [
                (
                    "Xem tại https://dichvucong.gov.vn hoặc gửi ubnd@dakdoa.gialai.gov.vn.",
                    f"<p>Xem tại {_link('https://dichvucong.gov.vn')} hoặc gửi {_MAIL}.</p>",
                ),
                (
                    "(www.vi-du.vn), zalo.me/0900000000;",
                    f"<p>({_link('https://www.vi-du.vn', 'www.vi-du.vn')}), "
                    f"{_link('https://zalo.me/0900000000', 'zalo.me/0900000000')};</p>",
                ),
                (
                    "https://vi-du.vn/a_b_c/(d)?e=1!",
                    f"<p>{_link('https://vi-du.vn/a_b_c/(d)?e=1')}!</p>",
                ),
                (
                    "**https://vi-du.vn** a",
                    f"<p><strong>{_link('https://vi-du.vn')}</strong> a</p>",
                ),
                ("Web:https://vi-du.vn", f"<p>Web:{_link('https://vi-du.vn')}</p>"),
                ("`https://vi-du.vn`", "<p><code>https://vi-du.vn</code></p>"),
                (
                    "Xem [https://vi-du.vn](https://vi-du.vn).",
                    f"<p>Xem {_link('https://vi-du.vn')}.</p>",
                ),
                ("Xem <https://vi-du.vn>.", f"<p>Xem {_link('https://vi-du.vn')}.</p>"),
                (
                    'Xem <a href="https://vi-du.vn">đây</a>.',
                    f"<p>Xem {_link('https://vi-du.vn', 'đây')}.</p>",
                ),
                ("Mục v.v. và 1.000.000 đồng", "<p>Mục v.v. và 1.000.000 đồng</p>"),
                (
                    "```\nhttps://vi-du.vn\n```",
                    '<div class="highlight"><pre><span></span><code>https://vi-du.vn</code></pre></div>',
                ),
            ]
        ),
        comes_out,
    )


def test_a_link_that_was_meant_is_one() -> None:
    """A blank, a bracket in a name, a missing bracket: what was meant is plain."""
    each(
        table(
            [
                (
                    "Xem [đây] (https://vi-du.vn).",
                    f"<p>Xem {_link('https://vi-du.vn', 'đây')}.</p>",
                ),
                ("Xem [đây]().", "<p>Xem đây.</p>"),
                ("Xem [](https://vi-du.vn).", f"<p>Xem {_link('https://vi-du.vn')}.</p>"),
                (
                    "Xem [đây](https://vi-du.vn nhé",
                    f"<p>Xem {_link('https://vi-du.vn', 'đây')} nhé</p>",
                ),
                ("[1] (mục dưới)", "<p>[1] (mục dưới)</p>"),
                ("[xem](chú thích ở dưới)", "<p>[xem](chú thích ở dưới)</p>"),
                ("[anh](chi), [nửa](1/2)", "<p>[anh](chi), [nửa](1/2)</p>"),
                ("[vay](vay-von)", '<p><a class="lone" href="vay-von">vay</a></p>'),
                ("[nộp](2026)", "<p>[nộp](2026)</p>"),
                ("[Lưu ý]: gọi trước khi đến", "<p>[Lưu ý]: gọi trước khi đến</p>"),
                ("![bò](bo (1).jpg)", '<p><img alt="bò" src="bo%20%281%29.jpg"></p>'),
                ("![bò](bo(1).jpg)", '<p><img alt="bò" src="bo%281%29.jpg"></p>'),
                ("![bò](anh\\bo.jpg)", '<p><img alt="bò" src="anh/bo.jpg"></p>'),
                ("![b][a]\n\n[a]: bo (1).jpg", '<p><img alt="b" src="bo%20%281%29.jpg"></p>'),
                ("![bò] (anh/bo.jpg)", '<p><img alt="bò" src="anh/bo.jpg"></p>'),
                ("![bò][a]\n\n[a]: anh/bo.jpg", '<p><img alt="bò" src="anh/bo.jpg"></p>'),
                ("![bò]\n\n[Bò]: anh/bo.jpg", '<p><img alt="bò" src="anh/bo.jpg"></p>'),
                (
                    "Xem [đây][a].\n\n[a]: https://vi-du.vn",
                    f"<p>Xem {_link('https://vi-du.vn', 'đây')}.</p>",
                ),
            ]
        ),
        comes_out,
    )


def test_many_links_in_a_paragraph_stay_links() -> None:
    """A list of a hundred villages in one line is no mistake."""
    assert page("[a](b.md) **c** " * 300).count("<a href=") == 300


def test_a_table_is_a_table() -> None:
    """No bars in the middle of a sentence."""
    head = "<table><thead><tr><th>A</th><th>B</th></tr></thead>"
    whole = f"{head}<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"

    each(
        table(
            [
                ("Mức:\n| A | B |\n| --- | --- |\n| 1 | 2 |", f"<p>Mức:</p>{whole}"),
                ("Mức:\nA | B\n--|--\n1 | 2\nHết.", f"<p>Mức:</p>{whole}<p>Hết.</p>"),
                ("| A | B |\n| 1 | 2 |", whole),
                ("| A | B |\n|—|—|\n| 1 | 2 |", whole),
                ("A\tB\n1\t2", whole),
                (
                    "- mức:\n  | A | B |\n  | --- | --- |\n  | 1 | 2 |",
                    f"<ul><li><p>mức:</p>{whole}</li></ul>",
                ),
                (
                    "| A |\n| --- |\n| 1 | 2 |",
                    "<table><thead><tr><th>A</th><th></th></tr></thead>"
                    "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
                ),
            ]
        ),
        comes_out,
    )
