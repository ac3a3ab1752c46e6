"""The reading of texts for the loudspeaker: cases by hand, numbers by other rules, any text."""

import random
import re
import subprocess
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from each import each
from loa.reading import read_aloud
from loa.reading.numbers import number, whole
from loa.text.vietnamese import number_text

HERE = Path(__file__).parent
READINGS = {
    entry["written"]: entry["spoken"]
    for entry in yaml.safe_load((HERE.parent / "data/speech.yml").read_text("utf-8"))["readings"]
}
CASES = [
    line.split(" => ")
    for line in (HERE / "reading_cases.txt").read_text("utf-8").splitlines()
    if " => " in line and not line.startswith("#")
]
ONES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip


def value(words: str) -> int:
    """Read words back into a number, from left to right: another rule than the one under test."""
    total = part = held = 0
    for word in words.split():
        if word in ONES:
            held += ONES[word]
        elif word == "mươi":
            held *= 10
        elif word == "trăm":
            part, held = held * 100, 0
        elif word in ("nghìn", "triệu"):
            total += (part + held) * {"nghìn": 1_000, "triệu": 1_000_000}[word]
            part = held = 0
        elif word == "tỷ":
            total, part, held = (total + part + held) * 1_000_000_000, 0, 0
        else:
            assert word == "lẻ", word
        if word == "mươi":
            part, held = part + held, 0
    return total + part + held


def digits(words: str) -> str:
    """Read the words after "phẩy" back into their digits."""
    said = words.split()
    if all(ONES.get(word, 10) < 10 for word in said):
        return "".join(str(ONES[word]) for word in said)
    zeros = 0
    while said[zeros] == "không":
        zeros += 1
    return "0" * zeros + str(value(" ".join(said[zeros:])))


def sampled() -> list[int]:
    """The borders of every group and 20,000 numbers by chance, always the same ones."""
    borders = [10**power + step for power in range(3, 10) for step in range(-12, 13)]
    chance = random.Random(84)
    return borders + [chance.randrange(10**9) for _ in range(20_000)]


def spoken(text: str) -> str:
    """Read one text with the town's own abbreviations."""
    return read_aloud(text, READINGS).text


def test_said_as_an_announcer_says_it() -> None:
    """Listeners hear what an announcer would say, and nobody has to work out a sign."""

    def judge(case: list[str]) -> None:
        written, said = case
        assert spoken(written) == said

    each({case[0]: case for case in CASES}, judge)


def test_there_are_enough_cases() -> None:
    """Whoever changes a rule is told by hundreds of cases what it does to the others."""
    assert len({case[0] for case in CASES}) == len(CASES) >= 300


def test_every_number_can_be_understood_back() -> None:
    """No listener hears another number than the one that was written."""
    wrong = [count for count in [*range(100_000), *sampled()] if value(whole(count)) != count]

    assert not wrong


def test_two_numbers_never_sound_the_same() -> None:
    """What is heard means one number only."""
    said = {whole(count) for count in range(100_000)}

    assert len(said) == 100_000


def as_elsewhere(words: str) -> str:
    """Say a number as n2words does, whose three differences these are.

    It says "bốn" for "tư" after "mươi"; of a group below one hundred in the middle of a number it
    leaves "không trăm" out, so that one has to guess how many tens; of the last group it says "lẻ"
    instead, even before two digits.
    """
    said = words.replace("mươi tư", "mươi bốn")
    said = re.sub("không trăm (lẻ )?(?=.*(nghìn|triệu))", "", said)
    return re.sub("không trăm (lẻ )?", "lẻ ", said)


def test_another_program_says_the_same_numbers() -> None:
    """Two programs that know nothing of each other agree; where they don't, the reason is named."""
    numbers = [*range(100_000), *sampled()]
    script = HERE / "n2words_vi.mjs"
    told = subprocess.run(
        ["node", str(script)],
        input="\n".join(map(str, numbers)),
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.split("\n")

    pairs = zip(numbers, told, strict=True)
    wrong = [(count, said) for count, said in pairs if as_elsewhere(whole(count)) != said]

    assert not wrong[:10]


@given(st.decimals(0, 10**9, places=4, allow_nan=False), st.integers(0, 4))
@example(Decimal("7.488"), 3)
@example(Decimal("6.05"), 2)
def test_no_rate_loses_a_digit(rate: Decimal, places: int) -> None:
    """A loan never sounds cheaper or dearer than it is."""
    written = f"{rate:.{places}f}"
    before, _, after = written.partition(".")
    said = number(before, after)
    head, _, tail = said.partition(" phẩy ")

    assert str(value(head)) == before
    assert (digits(tail) if tail else "") == after


@given(st.integers(1, 10**11))
def test_no_amount_loses_a_digit(amount: int) -> None:
    """Money is heard to the last đồng."""
    said = spoken(f"{number_text(amount)} đồng")

    assert value(said.lower().removesuffix(" đồng")) == amount


SIGNS = "0 4 17/10 7h30 6,24% 1.500.000đ ( ) – / - . , & + 84/KH-UBND XII"
PIECES = st.one_of(
    st.sampled_from(sorted(READINGS)),
    st.sampled_from([*SIGNS.split(), "\n"]),
    st.text(alphabet="0123456789/.,-–:%hđm()²½ ", max_size=12),
    st.text(max_size=8),
)


def survivors(said: str, abbreviations: Iterable[str]) -> list[str]:
    """Return the abbreviations that still stand in a spoken text as words."""
    return [
        name
        for name in abbreviations
        if re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", said)
    ]


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=8), st.sampled_from(["", " "]))
@example(["0", "17/10"], "")
def test_nothing_is_left_that_nobody_can_say(pieces: list[str], between: str) -> None:
    """Whatever an officer pastes, the announcer finds no digit in the script."""
    said = spoken(between.join(pieces))

    assert not any(sign.isdigit() for sign in said)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=8))
def test_no_abbreviation_is_left(pieces: list[str]) -> None:
    """Every abbreviation of the town's list is said in full, wherever it stands."""
    assert not survivors(spoken(" ".join(pieces)), READINGS)


def test_what_is_unsure_is_told_with_its_place() -> None:
    """The officer asks before reading, not after."""
    found = read_aloud("Lễ hội OCOP mở ngày 17/10.", READINGS)

    assert [doubt.written for doubt in found.unsure] == ["OCOP"]
    assert str(found.unsure[0]) == (
        "«OCOP»: chữ viết tắt chưa có trong data/speech.yml; để nguyên. "
        "Chỗ ấy: “Lễ hội OCOP mở ngày 17/10.”"
    )


def test_a_sure_text_troubles_nobody() -> None:
    """Only what needs a look is shown."""
    assert read_aloud("UBND xã họp lúc 7h30 ngày 17/10/2026.", READINGS).unsure == ()
