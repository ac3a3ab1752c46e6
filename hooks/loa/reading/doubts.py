"""What a person should look at before reading a text out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from loa.reading.common import UNITS

_AROUND = 40


@dataclass(frozen=True)
class Unsure:
    """Something that may be read wrongly: as written, as it is now said, where, why."""

    written: str
    spoken: str
    around: str
    why: str

    def __str__(self) -> str:
        """Return it as the officer reads it."""
        said = "để nguyên" if self.written == self.spoken else f"đang đọc là «{self.spoken}»"
        return f"«{self.written}»: {self.why}; {said}. Chỗ ấy: “{self.around}”"


@dataclass
class Reader:
    """What a teller asks while it reads: the town's readings, and where doubts are kept."""

    readings: Mapping[str, str]
    unsure: list[Unsure] = field(default_factory=list)

    def doubt(self, written: str, spoken: str, before: str, after: str, why: str) -> str:
        """Remember that something may be read wrongly; give back how it is read."""
        head, tail = before[-_AROUND:], after[:_AROUND]
        around = " ".join(f"{head}{written}{tail}".split())
        entry = Unsure(written.strip(), spoken, around, why)
        if entry.written not in {other.written for other in self.unsure}:
            self.unsure.append(entry)
        return spoken

    def said_unit(self, written: str) -> str:
        """Return a unit in words."""
        return self.readings.get(written) or UNITS.get(written, written)
