"""Whoever would rather listen does: to a recording, or to the voice inside the phone."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from browser_probes import STRICT, barriers, sideways, small_targets
from browser_talking import STORY, build_talking

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
POLICY = "chinh-sach/vay-von-ho-ngheo/"
# A phone's speech in place of one: it keeps what it was asked to say, and says it when told to.
SPEECH = """
(() => {
  const lang = %s, spoken = window.spoken = [];
  const voice = { lang, name: "Giọng ví dụ", localService: %s };
  const speech = { getVoices: () => speech.ready ? [voice] : [], ready: %s, onvoiceschanged: null,
    cancel() { spoken.push("dừng"); },
    speak(line) { spoken.push(line.text); window.line = line; } };
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
})();
"""


@pytest.fixture
def story(new_page: Callable[..., Page], talking: str) -> Page:
    """The story with recordings, on a phone."""
    page = new_page(talking, viewport=PHONE)
    page.goto(f"{STORY}/")
    return page


def speaking(page: Page, lang: str = "vi-VN", *, inside: bool = True, ready: bool = True) -> Page:
    """Give a page a phone's voice before it loads anything."""
    truth = {True: "true", False: "false"}
    page.add_init_script(SPEECH % (f'"{lang}"', truth[inside], truth[ready]))
    return page


def spoken(page: Page) -> list[str]:
    """What the voice was asked to say, without being told to stop."""
    return [line for line in page.evaluate("window.spoken") if line != "dừng"]


def in_parts(route: Route) -> None:
    """Answer as hosts do, from the byte that is asked for; the test's own server cannot."""
    whole = route.fetch(headers={}).body()
    start = int(re.findall(r"bytes=(\d+)", route.request.headers.get("range", "bytes=0-"))[0])
    route.fulfill(
        status=206,
        body=whole[start:],
        headers={
            "content-type": "audio/mpeg",
            "accept-ranges": "bytes",
            "content-range": f"bytes {start}-{len(whole) - 1}/{len(whole)}",
        },
    )


def played(page: Page) -> None:
    """Wait until something was heard of the first recording."""
    expect(page.locator("[data-now]")).not_to_have_text("0:00")


def test_a_recording_says_what_it_costs_before_it_is_fetched(story: Page) -> None:
    """A listener with prepaid data reads minutes and size, and not a byte is taken yet."""
    asked: list[str] = []
    story.on("request", lambda request: asked.append(request.url))
    story.reload(wait_until="networkidle")

    expect(story.locator(".listen-note")).to_have_text("3 giây · 9\xa0kB")
    expect(story.locator("audio").first).to_have_attribute("preload", "none")
    assert [url for url in asked if re.search(r"\.(mp3|ogg)$|listen\.js", url)] == []


def test_one_tap_plays_and_the_next_pauses(story: Page) -> None:
    """A resident of sixty needs one big button: it plays, it pauses, it says which."""
    button = story.locator(".play")
    assert button.bounding_box()["width"] >= 60
    button.click()
    expect(story.locator(".listen-title")).to_have_text("Đang đọc")
    played(story)
    button.click()

    expect(story.locator(".listen-title")).to_have_text("Nghe bài này")
    assert story.evaluate("document.querySelector('audio').paused")


def test_a_recording_plays_from_a_stick(
    new_page: Callable[..., Page], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """In a village without a network the voice of a neighbour is heard all the same."""
    site, project = tmp_path_factory.mktemp("stick"), tmp_path_factory.mktemp("project")
    build_talking(site, project, directory_urls=False)
    page = new_page(f"{site.as_uri()}/", offline=True, viewport=PHONE)
    page.goto(f"{STORY}.html")
    page.locator(".play").click()

    expect(page.locator(".listen-title")).to_have_text("Đang đọc")
    played(page)


def test_the_slider_moves_through_the_recording(story: Page) -> None:
    """Whoever missed a sentence goes back, by finger or by keyboard."""
    story.route(re.compile(r"\.mp3$"), in_parts)
    story.locator(".play").click()
    played(story)
    story.locator(".play").click()
    slider = story.get_by_role("slider")
    slider.focus()
    story.keyboard.press("Home")
    story.keyboard.press("ArrowRight")

    assert story.evaluate("document.querySelector('audio').currentTime") == pytest.approx(1)
    expect(slider).to_have_attribute("aria-valuetext", re.compile(r"^0:01 trên 0:03$"))


def test_a_listener_chooses_the_language(story: Page) -> None:
    """A Jrai listener hears Jrai, and can read along in Jrai."""
    story.locator(".play").click()
    story.get_by_role("button", name="Jrai").click()

    expect(story.get_by_role("button", name="Jrai")).to_have_attribute("aria-pressed", "true")
    assert story.evaluate("[...document.querySelectorAll('audio')].map((one) => one.paused)") == [
        True,
        False,
    ]
    story.locator(".transcript:visible summary").first.click()
    expect(story.locator(".transcript [lang=jra]")).to_have_text("ƀuôn ĕ kŏn (lời ví dụ)")
    expect(story.locator(".listen-missing")).to_have_text("Chưa có bản đọc tiếng Bahnar.")


def test_a_lost_connection_can_be_tried_again(story: Page) -> None:
    """A recording that does not come is said to be missing, and a tap tries once more."""
    story.route(
        re.compile(r"\.mp3$"),
        lambda route: route.fulfill(body=""),
    )
    story.locator(".play").click()
    expect(story.locator(".listen-title")).to_have_text("Chưa tải được, bấm để thử lại")
    story.unroute(re.compile(r"\.mp3$"))
    story.locator(".play").click()

    expect(story.locator(".listen-title")).to_have_text("Đang đọc")


def test_without_scripts_the_browser_plays(new_page: Callable[..., Page], talking: str) -> None:
    """A listener in a saving mode still has every recording, its size and its words."""
    page = new_page(talking, java_script_enabled=False, viewport=PHONE)
    page.goto(f"{STORY}/")

    expect(page.locator("audio:visible")).to_have_count(2)
    expect(page.locator(".play:visible")).to_have_count(0)
    expect(page.get_by_role("link", name="Tải về (9\xa0kB)")).to_be_visible()


def test_what_is_published_is_only_the_sound(story: Page) -> None:
    """Whoever downloads a recording learns nothing about the phone that made it."""
    for link in story.locator("a[download]").all():
        body = story.request.get(link.evaluate("link => link.href")).body()
        assert len(body) > 3000
        assert b"Vi-Du" not in body


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_listening_shuts_nobody_out(story: Page, theme: str) -> None:
    """Playing, paused, by day or by night: everybody can read and press the player."""
    story.emulate_media(color_scheme=theme, reduced_motion="reduce")
    found = barriers(story, STRICT)
    story.locator(".play").click()
    expect(story.locator(".listen-track")).to_be_visible()
    found += barriers(story, STRICT) + small_targets(story)
    story.set_viewport_size({"width": 320, "height": 640})
    story.evaluate("document.documentElement.dataset.text = '2'")
    found += sideways(story)

    assert not found, "\n".join(found)


def test_another_language_is_one_tap_away(story: Page) -> None:
    """A Bahnar reader finds the Bahnar summary, marked as Bahnar for the voice that reads it."""
    story.get_by_role("link", name="Tiếng Bahnar").click()

    expect(story.locator("#tieng-bdq")).to_be_in_viewport()
    expect(story.locator("#tieng-bdq")).to_have_attribute("lang", "bdq")
    expect(story.locator("#tieng-bdq [lang=vi]")).to_contain_text("người dịch: Người Ví Dụ")


def test_jrai_letters_come_from_our_own_face(story: Page) -> None:
    """No word in Jrai is patched together from two faces."""
    story.evaluate("document.fonts.ready")
    # On the first page the letters may come too late to be shown: nothing moves under a reader.
    story.reload()
    session = story.context.new_cdp_session(story)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send(
        "DOM.querySelector", {"nodeId": root, "selector": "#tieng-jra > p:not(.meta)"}
    )
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node["nodeId"]})["fonts"]

    assert [font["familyName"] for font in fonts] == ["Be Vietnam Pro"]


def test_a_film_is_a_link_and_never_a_window(story: Page) -> None:
    """A resident decides whether to open another site, told which one; the words stand here."""
    film = story.locator(".film")

    expect(film.get_by_role("link")).to_have_attribute("href", "https://video.example.org/xem/1")
    expect(film.get_by_role("link")).to_contain_text("video.example.org, tốn dữ liệu")
    film.locator("summary").click()
    expect(film.locator("[lang=vi]")).to_have_text("Lời trong phim ví dụ.")
    expect(story.locator("iframe, video, embed, object")).to_have_count(0)


# --- the voice of the phone ----------------------------------------------------------------------


def test_the_phone_reads_title_summary_and_text(page: Page) -> None:
    """Whoever cannot read hears the whole post, sentence by sentence, in its order."""
    speaking(page).goto(POLICY)
    page.get_by_role("button", name="Nghe bài").click()
    expect(page.locator(".speaking")).to_contain_text("Phần 1")
    for _ in range(200):
        if page.locator(".speaking").is_hidden():
            break
        page.evaluate("window.line.onend()")
    said = spoken(page)

    assert said[0] == page.locator("h1").inner_text().replace("\xa0", " ").replace("\n", " ")
    assert page.locator(".lead").inner_text().startswith(said[1][:40])
    assert len(said) > 20
    last = page.locator(".prose :is(p, li):not(.legal *)").last.inner_text()
    assert said[-1].split()[-1] in last
    assert all(len(line) < 400 for line in said)


def test_the_reading_pauses_goes_on_and_stops(page: Page) -> None:
    """A listener who is called away loses no sentence."""
    speaking(page).goto(POLICY)
    page.get_by_role("button", name="Nghe bài").click()
    expect(page.locator(".speaking")).to_contain_text("Phần 1")
    page.evaluate("window.line.onend()")
    paused_at = spoken(page)[-1]
    page.get_by_role("button", name="Tạm dừng").click()
    page.evaluate("window.line.onend()")  # the phone reports the cancelled sentence as ended
    assert spoken(page)[-1] == paused_at

    page.get_by_role("button", name="Đọc tiếp").click()
    assert spoken(page)[-1] == paused_at
    assert len(spoken(page)) == 3
    page.get_by_role("button", name="Dừng", exact=True).click()
    expect(page.locator(".speaking")).to_be_hidden()
    expect(page.get_by_role("button", name="Nghe bài")).to_be_focused()


@pytest.mark.parametrize(("lang", "inside"), [("en-US", True), ("vi-VN", False)])
def test_no_voice_no_button(page: Page, lang: str, inside: bool) -> None:
    """No button where Vietnamese would be read by an English voice, or sent to a company."""
    speaking(page, lang, inside=inside).goto(POLICY)
    page.wait_for_load_state("networkidle")

    expect(page.locator(".speak")).to_be_hidden()


def test_a_voice_that_wakes_late_is_found(page: Page) -> None:
    """Android names its voices only after a while; the button comes with them."""
    speaking(page, "vi_VN", ready=False).goto(POLICY)
    expect(page.locator(".speak")).to_be_hidden()
    page.evaluate("speechSynthesis.ready = true, speechSynthesis.onvoiceschanged()")

    expect(page.get_by_role("button", name="Nghe bài")).to_be_visible()


def test_a_recording_is_better_than_a_machine(new_page: Callable[..., Page], talking: str) -> None:
    """Where a person has read the post in Vietnamese, the phone's voice is not offered."""
    page = speaking(new_page(talking))
    page.goto(f"{STORY}/")

    expect(page.locator(".speak")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_bar_shuts_nobody_out(page: Page, site: Path, theme: str) -> None:
    """The bar at the foot of the screen can be read and pressed on the smallest phone."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    speaking(page).goto(POLICY)
    page.evaluate("document.documentElement.dataset.text = '2'")
    page.get_by_role("button", name="Nghe bài").click()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".being-read")).to_have_count(1)
    found = barriers(page, STRICT) + small_targets(page) + sideways(page)

    assert not found, "\n".join(found)
