"""Ogg (Opus, Vorbis): the second packet holds notes; each is written over with spaces."""

from loa.media.recordings.sound import Sound, number

_POLYNOMIAL = 0x04C11DB7


def read(data: bytes) -> Sound:
    """Return an Ogg file without notes, and its length.

    Raises:
        ValueError: these are no pages, or hold another kind of sound.
    """
    pages = _pages(data)
    first = data[pages[0][1] :]
    if first[:8] == b"OpusHead":
        rate, skipped, named = 48000, number(first, 10, 2, "little"), len(b"OpusTags")
    elif first[:7] == b"\x01vorbis":
        rate, skipped, named = number(first, 12, 4, "little"), 0, len(b"\x03vorbis")
    else:
        raise ValueError("neither Opus nor Vorbis")
    last = max(_granule(data, start) for start, _, _ in pages)
    return Sound(_without_notes(data, pages, named), (last - skipped) / rate)


def _granule(data: bytes, page: int) -> int:
    granule = number(data, page + 6, 8, "little")
    return 0 if granule == 2**64 - 1 else granule  # a page on which no packet ends


def _pages(data: bytes) -> list[tuple[int, int, int]]:
    """Return (start, start of the packets, end) of every page."""
    pages = []
    start = 0
    while start < len(data):
        if data[start : start + 4] != b"OggS":
            raise ValueError("a page is missing")
        count = number(data, start + 26, 1)
        body = start + 27 + count
        end = body + sum(data[start + 27 : body])
        number(data, end - 1, 1)  # the file goes on until there
        pages.append((start, body, end))
        start = end
    return pages


def _without_notes(data: bytes, pages: list[tuple[int, int, int]], named: int) -> bytearray:
    clean = bytearray(data)
    places, touched = _second_packet(data, pages)
    packet = bytearray(data[place] for place in places)
    place = named + 4 + number(packet, named, 4, "little")  # after the name of the encoder
    count = number(packet, place, 4, "little")
    place += 4
    for _ in range(count):
        length = number(packet, place, 4, "little")
        packet[place + 4 : place + 4 + length] = (b"x=" + b" " * length)[:length]
        place += 4 + length
    if place > len(places):
        raise ValueError("the notes are longer than their packet")
    for place, byte in zip(places, packet, strict=True):
        clean[place] = byte
    for start, end in touched:
        clean[start + 22 : start + 26] = bytes(4)
        clean[start + 22 : start + 26] = _checksum(clean[start:end]).to_bytes(4, "little")
    return clean


def _second_packet(
    data: bytes, pages: list[tuple[int, int, int]]
) -> tuple[list[int], list[tuple[int, int]]]:
    """Return where the bytes of the packet stand, and the pages that hold them."""
    places: list[int] = []
    touched = []
    for start, body, end in pages[1:]:
        touched.append((start, end))
        for size in data[start + 27 : body]:
            places += range(body, body + size)
            body += size
            if size < 255:
                return places, touched
    raise ValueError("the notes have no end")


def _checksum(page: bytes | bytearray) -> int:
    found = 0
    for byte in page:
        found = (found << 8 & 0xFFFFFFFF) ^ _TABLE[found >> 24 ^ byte]
    return found


def _step(value: int) -> int:
    for _ in range(8):
        value = (value << 1 ^ (_POLYNOMIAL if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return value


_TABLE = tuple(_step(byte << 24) for byte in range(256))
