"""The ways of typing a query: each is what a resident's fingers would really leave in the box."""

import unicodedata

import pytest

from each import each
from loa.text.vietnamese import fold
from search.judgements import Query, read_queries
from search.variants import LONG_ENOUGH, NAMES, make_variants

QUERIES = read_queries()


def typed(variant: str, text: str, id: str = "thu") -> str | None:
    """One variant of a text; None where it does not apply."""
    return make_variants(text, id).get(variant)


@pytest.mark.parametrize(
    ("variant", "text", "expected"),
    [
        ("nodia", "Thoát nghèo ở Đak Đoa", "thoat ngheo o dak doa"),
        ("dfold", "hỗ trợ điện, Đak Đoa", "hỗ trợ diện, Dak Doa"),
        ("nfd", "thẻ", "the\u0309"),
        ("tone", "hòa giải, sức khỏe, thủy lợi", "hoà giải, sức khoẻ, thuỷ lợi"),
        ("tone", "Ủy ban xoá nhà tạm", "Uỷ ban xóa nhà tạm"),
        ("telex", "thoát nghèo", "thoats ngheof"),
        ("telex", "được vay ở Đăk Đoa", "dduowcj vay owr Ddawk Ddoa"),
        ("telex", "đường ống nước", "dduowngf oongs nuowcs"),
        ("vni", "thoát nghèo", "thoat1 ngheo2"),
        ("vni", "được hỗ trợ", "d9uo7c5 ho64 tro75"),
        ("numloose", "84/KH-UBND", "84 kh ubnd"),
        ("numloose", "nghị định 07/2021/NĐ-CP", "nghị định 07 2021 nd cp"),
        ("numloose", "6,24%", "6 24"),
        ("numloose", "1.500.000 đồng", "1 500 000 đồng"),
    ],
)
def test_words_are_typed_as_people_type_them(variant: str, text: str, expected: str) -> None:
    """Each habit leaves its own trace in the same words."""
    assert typed(variant, text) == expected


@pytest.mark.parametrize(
    ("variant", "text"),
    [
        ("nodia", "84/KH-UBND"),
        ("dfold", "vay vốn"),
        ("nfd", "BHYT"),
        ("tone", "quỹ của tỉnh, quý một, hoàn thành, khuyết tật"),
        ("typo", "vay vốn nuôi bò"),
        ("typo", "NHCSXH"),
        ("telex", "BHYT"),
        ("partial", "vay vốn nuôi bò"),
        ("partial", "nghị định 351"),
        ("partial", "thẻ BHYT"),
        ("numloose", "nghị định 351"),
    ],
)
def test_a_variant_that_changes_nothing_is_left_out(variant: str, text: str) -> None:
    """No text is counted twice, and none is bent where nobody would slip."""
    assert typed(variant, text) is None


def test_the_other_tone_place_leads_back() -> None:
    """Both schools write the same words."""
    text = "tòa án, hóa đơn, ủy quyền, khỏe"

    assert typed("tone", typed("tone", text) or "") == text


def test_every_judged_query_is_bent_by_one_thing_only() -> None:
    """A variant of a real query differs as much as its name says, and no more."""

    def judge(query: Query) -> None:
        made = make_variants(query.text, query.id)
        bare = fold(made["exact"])

        assert set(made) <= set(NAMES)
        assert made.get("nodia", bare) == bare
        assert fold(made.get("dfold", bare)) == fold(made.get("tone", bare)) == bare
        assert unicodedata.normalize("NFC", made.get("nfd", "")) in ("", made["exact"])
        assert bare.startswith(made.get("partial", bare))
        assert len(bare) - len(made.get("partial", bare)) <= 2
        assert slips(bare, made.get("typo", bare)) <= 1

    each({query.id: query for query in QUERIES}, judge)


def slips(right: str, wrong: str) -> int:
    """Edits between two words of which at most one swaps two letters (0, 1 or 2 for more)."""
    if right == wrong:
        return 0
    start = next(
        i for i, pair in enumerate(zip(right + "$", wrong + "$", strict=False)) if len({*pair}) > 1
    )
    a, b = right[start:], wrong[start:]
    swapped = a[1::-1] + a[2:]
    return 1 if b in (a[1:], swapped) or a == b[1:] or a[1:] == b[1:] else 2


def test_a_slip_falls_into_a_long_word_after_its_first_letter() -> None:
    """Short words are left alone: one slip makes most of them another real word."""
    made = {typed("typo", "vay nuoc nghiêng ở xã", id=str(number)) for number in range(200)}

    assert len(made) > 20
    assert all(text and text.startswith("vay nuoc n") and text.endswith(" o xa") for text in made)
    assert LONG_ENOUGH == 5


def test_the_id_settles_every_choice() -> None:
    """Two runs, today or in a year, ask the same questions."""
    text = "trợ cấp người khuyết tật"

    assert make_variants(text, "a") == make_variants(text, "a")
    assert len({typed("typo", text, id) for id in "abcdefgh"}) > 1


def test_where_only_marks_tell_words_apart_they_are_never_lost() -> None:
    """Nobody can tell "bò" from "bố" in "bo", so no engine is asked to."""
    made = make_variants("bò", "bo", bare_is_clear=False)

    assert made == {"exact": "bò", "nfd": "bo\u0300", "telex": "bof", "vni": "bo2"}
