"""Style sheets for phones of 2020 (Chrome and WebView 80) out of ones written for today.

The theme is written in today's CSS; what an old phone would drop is said in its words when a
sheet is published. Only what reads the same on a new phone is rewritten.
"""

from loa.styles.flex_spaces import spaced
from loa.styles.old_phones import lowered
from loa.styles.rules import Rule, parsed, text

# Chrome learnt both in version 84, and only this one can be asked for.
_WITHOUT_FLEX_GAP = "@supports not (appearance: none)"


def published(css: str) -> str:
    """Return a style sheet that also holds on Chrome 80, without comments and spare spaces."""
    rules = parsed(css)
    spaces = tuple(spaced(rules))
    if spaces:
        rules = (*lowered(rules), Rule(_WITHOUT_FLEX_GAP, rules=spaces))
    else:
        rules = tuple(lowered(rules))
    return "".join(f"{text(rule)}\n" for rule in rules)
