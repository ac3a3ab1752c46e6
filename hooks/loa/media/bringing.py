"""What goes out of a file that a page or post brings along, whatever kind it is, or why it doesn't.

Each kind has its way: pictures are made anew, recordings and papers lose the notes of their makers,
drawings what could run. What nobody can clean, or nobody should publish, is told with a reason.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from loa.disk.cache import Cache
from loa.media import images
from loa.media.drawings import DrawingRefused, published_drawing
from loa.media.images import PictureRefused, can_publish_pictures
from loa.media.images.renditions import digest
from loa.media.papers.office import published_office
from loa.media.papers.pdf import published_pdf
from loa.media.papers.refused import PaperRefused
from loa.media.recordings import RecordingRefused, published_film, published_recording
from loa.text.source_text import decode

KIND = "tep"  # of entries in the cache
_VERSION = "1"  # raise it when what is taken out of a paper changes

_PDF = "hãy lưu thành PDF rồi đăng tệp ấy"
SPREADSHEETS = (
    "xls",
    "xlsx",
    "xlsm",
    "xlsb",
    "xltx",
    "csv",
    "tsv",
    "ods",
    "et",
    "numbers",
    "mdb",
    "accdb",
    "sav",
    "dbf",
)
_PROGRAMS = (
    *("exe", "bat", "cmd", "com", "msi", "msix", "scr", "ps1", "vbs", "vbe", "js", "mjs", "jse"),
    *("wsf", "hta", "jar", "apk", "xapk", "aab", "ipa", "dmg", "pkg", "deb", "rpm", "sh", "py"),
    *("php", "dll", "lnk", "url", "reg", "cpl", "docm", "dotm", "pptm", "iso", "img", "wasm"),
)
_ARCHIVES = ("zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz", "cab", "zst", "lzh")
_WEB_PAGES = ("html", "htm", "xhtml", "xht", "mht", "mhtml", "shtml", "xml", "xsl", "xslt", "svgz")
_OLD_WORD = ("doc", "dot", "wps", "rtf", "odt", "ott", "wpd", "pages")
_OLD_SLIDES = ("ppt", "pps", "ppsx", "pot", "odp", "key", "dps")
_REFUSED = {
    **dict.fromkeys(
        SPREADSHEETS,
        "bảng tính không đăng được, vì hay có cột, trang ẩn với tên và số của từng hộ; "
        "hãy chép phần cần đăng thành bảng trong bài, hoặc lưu phần ấy thành PDF",
    ),
    **dict.fromkeys(
        _PROGRAMS, "chương trình không đăng được, máy của bà con có thể bị hại; hãy bỏ liên kết"
    ),
    **dict.fromkeys(
        _ARCHIVES,
        "tệp nén không đăng được, điện thoại không mở được; hãy giải nén rồi đăng từng tệp",
    ),
    **dict.fromkeys(
        _WEB_PAGES,
        "tệp HTML, XML không đăng được, vì có thể chạy mã dưới tên trang; hãy viết thành bài, "
        "hoặc lưu thành PDF",
    ),
    **dict.fromkeys(
        _OLD_WORD, "kiểu tệp này không xóa được tên người soạn; hãy lưu thành .docx hoặc PDF"
    ),
    **dict.fromkeys(_OLD_SLIDES, f"kiểu tệp này không xóa được tên người soạn; {_PDF}"),
}
_PICTURES = ("jpg", "jpeg", "png", "webp")
_LABELS = {
    **dict.fromkeys(_PICTURES, "ảnh"),
    **dict.fromkeys(("svg", "gif"), "hình vẽ"),
    **dict.fromkeys(("mp3", "m4a", "ogg", "wav"), "ghi âm"),
    **dict.fromkeys(("mp4", "webm"), "phim"),
    "pdf": "PDF",
    "docx": "Word",
    "pptx": "PowerPoint",
    "txt": "chữ thường",
}
_OTHERS = "loại tệp này không đăng được; hãy lưu thành PDF, Word (.docx) hoặc ảnh JPEG"
_NOT_ITS_KIND = "tệp không đúng loại như đuôi tệp ghi; hãy lưu lại bằng chương trình đã làm ra tệp"


class FileRefused(Exception):
    """A file cannot be published; the text says why, in Vietnamese."""


@dataclass(frozen=True)
class Brought:
    """A file as it goes out, and what to tell whoever brought it."""

    data: bytes
    told: tuple[str, ...] = ()


def ending(name: str) -> str:
    """Return the ending of a name in small letters, without its dot."""
    return Path(name).suffix.lower().removeprefix(".")


def label(name: str) -> str:
    """Return what readers call a file of this name: "Word", "PDF", "ảnh"."""
    return _LABELS.get(ending(name), ending(name).upper())


def kind_refused(name: str) -> str | None:
    """Say why no file of this ending goes out, or None."""
    kind = ending(name)
    return None if kind in _LABELS else _REFUSED.get(kind, _OTHERS)


def brought(file: Path, cache: Cache) -> Brought:
    """Return what goes out of a file; from the cache where its bytes are known.

    Raises:
        FileRefused: it must not, or cannot, go out.
    """
    if why := kind_refused(file.name):
        raise FileRefused(why)
    if ending(file.name) in _PICTURES and not can_publish_pictures():
        raise FileRefused("máy này không nạp được thư viện ảnh (Pillow), chưa đăng được ảnh này")
    try:
        name = f"{digest(file)}-{_VERSION}{ending(file.name)}"
        folder = cache.entry(KIND, name, partial(_keep, file))
        told = json.loads((folder / "nhac.json").read_text(encoding="utf-8"))
        return Brought((folder / "tep").read_bytes(), tuple(told))
    except (PictureRefused, DrawingRefused, RecordingRefused, PaperRefused) as refused:
        raise FileRefused(str(refused)) from refused


def keep_only(files: Iterable[Path], cache: Cache) -> None:
    """Remove from the cache all that was not made from one of these files as they are now."""
    digests = {digest(file) for file in files}
    cache.keep(KIND, lambda name: name.partition("-")[0] in digests)


def _keep(file: Path, place: Path) -> None:
    found = _MAKERS[ending(file.name)](file)
    (place / "tep").write_bytes(found.data)
    (place / "nhac.json").write_text(json.dumps(found.told), encoding="utf-8")


def _picture(file: Path) -> Brought:
    return Brought(images.same_kind(file))


def _drawing(file: Path) -> Brought:
    return Brought(published_drawing(file.read_bytes()))


def _moving_drawing(file: Path) -> Brought:
    data = file.read_bytes()
    if not data.startswith((b"GIF87a", b"GIF89a")):
        raise FileRefused(_NOT_ITS_KIND)
    return Brought(data)


def _recording(file: Path) -> Brought:
    return Brought(published_recording(file).data)


def _film(file: Path) -> Brought:
    return Brought(published_film(file))


def _pdf(file: Path) -> Brought:
    return Brought(*published_pdf(file.read_bytes()))


def _office(file: Path) -> Brought:
    return Brought(*published_office(file.read_bytes(), file.suffix.lower()))


def _text(file: Path) -> Brought:
    source = decode(file.read_bytes(), file.name)
    if source.fatal:
        raise FileRefused(source.problems[0].message)
    # Notepad on an old Windows knows the letters by the mark, and the lines by both signs.
    return Brought(("\ufeff" + source.text.replace("\n", "\r\n")).encode())


_MAKERS: dict[str, Callable[[Path], Brought]] = {
    **dict.fromkeys(_PICTURES, _picture),
    "svg": _drawing,
    "gif": _moving_drawing,
    **dict.fromkeys(("mp3", "m4a", "ogg", "wav"), _recording),
    **dict.fromkeys(("mp4", "webm"), _film),
    "pdf": _pdf,
    **dict.fromkeys(("docx", "pptx"), _office),
    "txt": _text,
}
