"""Posts for Zalo and Facebook: whole sentences, within limits, true to what holds today."""

import pytest

from loa.ask.key_facts import key_facts
from loa.ask.paths import Edition
from loa.ask.showing import Showing
from loa.exports.article.maker import article_of
from loa.exports.social.texts import (
    CLIP_SECONDS,
    LONG_MOST,
    SHORT_MOST,
    clip,
    clip_text,
    hashtags,
    long_text,
    short_text,
    social_text,
)
from loa.model.posts import Post
from town import TODAY, Town

EDITION = Edition(site_url="https://dak-thu.test/")


def shown(town: Town) -> tuple[Post, Showing]:
    """The town's first post, as it stands today."""
    showing = Showing(town.content(), TODAY, EDITION)
    return showing.content.posts[0], showing


def texts(town: Town) -> tuple[str, str]:
    """Short and long text of the town's first post."""
    post, showing = shown(town)
    article = article_of(post, showing)
    return short_text(post, article, showing), long_text(post, article, showing)


def test_a_short_text_has_title_summary_link_and_tags(town: Town) -> None:
    """One tap copies all that a post on Zalo needs."""
    town.post("news", slug="bai", programmes=["giam-ngheo"])

    assert texts(town)[0] == (
        "Cả tổ cùng trồng xen, vườn già có thêm vụ thu\n"
        "Một tổ ở làng Ví dụ trồng xen tiêu vào vườn cà phê, cùng giữ nước tưới mùa khô.\n"
        "Đọc đủ bài: https://dak-thu.test/tin-tuc/bai/\n"
        "#CayConGiong #GiamNgheoBenVung #DakThu"
    )


def test_texts_keep_their_limits_in_whole_sentences(town: Town) -> None:
    """However long a post is, nothing breaks off in the middle of a sentence."""
    sentence = "Bà con hỏi nhau đường đi, rồi cùng làm cho xong việc ấy."
    town.post(
        "news", title="T" * 118, summary=" ".join([sentence] * 5), body=f"{sentence}\n\n" * 60
    )
    short, long = texts(town)

    assert len(short) <= SHORT_MOST
    assert len(long) <= LONG_MOST
    assert long.count(sentence) > 10
    assert all(part.endswith(sentence) for part in long.split("\n\n")[1:-1])


def test_a_policy_tells_its_amounts_first(town: Town) -> None:
    """Who reads only three lines knows how much and where to go."""
    town.policy(
        facts=[
            {
                "id": "muc-vay",
                "label": "mức vay nhiều nhất",
                "amount": 100_000_000,
                "unit": "mỗi hộ",
                "headline": True,
                "applies_from": "2026-01-01",
                "as_of": "2026-11-01",
            }
        ],
        where=["UBND cấp xã"],
        deadline="Trước ngày 20/12",
    )
    town.post("policy")
    post, showing = shown(town)

    assert key_facts(post, showing) == (
        "Mức vay nhiều nhất: 100\u00a0triệu đồng mỗi hộ, áp dụng từ 01/01/2026.",
        "Nơi hỏi, nộp giấy tờ: UBND cấp xã.",
        "Hạn: Trước ngày 20/12.",
    )
    assert "– Hạn: Trước ngày 20/12." in texts(town)[1]


def test_a_policy_that_ended_tells_no_amount(town: Town) -> None:
    """Nobody sets out to borrow what is no longer lent."""
    town.policy(valid_to="2026-06-30")
    town.post("policy")

    for text in texts(town):
        assert "Chính sách giai đoạn trước." in text
        assert "100\u00a0triệu" not in text


def test_no_heading_stands_without_its_text(town: Town) -> None:
    """A long text does not end with a title of something that isn't there."""
    town.post("news", body=f"Mở đầu.\n\n## Mục bị cắt\n\n{'Dài. ' * 400}")

    assert "Mục bị cắt" not in texts(town)[1]


def test_hashtags_come_from_the_data(town: Town) -> None:
    """Topics of the post and the place, in letters every phone can type."""
    town.post("news", topics=["vay-von", "san-xuat"])
    post, showing = shown(town)

    assert hashtags(post, showing) == ("#VayVon", "#CayConGiong", "#DakThu")


@pytest.mark.parametrize("speed", [120, 160, 260])
def test_a_clip_is_read_within_a_minute(town: Town, speed: int) -> None:
    """The collaborator can speak the clip without hurrying."""
    sentence = "Bà con hỏi nhau đường đi, rồi cùng làm cho xong việc ấy."
    town.post("news", summary=" ".join([sentence] * 5))
    post, showing = shown(town)
    article = article_of(post, showing)
    scenes = clip(post, article, showing, lambda text: text, speed)
    said = sum(len(scene.spoken.split()) for scene in scenes)

    assert said <= speed * CLIP_SECONDS / 60
    assert len(scenes) >= 3
    assert scenes[-1].caption == article.url
    assert "CẢNH 1 (giây 0–" in clip_text(scenes, article.title)


def test_the_file_says_how_to_post(town: Town) -> None:
    """Nobody has to remember where the picture is."""
    town.post("news")
    post, showing = shown(town)
    text = social_text(post, article_of(post, showing), showing)

    assert "BÀI NGẮN (" in text
    assert "the-1200x630" in text
