"""Letters and signs as people paste them: what each becomes, what was lost, what can be drawn.

Accidents (``accidents``) are mended where a file is read. What a channel cannot show (``paper``,
``emoji``) is changed for that channel alone. What lost its code (``lost``) is told to the writer.
"""

from loa.text.letters.accidents import mended
from loa.text.letters.emoji import has_emoji, without_emoji
from loa.text.letters.paper import for_paper, missing_on_paper
from loa.text.letters.strange import Strange, called, strange_letters
from loa.text.letters.voice import for_voice

__all__ = [
    "Strange",
    "called",
    "for_paper",
    "for_voice",
    "has_emoji",
    "mended",
    "missing_on_paper",
    "strange_letters",
    "without_emoji",
]
