"""Approval: what was agreed to is what goes out, and nothing else holds a post back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from loa.ask.approval import content_hash, policy_hash
from loa.desk.approve import approve_policy, approve_post
from loa.model.policies import Policy
from loa.model.posts import Post
from town import CONSENT, TODAY, Town

BY = "Trần Văn Mẫu, Phó Chủ tịch"
ON = date(2026, 11, 20)
PICTURE = {"file": "anh.jpg", "alt": "Đàn bò bên chuồng mới"}


@pytest.fixture(autouse=True)
def files(town: Town) -> None:
    """A picture beside the news."""
    town.file("stories/tin-tuc/anh.jpg", b"\xff\xd8\xff")


def the_post(town: Town) -> Post:
    """The only post of the town."""
    (post,) = town.content().posts
    return post


def the_policy(town: Town) -> Policy:
    """The only policy of the town."""
    return town.content().policies["vay-von-ho-ngheo"]


def approve(town: Town, name: str) -> str:
    """Approve as the officer does."""
    return approve_post(town.root, name, BY, ON, TODAY)


# --- the mark ------------------------------------------------------------------------------------


def test_the_mark_is_short_and_stays_the_same(town: Town) -> None:
    """The same post carries the same mark on every machine, in every year."""
    town.post("news", body="Nội dung.", image=PICTURE, consent=CONSENT)

    assert content_hash(the_post(town), town.root) == "cce2eaf5e67c0642"


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Một tiêu đề khác"},
        {"summary": "Một tóm tắt khác hẳn, đủ dài để đọc được như một câu giới thiệu cho bài."},
        {"body": "Nội dung khác."},
        {"image": PICTURE | {"caption": "Chú thích"}},
        {"image": None},
        {"photos": [PICTURE]},
        {"consent": CONSENT | {"until": "2027-01-01"}},
        {"consent": None},
    ],
)
def test_what_readers_see_is_covered(town: Town, changes: dict[str, Any]) -> None:
    """Nobody changes a sentence or a photo behind the back of who approved it."""
    first = {"slug": "bai", "id": "TT-0001", "image": PICTURE, "consent": CONSENT}
    town.post("news", **first)
    before = content_hash(the_post(town), town.root)
    town.post("news", **first | changes)

    assert content_hash(the_post(town), town.root) != before


def test_the_picture_itself_is_covered(town: Town) -> None:
    """Another photo under the same name is another photo."""
    town.post("news", image=PICTURE)
    before = content_hash(the_post(town), town.root)
    town.file("stories/tin-tuc/anh.jpg", b"another photo")

    assert content_hash(the_post(town), town.root) != before


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace('"2026-10-17"', "17/10/2026  # ngày họp"),
        lambda text: text.replace('status: "published"', "status: review"),
        lambda text: text.rstrip("\n") + "\n\n\n",
        lambda text: text.replace('topics: ["san-xuat"]', 'topics: ["vay-von"]\nsample: false'),
        lambda text: text.replace('"web", "loa"', "web,   loa"),
    ],
)
def test_ways_of_writing_do_not_matter(town: Town, rewrite: Callable[[str], str]) -> None:
    """Saving the file in Notepad does not take an approved post off the site."""
    path = town.root / town.post("news", image=PICTURE, consent=CONSENT)
    before = content_hash(the_post(town), town.root)
    path.write_bytes(rewrite(path.read_text(encoding="utf-8")).encode())

    assert content_hash(the_post(town), town.root) == before


def test_a_new_rate_changes_the_mark_of_the_policy_only(town: Town) -> None:
    """When the bank changes its rate, the approved explainer stays on the site."""
    town.post("policy", body="Vay {{ muc-vay }}.")
    post, policy = content_hash(the_post(town), town.root), policy_hash(the_policy(town))
    town.fact(amount=150_000_000)

    assert content_hash(the_post(town), town.root) == post
    assert policy_hash(the_policy(town)) != policy


def test_internal_remarks_and_the_approval_itself_do_not_count(town: Town) -> None:
    """An officer may take notes without asking again."""
    before = policy_hash(the_policy(town))
    mark = {"by": BY, "on": "2026-11-20", "hash": before}
    town.policy(remarks=["Hỏi lại ngân hàng"], approved=mark)

    assert policy_hash(the_policy(town)) == before


# --- the rule ------------------------------------------------------------------------------------


def test_without_the_switch_nothing_is_asked(town: Town) -> None:
    """A town that needs no approval hears nothing about it."""
    town.post("news")

    assert town.problems() == []


def test_posts_without_approval_are_held_back_alone(town: Town) -> None:
    """Everything else goes out, and the officer reads the command to run."""
    town.township(approval_required=True)
    town.post("news", id="TT-7K2M")
    town.post("news", status="draft")

    assert town.problems() == [
        "data/policies.yml:1: nhắc: số liệu của «vay-von-ho-ngheo» chưa được duyệt; khi đã duyệt "
        "hãy chạy: python scripts/approve_post.py --policy vay-von-ho-ngheo --by … --on …",
        "stories/tin-tuc/bai-1.md:8: nhắc: bài chưa được duyệt nên chưa lên trang, địa chỉ của "
        "bài ghi «Bài đang được cập nhật»; khi đã duyệt hãy chạy: "
        "python scripts/approve_post.py TT-7K2M --by … --on …",
    ]


def test_approving_settles_it_and_a_change_asks_again(town: Town) -> None:
    """Approve, publish, mend a sentence: only then is approval asked for again."""
    town.township(approval_required=True)
    path = town.root / town.post("news", id="TT-7K2M")
    approve(town, "TT-7K2M")
    approve_policy(town.root, "vay-von-ho-ngheo", BY, ON, TODAY)
    assert town.problems() == []

    path.write_text(path.read_text(encoding="utf-8") + "Thêm một câu.\n", encoding="utf-8")

    assert town.said() == [
        "nhắc: bài đã sửa sau khi duyệt nên chưa lên trang, địa chỉ của bài ghi "
        "«Bài đang được cập nhật»; khi đã duyệt hãy chạy: "
        "python scripts/approve_post.py TT-7K2M --by … --on …"
    ]
