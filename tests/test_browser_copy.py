"""From the copy page into the editors of town pages: real buttons, real Ctrl+V, nothing lost."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser_probes import STRICT, barriers, sideways, small_targets
from conftest import PageLog
from console import ROOT
from loa.exports.town_page.copy_page import copy_page
from loa.exports.town_page.editor_html import body_html
from loa.exports.town_page.plain_text import plain_text
from patience import settle, until
from town import PHOTO
from town_articles import FULLEST, PLAINEST, Counted, article_words, counted, torture
from web_server import served

pytestmark = pytest.mark.browser

MODULES = ROOT / "tests" / "node_modules"
ARTICLES = {"fullest": FULLEST, "plainest": PLAINEST, "torture": torture()}
ADDRESSES = {1: "anh/01-bai.jpg", 2: "anh/02-bai.jpg"}
FILES = [("Bản Word để trình duyệt", "bai.docx"), ("Bản phát thanh", "phat-thanh.txt")]
NOT_SECURE = "http://kho.test"

# Each page puts an editor into #box and then says so; `empty` ends when the editor is ready to be
# pasted into, `read` gives what it would save.
EDITORS = {
    "ckeditor4": """<textarea id="box"></textarea>
<script src="/m/ckeditor4/ckeditor.js"></script><script>
CKEDITOR.replace("box", { versionCheck: false, customConfig: "",
  on: { instanceReady: function (ready) {
    window.read = function () { return ready.editor.getData(); };
    window.empty = function () { return new Promise(function (done) {
      ready.editor.setData("", function () { ready.editor.focus(); done(); }); }); };
    ready.editor.focus(); document.title = "ready"; } } });
</script>""",
    "ckeditor5": """<div id="box"></div>
<script src="/m/ckeditor5/dist/browser/ckeditor5.umd.js"></script><script>
var C = CKEDITOR;
C.ClassicEditor.create(document.getElementById("box"), { licenseKey: "GPL", plugins: [
  C.Essentials, C.Paragraph, C.Heading, C.Bold, C.Italic, C.Link, C.List, C.BlockQuote, C.Table,
  C.PasteFromOffice] }).then(function (editor) {
    window.read = function () { return editor.getData(); };
    window.empty = function () { editor.setData(""); editor.editing.view.focus(); };
    window.empty(); document.title = "ready"; });
</script>""",
    "quill": """<div id="box"></div>
<script src="/m/quill/dist/quill.js"></script><script>
var editor = new Quill("#box", { modules: { toolbar: false } });
window.read = function () { return editor.getSemanticHTML(); };
window.empty = function () { editor.setText(""); editor.focus(); };
window.empty(); document.title = "ready";
</script>""",
}
TINY = """<textarea id="box"></textarea>
<script src="/m/%s/tinymce.min.js"></script><script>
tinymce.init({ selector: "#box", plugins: "lists link table", license_key: "gpl", promotion: false,
  convert_urls: false, init_instance_callback: function (editor) {
    window.read = function () { return editor.getContent(); };
    window.empty = function () { editor.setContent(""); editor.focus(); };
    window.empty(); document.title = "ready"; } });
</script>"""
EDITORS |= {name: TINY % name for name in ("tinymce6", "tinymce")}
# What is on the clipboard, as any editor sees it.
PASTED = """<div id="box" contenteditable></div><script>
document.addEventListener("paste", function (event) {
  window.pasted = { html: event.clipboardData.getData("text/html"),
    text: event.clipboardData.getData("text/plain") };
  event.preventDefault();
});
document.getElementById("box").focus(); document.title = "ready";
window.empty = function () { document.getElementById("box").focus(); };
</script>"""
# Whether there is anything to read in a piece of HTML.
WORDS = 'html => /\\w/.test(html.replace(/<[^>]*>|&\\w+;/g, ""))'
PAGE = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>…</title>'


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the kit has it, and beside it the editors that its text is pasted into."""
    folder = tmp_path_factory.mktemp("kit")
    (folder / "anh").mkdir()
    for address in ADDRESSES.values():
        (folder / address).write_bytes(PHOTO)
    for name, article in ARTICLES.items():
        (folder / f"{name}.html").write_text(copy_page(article, ADDRESSES, FILES), "utf-8")
    for name, html in (EDITORS | {"pasted": PASTED}).items():
        (folder / f"editor-{name}.html").write_text(PAGE + html, "utf-8")
    (folder / "m").symlink_to(MODULES)
    return folder


@pytest.fixture(scope="module")
def address(kit: Path) -> Iterator[str]:
    """Where the kit is served."""
    with served(kit) as found:
        yield found


@pytest.fixture(scope="module")
def context(new_context: Callable[..., BrowserContext]) -> Iterator[BrowserContext]:
    """One officer's browser, in which nothing was ever permitted."""
    with new_context() as found:
        yield found


Editor = Callable[[str], Page]


@pytest.fixture(scope="module")
def opened(context: BrowserContext, address: str) -> Editor:
    """Opens each page once: an editor takes a second to start."""
    pages: dict[str, Page] = {}

    def page_of(name: str) -> Page:
        if name not in pages:
            pages[name] = context.new_page()
            pages[name].goto(f"{address}{name}.html")
            if name.startswith("editor-"):
                expect(pages[name]).to_have_title("ready")
        pages[name].bring_to_front()
        return pages[name]

    return page_of


def press(page: Page, label: str) -> None:
    """Copy a part, and see that the page says it did."""
    told = page.get_by_role("status")
    told.evaluate("told => { told.textContent = ''; }")  # what was said of the part before
    page.locator(".tools button", has_text=label).click()
    expect(told).to_contain_text("Đã chép")


def paste(page: Page) -> Counted:
    """Press Ctrl+V in an editor, and read what it would save."""
    page.evaluate("window.empty()")
    settle(page)
    page.keyboard.press("Control+V")
    until(page, f"({WORDS})(window.read())")
    before, now = "", page.evaluate("window.read()")
    while now != before:  # an editor tidies up what it was given in a few steps
        settle(page)
        before, now = now, page.evaluate("window.read()")
    return counted(now)


FORMS = ("h2", "h3", "ul", "ol", "li", "blockquote", "table", "tr", "td", "a", "strong", "em")
# CKEditor 5 takes a first row of bold cells as it is; Quill knows no block inside another.
QUILL = ("h2", "a", "strong", "em")


@pytest.mark.parametrize("name", ["fullest", "plainest", "torture"])
@pytest.mark.parametrize("editor", EDITORS)
def test_a_post_arrives_whole(editor: str, name: str, opened: Editor) -> None:
    """The officer pastes a post into whichever editor the town page has, and nothing is lost."""
    press(opened(name), "Chép nội dung")
    found, wanted = paste(opened(f"editor-{editor}")), counted(body_html(ARTICLES[name]))

    assert Counter(article_words(ARTICLES[name])) - Counter(found.words) == Counter()
    assert found.markers == wanted.markers
    tags = QUILL if editor == "quill" else FORMS
    assert {tag: found.tags[tag] for tag in tags} == {tag: wanted.tags[tag] for tag in tags}


def clipboard(page: Page) -> dict[str, str]:
    """What any editor is given; reading it by Ctrl+V needs no permission."""
    page.evaluate("window.pasted = null; window.empty()")
    page.keyboard.press("Control+V")
    until(page, "window.pasted")
    return page.evaluate("window.pasted")


def test_both_forms_are_on_the_clipboard(opened: Editor) -> None:
    """Rich boxes get the HTML as the kit has it, plain boxes the whole text; no prompt asks."""
    press(opened("fullest"), "Chép nội dung")
    found = clipboard(opened("editor-pasted"))

    assert counted(found["html"]).tags - Counter(meta=1, html=1, head=1, body=1) == (
        counted(body_html(FULLEST)).tags + Counter(tbody=2)
        if "<tbody>" in found["html"]
        else counted(body_html(FULLEST)).tags
    )
    assert "style=" not in found["html"]
    assert found["text"] == plain_text(FULLEST)


@pytest.mark.parametrize(
    ("label", "text"), [("Chép tiêu đề", FULLEST.title), ("Chép tóm tắt", FULLEST.summary)]
)
def test_title_and_summary_are_plain(label: str, text: str, opened: Editor) -> None:
    """The boxes for title and summary get words and nothing else."""
    press(opened("fullest"), label)

    assert clipboard(opened("editor-pasted")) == {"html": "", "text": text}


def test_captions_can_be_copied(opened: Editor) -> None:
    """Each picture's caption and description go into their boxes without typing."""
    page = opened("fullest")
    page.get_by_role("button", name="Chép mô tả ảnh của ảnh 02").click()
    expect(page.get_by_role("status")).to_contain_text("Đã chép mô tả ảnh của ảnh 02")

    assert clipboard(opened("editor-pasted"))["text"] == "Chuồng bò lợp tôn bên vườn"


def test_it_works_by_double_click(context: BrowserContext, kit: Path, opened: Editor) -> None:
    """The officer opens the file itself, sees its pictures, and its button works."""
    page = context.new_page()
    page.goto((kit / "fullest.html").as_uri())
    press(page, "Chép nội dung")
    page.locator(".thumb img").first.scroll_into_view_if_needed()
    expect(page.locator(".thumb img").first).to_have_js_property("naturalWidth", 640)
    page.close()

    assert clipboard(opened("editor-pasted"))["text"] == plain_text(FULLEST)


def test_it_works_over_plain_http(new_context: Callable[..., BrowserContext], address: str) -> None:
    """In the office's network, where browsers offer no clipboard, the buttons work all the same."""
    # A name of the office's network, and no secure one, that the kit's own server answers.
    with new_context() as context:
        page = context.new_page()
        page.route(
            f"{NOT_SECURE}/**",
            lambda route: route.fulfill(
                response=route.fetch(url=address.rstrip("/") + urlsplit(route.request.url).path)
            ),
        )
        page.goto(f"{NOT_SECURE}/fullest.html")
        assert page.evaluate("window.isSecureContext") is False
        press(page, "Chép nội dung")
        page.goto(f"{NOT_SECURE}/editor-pasted.html")
        found = clipboard(page)

    assert found["text"] == plain_text(FULLEST)
    assert counted(found["html"]).words == counted(body_html(FULLEST)).words
    assert "style=" not in found["html"]


def test_where_nothing_can_be_copied_the_page_says_how(
    context: BrowserContext, address: str
) -> None:
    """An officer whose browser refuses is told what to press, and the part is selected."""
    page = context.new_page()
    page.goto(f"{address}fullest.html")
    page.evaluate(
        "() => { navigator.clipboard.write = () => Promise.reject(new Error());"
        " document.execCommand = () => false; }"
    )
    page.locator(".tools button", has_text="Chép tóm tắt").click()

    expect(page.get_by_role("status")).to_contain_text("nhấn Ctrl+C")
    assert page.evaluate("String(getSelection())").strip() == FULLEST.summary
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_everyone_can_use_the_page(
    width: int, scheme: str, context: BrowserContext, address: str
) -> None:
    """Big enough to read and press, in both themes, on a phone as on a PC; it asks nobody."""
    page = context.new_page()
    log = PageLog(address)
    log.watch(page)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}fullest.html")
    page.locator("summary").click()

    assert barriers(page, STRICT) == []
    assert sideways(page) == []
    assert small_targets(page) == []
    assert (log.errors, log.failed, log.foreign) == ([], [], [])
    page.close()
