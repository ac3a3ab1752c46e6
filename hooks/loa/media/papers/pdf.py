"""PDF files as they may be published: written anew from what readers see.

Only what can be reached from the pages is written, so that notes on author and program, comments
and every earlier state of the file are gone. What runs, opens or carries other files is refused.
"""

import re
import zlib
from collections.abc import Iterator

from loa.media.images.bare import JPEG, bare
from loa.media.papers.pdf_objects import (
    Damaged,
    Entries,
    Plain,
    Reader,
    Reference,
    Stream,
    Value,
    is_name,
    number,
    written,
)
from loa.media.papers.refused import PaperRefused

_AGAIN = "hãy mở tệp, chọn In, máy in «Microsoft Print to PDF», rồi dùng tệp in ra"
BROKEN = f"tệp PDF hỏng hoặc kiểu lạ, không làm sạch được; {_AGAIN}"
LOCKED = f"tệp PDF có mật khẩu hoặc bị khóa; {_AGAIN}"
ACTIVE = f"tệp PDF có mã chạy hoặc có tệp khác đính bên trong; {_AGAIN}"
SIGNED = "tệp có chữ ký số; bản đăng lên chỉ còn hình chữ ký, ai cần bản ký số thì hỏi cơ quan"
MOST_BYTES = 100_000_000  # of text packed in a file

_OBJECT = re.compile(
    rb"trailer(?=[\0\t\n\f\r ]{0,9}<<)"
    rb"|(?<!\d)(\d{1,10})[\0\t\n\f\r ]{1,9}(\d{1,5})[\0\t\n\f\r ]{1,9}obj(?!\w)"
)
_LENGTH = re.compile(rb"\s{1,9}endobj\s{1,9}(\d{1,10})\s{1,9}\d{1,5}\s{1,9}obj\s{1,9}(\d{1,10})\s")
_RUNS = (b"/JavaScript", b"/Launch", b"/SubmitForm", b"/ImportData", b"/GoToE", b"/Rendition")
_REFUSED_KEYS = (b"/JS", b"/EF", b"/XFA", b"/RichMediaContent", b"/EmbeddedFiles", b"/JavaScript")
_REFUSED_NOTES = (b"/FileAttachment", b"/RichMedia", b"/Movie", b"/Screen", b"/3D", b"/Sound")
_PRIVATE = (
    *(b"/Metadata", b"/PieceInfo", b"/LastModified", b"/AA", b"/AF", b"/Perms", b"/DSS"),
    *(b"/Legal", b"/Thumb", b"/SpiderInfo", b"/CreatorInfo", b"/Collection", b"/Popup"),
)
_COMMENTS = (
    *(b"/Text", b"/Popup", b"/Highlight", b"/Underline", b"/Squiggly", b"/StrikeOut"),
    *(b"/Caret", b"/Redact"),
)
# Who drew a mark, and when; of a field of a form /T is its name.
_OF_MARKS = (b"/T", b"/RC", b"/CreationDate", b"/M", b"/Subj", b"/NM", b"/IRT")
# Below these stand names that a program chose, no keys of the format.
_MAPS = (
    *(b"/Font", b"/XObject", b"/ExtGState", b"/ColorSpace", b"/Pattern", b"/Shading"),
    *(b"/Properties", b"/CharProcs", b"/N", b"/D", b"/R", b"/Dests", b"/ClassMap", b"/RoleMap"),
)


def published_pdf(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return a PDF as it may be published, and what to tell its writer.

    The same file gives the same bytes.

    Raises:
        PaperRefused: it cannot be read, is locked, or holds what runs.
    """
    try:
        objects, root = _read(data)
        return _Cleaning(objects).written(root, _version(data))
    # Damaged is a ValueError; other numbers that are none end as one, too.
    except (ValueError, zlib.error, RecursionError, LookupError, OverflowError) as error:
        raise PaperRefused(BROKEN) from error


def _version(data: bytes) -> bytes:
    found = re.search(rb"%PDF-(\d\.\d)", data[:1024])
    return found[1] if found else b"1.7"


# --- reading -------------------------------------------------------------------------------------


def _read(data: bytes) -> tuple[dict[int, Value], Value]:
    """Return the objects of a file by their numbers, the last of each, and its catalogue."""
    if b"%PDF-" not in data[:1024]:
        raise Damaged("no PDF")
    objects: dict[int, Value] = {}
    root: Value | None = None
    place, room = 0, MOST_BYTES
    while found := _OBJECT.search(data, place):
        place = found.end()
        reader = Reader(data, place)
        if found[0] == b"trailer":
            value = reader.value()
            root = _root(value, root)
            place = reader.place
            continue
        value = reader.value()
        if isinstance(value, dict) and reader.next_is(b"stream"):
            value = _stream(value, reader)
            root = _root(value.entries, root) if _is_table(value) else root
            if is_name(value.entries.get(b"/Type"), b"/ObjStm"):
                room -= _unpack(value, objects, room)
        objects[int(found[1])] = value
        place = reader.place
    if root is None:
        raise Damaged("no catalogue")
    return objects, root


def _root(value: Value, known: Value | None) -> Value | None:
    if not isinstance(value, dict):
        return known
    if b"/Encrypt" in value:
        raise PaperRefused(LOCKED)
    return value.get(b"/Root", known)


def _is_table(value: Stream) -> bool:
    return is_name(value.entries.get(b"/Type"), b"/XRef")


def _stream(entries: Entries, reader: Reader) -> Stream:
    data, start = reader.data, reader.place
    start += 2 if data.startswith(b"\r\n", start) else 1
    length = number(entries.get(b"/Length"))
    end = start + length if length is not None else -1
    if length is None or data[end : end + 12].lstrip()[:9] != b"endstream":
        end = data.find(b"endstream", start)
        if end < 0:
            raise Damaged("a stream without end")
        told = _LENGTH.match(data, end + 9)
        length_of = entries.get(b"/Length")
        if told and isinstance(length_of, Reference) and int(told[1]) == length_of.number:
            reader.place = end + 9
            end = min(end, start + int(told[2]))
            return Stream(entries, data[start:end])
        reader.place = end + 9
        end -= 2 if data[end - 2 : end] == b"\r\n" else data[end - 1 : end] in (b"\n", b"\r")
        return Stream(entries, data[start:end])
    reader.place = data.index(b"endstream", end) + 9
    return Stream(entries, data[start:end])


def _unpack(packed: Stream, objects: dict[int, Value], room: int) -> int:
    """Read the objects inside a stream; return how many bytes they were."""
    filters = packed.entries.get(b"/Filter")
    (only,) = filters if isinstance(filters, list) and len(filters) == 1 else (filters,)
    data = packed.data
    if only is not None:
        if not is_name(only, b"/FlateDecode", b"/Fl") or b"/DecodeParms" in packed.entries:
            raise Damaged("an unknown way of packing")
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(data, room + 1)
        if len(data) > room:
            raise Damaged("too much")
    count, first = number(packed.entries.get(b"/N")), number(packed.entries.get(b"/First"))
    if count is None or first is None:
        raise Damaged("no list")
    listed = [int(word) for word in data[:first].split()[: 2 * count]]
    for name, offset in zip(listed[::2], listed[1::2], strict=True):
        objects[name] = Reader(data, first + offset).value()
    return len(data)


# --- writing -------------------------------------------------------------------------------------


class _Cleaning:
    """Goes through what can be reached, and leaves out what is nobody's business."""

    def __init__(self, objects: dict[int, Value]) -> None:
        self._objects = objects
        self._cleaned: dict[int, Value] = {}
        self._waiting: list[tuple[int, bool]] = []
        self._told: tuple[str, ...] = ()

    def written(self, root: Value, version: bytes) -> tuple[bytes, tuple[str, ...]]:
        catalogue = self._resolved(root)
        if not isinstance(root, Reference) or not isinstance(catalogue, dict):
            raise Damaged("no catalogue")
        if b"/Pages" not in catalogue:
            raise Damaged("no pages")
        self._wait(root.number, False)
        while self._waiting:
            place, is_map = self._waiting.pop()
            self._cleaned[place] = self._value(self._objects[place], is_map)
        numbers = {old: new for new, old in enumerate(self._cleaned, 1)}
        out, places = bytearray(b"%PDF-" + version + b"\n%\xe2\xe3\xcf\xd3\n"), []
        for old, new in numbers.items():
            places.append(len(out))
            out += b"%d 0 obj\n" % new + written(self._cleaned[old], numbers) + b"\nendobj\n"
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        head: Entries = {b"/Size": Plain(b"%d" % (len(places) + 1)), b"/Root": root}
        out += b"trailer\n" + written(head, numbers) + b"\nstartxref\n%d\n%%%%EOF\n" % table
        return bytes(out), self._told

    def _wait(self, place: int, is_map: bool) -> None:
        if place not in self._cleaned and place in self._objects:
            self._cleaned[place] = Plain(b"null")  # its place in the order is taken
            self._waiting.append((place, is_map))

    def _resolved(self, value: Value | None) -> Value | None:
        for _ in range(20):
            if not isinstance(value, Reference):
                break
            value = self._objects.get(value.number)
        return value

    def _value(self, value: Value, is_map: bool = False) -> Value:
        if isinstance(value, Reference):
            self._wait(value.number, is_map)
            return value
        if isinstance(value, list):
            return [self._value(item) for item in value]
        if isinstance(value, dict):
            return self._entries(value, is_map)
        if isinstance(value, Stream):
            return self._stream(value)
        return value

    def _entries(self, entries: Entries, is_map: bool) -> Entries:
        if is_map:
            self._refuse(is_name(self._resolved(entries.get(b"/S")), *_RUNS))
            return {key: self._value(value) for key, value in entries.items()}
        self._refuse_what_runs(entries)
        kept: Entries = {}
        for key, value in self._seen(entries):
            kept[key] = self._value(value, key in _MAPS)
        return kept

    def _refuse_what_runs(self, entries: Entries) -> None:
        runs = is_name(self._resolved(entries.get(b"/S")), *_RUNS)
        carries = is_name(self._resolved(entries.get(b"/Subtype")), *_REFUSED_NOTES)
        is_note = b"/Rect" in entries
        opens = any(key in entries for key in _REFUSED_KEYS)
        self._refuse(runs or (carries and is_note) or opens)

    def _refuse(self, runs: bool) -> None:
        if runs:
            raise PaperRefused(ACTIVE)

    def _seen(self, entries: Entries) -> Iterator[tuple[bytes, Value]]:
        """Yield the entries of a dictionary that readers have something of."""
        is_mark = b"/Rect" in entries and not is_name(
            entries.get(b"/Subtype"), b"/Widget", b"/Link"
        )
        is_signature = is_name(self._resolved(entries.get(b"/FT")), b"/Sig")
        for key, value in entries.items():
            if key in _PRIVATE or (is_mark and key in _OF_MARKS):
                continue
            if key == b"/SigFlags" or (is_signature and key == b"/V"):
                self._told = (SIGNED,)
                continue
            if key == b"/Annots":
                value = self._marks(value)
            yield key, value

    def _marks(self, value: Value) -> Value:
        """Return the marks on a page without comments."""
        found = self._resolved(value)
        if not isinstance(found, list):
            return []
        kept = []
        for mark in found:
            seen = self._resolved(mark)
            if isinstance(seen, dict) and not is_name(
                self._resolved(seen.get(b"/Subtype")), *_COMMENTS
            ):
                kept.append(mark)
        return kept

    def _stream(self, stream: Stream) -> Stream:
        entries = {key: value for key, value in stream.entries.items() if key != b"/Length"}
        data = stream.data
        filters = entries.get(b"/Filter")
        (only,) = filters if isinstance(filters, list) and len(filters) == 1 else (filters,)
        if is_name(only, b"/DCTDecode", b"/DCT") and data.startswith(JPEG):
            data = bare(data).data  # where a photo was taken is in its notes
        return Stream(self._entries(entries, False), data)
