"""Whatever is pasted into a post, nothing runs in a reader's browser and nobody else is asked."""

import html

import pytest
from markdown import Markdown
from mkdocs.config import load_config

from console import ROOT
from html_dangers import dangers
from loa.text import safe_html
from loa.text.safe_html import is_safe_address


@pytest.fixture(scope="module")
def extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """The Markdown of the real site: names and settings of its extensions."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return config.markdown_extensions, config.mdx_configs


@pytest.fixture(params=["nh3", "no nh3"])
def convert(
    request: pytest.FixtureRequest,
    extensions: tuple[list[str], dict[str, dict[str, object]]],
    monkeypatch: pytest.MonkeyPatch,
) -> Markdown:
    """The site's Markdown, with the sanitiser and as where Windows refuses to load it."""
    if request.param == "no nh3":
        monkeypatch.setattr(safe_html, "nh3", None)
    names, settings = extensions
    return Markdown(extensions=names, extension_configs=settings)


def test_the_finder_finds() -> None:
    """A test that cannot see danger would call everything safe."""
    page = '<a href=" java&#10;script:x" ONCLICK=x style=x>a</a><script>x</script>'

    assert dangers(page) == ["javascript:x", "onclick", "style", "<script>"]


RAW = """
<script>alert(1)</script>
a <script src=//b.example></script> c
<script\v>alert(1)</script\v>
<scr<script>ipt>alert(1)</script>
</p><script>alert(1)//
<SCRIPT>alert(1)</SCRIPT>
<img src=x onerror=alert(1)>
<img src="x"/onerror=alert(1)>
<b ONCLICK=alert(1)>b</b>
<details open ontoggle=alert(1)>a</details>
<p style='position:fixed'>a</p>
<iframe src=https://b.example></iframe>
<iframe srcdoc='<script>x</script>'></iframe>
<style>*{display:none}</style>
<svg onload=alert(1)><script>x</script></svg>
<math><mi xlink:href='javascript:x'>a</mi></math>
<object data=x></object><embed src=x>
<form action=//b.example><input name=a><button>b</button></form>
<base href=//b.example>
<meta http-equiv=refresh content='0;url=//b.example'>
<link rel=stylesheet href=//b.example>
<!--><script>alert(1)</script>-->
<![CDATA[<script>x</script>]]>
<?php <script>x</script> ?>
<a href='javascript:x'>a</a>
<a href=' &#14; java&#9;script:x'>a</a>
<a href='vbscript:x'>a</a>
<input type=image src=x onerror=x>
<video src=x onerror=x></video>
<noscript><p title='</noscript><img src=x onerror=x>'>
"""
LINKS = r"""
javascript:alert(1)
JaVaScRiPt:alert(1)
<java script:x>
javascript&#58;x
&#106;avascript:x
&#x6A;avascript&colon;x
javascript&Tab;:x
&#1;javascript:x
%0Ajavascript:x
java\script:x
vbscript:x
data:text/html;base64,PHNjcmlwdD4=
data:image/svg+xml,<svg onload=x>
DATA:text/html,x
file:///etc/passwd
blob:https://b.example/x
intent://x#Intent;end
"""
AROUND = (
    *("[a]({})", "![a]({})", '[a]({} "b")', "[a][b]\n\n[b]: {}", "<{}>", "## [a]({})"),
    *("a[^1]\n\n[^1]: [b]({})", "| a |\n|---|\n| [b]({}) |", "![a][b]\n\n[b]: {} 'c'"),
)
INSIDE = {
    "note": '!!! note "{}"\n    a',
    "folded": '??? note "{}"\n    {}',
    "tab": '=== "{}"\n    {}',
    "list": "- [ ] {}",
    "definition": "Từ\n: {}",
    "footnote": "a[^1]\n\n[^1]: {}",
    "quote": "> {}",
    "table": "| a |\n|---|\n| {} |",
    "code": "`{0}`\n\n```html\n{0}\n```",
}
ATTRIBUTES = [
    *("[a](b){{: onclick=alert(1) }}", "## a {{: onclick=x {0} }}", "![a](b){{: {0} onerror=x }}"),
    *("a\n{{: onmouseover=x {0} }}", "``` {{.py onclick=x {0}}}\na\n```", "- a\n  {{: {0} }}"),
]


@pytest.mark.parametrize("text", RAW.strip().split("\n"))
def test_raw_html_cannot_act(convert: Markdown, text: str) -> None:
    """A snippet copied from a web page brings its words at most."""
    assert dangers(convert.convert(text.replace("\v", "\n"))) == []


@pytest.mark.parametrize(
    "address", [*LINKS.split("\n")[1:-1], "java\tscript:x", "\x01javascript:x"]
)
def test_links_lead_to_pages_only(convert: Markdown, address: str) -> None:
    """No link runs code or opens a document that hides in its own address."""
    for around in AROUND:
        assert dangers(convert.reset().convert(around.format(address))) == []


@pytest.mark.parametrize("inside", INSIDE.values(), ids=INSIDE)
def test_no_construct_lets_html_through(convert: Markdown, inside: str) -> None:
    """Notes, tabs, tables and footnotes are as safe as plain paragraphs."""
    attack = "<img src=x onerror=alert(1)><script>alert(1)</script>"

    assert dangers(convert.convert(inside.format(attack, attack))) == []


@pytest.mark.parametrize("text", ATTRIBUTES)
def test_attribute_lists_bring_no_code_and_no_foreign_look(convert: Markdown, text: str) -> None:
    """Curly-brace attributes set no handler, no style and no second address for a picture."""
    attack = 'style="background:url(https://b.example)" srcset="https://b.example/a 2x"'

    assert dangers(convert.convert(text.format(attack))) == []


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        *(("../chinh-sach/a.md", True), ("https://a.vn/?b=javascript:c", True), ("#ai", True)),
        *(("mailto:a@b.vn", True), ("tel:02693831111", True), ("a/b:c", True), ("", True)),
        *(("javascript:x", False), (" javascript:x", False), ("java\nscript:x", False)),
        *(("javascript&#58;x", False), ("data:text/html,x", False), ("ftp://a.vn", False)),
    ],
)
def test_an_address_is_judged_as_a_browser_reads_it(address: str, safe: bool) -> None:
    """Checks and pages agree on what is a safe link."""
    assert is_safe_address(address) is safe


def test_ordinary_writing_comes_through(convert: Markdown) -> None:
    """What officers do write, links, pictures, tables, notes, is untouched."""
    text = (
        "## Ai được?\n\n**Hộ nghèo** xem [bài](https://a.vn/b?c=1&d=2), "
        "hoặc gọi [số này](tel:0269).\n\n"
        '!!! note "Nhớ"\n    Mang giấy.\n\n| Khoản | Mức |\n|---|---|\n| Vay | 5 < 10 |\n'
    )
    page = html.unescape(convert.convert(text))

    for part in (
        *('id="ai-duoc"', "<strong>Hộ nghèo</strong>", 'href="https://a.vn/b?c=1&d=2"'),
        *('href="tel:0269"', 'class="admonition note"', "<td>5 < 10</td>"),
    ):
        assert part in page


def test_the_steps_of_a_policy_are_drawn(convert: Markdown) -> None:
    """The lists that data makes look the same on every PC, with or without the sanitiser."""
    page = convert.convert('\n<ol class="steps"><li><strong>Gặp tổ</strong> a</li></ol>\n')

    assert '<ol class="steps"><li><strong>Gặp tổ</strong>' in page
