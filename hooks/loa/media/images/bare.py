"""A picture's file without the notes around it: only what its pixels are made of is decoded.

What phones, editors and messengers note (EXIF, XMP, thumbnails, a second picture, comments) breaks
its own rules often enough to stop a decoder that reads it. Viewers pass over it, and so do we: a
JPEG or PNG is handed on without, and a JPEG gets back the two bytes of its end that copying lost.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

JPEG, PNG, WEBP = b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF"
END_OF_JPEG = b"\xff\xd9"
_SCAN, _END = 0xDA, 0xD9
_ALONE = (0x00, 0x01, *range(0xD0, 0xD9))  # markers without a length
_JFIF, _ICC, _NOTES, _ADOBE = 0xE0, 0xE2, 0xE1, 0xEE
_COMMENT = 0xFE
# What of a PNG tells how it looks; acTL tells that it moves.
_LOOKS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"acTL")


@dataclass(frozen=True)
class Bare:
    """A file without notes.

    ``exif`` is the block that tells which side is up. ``without_end`` says that a JPEG does not
    end: ``data`` has an end nevertheless.
    """

    data: bytes
    exif: bytes = b""
    without_end: bool = False


def bare(data: bytes) -> Bare:
    """Return what is decoded of a picture; a file of another kind as it is."""
    if data.startswith(JPEG):
        return _jpeg(data)
    if data.startswith(PNG):
        return _png(data)
    return Bare(_whole_webp(data)) if data.startswith(WEBP) else Bare(data)


def _jpeg(data: bytes) -> Bare:
    kept, exif, scan = [JPEG], b"", 0
    for marker, start, end in _segments(data):
        if marker == _SCAN:
            scan = start
            break
        content = data[start + 4 : end]
        if marker == _NOTES and content.startswith(b"Exif\0\0"):
            exif = exif or content
        elif not _is_note(marker, content):
            kept.append(data[start:end])
    if not scan:
        return Bare(data)
    pixels = data[scan:]
    without_end = END_OF_JPEG not in pixels
    # The first half of the end alone is what copying left of it.
    kept += [pixels.removesuffix(b"\xff"), END_OF_JPEG] if without_end else [pixels]
    return Bare(b"".join(kept), exif, without_end)


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield marker, start and end of what stands before the pixels; junk between is passed over."""
    place = 2
    while (place := data.find(b"\xff", place)) >= 0 and place + 4 <= len(data):
        marker = data[place + 1]
        if marker == 0xFF or marker in _ALONE:
            place += 1 if marker == 0xFF else 2
            continue
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4])
        if marker == _END or end < place + 4:
            return
        yield marker, place, end
        place = end


def _is_note(marker: int, content: bytes) -> bool:
    if marker == _JFIF:
        return not (content.startswith(b"JFIF\0") and len(content) >= 14)
    if marker == _ICC:
        return not (content.startswith(b"ICC_PROFILE\0") and len(content) > 14)
    if marker == _ADOBE:
        return not (content.startswith(b"Adobe") and len(content) >= 12)
    return marker == _COMMENT or 0xE0 <= marker <= 0xEF


def _png(data: bytes) -> Bare:
    """Keep the chunks that tell how a PNG looks; of the others, not even their sums count."""
    kept, exif, place = [PNG], b"", len(PNG)
    while place + 12 <= len(data):
        end = place + 12 + int.from_bytes(data[place : place + 4])
        name = data[place + 4 : place + 8]
        if name == b"eXIf":
            exif = data[place + 8 : end - 4]
        elif name in _LOOKS:
            kept.append(data[place:end])
        if name == b"IEND":
            break
        place = end
    kept.append(_chunk(b"IEND", b""))
    return Bare(b"".join(kept), exif)


def _chunk(name: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def _whole_webp(data: bytes) -> bytes:
    """Give a WebP the zero at its end that makes its length even, where somebody left it out."""
    said = int.from_bytes(data[4:8], "little") + 8
    return data + b"\0" if said == len(data) + 1 else data
