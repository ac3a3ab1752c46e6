"""The list of mistakes on the pages of the preview: on every page, and on nothing else."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from each import each
from loa.desk.preview import Held, Mistakes
from loa.desk.summary import Done

PAGE = '<!doctype html><html><body class="kind-page"><p>Bài tốt</p></body></html>'.encode()
LINE = "stories/tin-tuc/a.md:4: «title»: đừng viết <b>"
Asked = tuple[str, dict[str, str], bytes]


def asked(mistakes: Mistakes, path: str, answer: tuple[str, str, bytes]) -> Asked:
    """What a browser gets of a server that would answer so."""
    status, kind, body = answer
    told: list[Any] = []

    def server(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        headers = [("Content-Type", kind), ("Content-Length", str(len(body)))] if kind else []
        start(status, [*headers, ("X-Other", "kept")])
        return [body]

    shown = b"".join(
        mistakes.around(server)(
            {"PATH_INFO": path}, lambda status, headers: told.extend((status, dict(headers)))
        )
    )
    return told[0], told[1], shown


def with_mistakes() -> Mistakes:
    """A preview that could not be built anew."""
    mistakes = Mistakes()
    mistakes.know(Done(wrong=(LINE,)))
    return mistakes


def test_every_page_tells_what_to_mend_and_keeps_its_words() -> None:
    """Whatever page the officer looks at, the line to mend is on it, and the last good text."""
    for status in ("200 OK", "404 Not Found"):
        said, headers, shown = asked(with_mistakes(), "/a/", (status, "text/html", PAGE))
        text = shown.decode()
        assert said == status
        assert "stories/tin-tuc/a.md:4: «title»: đừng viết &lt;b&gt;" in text
        assert text.index("loa-mistakes") < text.index("Bài tốt")
        assert text.startswith('<!doctype html><html><body class="kind-page">')
        assert headers["Content-Length"] == str(len(shown))
        assert headers["X-Other"] == "kept"


def test_where_there_is_no_page_yet_the_list_is_the_page() -> None:
    """The very first preview of a broken post shows what to mend, and looks again by itself."""
    said, headers, shown = asked(with_mistakes(), "/", ("404 Not Found", "text/html", b"404"))

    assert said == "200 OK"
    assert "đừng viết &lt;b&gt;" in shown.decode()
    assert b'http-equiv="refresh"' in shown
    assert headers["Content-Length"] == str(len(shown))


def test_nothing_but_pages_is_touched() -> None:
    """Pictures, styles and the answers that make a browser look again go through as they are."""
    cases = {
        "picture": ("200 OK", "image/webp", b"RIFF<body>"),
        "style": ("200 OK", "text/css", b"body{}"),
        "poll": ("200 OK", "text/plain", b"123"),
        "elsewhere": ("302 Found", "", b""),
    }

    def judge(answer: tuple[str, str, bytes]) -> None:
        said, headers, shown = asked(with_mistakes(), "/x", answer)
        assert (said, headers.get("Content-Type", ""), shown) == answer

    each(cases, judge)


def test_once_mended_the_bar_is_gone() -> None:
    """A good build leaves no trace of what was wrong before it."""
    mistakes = with_mistakes()
    mistakes.know(Done())

    assert asked(mistakes, "/a/", ("200 OK", "text/html", PAGE))[2] == PAGE


def test_a_file_that_failed_is_told_on_the_pages_that_were_built() -> None:
    """The officer sees in the preview, too, that a leaflet could not be made."""
    mistakes = Mistakes()
    mistakes.know(Done(failures=("a.md:1: chưa làm được Tờ rơi A4",)))
    text = asked(mistakes, "/a/", ("200 OK", "text/html", PAGE))[2].decode()

    assert "chưa làm được Tờ rơi A4" in text
    assert "bản tốt gần nhất" not in text


def test_a_thousand_mistakes_are_not_all_on_the_page() -> None:
    """A list that nobody reads to its end says how many more there are."""
    mistakes = Mistakes()
    mistakes.know(Done(wrong=tuple(f"dòng {number}" for number in range(1000))))
    text = asked(mistakes, "/a/", ("200 OK", "text/html", PAGE))[2].decode()

    assert text.count("<li>") == 51
    assert "và 950 chỗ nữa" in text


def test_the_bar_has_a_look_of_its_own() -> None:
    """It is styled at any depth, without the style sheet of a site that may not be there."""
    for path in ("/xem-thu.css", "/loa/xem-thu.css"):
        said, headers, shown = asked(with_mistakes(), path, ("404 Not Found", "text/html", b""))
        assert (said, headers["Content-Type"]) == ("200 OK", "text/css; charset=utf-8")
        assert b".loa-mistakes" in shown


def test_two_previews_do_not_write_to_one_folder(tmp_path: Path) -> None:
    """A second window gets pages of its own instead of spoiling those of the first."""
    first, second = Held(tmp_path / ".cache/preview"), Held(tmp_path / ".cache/preview")

    assert first.folder == tmp_path / ".cache/preview"
    assert second.folder is None


def test_a_disk_that_takes_nothing_leaves_the_preview_its_own_folder(tmp_path: Path) -> None:
    """On a stick that is write-protected the preview still shows."""
    (tmp_path / ".cache").write_text("a file in the place of the folder")

    assert Held(tmp_path / ".cache/preview").folder is None
