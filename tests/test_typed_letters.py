"""Letters and signs as people paste them: mended, drawn, left out or told."""

import time
import unicodedata
from io import BytesIO

import docx
import pytest
from fontTools.ttLib import TTFont

from each import each
from loa.ask.paths import Edition
from loa.build import THEME, Build
from loa.exports.word.body import writable
from loa.reading import read_aloud
from loa.rendered.body import html_of
from loa.text.letters import (
    coverage,
    encodings,
    for_paper,
    mended,
    missing_on_paper,
    strange_letters,
    without_emoji,
)
from loa.text.letters.syllables import is_syllable
from loa.text.source_text import decode
from loa.text.vietnamese import slug, sort_key, toc_slug
from town import TODAY, Town

ADDRESS = "https://dakthu.gialai.gov.vn/"

ACCIDENTS = {
    "eth for Đ": ("Thị trấn Ðak Ðoa", "Thị trấn Đak Đoa"),
    "small eth": ("ðồng bào", "đồng bào"),
    "African D": ("Ɖak Ɖoa", "Đak Đoa"),
    "bold letters with loose marks": ("𝗧𝗛𝗢̂𝗡𝗚 𝗕𝗔́𝗢", "THÔNG BÁO"),
    "cursive letters": ("𝓣𝓲𝓷 𝓷𝓸́𝓷𝓰", "Tin nóng"),
    "double-struck": ("ℍ𝕠̣𝕡", "Họp"),
    "bold digits": ("𝟐𝟎𝟐𝟔", "2026"),
    "full-width": ("Ｔｉｎ　２０２６：ｍớｉ", "Tin 2026:mới"),
    "small capitals": ("ᴛɪɴ", "TIN"),
    "letters in circles": ("Ⓣⓘⓝ", "Tin"),
    "letters in dark squares": ("🅃🅸🅽", "TIN"),
    "ligatures": ("ﬁle, ﬂash, oﬃce", "file, flash, office"),
    "Word's hyphens": ("Covid‑19, 2022‐2025, 5‒7, ―", "Covid-19, 2022-2025, 5–7, —"),
    "thin blanks hold a number": ("100\u202f000\u2009đồng", "100\u00a0000\u00a0đồng"),
    "other blanks": ("hộ\u2003nghèo\u3000cận\u205fnghèo", "hộ nghèo cận nghèo"),
    "soft line break of Word": ("hộ\x0bnghèo\u2028xã", "hộ nghèo xã"),
    "invisible": ("hộ\u200b ng\u00adhèo\u2060\ufeff\u200e\u202a", "hộ nghèo"),
    "apostrophe letter": ("HʼLâm", "H’Lâm"),
    "decomposed": (unicodedata.normalize("NFD", "hộ nghèo ở Đak Đoa"), "hộ nghèo ở Đak Đoa"),
    "Word's bullets": ("\uf0b7\tĐơn\n\uf0a7\tCăn cước", "•\tĐơn\n▪\tCăn cước"),
    "Word's ticks and arrows": ("\uf0fc xong \uf0e0 nộp", "✓ xong → nộp"),
    "Latin-1 quotes": ("\x93Được\x94 \x96 \x91chưa\x92", "“Được” – ‘chưa’"),
    "square units": ("5 ㎡, 3 ㎥, 10 ㎏, 30 ℃", "5 m², 3 m³, 10 kg, 30 °C"),
    "Roman numbers in one letter": ("Chương Ⅳ", "Chương IV"),
    "joiner in a word": ("hộ\u200dnghèo", "hộnghèo"),
    "kept: m²": ("100 m², 5 m³", "100 m², 5 m³"),
    "kept: arrows, ticks, boxes": ("→ ✓ ☐ ★ ①", "→ ✓ ☐ ★ ①"),
    "kept: a family in one emoji": ("👨‍👩‍👧 🇻🇳 1️⃣", "👨‍👩‍👧 🇻🇳 1️⃣"),
    "kept: Jrai and Bahnar": ("Ơ̆i Hlâm, plơi Kŏn Ƀông, ñu, čĭ", "Ơ̆i Hlâm, plơi Kŏn Ƀông, ñu, čĭ"),
}


def test_accidents_are_mended_where_a_file_is_read() -> None:
    """Words pasted from Facebook, Word or an old keyboard are found, said and printed as typed."""

    def judge(case: tuple[str, str]) -> None:
        typed, meant = case
        assert mended(typed) == meant
        assert mended(meant) == meant
        assert typed.count("\n") == mended(typed).count("\n")

    each(ACCIDENTS, judge)


WITHOUT_EMOJI = {
    "at the end": ("Chúc mừng bà con 🎉", "Chúc mừng bà con"),
    "before a stop": ("Chúc mừng 🎉! Hẹn gặp lại 👋.", "Chúc mừng! Hẹn gặp lại."),
    "inside": ("Chúc mừng 🎉🎉 bà con", "Chúc mừng bà con"),
    "without blanks": ("Chúc🎉mừng", "Chúc mừng"),
    "at the beginning": ("🔥 Tin nóng", "Tin nóng"),
    "a stop behind the first": ("📢: Tin nóng", "Tin nóng"),
    "in brackets": ("Tin vui (😀) cho bà con", "Tin vui cho bà con"),
    "a family": ("Gia đình 👨‍👩‍👧 ấm no", "Gia đình ấm no"),
    "a flag": ("Quốc khánh 🇻🇳, cả làng vui", "Quốc khánh, cả làng vui"),
    "a shade of skin": ("Cảm ơn 🙏🏽 bà con", "Cảm ơn bà con"),
    "a number on a key": ("1️⃣ Làm đơn", "1. Làm đơn"),
    "a number on a key before a stop": ("Hai 1️⃣.", "Hai 1."),
    "an arrow in colours": ("Làm đơn ➡️ nộp xã", "Làm đơn → nộp xã"),
    "a tick in colours": ("✅ Đã nhận", "✓ Đã nhận"),
    "several lines": ("🎉 Một\n🎉 Hai 🎉\nBa", "Một\nHai\nBa"),
    "nothing but emoji": ("🎉🎉", ""),
    "none": ("Đơn – 5 m² ©", "Đơn – 5 m² ©"),
}


def test_emoji_leave_no_gap_on_paper() -> None:
    """A printed sentence reads as if the emoji had never stood in it."""

    def judge(case: tuple[str, str]) -> None:
        typed, printed = case
        assert without_emoji(typed) == printed

    each(WITHOUT_EMOJI, judge)


ON_PAPER = {
    "arrows": ("Làm đơn → nộp xã ⇒ nhận tiền", "Làm đơn › nộp xã › nhận tiền"),
    "ticks and boxes": ("✓ ✔ ☑ ☐ □", "[x] [x] [x] [ ] [ ]"),
    "bullets": ("■ ▪ ● ◦ • ➢", "• • • • • ›"),
    "stars": ("★★★", "***"),
    "circled numbers": ("① ② ⑩", "1 2 10"),
    "raised letters": ("10ᵗʰ, xⁿ", "10th, xn"),
    "number sign": ("№ 5", "No 5"),
    "primes and brackets": ("5′ 【mới】 。", "5' [mới] ."),
    "letters of ours": ("Ơ̆i Hlâm, plơi Kŏn Ƀông 5 m²", "Ơ̆i Hlâm, plơi Kŏn Ƀông 5 m²"),
    "letters of others": ("ΔЖ中", "???"),
    "letters with marks that the font lacks": ("ǹ ṃ ḷ", "n m l"),
    "nothing shown": ("a\u200db\x02c\ufe0f", "abc"),
}


def test_paper_draws_the_nearest_sign_that_its_font_holds() -> None:
    """A leaflet with an arrow is a leaflet, and no word of it is lost in a box."""

    def judge(case: tuple[str, str]) -> None:
        typed, printed = case
        assert for_paper(typed) == printed
        assert all(ord(letter) in coverage.drawable() for letter in for_paper(typed))

    each(ON_PAPER, judge)


def test_coverage_is_what_the_fonts_say() -> None:
    """Nobody keeps a list of letters by hand that a new font would make wrong."""
    for name in coverage.FILES:
        font = (coverage.FONTS / name).read_bytes()
        assert coverage.covered(font) == set(TTFont(BytesIO(font)).getBestCmap())


# --- lost codes ----------------------------------------------------------------------------------

_TO_TCVN3 = {meant: shown for shown, meant in encodings.TCVN3.items()}
_TO_VNI: dict[str, str] = {}
for _shown, _meant in encodings.VNI.items():
    if len(_shown) > len(_TO_VNI.get(_meant, "")):
        _TO_VNI[_meant] = _shown


def as_tcvn3(text: str) -> str:
    """The letters that a .VnTime text shows outside of its font."""
    return "".join(_TO_TCVN3.get(letter, letter) for letter in text)


def as_vni(text: str) -> str:
    """The letters that a VNI text shows outside of its font."""
    return "".join(_TO_VNI.get(letter, letter) for letter in text)


def misread(text: str, code: str) -> str:
    """What a program shows that takes UTF-8 for another code."""
    return "".join(bytes([one]).decode(code, "ignore") or chr(one) for one in text.encode())


SENTENCES = (
    "Thông báo về việc bình xét hộ nghèo năm 2026 của thị trấn Đak Đoa.",
    "tiền hỗ trợ",
    "Xã Đak Đoa mời bà con đi họp",
    "Bà con nhớ mang theo căn cước công dân, sổ hộ khẩu",
    "Ai được hưởng? Người thuộc hộ nghèo và hộ cận nghèo.",
)
WAYS = {
    "TCVN3": (as_tcvn3, ".VnTime"),
    "VNI": (as_vni, "VNI"),
    "Windows-1252": (lambda text: misread(text, "cp1252"), "UTF-8 bị đọc nhầm"),
    "Latin-1": (lambda text: misread(text, "latin-1"), "UTF-8 bị đọc nhầm"),
    "Windows-1258": (lambda text: misread(text, "cp1258"), "UTF-8 bị đọc nhầm"),
    "Mac": (lambda text: misread(text, "mac_roman"), "UTF-8 bị đọc nhầm"),
    "DOS": (lambda text: misread(text, "cp437"), "UTF-8 bị đọc nhầm"),
    "twice": (lambda text: misread(misread(text, "cp1252"), "cp1252"), "hai lần"),
}


def test_a_lost_code_is_recognised_and_undone() -> None:
    """The officer reads which font it was and how the line should read, with the way out."""

    def judge(case: tuple[str, str, str]) -> None:
        shown, name, meant = case
        (told,) = strange_letters(f"Dòng lành.\n{shown}")
        assert told.line == 2
        assert name in told.message
        assert f"«{meant}»" in told.message

    each(
        {
            f"{way}: {meant}": (lose(meant), name, meant)
            for way, (lose, name) in WAYS.items()
            for meant in SENTENCES
        },
        judge,
    )


def test_letters_of_a_capital_font_are_capitals() -> None:
    """ ".VnTimeH" shows small codes as capitals; the mended line does, too."""
    (told,) = strange_letters("TH«NG B¸O")

    assert "«THÔNG BÁO»" in told.message


LOST = ("Th?ng b?o v? vi?c b?nh x?t", "ti?n h? tr?", "Bình xét h? nghèo", "Xã ?ak ?oa", "TH?NG B?O")
SOUND = {
    "questions": "Ai được vay? Vay ở đâu? Khi nào?",
    "a blank is missing": "Ai được vay?vì sao? Có gì?Bà con hỏi",
    "an address": "xem https://a.vn/?loc=1&x=?y và tin-tuc?trang=2",
    "Jrai": "Ơ̆i Hlâm, ñu nao pơ anŏ, čĭ hră, ñu nao",
    "Bahnar": "Bơngai Bahnar, kơ̆ plei, ñă ôh, mơ̆n",
    "French and German names": "Café, naïve, Noël, Hélène, René, Zoë, Müller, Ångström",
    "English": "Poor households: what changes in 2026? It’s free — ask “why”.",
    "signs of the West": "Điều § 3 khoản «x», 5² m², ©2026, 30°, 5·3, ½, «hộ»; «ai»",
    "Vietnamese quotation": "Bà con nói: «khá», «quá»… “khá”, – và «hộ nghèo» nữa",
    "old and new tone marks": "hoà hòa thuỷ thủy quý quí khoẻ khỏe",
    "times and products": "2 × 3 = 6; 5 ÷ 2; 10·5",
}


def test_letters_that_became_question_marks_are_told() -> None:
    """What an old program could not keep is seen before it is printed."""

    def judge(line: str) -> None:
        assert "thành dấu hỏi" in next(strange_letters(line)).message

    each({line: line for line in LOST}, judge)


def test_sound_text_is_left_alone() -> None:
    """Nobody who writes Jrai, Bahnar, English or a name with an accent is sent to UniKey."""

    def judge(line: str) -> None:
        assert list(strange_letters(line)) == []

    each(SOUND, judge)


RIGHT = "báo hoà hòa thuỷ quý quả giá giếng gì nghiêng khuỷu mía mưa được quyển uống yếu của"
WRONG = "baùo xaõ bảop tiếnh cafế ñu Noël hệllo"


def test_the_tone_stands_over_the_right_vowel() -> None:
    """ "baùo" is no word, "báo" is: so a VNI text is told from a sound one."""
    assert [word for word in RIGHT.split() if not is_syllable(word)] == []
    assert [word for word in WRONG.split() if is_syllable(word)] == []


BODIES = {
    "TCVN3": ("Th«ng b¸o vÒ viÖc b×nh xÐt hé nghÌo.", "dòng này là chữ của phông .VnTime"),
    "mojibake": ("ThÃ´ng bÃ¡o bÃ¬nh xÃ©t.", "dòng này là chữ UTF-8 bị đọc nhầm bảng mã"),
    "replacement": ("Th\ufffdng b\ufffdo bình xét hộ nghèo.", "chữ bị hỏng ở chỗ «Th�ng b�o"),
    "lost picture": ("Ảnh \ufffc đây.", "chỗ «Ảnh \ufffc đây.» có một hình đã mất khi dán"),
    "control": ("Có ký tự \x02 lạ và \x1f nữa.", "có ký tự lạ không hiện trên màn hình"),
    "private": ("Nộp \ue123 ở xã.", "có ký hiệu riêng của Word"),
    "no letter at all": ("Chữ \uffff lạ.", "có ký tự lạ không hiện trên màn hình"),
}


@pytest.mark.parametrize(("body", "message"), BODIES.values(), ids=BODIES)
def test_damage_in_a_body_is_told_with_its_line(town: Town, body: str, message: str) -> None:
    """What nobody could read is not published, and the line is named."""
    path = town.post("news", body=f"Mở đầu.\n\n{body}")

    told = town.problems()

    assert len(told) == 1
    assert told[0].startswith(f"{path}:12: {message}")


def test_damage_in_front_matter_and_data_is_told_with_its_line(town: Town) -> None:
    """A title from an old font is seen as a body is, and so is a policy."""
    path = town.post("news", title="Th«ng b¸o míi cña x·")
    town.policy(title="Cho vay hé nghÌo, x·")

    lines = [line.partition(": ")[0] for line in town.problems()]

    assert lines == ["data/policies.yml:2", f"{path}:3"]


def test_damage_in_a_draft_stops_nobody_else(town: Town) -> None:
    """A post that is still written may hold anything; the others go out."""
    town.post("news", status="draft", body="Th«ng b¸o vÒ viÖc b×nh xÐt.")

    assert [line[:6] for line in town.said()] == ["nhắc: "]


# --- every format --------------------------------------------------------------------------------

SIGNS = "Làm đơn → nộp xã ✓ ☐ ★ 🎉 ➢ 中"


@pytest.fixture
def signs(town: Town) -> Town:
    """A town whose title, policy, post and unit are full of signs that the fonts lack."""
    town.policy(
        title=f"Cho vay {SIGNS}",
        steps=[{"act": "Làm đơn → nộp xã"}, {"act": "Nhận tiền ✓ 🎉"}],
        papers=["☐ Đơn đề nghị", "➢ Căn cước"],
        where=["🏠 Nhà văn hóa → phòng 1"],
    )
    town.post("policy", title=f"Vay vốn {SIGNS}", body="## Các bước →\n\n{{ cac-buoc }}")
    table = "| ✓ | → |\n|---|---|\n| 🎉 | ☐ |"
    town.post("news", title="Tin vui 🎉 cho bà con", body=f"{SIGNS}\n\n{table}")
    return town


def test_signs_cost_neither_site_nor_kit(signs: Town) -> None:
    """An arrow in a policy leaves the town its site, its leaflets and its cards."""
    with Build(signs.root, TODAY, Edition(site_url=ADDRESS), THEME) as build:
        made = build.kit(signs.root / "kit", [], None)
        site = build.site(signs.root / "site")

    assert [problem for problem in made.problems if problem.level == "lỗi"] == []
    names = {path.name for path in (signs.root / "kit").rglob("*") if path.is_file()}
    assert {"to-roi.pdf", "to-dan-a3.pdf", "bai.docx", "phat-thanh.txt"} <= names
    assert site is not None


def test_the_loudspeaker_says_no_sign(signs: Town) -> None:
    """Nobody hears a gap where an emoji, a box or a star stood."""
    spoken = read_aloud("Làm đơn → nộp xã ✓ ☐ ★ 🎉. Gia đình 👨‍👩‍👧, ● một ■ hai ♥ ba ©", {}).text

    assert spoken == "Làm đơn, nộp xã. Gia đình, một hai ba"


def test_word_prints_signs_but_no_emoji(signs: Town) -> None:
    """Word has every sign; an emoji on official paper is out of place."""
    with Build(signs.root, TODAY, Edition(site_url=ADDRESS), THEME) as build:
        build.kit(signs.root / "kit", [], None)
    papers = (signs.root / "kit").rglob("bai.docx")
    said = "\n".join(one.text for paper in papers for one in docx.Document(str(paper)).paragraphs)

    assert "🎉" not in said
    assert "→" in said


def test_what_paper_lacks_is_a_reminder_with_the_letter(town: Town) -> None:
    """Before printing the officer knows which letter to replace, by its name."""
    path = town.post("news", body="Mở đầu.\n\nXem chữ 中 này.")

    (told,) = town.problems()

    assert told.startswith(
        f"{path}:12: nhắc: phông chữ của tờ rơi và thẻ chia sẻ không có «中» (chữ Hán"
    )
    assert "U+4E2D" in told


def test_usual_signs_are_no_matter(town: Town) -> None:
    """What has a stand-in on paper is drawn without a word."""
    town.post("news", title="Tin vui → mới ✓", body="🎉 Xong ★ ☐ ① №")

    assert town.said() == []


def test_a_title_of_signs_only_is_told(town: Town) -> None:
    """A title that cannot be said or searched is not published."""
    path = town.post("news", title="🎉🎉🎉")

    assert town.problems() == [
        f"{path}:3: «title» chỉ có ký hiệu, không có chữ nào; hãy viết thành câu"
    ]


# --- addresses and order -------------------------------------------------------------------------


def test_signs_in_names_come_out_right() -> None:
    """An anchor says the words, whatever stands between them."""
    assert slug("Ðak Ðoa → 5 m² ✓") == "dak-doa-5-m2"
    assert toc_slug(mended("𝗧𝗛𝗢̂𝗡𝗚 𝗕𝗔́𝗢")) == "thong-bao"
    assert toc_slug("🎉") == "muc"


NAMES = (
    "An|Ăn|Ân|Ấp|Bà|Ƀông|Cư|Čư|Dê|Đak Đoa|Đăk|Ea|Ĕa|Ê đê|H'Lâm|Hlâm|Ia|Ĭa|Nam|Ñam|On|Ŏn|Ôn|Ô̆n"
    "|Ơn|Ơ̆n|ta|tà|tả|tã|tá|tạ|Tổ 2|Tổ 10|Un|Ŭn|Ưn|Ư̆n|Y"
)


def test_names_are_sorted_as_people_look_for_them() -> None:
    """A Ă Â, D Đ, E Ê, O Ô Ơ, U Ư, the letters of Jrai and Bahnar among them, tones last."""
    assert sorted(reversed(NAMES.split("|")), key=sort_key) == NAMES.split("|")


# --- every letter there is -----------------------------------------------------------------------


def assigned() -> list[str]:
    """Every assigned character of the Basic Multilingual Plane."""
    found = map(chr, range(0x10000))
    return [letter for letter in found if unicodedata.category(letter) not in ("Cn", "Cs")]


def goes_through(letter: str) -> None:
    """Take one letter through reading, page, voice, Word and paper."""
    for text in (f"Tin {letter} mới", f"Họp{letter}làng"):
        post = f"---\ntitle: {text}\n---\n{text}\n"
        source = decode(post.encode("utf-8", "surrogatepass"), "stories/tin-tuc/a.md")
        if source.fatal:
            assert letter == "\0"  # no text file holds it
            return
        words = source.text.split("\n")[-2]
        html_of(words)
        read_aloud(words, {})
        writable(words)
        toc_slug(words)
        sort_key(words)
        printed = for_paper(words)
        assert all(ord(one) in coverage.drawable() for one in printed), printed
        assert len(missing_on_paper(words)) < 5


def test_a_sample_of_all_letters_goes_through() -> None:
    """Whatever is pasted, no step raises, and paper holds only what it can draw."""
    each({f"U+{ord(letter):04X}": letter for letter in assigned()[::97]}, goes_through)


@pytest.mark.proof
def test_every_letter_goes_through() -> None:
    """The same for each of them."""
    each({f"U+{ord(letter):04X}": letter for letter in assigned()}, goes_through)


@pytest.mark.proof
def test_all_letters_reach_check_and_kit(town: Town) -> None:
    """A post for each block of letters, in title and body, is told or made: no traceback."""
    letters = [letter for letter in assigned() if letter.isprintable()]
    for start in range(0, len(letters), 400):
        part = "".join(letters[start : start + 400])
        words = " ".join(part[place : place + 8] for place in range(0, len(part), 8))
        body = words.replace("[", "(").replace("<", "(").replace("{", "(").replace("`", "'")
        town.post("news", title=f"Tin {part[:60]}", body=f"Mở đầu.\n\n{body}")
    town.problems()


def test_the_tables_hold_one_letter_once() -> None:
    """A row that is typed twice would hide the first."""
    assert len({*encodings.TCVN3.values()}) == len(encodings.TCVN3) == 74


HOSTILE = {
    "one word and a question mark": "a" * 50_000 + "?",
    "question marks": "?a" * 25_000 + " ?",
    "addresses": "a@" * 25_000 + "é",
    "blanks around an emoji": "a" + " " * 50_000 + "🎉" + " " * 50_000 + "b",
    "emoji": "👩\u200d" * 25_000,
    "broken UTF-8": "á»" * 25_000,
    "lost in TCVN3": "Th«ng " * 10_000,
    "loose marks": " \u0301" * 25_000,
    "brackets": "](" * 25_000 + "?é",
}


def test_no_text_takes_long() -> None:
    """A page pasted without a line break is judged as fast as its length allows."""

    def judge(text: str) -> None:
        started = time.process_time()
        words = mended(text)
        list(strange_letters(text))
        for_paper(words)
        missing_on_paper(words)
        sort_key(words)
        # What grows with the square of the length takes minutes here.
        assert time.process_time() - started < 5

    each(HOSTILE, judge)


def test_a_letter_that_paper_lacks_is_told_in_its_own_line(town: Town) -> None:
    """Blank lines that the mending puts in do not lead the writer to another line."""
    path = town.post("news", body="Gồm:\n- đơn\n- sổ\nNộp tại xã.\n\nChữ 中 lạ.")
    source = (town.root / path).read_text(encoding="utf-8").split("\n")
    line = source.index("Chữ 中 lạ.") + 1

    told = [one for one in town.problems() if "phông chữ của tờ rơi" in one]

    assert [one.split(":")[1] for one in told] == [str(line)]


def test_a_letter_lost_on_the_way_is_not_made_up(town: Town) -> None:
    """A reading that is not whole says where a letter is missing."""
    torn = misread("Thông báo về việc bình xét hộ nghèo.", "cp1252").replace("\x81", "")
    town.post("news", body=torn)

    (told,) = [one for one in town.said() if "bị đọc nhầm" in one]

    assert "«Thông báo v… việc bình xét hộ nghèo.»" in told
    assert "chỗ «…» đã mất một chữ" in told
