"""What an answer is told in: strings, numbers, lists, plain dicts, days as ISO text."""

from typing import Any

Meta = dict[str, Any]
