"""What a file is that cannot be shown as a photo, told from its first bytes, whatever its name."""

from dataclasses import dataclass

_SAVE = "hãy mở ảnh bằng Paint, chọn Lưu thành, ảnh JPEG"
_ORIGINAL = "hãy mở ảnh gốc rồi lưu lại thành JPEG"


@dataclass(frozen=True)
class Kind:
    """A kind of file: the bytes it begins with at ``place``, its name, and the way out."""

    begins: bytes
    name: str
    advice: str
    place: int = 0


_TIFF, _RAW = "ảnh TIFF", "ảnh thô (RAW) của máy ảnh"
_FROM_CAMERA = "hãy lưu thành JPEG bằng phần mềm của máy ảnh"
_JP2 = "ảnh JPEG 2000"
_JXL = "ảnh JPEG XL"
_METAFILE = "hình vẽ của Windows (WMF, EMF)"
_FILM, _WORD = "phim", "tệp Word, Excel hoặc tệp nén"
_STILL = "hãy dùng ảnh chụp; phim thì ghi ở mục «video» của bài"
_GIT = "tệp thay thế của Git LFS, chưa có ảnh bên trong"
_GIT_ADVICE = "hãy chạy «git lfs pull» hoặc chép ảnh gốc vào"

# The longer beginning stands before the shorter one.
KINDS: tuple[Kind, ...] = (
    Kind(b"II*\0\x10\0\0\0CR", _RAW, _FROM_CAMERA),
    Kind(b"II*\0", _TIFF, _SAVE),
    Kind(b"MM\0*", _TIFF, _SAVE),
    Kind(b"II+\0", _TIFF, _SAVE),
    Kind(b"MM\0+", _TIFF, _SAVE),
    Kind(b"IIRO", _RAW, _FROM_CAMERA),
    Kind(b"IIRS", _RAW, _FROM_CAMERA),
    Kind(b"MMOR", _RAW, _FROM_CAMERA),
    Kind(b"IIU\0", _RAW, _FROM_CAMERA),
    Kind(b"FUJIFILMCCD-RAW", _RAW, _FROM_CAMERA),
    Kind(b"\0MRM", _RAW, _FROM_CAMERA),
    Kind(b"FOVb", _RAW, _FROM_CAMERA),
    Kind(b"ftypcrx", _RAW, _FROM_CAMERA, 4),
    Kind(b"\0\0\0\x0cjP  \r\n\x87\n", _JP2, _ORIGINAL),
    Kind(b"\xff\x4f\xff\x51", _JP2, _ORIGINAL),
    Kind(b"\xff\x0a", _JXL, _ORIGINAL),
    Kind(b"\0\0\0\x0cJXL \r\n\x87\n", _JXL, _ORIGINAL),
    Kind(b"II\xbc", "ảnh JPEG XR", _ORIGINAL),
    Kind(b"ftypavif", "ảnh AVIF, máy này chưa đọc được", _ORIGINAL, 4),
    Kind(b"ftypavis", "ảnh AVIF động", _STILL, 4),
    Kind(b"ftyp", _FILM, _STILL, 4),
    Kind(b"moov", _FILM, _STILL, 4),
    Kind(b"\x1a\x45\xdf\xa3", _FILM, _STILL),
    Kind(b"AVI ", _FILM, _STILL, 8),
    Kind(b"WAVE", "bản ghi âm", "bản ghi âm thì ghi ở mục «audio» của bài", 8),
    Kind(b"ID3", "bản ghi âm", "bản ghi âm thì ghi ở mục «audio» của bài"),
    Kind(b"8BPS", "ảnh Photoshop (PSD)", "hãy mở bằng Photoshop, chọn Lưu thành, JPEG"),
    Kind(b"gimp xcf", "ảnh GIMP (XCF)", "hãy mở bằng GIMP, chọn Xuất, JPEG"),
    Kind(b"BM", "ảnh BMP", _SAVE),
    Kind(b"\0\0\1\0", "biểu tượng (ICO)", "hãy dùng ảnh chụp"),
    Kind(b"\xd7\xcd\xc6\x9a", _METAFILE, _SAVE),
    Kind(b"\1\0\0\0l\0\0\0", _METAFILE, _SAVE),
    Kind(b"%!PS", "hình PostScript (EPS)", _ORIGINAL),
    Kind(b"%PDF", "tệp PDF", "hãy chụp lại hoặc xuất trang ấy thành ảnh JPEG"),
    Kind(b"PK\x03\x04", _WORD, _ORIGINAL),
    Kind(b"PK\x05\x06", _WORD, _ORIGINAL),
    Kind(b"\xd0\xcf\x11\xe0", _WORD, _ORIGINAL),
    Kind(b"Rar!", "tệp nén", "hãy giải nén lấy ảnh ra"),
    Kind(b"7z\xbc\xaf", "tệp nén", "hãy giải nén lấy ảnh ra"),
    Kind(b"\x1f\x8b", "tệp nén", "hãy giải nén lấy ảnh ra"),
    Kind(b"MZ", "chương trình của Windows", "hãy xóa tệp này rồi dùng ảnh gốc"),
    Kind(b"\0\5\x16\7", "tệp phụ của máy Mac (tên bắt đầu bằng ._)", "hãy dùng ảnh cùng tên"),
    Kind(b"version https://git-lfs", _GIT, _GIT_ADVICE),
    Kind(b"http://", "một địa chỉ mạng", "hãy tải ảnh về"),
    Kind(b"https://", "một địa chỉ mạng", "hãy tải ảnh về"),
    Kind(b"data:image", "ảnh ghi thành chữ (data:)", "hãy tải ảnh gốc về"),
    Kind(b"{", "tệp chữ", _ORIGINAL),
)
_SVG = Kind(b"", "hình vẽ SVG", "trong bài hãy dùng ảnh JPEG hoặc PNG")
_WEB_PAGE = Kind(b"", "trang web lưu dưới tên ảnh", "hãy bấm chuột phải vào ảnh, chọn Lưu ảnh")
_TEXT = Kind(b"", "tệp chữ", _ORIGINAL)
HEAD = 512  # bytes that tell a kind


def named(head: bytes) -> str | None:
    """Return what a file is and what to do, from its first bytes; None where nothing is known.

    The sentence begins in lower case and does not end: it goes on behind a file's name.
    """
    kind = _kind(head[:HEAD])
    if kind is None:
        return None
    return f"đây là {kind.name}, không phải ảnh JPEG, PNG hay WebP; {kind.advice}"


def _kind(head: bytes) -> Kind | None:
    for kind in KINDS:
        if head.startswith(kind.begins, kind.place):
            return kind
    plain = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if plain.startswith(b"<"):
        return _SVG if b"<svg" in plain else _WEB_PAGE
    return _TEXT if _is_text(head) else None


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.count(b"\0") >= len(head) // 4  # what Notepad calls Unicode
    try:
        # A letter may be cut in two where the head ends.
        words = head[: len(head) - 3].decode() if len(head) == HEAD else head.decode()
    except UnicodeDecodeError:
        return False
    return bool(words.strip()) and all(
        letter.isprintable() or letter in "\t\r\n" for letter in words
    )
