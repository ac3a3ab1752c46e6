"""Approval is written down without touching anything else of a file."""

from dataclasses import replace
from datetime import date

import pytest

from loa.ask.approval import content_hash, is_approved, policy_hash
from loa.desk.approve import ApprovalRefused, approve_policy, approve_post
from loa.model.posts import Post
from town import TODAY, Town

BY = "Trần Văn Mẫu, Phó Chủ tịch"
ON = date(2026, 11, 20)


def the_post(town: Town) -> Post:
    """The only post of the town."""
    (post,) = town.content().posts
    return post


def approve(town: Town, name: str) -> str:
    """Approve as the officer does."""
    return approve_post(town.root, name, BY, ON, TODAY)


BLOCK = """approved:
  by: "Trần Văn Mẫu, Phó Chủ tịch"
  on: 2026-11-20
  hash: "{mark}"
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("status: published\n", "status: published\n{block}"),
        (
            "approved: {by: A, on: 01/11/2026, hash: 0123456789abcdef}\nstatus: published\n",
            "{block}status: published\n",
        ),
        (
            "approved:\n  by: A  # cũ\n\n  on: 01/11/2026\n  hash: 0123456789abcdef\n"
            "# trạng thái\nstatus: published\n",
            "{block}# trạng thái\nstatus: published\n",
        ),
        (
            "status: published\napproved: {by: A,\n  on: 01/11/2026, hash: 0123456789abcdef\n  }\n",
            "status: published\n{block}",
        ),
        (
            "status: published  # đã đăng\n\n# hết\n",
            "status: published  # đã đăng\n{block}\n# hết\n",
        ),
    ],
)
def test_only_the_approval_changes(town: Town, before: str, after: str, newline: str) -> None:
    """Every other byte of the officer's file stays as it was."""
    start = (
        "---\nid: TT-7K2M\ntitle: 'Họp làng'   # giữ nguyên\ndate:   17/10/2026\n"
        "summary: Cả làng họp bàn cách giữ nước tưới mùa khô, ai cũng góp một ý hay cho tổ.\n"
        "author: Cán bộ\ntopics:\n- vay-von\n"
    )
    body = "---\nThân bài  \n\napproved: chữ trong bài\n---\nHết."
    text = (start + before + body).replace("\n", newline)
    path = town.root / town.file("stories/tin-tuc/hop.md", text)

    approve(town, "TT-7K2M")

    post = the_post(town)
    assert is_approved(post, town.root)
    block = BLOCK.format(mark=content_hash(post, town.root))
    expected = start + after.format(block=block) + body
    assert path.read_bytes() == expected.replace("\n", newline).encode()


def test_a_post_is_found_by_code_or_by_file(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """An officer types what is at hand."""
    path = town.post("news", id="TT-7K2M")
    monkeypatch.chdir(town.root / "stories")

    for name in ("TT-7K2M", path, "tin-tuc/bai-1.md", str(town.root / path)):
        assert approve(town, name) == path


def test_an_entry_of_the_policies_is_approved_in_its_place(town: Town) -> None:
    """The figures carry their own approval, beside the entry's other lines."""
    facts = (town.root / "data/policies.yml").read_text(encoding="utf-8")
    other = facts.replace("vay-von-ho-ngheo", "chinh-sach-khac")
    town.file("data/policies.yml", f"# Chính sách\n\n{facts}\n# Mục sau\n{other}")

    approve_policy(town.root, "vay-von-ho-ngheo", BY, ON, TODAY)
    approve_policy(town.root, "chinh-sach-khac", BY, ON, TODAY)

    policies = town.content().policies.values()
    blocks = [
        "".join(f"  {line}\n" for line in BLOCK.format(mark=policy_hash(policy)).splitlines())
        for policy in policies
    ]
    assert (town.root / "data/policies.yml").read_text(encoding="utf-8") == (
        f"# Chính sách\n\n{facts}{blocks[0]}\n# Mục sau\n{other}{blocks[1]}"
    )


@pytest.mark.parametrize("status", ["published", "draft"])
def test_what_is_wrong_is_not_approved(town: Town, status: str) -> None:
    """A leader's name never stands under a post with a mistake, finished or not."""
    path = town.post("news", id="TT-7K2M", status=status, body="[Xem](khong-co.md)")
    before = (town.root / path).read_bytes()

    with pytest.raises(ApprovalRefused) as refused:
        approve(town, "TT-7K2M")

    assert str(refused.value) == (
        f"{path}:10: liên kết «khong-co.md»: không có trang hay tệp này; hãy xem lại địa chỉ\n"
        "Chưa ghi duyệt: hãy sửa những chỗ trên trước."
    )
    assert (town.root / path).read_bytes() == before


def test_a_slip_in_a_draft_is_not_approved_either(town: Town) -> None:
    """A photo that could not be read is not approved by looking away."""
    town.post("news", id="TT-7K2M", status="draft", photos=[{"file": "anh.jpg"}])

    with pytest.raises(ApprovalRefused, match=r"«photos \(mục 1\)\.alt»: còn thiếu"):
        approve(town, "TT-7K2M")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("TT-XXXX", "Không thấy bài «TT-XXXX»; hãy ghi mã bài hoặc đường dẫn tới tệp."),
        (
            "stories/tin-tuc/hong.md",
            "Bài stories/tin-tuc/hong.md chưa đọc được; hãy chạy check_content.py rồi sửa.",
        ),
    ],
)
def test_what_cannot_be_found_is_told(town: Town, name: str, message: str) -> None:
    """A mistyped code approves nothing."""
    town.file("stories/tin-tuc/hong.md", "---\ntitle: 'hở\n---\n")

    with pytest.raises(ApprovalRefused) as refused:
        approve(town, name)

    assert str(refused.value) == message


def test_a_reminder_does_not_stop_approval(town: Town) -> None:
    """Approval weighs mistakes, not matters of taste."""
    town.wording("ban phát", "trao")
    town.post("news", id="TT-7K2M", body="Không ban phát quà.")

    approve(town, "TT-7K2M")

    post = the_post(town)
    assert is_approved(post, town.root)
    assert not is_approved(replace(post, title="Khác"), town.root)
