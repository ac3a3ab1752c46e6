"""WAV: chunks; only the description of the sound and the sound itself are published."""

from loa.media.recordings.sound import Sound, number

_KEPT = (b"fmt ", b"fact", b"data")


def read(data: bytes) -> Sound:
    """Return a WAV file of nothing but its sound, and its length.

    Raises:
        ValueError: these are no chunks.
    """
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise ValueError("no chunks")
    kept, seconds, speed, place = b"", 0.0, 0, 12
    while place + 8 <= len(data):
        kind, size = data[place : place + 4], number(data, place + 4, 4, "little")
        chunk = data[place : place + 8 + size]
        if kind == b"fmt ":
            speed = number(chunk, 16, 4, "little")
        elif kind == b"data":
            if len(chunk) < 8 + size:
                raise ValueError("the sound stops in the middle")
            seconds = size / speed
        if kind in _KEPT:
            kept += chunk + b"\0" * (size % 2)
        place += 8 + size + size % 2
    return Sound(b"RIFF" + (len(kept) + 4).to_bytes(4, "little") + b"WAVE" + kept, seconds)
