"""Links that a reader can follow."""

from typing import Any

import pytest

from papers import pdf
from town import CONSENT, Town


@pytest.fixture(autouse=True)
def neighbours(town: Town) -> None:
    """Posts, a page and a form that links may lead to."""
    body = (
        "## Ai được vay?\n\nx\n\n## Ai được vay?\n\n## Giấy tờ {#giay}\n\n"
        "## Mức {{ muc-vay so }}\n\n```\n## Trong mã\n```\n"
    )
    town.post("policy", slug="vay-von", body=body)
    town.post("question", slug="hoi")
    town.page("gioi-thieu/index.md", "Trang.")
    town.page("lien-he.md", "Trang.")
    town.file("stories/chinh-sach/tep/don.pdf", pdf())
    town.file("docs/tep/mau.pdf", pdf())
    town.post("policy", body="[Đơn](tep/don.pdf), [mẫu](../tep/mau.pdf)")


@pytest.mark.parametrize(
    "address",
    [
        "vay-von.md",
        "../hoi-dap/hoi.md",
        "../gioi-thieu/index.md",
        "../lien-he.md",
        "../index.md",
        "index.md",
        "../tin-tuc/index.md",
        "../lich.md",
        "../tim-kiem.md",
        "../chu-de/san-xuat.md",
        "../thon/vi-du.md",
        "tep/don.pdf",
        "../tep/mau.pdf",
        "vay-von.md#ai-duoc-vay",
        "vay-von.md#ai-duoc-vay_1",
        "vay-von.md#giay",
        "vay-von.md#muc-100-trieu-dong",
        "#o-day",
        "https://vbsp.org.vn/#muc",
        "mailto:ubnd@gialai.gov.vn",
        "tel:02693831111",
    ],
)
def test_links_that_lead_somewhere(town: Town, address: str) -> None:
    """A writer links the way Markdown files stand beside each other."""
    town.post("policy", body=f"## Ở đây\n\nXem [bài này]({address}) nhé.")

    assert town.problems() == []


LOST = "không có trang hay tệp này"


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("vay-vonn.md", f"{LOST}; có phải ý bạn là «vay-von.md»?"),
        ("hoi.md", f"{LOST}; có phải ý bạn là «../hoi-dap/hoi.md»?"),
        ("xa-la.md", f"{LOST}; hãy xem lại địa chỉ"),
        ("../../../etc/passwd", f"{LOST}; hãy xem lại địa chỉ"),
        ("../hoi-dap/hoi/", "hãy dẫn tới tệp: ../hoi-dap/hoi.md"),
        ("../gioi-thieu/", "hãy dẫn tới tệp: ../gioi-thieu/index.md"),
        ("vay-von.html", "hãy dẫn tới tệp: vay-von.md"),
        ("/chinh-sach/vay-von/", "hãy viết tương đối từ bài này, ví dụ ../chinh-sach/ten-bai.md"),
        ("www.vbsp.org.vn", "thiếu https:// ở đầu"),
        (
            "vay-von.md#ai-duoc-vayy",
            "bài ấy không có mục «#ai-duoc-vayy»; có phải ý bạn là «ai-duoc-vay»?",
        ),
        (
            "../hoi-dap/hoi.md#dau",
            "bài ấy không có mục «#dau»; hãy bỏ phần sau dấu #",
        ),
        (
            "vay-von.md#trong-ma",
            "bài ấy không có mục «#trong-ma»; "
            "hãy chọn: ai-duoc-vay, ai-duoc-vay_1, giay, muc-100-trieu-dong",
        ),
    ],
)
def test_links_that_lead_nowhere(town: Town, address: str, message: str) -> None:
    """A resident never lands on "không tìm thấy" from our own page."""
    path = town.post("policy", body=f"Mở đầu.\n\nXem [bài này]({address}) nhé.")

    assert town.problems() == [f"{path}:13: liên kết «{address}»: {message}"]


@pytest.mark.parametrize(
    "body",
    [
        "`[mẫu](khong-co.md)`",
        "```\n[mẫu](khong-co.md)\n```",
        "Chữ.\n\n<!-- [mẫu](khong-co.md) -->",
        "Chú thích[^1].\n\n[^1]: khong-co.md",
        "[cả hai dòng\ncủa nhãn](vay-von.md)",
        '[nhãn](vay-von.md "Chú thích của liên kết")',
        "[nhãn](<vay-von.md>)",
        "<https://vbsp.org.vn>",
    ],
)
def test_what_only_looks_like_a_lost_link(town: Town, body: str) -> None:
    """An example of Markdown in a post is not a mistake."""
    town.post("policy", body=body)

    assert town.problems() == []


@pytest.mark.parametrize(
    "body",
    [
        "[ảnh ![Nút bấm màu xanh](nut.png)](khong-co.md)",
        "Xem [bài].\n\n[bài]: khong-co.md",
        '<a href="khong-co.md">Xem</a>',
        "[nhãn [trong] nhãn](khong-co.md)",
    ],
)
def test_every_way_of_writing_a_link_is_seen(town: Town, body: str) -> None:
    """No spelling of a link hides a dead end."""
    town.post("policy", body=body)

    assert [line for line in town.said() if line.startswith("liên kết «khong-co.md»")]


@pytest.mark.parametrize(
    ("changes", "messages"),
    [
        ({}, []),
        ({"expires_on": "2026-11-01"}, []),
        (
            {"status": "draft"},
            ["bài ấy chưa đăng; hãy đăng bài ấy trước hoặc bỏ liên kết"],
        ),
        (
            {"publish_on": "2026-12-01"},
            ["bài ấy chưa đăng; hãy đăng bài ấy trước hoặc bỏ liên kết"],
        ),
        (
            {"sample": True},
            ["bài ấy là bài mẫu đang ẩn; hãy bỏ liên kết hoặc đặt show_samples: true"],
        ),
    ],
)
def test_what_is_out_links_only_to_what_is_out(
    town: Town, changes: dict[str, Any], messages: list[str]
) -> None:
    """Readers are not sent to posts that are still being written."""
    town.township(show_samples=False)
    town.post("news", slug="dich", **changes)
    town.post("news", body="[Xem](dich.md)")
    town.page("them.md", "[Xem](tin-tuc/dich.md)")
    town.post("news", status="draft", body="[Xem](dich.md)")

    assert [line for line in town.said() if not line.startswith("nhắc: bài hẹn đăng")] == [
        f"liên kết «{address}»: {message}"
        for address in ("tin-tuc/dich.md", "dich.md")
        for message in messages
    ]


def test_a_page_that_cannot_be_read_is_not_blamed_twice(town: Town) -> None:
    """One broken file gives one message, not one for every link to it."""
    town.file("stories/chinh-sach/hong.md", "---\ntitle: 'hở\n---\n")
    town.page("huong-dan/index.md", "Dành cho cán bộ.")
    town.post("policy", body="[Xem](hong.md) và [hướng dẫn](../huong-dan/index.md)")

    assert [line.split(":")[0] for line in town.problems()] == ["stories/chinh-sach/hong.md"]


def test_a_link_to_a_withdrawn_story_is_better_removed(town: Town) -> None:
    """A link must not keep pointing at a family that asked to be left alone."""
    town.post("story", slug="dich", consent=CONSENT | {"withdrawn_on": "2026-11-01"})
    path = town.post("news", body="[Xem](../guong-dien-hinh/dich.md)")

    assert [line for line in town.problems() if line.startswith(path)] == [
        f"{path}:10: nhắc: liên kết «../guong-dien-hinh/dich.md»: người trong bài ấy không còn "
        "đồng ý, bà con chỉ thấy lời báo chung; nên bỏ liên kết"
    ]


@pytest.mark.parametrize(
    ("address", "is_own"),
    [
        ("https://dakthu.gialai.gov.vn/chinh-sach/vay-von/", True),
        ("http://www.dakthu.gialai.gov.vn", True),
        ("https://dakthu.gialai.gov.vn.xau.com/", False),
        ("https://gialai.gov.vn/", False),
    ],
)
def test_a_full_link_into_the_own_site_is_better_relative(
    town: Town, address: str, is_own: bool
) -> None:
    """The edition on a USB stick works without a network."""
    town.post("news", body=f"[Xem]({address})")

    message = (
        f"nhắc: liên kết «{address}» dẫn vào chính trang này; hãy viết tương đối, "
        "ví dụ ../chinh-sach/ten-bai.md"
    )
    assert town.said() == ([message] if is_own else [])
