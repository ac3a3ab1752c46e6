"""Scripts for the loudspeaker: one post, a bulletin, any text."""

import io
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import radio_bulletin
import read_aloud as read_aloud_script
from loa import clock
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.exports.article import (
    Article,
    Block,
    Heading,
    Item,
    Listing,
    Paragraph,
    Picture,
    Run,
    Table,
)
from loa.exports.article.maker import article_of
from loa.exports.radio.bulletin import bulletin
from loa.exports.radio.script import DO_NOT_READ, Script, radio_script
from town import TODAY, Town

BROADCAST = {
    "programme": "Giảm nghèo",
    "opening": "Xin kính chào bà con. Mời bà con nghe chuyên mục Giảm nghèo.",
    "closing": "Xin cảm ơn và hẹn gặp lại bà con.",
    "reading_speed": 160,
    "slots": [{"label": "Buổi sáng", "minutes": 15}, {"label": "Buổi chiều", "minutes": 10}],
}
SENTENCE = "Cả tổ cùng đào hố, cùng giữ nước cho vườn cây."  # 10 syllables


@pytest.fixture
def radio_town(town: Town) -> Town:
    """A town with a loudspeaker."""
    town.township(broadcast=BROADCAST)
    town.file("data/speech.yml", "readings:\n- written: UBND\n  spoken: ủy ban nhân dân\n")
    return town


def showing_of(town: Town, today: date = TODAY) -> Showing:
    """What is shown of a town on a day."""
    return Showing(town.content(), today, Edition())


def scripts(town: Town, today: date = TODAY) -> list[Script]:
    """The scripts of all published posts."""
    showing = showing_of(town, today)
    return [radio_script(post, article_of(post, showing), showing) for post in showing.published]


def said(script: Script) -> str:
    """All that is read out of the whole."""
    return " ".join(sentence.text for sentence in script.sentences)


def paragraph(text: str) -> Paragraph:
    """A plain paragraph."""
    return Paragraph((Run(text),))


def script_of(town: Town, *blocks: Block) -> Script:
    """The script of a post with a hand-made text."""
    town.post("news")
    showing = showing_of(town)
    post = showing.published[0]
    return radio_script(post, Article(post.title, post.summary, blocks), showing)


def test_every_cut_keeps_its_time_and_is_made_of_whole_sentences(radio_town: Town) -> None:
    """The programme ends when it must, and never in the middle of a thought."""
    radio_town.post("news", body=f"{SENTENCE}\n\n" * 120)
    (script,) = scripts(radio_town)

    whole = set(script.sentences)
    assert [cut.minutes for cut in script.cuts] == [1, 3, 5]
    for cut in script.cuts:
        assert cut.syllables == sum(sentence.syllables for sentence in cut.sentences)
        assert cut.minutes * 160 - 20 < cut.syllables <= cut.minutes * 160
        assert set(cut.sentences) <= whole
        assert cut.sentences[0].text == "Xin kính chào bà con."
        assert cut.sentences[-1].text == "Xin cảm ơn và hẹn gặp lại bà con."
        assert not cut.whole


def test_a_minute_is_for_the_facts(radio_town: Town) -> None:
    """The shortest version greets in one breath: nobody hears only what the programme is about."""
    opening = f"{BROADCAST['opening']} Chuyên mục nói về nhiều điều."
    closing = f"Bà con vừa nghe chuyên mục. Chỗ nào chưa rõ thì hỏi. {BROADCAST['closing']}"
    radio_town.township(broadcast=BROADCAST | {"opening": opening, "closing": closing})
    minute, three, _ = script_of(radio_town, *[paragraph(SENTENCE)] * 60).cuts
    short, long = (" ".join(part.text for part in cut.sentences) for cut in (minute, three))

    assert "nghe chuyên mục Giảm nghèo." in short
    assert "Chuyên mục nói về nhiều điều." not in short
    assert "Chỗ nào chưa rõ thì hỏi." not in short
    assert short.endswith("Xin cảm ơn và hẹn gặp lại bà con.")
    assert "Chuyên mục nói về nhiều điều." in long
    assert "Chỗ nào chưa rõ thì hỏi." in long


def test_a_short_post_is_not_stretched(radio_town: Town) -> None:
    """Nobody hears the same thing over and over to fill five minutes."""
    radio_town.post("news", body=SENTENCE)
    (script,) = scripts(radio_town)

    assert script.cuts[2].whole
    assert "[Bản năm phút: cả bài chỉ dài khoảng" in script.text()
    assert round(script.minutes, 2) == round(script.syllables / 160, 2)


def test_what_matters_is_said_first_and_once_more(radio_town: Town) -> None:
    """Who comes late still hears how much and where."""
    radio_town.fact(headline=True)
    radio_town.policy(
        facts=[
            {
                "id": "muc-vay",
                "label": "Mức vay",
                "amount": 100_000_000,
                "unit": "mỗi hộ",
                "headline": True,
                "as_of": "2026-11-01",
            }
        ],
        where=["UBND xã"],
        deadline="Trước ngày 20/12/2026",
    )
    radio_town.post("policy", body=SENTENCE)
    (script,) = scripts(radio_town)

    text = said(script)
    amount = "Mức vay: một trăm triệu đồng mỗi hộ."
    first, again = text.index(amount), text.rindex(amount)
    assert first < text.index(SENTENCE) < text.index("Xin nhắc lại:") < again
    assert text.count("Nơi hỏi, nộp giấy tờ: ủy ban nhân dân xã.") == 2
    assert "Hạn: Trước ngày hai mươi tháng mười hai năm hai nghìn không trăm hai mươi sáu." in text


def test_a_policy_that_has_ended_says_so_in_every_cut(radio_town: Town) -> None:
    """Nobody goes to the office for money that is no longer given."""
    radio_town.policy(valid_to="2026-06-30")
    radio_town.post("policy", body=f"{SENTENCE}\n\n" * 120)
    (script,) = scripts(radio_town)

    for cut in script.cuts:
        assert "Đã hết hiệu lực từ ngày một tháng bảy" in " ".join(
            part.text for part in cut.sentences
        )
    assert "một trăm triệu" not in said(script)


def test_lists_and_tables_are_told_and_pictures_are_not(radio_town: Town) -> None:
    """A listener gets what a reader sees, as far as it can be said."""
    script = script_of(
        radio_town,
        Heading(2, (Run("Các bước"),)),
        Listing((Item((Run("Viết đơn;"),)), Item((Run("Nộp ở UBND"),))), ordered=True),
        Table(
            ((Run("Mức"),), (Run("Số tiền"),)),
            (((Run("Xây mới"),), (Run("40.000.000 đồng"),)),),
        ),
        Picture(1, "Một vườn tiêu", "Vườn tiêu. Ảnh: Siu Ví Dụ."),
        Heading(2, (Run("Căn cứ"),)),
        paragraph("Nghị định 07/2021/NĐ-CP"),
    )

    text = said(script)
    assert "Các bước. Thứ nhất: Viết đơn. Thứ hai: Nộp ở ủy ban nhân dân." in text
    assert "Xây mới: bốn mươi triệu đồng." in text
    assert "Ảnh" not in text and "Nghị định" not in text
    assert script.unread == ("Căn cứ",)


def test_the_good_bye_stands_alone_and_nothing_is_said_twice_or_only_for_readers(
    radio_town: Town,
) -> None:
    """The announcer pauses before the closing, and listeners get no links and no echoes."""
    script = script_of(
        radio_town, paragraph("Xem thêm: Bài khác"), paragraph("Bà con xem bảng tin.")
    )
    again = script_of(radio_town, paragraph(script.sentences[4].text))

    assert "Xem thêm" not in said(script)
    assert "\n\nXin cảm ơn và hẹn gặp lại bà con." in script.text()
    assert said(again).count(script.sentences[4].text) <= 2


def test_what_is_unsure_stands_below_a_line_that_is_not_read(radio_town: Town) -> None:
    """The announcer sees what to ask, and reads none of it out."""
    script = script_of(radio_town, paragraph("Sản phẩm OCOP của tổ, ngày 17/10."))

    read, _, below = script.text().partition(DO_NOT_READ)
    assert "«OCOP»" in below and "«OCOP»" not in read
    assert not any(sign.isdigit() for sign in read)


def publish(town: Town, count: int, **changes: Any) -> None:
    """Publish some long posts."""
    for place in range(count):
        town.post(
            "news",
            title=f"Tin về vườn cây, bài {['một', 'hai', 'ba', 'bốn', 'năm', 'sáu'][place % 6]}",
            date=f"2026-11-{10 + place}",
            body=f"{SENTENCE}\n\n" * 60,
            **changes,
        )


def test_a_bulletin_keeps_its_time_and_is_fair(radio_town: Town) -> None:
    """Every village is heard within the minutes there are."""
    publish(radio_town, 5)
    made = bulletin(showing_of(radio_town), date(2026, 11, 9), date(2026, 11, 20))

    lengths = [sum(part.syllables for part in entry.sentences) for entry in made.entries]
    assert made.minutes == 10  # the shorter broadcast
    assert 1_500 < made.syllables <= 1_600
    assert len(lengths) == 5 and max(lengths) - min(lengths) <= 40
    assert "Chỉ đọc phần đầu, còn" in made.left_out_text()
    text = " ".join(part.text for part in made.sentences)
    assert text.count("Xin kính chào bà con.") == 1 and text.count("hẹn gặp lại bà con.") == 1


def test_urgent_news_goes_first_and_stays_when_time_is_short(radio_town: Town) -> None:
    """A storm warning is never the one that is left out."""
    publish(radio_town, 4)
    radio_town.post(
        "news", title="Bão đến gần, bà con chằng nhà", date="2026-11-09", priority="khan-cap"
    )
    made = bulletin(showing_of(radio_town), date(2026, 11, 9), date(2026, 11, 20), minutes=1)

    assert made.entries[0].post.priority == "khan-cap"
    assert made.sentences[2].text == "Thông báo khẩn, mời bà con chú ý nghe."
    assert made.left_out and "Chưa đưa vào vì hết giờ: Tin về" in made.left_out_text()
    assert made.syllables <= 160


def test_only_what_may_be_heard_is_heard(radio_town: Town) -> None:
    """Drafts, samples and people who did not agree to the loudspeaker are not on it."""
    radio_town.post("news", date="2026-11-12", title="Tin được đọc trên loa của xã")
    radio_town.post("news", date="2026-11-12", status="draft")
    radio_town.post("news", date="2026-11-12", sample=True)
    radio_town.post("news", date="2026-11-01")
    consent = {"given_on": "2026-10-01", "form": "van-ban", "record": "ĐY-1", "scope": ["ten"]}
    radio_town.post("story", date="2026-11-12", consent=consent | {"channels": ["web"]})
    made = bulletin(showing_of(radio_town), date(2026, 11, 9), date(2026, 11, 20))

    assert [entry.post.title for entry in made.entries] == ["Tin được đọc trên loa của xã"]
    assert made.left_out_text() == ""


def test_the_bulletin_script_takes_both_ways_of_writing_a_day(
    radio_town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An officer types days as they are used to."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    publish(radio_town, 2)
    code = radio_bulletin.main(["--from", "2026-11-09", "--to", "20/11/2026"], radio_town.root)

    shown = capsys.readouterr()
    assert code == 0
    assert shown.out.startswith("[Bản tin, đọc khoảng ") and "Tin về vườn cây" in shown.out


def test_the_bulletin_can_be_written_to_a_file(
    radio_town: Town, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Old Windows programs open the file with all its letters."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    publish(radio_town, 1)
    file = tmp_path / "ban-tin.txt"
    days = ["--from", "9/11/2026", "--to", "20/11/2026", "--minutes", "3"]

    assert radio_bulletin.main([*days, "-o", str(file)], radio_town.root) == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf[B") and b"\r\n" in file.read_bytes()


def test_days_without_posts_are_told(
    radio_town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody reads out an empty programme."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)

    assert radio_bulletin.main(["--from", "9/11/2026", "--to", "20/11/2026"], radio_town.root) == 1
    assert capsys.readouterr().err.startswith("Không có bài nào")


def test_any_text_can_be_read_aloud(
    radio_town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An announcement typed in a hurry is ready for the microphone."""
    typed = "\ufeffUBND xã họp ngày 17/10.\nMời đội OCOP.\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="cp1252"))

    assert read_aloud_script.main([], radio_town.root) == 0
    shown = capsys.readouterr()
    assert shown.out == "Ủy ban nhân dân xã họp ngày mười bảy tháng mười.\nMời đội OCOP.\n"
    assert "«OCOP»" in shown.err
