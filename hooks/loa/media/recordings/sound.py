"""What every reader of a container gives back."""

from dataclasses import dataclass


class RecordingRefused(Exception):
    """A recording cannot be published; the text says why, in Vietnamese."""


@dataclass(frozen=True)
class Sound:
    """The bytes to publish and the length of the sound."""

    data: bytes | bytearray
    seconds: float


def number(data: bytes | bytearray, start: int, length: int, order: str = "big") -> int:
    """Return the whole number that stands at ``start``.

    Raises:
        IndexError: the file ends before it.
    """
    if start < 0 or start + length > len(data):
        raise IndexError(start)
    return int.from_bytes(data[start : start + length], "big" if order == "big" else "little")
