"""Texts that would take a converter minutes are mended and converted like any other."""

from typed_long import no_text_takes_longer_than_its_length, twice_the_text_takes_twice_the_time

TIMES = 1_500


def test_no_text_takes_longer_than_its_length() -> None:
    """One pasted text does not hold up the town's site."""
    no_text_takes_longer_than_its_length(TIMES)


def test_twice_the_text_takes_twice_the_time() -> None:
    """Brackets that nobody closed are read once, however many there are."""
    twice_the_text_takes_twice_the_time(TIMES)
