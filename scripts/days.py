"""Days as people type them on a command line: 20/11/2026 or 2026-11-20."""

from datetime import date

from console import SetupError
from loa.fields import Day, Reader, Rejected
from loa.text.vietnamese import day_text
from loa.text.yaml_text import Scalar


def day(option: str, written: str) -> date:
    """Return the day that an option names.

    Raises:
        SetupError: it is no day; the text says how to write one.
    """
    try:
        return Day().read(Scalar(written, 1, plain=True), option, Reader(option))
    except Rejected as rejected:
        raise SetupError(f"«{option}»: {rejected}") from None


def past_day(option: str, written: str, today: date) -> date:
    """Return the day that an option names; one that is still to come is refused as well."""
    found = day(option, written)
    if found > today:
        raise SetupError(f"«{option}»: ngày {day_text(found)} còn ở phía trước; hãy sửa ngày.")
    return found
