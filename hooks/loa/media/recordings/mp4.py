"""M4A, the format of most phones: boxes in boxes; those with notes are emptied where they stand.

Emptied, not cut out: the sound is found by its distance from the beginning of the file.
"""

from collections.abc import Iterator

from loa.media.recordings.sound import Sound, number

_HOLDERS = (b"moov", b"trak", b"mdia", b"minf", b"stbl")
# User data holds the place where a phone recorded, its name and the title; "free" means spare.
_NOTES = (b"udta", b"meta", b"uuid", b"free", b"skip")
_DATED = (b"mvhd", b"tkhd", b"mdhd")


def read(data: bytes) -> Sound:
    """Return an M4A file without notes and days, and its length.

    Raises:
        ValueError: these are no boxes, or there is no sound in them.
    """
    if data[4:8] != b"ftyp":
        raise ValueError("no boxes")
    clean = bytearray(data)
    seconds = 0.0
    kinds = set()
    for kind, start, body, end in _boxes(data, 0, len(data)):
        kinds.add(kind)
        if kind in _NOTES:
            clean[start + 4 : start + 8] = b"free"
            clean[body:end] = bytes(end - body)
        elif kind in _DATED:
            wide = 8 if data[body] == 1 else 4
            clean[body + 4 : body + 4 + 2 * wide] = bytes(2 * wide)  # made on, changed on
            if kind == b"mvhd":
                place = body + 4 + 2 * wide
                seconds = number(data, place + 4, wide) / number(data, place, 4)
    if b"mdat" not in kinds:
        raise ValueError("no sound")
    return Sound(clean, seconds)


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """Yield (kind, start, start of what is inside, end) of every box, inner ones too."""
    while start + 8 <= end:
        size, body = number(data, start, 4), start + 8
        if size == 1:
            size, body = number(data, start + 8, 8), start + 16
        elif size == 0:
            size = end - start
        if size < body - start or start + size > end:
            raise ValueError("a box is larger than what holds it")
        kind = bytes(data[start + 4 : start + 8])
        yield kind, start, body, start + size
        if kind in _HOLDERS:
            yield from _boxes(data, body, start + size)
        start += size
