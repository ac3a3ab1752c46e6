"""Word and PowerPoint files as they may be published: nobody's name, no comment, no old text.

Such a file is a zip of parts; it is packed anew from those that readers see. What cannot be taken
out without breaking it (spreadsheets inside, programs, passwords) is told instead.
"""

import posixpath
import re
import zipfile
import zlib
from io import BytesIO
from urllib.parse import unquote
from xml.etree import ElementTree

from loa.media.images.bare import bare
from loa.media.papers.refused import BROKEN, PaperRefused
from loa.media.papers.word_xml import rewritten

MOST_BYTES, MOST_PARTS = 200_000_000, 5_000
TYPES = "[Content_Types].xml"
_MAIN = {".docx": "word/document.xml", ".pptx": "ppt/presentation.xml"}
_PRIVATE = re.compile(
    r"docprops/.*|docmetadata/.*|customxml/.*|_xmlsignatures/.*"
    r"|(?:word|ppt)/(?:comments\w*|people|commentauthors|authors)\.xml(?:\.rels)?"
    r"|(?:word|ppt)/_rels/(?:comments\w*|people)\.xml\.rels"
    r"|(?:word|ppt)/(?:comments|threadedcomments|persons|printersettings|notesslides)/.*"
    r"|.*thumbnail\.\w+"
)
_PROGRAM = re.compile(r".*(?:vbaproject|vbadata|activex|/macrosheets).*|.*\.(?:exe|dll|js|bat)")
_INSIDE = re.compile(r"(?:word|ppt)/embeddings/.*")
_PHOTO = re.compile(r".*\.(?:jpe?g|png)")
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SAFE_TARGET = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_DAY = (1980, 1, 1, 0, 0, 0)

MACROS = "tệp có chương trình (macro) bên trong; hãy lưu lại thành PDF"
SPREADSHEET = (
    "trong tệp có nhúng bảng tính hoặc tệp khác, người đọc mở ra thấy hết số liệu; hãy dán thành "
    "bảng thường hoặc lưu thành PDF"
)
LOCKED = "tệp có mật khẩu hoặc là kiểu Word cũ đổi đuôi; hãy mở bằng Word, lưu thành .docx hoặc PDF"
TRACKED = (
    "tệp còn chỗ sửa chờ duyệt (Track Changes); bản đăng đã nhận phần thêm, bỏ phần xóa. Hãy xem "
    "lại, rồi trong Word chọn Review, Accept All"
)


def published_office(data: bytes, ending: str) -> tuple[bytes, tuple[str, ...]]:
    """Return a Word or PowerPoint file as it may be published, and what to tell its writer.

    The same file gives the same bytes.

    Raises:
        PaperRefused: it cannot be read, or holds what cannot be taken out.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise PaperRefused(LOCKED)
    parts = _parts(data)
    if TYPES not in parts or _MAIN[ending] not in parts:
        raise PaperRefused(BROKEN)
    for name in parts:
        if _PROGRAM.fullmatch(name.lower()):
            raise PaperRefused(MACROS)
        if _INSIDE.fullmatch(name.lower()):
            raise PaperRefused(SPREADSHEET)
    if b"macroenabled" in parts[TYPES].lower():
        raise PaperRefused(MACROS)
    private = {name for name in parts if _PRIVATE.fullmatch(name.lower())}
    packed, tracked = BytesIO(), False
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(parts.keys() - private, key=lambda name: (name != TYPES, name)):
            content, changes = _cleaned(name, parts[name], private)
            tracked |= changes
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content, compresslevel=9)
    return packed.getvalue(), (TRACKED,) if tracked else ()


def _parts(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            entries = [one for one in packed.infolist() if not one.is_dir()]
            if len(entries) > MOST_PARTS or sum(one.file_size for one in entries) > MOST_BYTES:
                raise PaperRefused("tệp quá lớn; hãy lưu thành PDF")
            if any(one.flag_bits & 1 for one in entries):
                raise PaperRefused(LOCKED)
            return {one.filename.replace("\\", "/"): packed.read(one) for one in entries}
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, RuntimeError, zlib.error) as error:
        raise PaperRefused(BROKEN) from error


def _cleaned(name: str, content: bytes, private: set[str]) -> tuple[bytes, bool]:
    lower = name.lower()
    if name == TYPES:
        return _types(content, private), False
    if lower.endswith(".rels"):
        return _relations(name, content, private), False
    if lower.endswith(".xml"):
        return rewritten(content, is_word=lower.startswith("word/"))
    return (bare(content).data if _PHOTO.fullmatch(lower) else content), False


def _types(content: bytes, private: set[str]) -> bytes:
    gone = {f"/{name}".lower() for name in private}
    root = _tree(content)
    for element in list(root):
        if element.get("PartName", "").lower() in gone:
            root.remove(element)
    ElementTree.register_namespace("", _TYPES_NS)
    return bytes(ElementTree.tostring(root, "UTF-8", xml_declaration=True))


def _relations(name: str, content: bytes, private: set[str]) -> bytes:
    folder = posixpath.dirname(posixpath.dirname(name))
    root = _tree(content)
    for element in list(root):
        target = element.get("Target", "")
        if element.get("TargetMode") == "External":
            if element.get("Type", "").endswith("/attachedTemplate"):
                root.remove(element)
            elif not _SAFE_TARGET.match(target):
                element.set("Target", "about:blank")  # a place on somebody's disk
        elif _inside(folder, target) in private:
            root.remove(element)
    ElementTree.register_namespace("", _RELATIONS_NS)
    return bytes(ElementTree.tostring(root, "UTF-8", xml_declaration=True))


def _inside(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")


def _tree(content: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise PaperRefused(BROKEN)
    try:
        return ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise PaperRefused(BROKEN) from error
