"""Vietnamese text as it is to be spoken: numbers, dates, money, abbreviations in words."""

from loa.reading.doubts import Unsure
from loa.reading.text import Spoken, read_aloud

__all__ = ["Spoken", "Unsure", "read_aloud"]
