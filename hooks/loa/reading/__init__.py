"""Vietnamese text as it is to be spoken: numbers, dates, money, abbreviations in words."""

from loa.reading.text import Spoken, Unsure, read_aloud

__all__ = ["Spoken", "Unsure", "read_aloud"]
