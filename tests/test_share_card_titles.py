"""Titles on share cards: any length fits, lines are even, and what belongs together stays so."""

from typing import Any

import pytest

from loa.media.share_cards import LINE, TITLE_BOX, TITLE_SIZES
from loa.media.share_cards.canvas import length
from loa.media.share_cards.lines import LEANING, broken, set_title

HELD = "Trợ cấp hưu\u00a0trí xã\u00a0hội cho người cao\u00a0tuổi không có lương hưu"


def measure_of(size: int) -> Any:
    """The widths of words at a size."""
    return lambda words: length(words, size)


def set_in_box(title: str) -> tuple[int, list[str]]:
    """Size and lines of a title on a card."""
    return set_title(title, TITLE_SIZES, LINE, TITLE_BOX, measure_of)


@pytest.mark.parametrize(
    "title",
    [
        "Loa",
        "Vay vốn",
        HELD,
        "Cả tổ cùng trồng xen, vườn già có thêm vụ thu",
        "a " * 60,
        "Nghiêng " * 15,
        "W" * 120,
        f"Xem https://{'a' * 90}.vn",
        "\u00a0".join(["xã"] * 30),
        "Plei Ơ\u0306i, hlô\u0306 ƀơ\u0306i",
    ],
)
def test_a_title_of_any_length_fits(title: str) -> None:
    """No letter of any title runs out of its card."""
    size, lines = set_in_box(title.strip())

    assert all(length(line, size) <= TITLE_BOX[0] for line in lines)
    assert len(lines) * size * LINE <= TITLE_BOX[1]
    kept = "".join("".join(lines).split())
    assert kept == "".join(title.split())


def test_a_short_title_is_large_and_a_long_one_still_readable() -> None:
    """A thumbnail in Zalo is a third as wide; even then one can read it."""
    long = (
        "Thị trấn phát động Tháng cao điểm, cả hệ thống chính trị cùng bà con chung tay "
        "giảm nghèo bền vững trong cả năm 2026"
    )
    assert 115 <= len(long) <= 120

    assert set_in_box("Vay vốn")[0] == 76
    assert set_in_box(HELD)[0] >= 48
    assert set_in_box(long)[0] >= 36


def test_what_belongs_together_stays_together() -> None:
    """Nobody reads "xã" at the end of one line and "hội" on the next."""
    for width in range(300, 1200, 25):
        lines = broken(HELD.split(" "), measure_of(40), width, 9)
        assert " ".join(lines) == HELD


def test_lines_are_of_one_length_and_none_hangs() -> None:
    """A title looks set by hand: even lines, no lonely word, no "của" left behind."""
    words = [
        "Một",
        "nhóm",
        "hộ",
        "của",
        "làng",
        "góp",
        "công",
        "làm",
        "đường",
        "ống",
        "và",
        "bể",
        "nước",
        "cho",
        "cả",
        "làng",
    ]
    lines = broken(words, measure_of(40), 640, 4)
    widths = [length(line, 40) for line in lines]

    assert min(widths) > 0.6 * max(widths)
    assert not any(line.split()[-1] in LEANING for line in lines[:-1])


def test_a_line_ends_at_a_comma_if_it_can() -> None:
    """Where a speaker pauses, the line ends."""
    words = ["Cả", "tổ", "cùng", "trồng", "xen,", "vườn", "già", "có", "thêm", "vụ", "thu"]

    assert broken(words, measure_of(48), 640, 3)[0] == "Cả tổ cùng trồng xen,"


def test_what_does_not_fit_is_not_set() -> None:
    """A size that is too large is given up, not squeezed."""
    assert broken(["dài"] * 50, measure_of(60), 640, 2) == []
