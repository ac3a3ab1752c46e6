"""MP3: tags stand before and after the frames, so the frames alone are published."""

from loa.media.recordings.sound import Sound, number

_KBITS = {
    # (MPEG 1?, layer): kilobits a second by the index in a frame's head
    (True, 1): (32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (True, 2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (True, 3): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (False, 1): (32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (False, 2): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (False, 3): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = (44100, 48000, 32000)
_LEAST_FRAMES = 3  # fewer that follow each other are chance


def read(data: bytes) -> Sound:
    """Return the frames of an MP3 file and their length.

    Raises:
        ValueError: no frames follow each other here.
    """
    start = _after_tags(data)
    place, seconds, frames = start, 0.0, 0
    while (frame := _frame(data, place)) and place + frame[0] <= len(data):
        place, seconds, frames = place + frame[0], seconds + frame[1], frames + 1
    if frames < _LEAST_FRAMES:
        raise ValueError("no frames")
    return Sound(data[start:place], seconds)


def _after_tags(data: bytes) -> int:
    """Return where the sound begins: after every ID3v2 tag and what players leave empty."""
    place = 0
    while data[place : place + 3] == b"ID3":
        size = 0
        for byte in data[place + 6 : place + 10]:
            size = size << 7 | byte & 0x7F
        place += size + (20 if data[place + 5] & 0x10 else 10)
    found = data.find(b"\xff", place)
    while found >= 0 and not _begins(data, found):
        found = data.find(b"\xff", found + 1)
    return max(found, place)


def _begins(data: bytes, place: int) -> bool:
    frame = _frame(data, place)
    return frame is not None and _frame(data, place + frame[0]) is not None


def _frame(data: bytes, place: int) -> tuple[int, float] | None:
    """Return the bytes and seconds of the frame that stands here, or None."""
    if place + 4 > len(data):
        return None
    head = number(data, place, 4)
    version, layer = head >> 19 & 3, 4 - (head >> 17 & 3)
    bits, rate = head >> 12 & 15, head >> 10 & 3
    if head >> 21 != 0x7FF or version == 1 or layer == 4 or bits in (0, 15) or rate == 3:
        return None
    hertz = _RATES[rate] // {3: 1, 2: 2, 0: 4}[version]
    speed = _KBITS[version == 3, layer][bits - 1] * 1000
    padding = head >> 9 & 1
    if layer == 1:
        return (12 * speed // hertz + padding) * 4, 384 / hertz
    samples = 576 if layer == 3 and version != 3 else 1152
    return samples // 8 * speed // hertz + padding, samples / hertz
