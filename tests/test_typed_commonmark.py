"""Whoever knows Markdown gets it: the specification's own examples, as the site renders them.

Habits of this town's writers differ from the specification where it would lose their words; each
such example stands in a list here with its reason.
"""

from collections.abc import Iterable

from commonmark_examples import Example, examples, plain
from each import each
from loa.text.typed import mended
from typed_html import converted

# By the numbers of the specification, version 0.31.2.
OTHERWISE: dict[str, tuple[int, ...]] = {
    # Word indents the first line of a paragraph; code is written between fences here.
    "what stands in by four is no code": (
        *(255, 256, 259, 266, 272, 274, 275, 276, 280, 288, 289, 290, 291, 292, 315),
    ),
    "how far in an item stands is the writer's matter": (278, 299, 314),
    "«-Đơn», without a blank, is an item": (263,),
    # «5. Điều khoản», «2026. Đó là năm …»; the number stays in front of the words.
    "a lone number that is not 1 is text": (267, 270, 273, 301),
    # Papers of the administration have «-» and under it «+».
    "«+» under «-» is the list inside it": (303,),
    "«3)» goes on after «2.»": (304,),
    "a comment goes nowhere, not even between two lists": (310, 311),
    "one # is the title of the post; in its body it is moved a level down": (302,),
    # 2*3*4 m, x*y*z.
    "single stars inside words are no emphasis": (358, 431),
    # **Hồ sơ:**Đơn is how chat programs write it.
    "stars beside a mark may be bold": (371, 382, 394),
    "bold in italics or italics in bold: the same letters": (418, 469, 470),
    "what an unclosed tag contains is the sanitiser's matter": (478, 479),
    "a link without words says its address, one without address its words": (
        *(486, 487, 488, 489, 569),
    ),
    "an address has a dot, a slash or a hyphen: [anh](chi) are words": (494, 498, 501, 522, 524),
    # [xem]("ghi chú") would hide the words.
    "words in quotation marks are no address": (506,),
    "a hard blank is a blank": (509,),
    "quotation marks inside a title": (508,),
    "words in angle brackets that are no known tag are shown": (493, 496, 526, 538),
    "brackets inside an address that is a link by itself": (528, 540),
    "labels over two lines, with backslashes or ẞ": (542, 543, 551, 552),
    # [Lưu ý]: gọi trước khi đến.
    "what looks like a definition that nobody uses is text": (319, 547),
    "three brackets beside each other, or one in another": (561, 571, 573),
}


def _judge(example: Example) -> None:
    made = plain(converted(mended(example.markdown).text))

    assert made == plain(example.html), f"{example.markdown}\n→\n{made}"


def _named(some: Iterable[Example]) -> dict[str, Example]:
    return {f"{one.section} {one.number}": one for one in some}


def test_what_the_specification_shows_is_rendered_so() -> None:
    """An author who learnt Markdown elsewhere is not surprised."""
    known = {number for numbers in OTHERWISE.values() for number in numbers}

    each(_named(one for one in examples() if one.number not in known), _judge)


def test_the_list_of_differences_has_no_row_too_many() -> None:
    """A difference that is gone is taken off the list, which stays short."""
    numbers = [number for some in OTHERWISE.values() for number in some]
    by_number = {one.number: one for one in examples()}
    alike = [
        number
        for number in numbers
        if plain(converted(mended(by_number[number].markdown).text))
        == plain(by_number[number].html)
    ]

    assert alike == []
    assert len(numbers) == len(set(numbers))
    assert len(numbers) < len(by_number) / 4


def test_mending_an_example_again_changes_nothing() -> None:
    """Every reader of a body gets the same one, whoever mended it before."""

    def judge(example: Example) -> None:
        typed = mended(example.markdown)
        assert mended(typed.text).text == typed.text
        assert len(typed.lines) == typed.text.count("\n") + 1

    each(_named(examples()), judge)
