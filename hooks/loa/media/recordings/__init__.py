"""Sound recordings as they may be published: how long they are, and nothing hidden inside.

A phone writes its place, its owner and the day into a recording. What is published is the sound
as it was recorded, byte for byte, without those notes. Only the containers that phones and
recorders make are read; there is no library to install.
"""

from dataclasses import dataclass
from pathlib import Path

from loa.media.recordings import mp3, mp4, ogg, wav
from loa.media.recordings.sound import RecordingRefused, Sound

__all__ = ["TYPES", "Recording", "RecordingRefused", "published_film", "published_recording"]

TYPES = {".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".wav": "audio/wav"}
_READERS = {".mp3": mp3.read, ".m4a": mp4.read, ".ogg": ogg.read, ".wav": wav.read}
_WRONG = "không đọc được bản ghi âm: tệp hỏng, chép dở, hoặc đuôi tệp không đúng loại"


@dataclass(frozen=True)
class Recording:
    """A recording ready to be published."""

    data: bytes
    seconds: float

    @property
    def size(self) -> int:
        """Bytes that a listener pays for."""
        return len(self.data)


def published_recording(file: Path) -> Recording:
    """Return a recording without the notes that its maker's device left in it.

    Raises:
        RecordingRefused: the file is no recording that can be read.
    """
    reader = _READERS.get(file.suffix.lower())
    if reader is None:
        raise RecordingRefused(_WRONG)
    try:
        sound: Sound = reader(file.read_bytes())
    except (IndexError, ValueError, ZeroDivisionError, RecursionError) as error:
        raise RecordingRefused(_WRONG) from error
    if sound.seconds <= 0:
        raise RecordingRefused(_WRONG)
    return Recording(bytes(sound.data), sound.seconds)


def published_film(file: Path) -> bytes:
    """Return a film; an MP4 without the place and owner that a phone writes into it.

    Raises:
        RecordingRefused: the file is no film that can be read.
    """
    data = file.read_bytes()
    if file.suffix.lower() != ".mp4":
        return data  # WebM is made on computers, which write no place into it
    try:
        return bytes(mp4.read(data).data)
    except (IndexError, ValueError, ZeroDivisionError, RecursionError) as error:
        raise RecordingRefused(_WRONG.replace("bản ghi âm", "phim")) from error
