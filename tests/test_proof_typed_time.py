"""The longest texts that anyone may paste: ``test_typed_time`` with all of their length."""

import pytest

from typed_long import no_text_takes_longer_than_its_length, twice_the_text_takes_twice_the_time

pytestmark = pytest.mark.proof
TIMES = 10_000


def test_ten_thousand_signs_take_no_longer_than_their_length() -> None:
    """A whole book pasted by mistake does not hold up the town's site either."""
    no_text_takes_longer_than_its_length(TIMES)


def test_four_times_ten_thousand_signs_take_four_times_as_long() -> None:
    """Nor do forty thousand brackets that nobody closed."""
    twice_the_text_takes_twice_the_time(TIMES)
