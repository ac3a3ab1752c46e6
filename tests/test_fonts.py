"""The committed fonts: every letter of Vietnamese, Jrai and Bahnar, in both weights."""
# fontTools says nothing of its types.
# mypy: disable-error-code="import-untyped"

import unicodedata
from itertools import product
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from each import each

HOOKS = Path(__file__).resolve().parent.parent / "hooks"
FULL_FONTS = sorted((HOOKS / "loa/assets/fonts").glob("*.ttf"))
WEB_FONTS = sorted((HOOKS / "theme/assets/fonts").glob("*.woff2"))

BREVE = "\u0306"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = {
    unicodedata.normalize("NFC", vowel + tone)
    for vowel, tone in product("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", TONES)
} | set("đĐ")
JRAI_BAHNAR = set("ăĂâÂƀɃčČđĐĕĔêÊĭĬñÑŏŎôÔơƠŭŬưƯ")
STACKED = [letter + BREVE for letter in "âÂêÊôÔơƠưƯ"]
# Each composed letter beside the letter whose place in a line it takes.
COMPOSED = {"ĕ": "e", "Ĕ": "E", "ĭ": "i", "Ĭ": "I", "ŏ": "o", "Ŏ": "O", "ŭ": "u", "Ŭ": "U"} | {
    stacked: stacked[0] for stacked in STACKED
}


@pytest.fixture(scope="module", params=[*FULL_FONTS, *WEB_FONTS], ids=lambda path: path.name)
def font(request: pytest.FixtureRequest) -> TTFont:
    return TTFont(request.param)


def joined_glyphs(font: TTFont) -> dict[tuple[str, ...], str]:
    """The glyph that each sequence of glyphs becomes in ordinary text, whatever its language."""
    table = font["GSUB"].table
    languages = [script.Script.DefaultLangSys for script in table.ScriptList.ScriptRecord]
    features = [table.FeatureList.FeatureRecord[i] for lang in languages for i in lang.FeatureIndex]
    lookups = {i for f in features if f.FeatureTag == "ccmp" for i in f.Feature.LookupListIndex}
    return {
        (first, *ligature.Component): ligature.LigGlyph
        for index in lookups
        for subtable in table.LookupList.Lookup[index].SubTable
        for first, ligatures in getattr(subtable, "ligatures", {}).items()
        for ligature in ligatures
    }


def glyph_of(font: TTFont, text: str) -> str:
    cmap = font.getBestCmap()
    glyphs = tuple(cmap[ord(char)] for char in text)
    return glyphs[0] if len(glyphs) == 1 else joined_glyphs(font)[glyphs]


def top(font: TTFont, text: str) -> int:
    return int(font["glyf"][glyph_of(font, text)].yMax)


def test_both_weights_are_there() -> None:
    """Pages, share cards and leaflets all find a regular and a bold face."""
    assert [path.stem for path in FULL_FONTS] == ["BeVietnamPro-Bold", "BeVietnamPro-Regular"]
    assert [path.stem for path in WEB_FONTS] == ["be-vietnam-pro-400", "be-vietnam-pro-700"]


def test_every_vietnamese_letter_is_there(font: TTFont) -> None:
    """No Vietnamese word shows an empty box or a letter from another face."""
    assert len(VIETNAMESE) == 146
    assert not VIETNAMESE - {chr(code) for code in font.getBestCmap()}


def test_every_jrai_and_bahnar_letter_is_there(font: TTFont) -> None:
    """A Jrai or Bahnar reader sees each word in one face."""
    assert not JRAI_BAHNAR - {chr(code) for code in font.getBestCmap()}


def test_a_letter_with_two_marks_is_one_glyph(font: TTFont) -> None:
    """The breve of ơ̆ stands over its letter; it neither strikes a mark nor drifts to the next."""

    def judge(text: str) -> None:
        assert glyph_of(font, text) in font.getGlyphOrder()[1:]

    each({text: text for text in STACKED}, judge)


def test_a_composed_letter_is_as_wide_as_its_plain_one(font: TTFont) -> None:
    """Words keep the rhythm of the face, with no hole and no collision at the new letters."""

    def judge(letters: tuple[str, str]) -> None:
        widths = [font["hmtx"][glyph_of(font, letter)][0] for letter in letters]
        # The face itself varies its marked letters by up to 25 thousandths of the letter height.
        assert abs(widths[0] - widths[1]) <= 25

    each({text: (text, plain) for text, plain in COMPOSED.items()}, judge)


@pytest.mark.parametrize(("barred", "plain"), [("ƀ", "b"), ("Ƀ", "B")])
def test_a_bar_changes_the_letter_but_not_its_height(font: TTFont, barred: str, plain: str) -> None:
    """ƀ reads as b with a bar: as tall, a little wider, and one clean outline."""
    glyphs = [font["glyf"][glyph_of(font, letter)] for letter in (barred, plain)]
    assert glyphs[0].yMax == glyphs[1].yMax
    assert glyphs[0].numberOfContours == glyphs[1].numberOfContours
    extra = font["hmtx"][glyph_of(font, barred)][0] - font["hmtx"][glyph_of(font, plain)][0]
    assert 0 < extra <= 60


def test_the_breves_of_a_word_stand_at_one_height(font: TTFont) -> None:
    """The marks of "ăn kŏn mĭn pŭn" line up as if one hand had drawn them."""
    tops = [top(font, letter) for letter in "ăĕĭŏŭ"]
    assert max(tops) - min(tops) <= 2


def test_no_mark_is_cut_off(font: TTFont) -> None:
    """Ô̆ in a title keeps its breve in programs that clip at the height the font declares."""
    assert max(top(font, text) for text in STACKED) <= font["OS/2"].usWinAscent


def test_the_download_stays_small() -> None:
    """Both weights arrive quickly on a slow phone connection."""
    assert sum(path.stat().st_size for path in WEB_FONTS) <= 30_000


@pytest.mark.parametrize("path", FULL_FONTS, ids=lambda path: path.name)
def test_the_full_fonts_keep_their_name(path: Path) -> None:
    """Leaflets and share cards find the face by the name "Be Vietnam Pro"."""
    assert TTFont(path)["name"].getBestFamilyName() == "Be Vietnam Pro"


@pytest.mark.parametrize("path", ["loa/assets/fonts/OFL.txt", "theme/assets/fonts/LICENSE-OFL.txt"])
def test_the_licence_travels_with_the_fonts(path: str) -> None:
    """Whoever copies the fonts may do so lawfully."""
    assert "SIL OPEN FONT LICENSE Version 1.1" in (HOOKS / path).read_text(encoding="utf-8")
