"""Nothing in a body could run in a reader's browser or load a foreign page."""

import pytest

from town import Town


@pytest.fixture(autouse=True)
def neighbours(town: Town) -> None:
    """A post that links may lead to."""
    town.post("policy", slug="vay-von")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "<script>alert(1)</script>",
            "thẻ «<script>» không dùng được: mã chạy trong máy người xem không được dùng; "
            "hãy xóa cả đoạn",
        ),
        (
            '<IFRAME src="https://youtube.com/x"></IFRAME>',
            "thẻ «<iframe>» không dùng được: hãy bỏ đi và dẫn tới trang ấy bằng một liên kết "
            "thường",
        ),
        (
            '<p onclick="x()">Chữ</p>',
            "«onclick=…» là mã chạy trong máy người xem; hãy xóa phần này",
        ),
        (
            '<a title="a"onmouseover = "x()" href="vay-von.md">Chữ</a>',
            "«onmouseover=…» là mã chạy trong máy người xem; hãy xóa phần này",
        ),
        (
            "[Chữ](javascript:alert(1))",
            "liên kết kiểu «javascript:» không dùng được; hãy dẫn tới https:// hoặc tới một tệp",
        ),
        (
            "[Chữ](java&#115;cript:alert(1))",
            "liên kết kiểu «javascript:» không dùng được; hãy dẫn tới https:// hoặc tới một tệp",
        ),
        (
            "[Chữ](data:text/html;base64,PHNjcmlwdD4=)",
            "liên kết kiểu «data:» không dùng được; hãy dẫn tới https:// hoặc tới một tệp",
        ),
        (
            "[Chữ](file:///C:/bai.docx)",
            "liên kết kiểu «file:» không dùng được; hãy dẫn tới https:// hoặc tới một tệp",
        ),
        (
            '<img src="anh.jpg">',
            "thẻ «<img>» không dùng được: hãy viết ảnh như sau: ![mô tả ảnh](anh/ten-tep.jpg)",
        ),
    ],
)
def test_nothing_in_a_post_can_run(town: Town, body: str, message: str) -> None:
    """What is pasted from elsewhere cannot act in a reader's telephone."""
    town.file("stories/chinh-sach/anh.jpg")
    path = town.post("policy", body=f"Mở đầu.\n\n{body}")

    assert town.problems() == [f"{path}:13: {message}"]


@pytest.mark.parametrize(
    "body",
    [
        "Viết `<script>` trong bài thì bị bỏ.",
        "<details><summary>Thêm</summary>Chữ</details>",
        "Giá trị x < y và onclick = z.",
        "<strong>Chữ đậm</strong> một = hai",
    ],
)
def test_ordinary_html_is_left_alone(town: Town, body: str) -> None:
    """Folding a long passage is nobody's danger."""
    town.post("policy", body=body)

    assert town.problems() == []
