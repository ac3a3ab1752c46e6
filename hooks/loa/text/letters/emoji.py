"""Emoji: kept where phones show them, left out on paper and in the loudspeaker without a gap."""

import re

# The signs that phones draw in colours. Ticks, boxes, stars and arrows are signs of a text and are
# not among them; © ® ™ are letters of every font.
EMOJI_BASE = (
    "\u231a\u231b\u23e9-\u23fa\u25fb-\u25fe\u2600-\u2604\u2607-\u260f\u2614-\u26ff"
    "\u2700-\u2712\u271d\u2721-\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2763-\u2767"
    "\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299\u2139"
    "\U0001f000-\U0001f0ff\U0001f18e\U0001f191-\U0001f1ff\U0001f200-\U0001faff"
    "\u2640\u2642\u2764\u27a1\u2b05-\u2b07\u2708\u2709"
)
_FOLLOWS = "[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_EMOJI = re.compile(f"[{EMOJI_BASE}]{_FOLLOWS}*(?:\u200d[{EMOJI_BASE}]{_FOLLOWS}*)*")
# A number in a key stands in front of a step: it gets a stop, where none follows.
_KEYCAP = re.compile("([0-9#*])\ufe0f?\u20e3(?:[ ]*[.])?")
# Emoji that say something which a sign says as well.
_SAID = {
    "➡": "→", "⬅": "←", "⬆": "↑", "⬇": "↓", "➕": "+", "➖": "−", "✖": "×", "➗": "÷",
    "❓": "?", "❔": "?", "❗": "!", "❕": "!", "‼": "!!", "⁉": "!?", "✅": "✓",
    "❌": "✗", "❎": "✗", "🔟": "10", "💯": "100", "⭕": "○", "ℹ": "",
}  # fmt: skip
_SPEAKING = re.compile(f"([{''.join(_SAID)}])\ufe0f?")
_GONE = "\ue000"  # where an emoji stood; private letters are refused when a file is read
# A gap keeps one blank between words and none before a stop; a bracket around nothing goes, too.
_GAP = re.compile(rf"(?<![^\S\n])[^\S\n]*{_GONE}(?:[^\S\n]*{_GONE})*[^\S\n]*")
_HOLLOW = re.compile(rf"[(\[{{][^\S\n]*{_GONE}(?:[^\S\n]*{_GONE})*[^\S\n]*[)\]}}]")
# A stop behind an emoji that began the line ended nothing.
_BEGINS = re.compile(
    rf"^[^\S\n]*{_GONE}(?:[^\S\n]*{_GONE})*[^\S\n]*[.,;:!?…]*[^\S\n]*", re.MULTILINE
)
_CLOSES = ".,;:!?…)]}”’»"
_OPENS = "([{“‘«"


def has_emoji(text: str) -> bool:
    """Say whether anything in ``text`` is left out on paper."""
    return not text.isascii() and bool(_EMOJI.search(text) or _KEYCAP.search(text))


def without_emoji(text: str) -> str:
    """Return ``text`` without emoji: no double blank, no stop that stands alone."""
    if text.isascii():
        return text
    text = _SPEAKING.sub(lambda found: _SAID[found[1]], _KEYCAP.sub(r"\1.", text))
    if not _EMOJI.search(text):
        return text.replace("\ufe0f", "")
    text = _EMOJI.sub(_GONE, text)
    text = _BEGINS.sub("", _HOLLOW.sub(_GONE, text))
    return _GAP.sub(_closed, text).replace("\ufe0f", "")


def _closed(found: re.Match[str]) -> str:
    text = found.string
    before = text[found.start() - 1] if found.start() else "\n"
    after = text[found.end()] if found.end() < len(text) else "\n"
    if before == "\n" or after == "\n" or before in _OPENS or after in _CLOSES:
        return ""
    return " "  # "Bà con🎉ơi": no word runs into the next
