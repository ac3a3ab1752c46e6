"""Photos that cannot go out are told before anything is built, with the way to mend them."""

from io import BytesIO

import pytest
from PIL import Image

from town import Town, plain_photo

ALT = "Đàn bò bên chuồng mới"
IMAGE = {"file": "bo.jpg", "alt": ALT}
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"


def moving() -> bytes:
    """A film of two pictures."""
    data, frames = BytesIO(), [Image.new("L", (40, 40), shade) for shade in (0, 255)]
    frames[0].save(data, "WEBP", save_all=True, append_images=frames[1:])
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff\xd8\xff", "không đọc được ảnh: tệp hỏng hoặc chép dở; hãy chép lại từ máy chụp"),
        (b"PK\x03\x04", "đây là tệp Word, Excel hoặc tệp nén, không phải ảnh JPEG, PNG hay WebP"),
        (moving(), "ảnh động không đăng được; hãy dùng ảnh thường"),
        (plain_photo(1, 1), "ảnh chỉ 1 × 1 điểm ảnh; hãy tìm ảnh gốc"),
        (HEIC, "không đọc được ảnh: tệp hỏng hoặc chép dở"),
    ],
    ids=["broken", "word", "moving", "dot", "half-heic"],
)
def test_a_photo_that_cannot_go_out_is_told(town: Town, data: bytes, message: str) -> None:
    """The officer reads one sentence at the right line instead of finding a gap on the page."""
    town.file("stories/tin-tuc/bo.jpg", data)
    path = town.post("news", image=IMAGE)
    (told,) = town.problems()
    line = next(
        number
        for number, text in enumerate((town.root / path).read_text("utf-8").splitlines(), 1)
        if text.startswith("image:")
    )

    assert told.startswith(f"{path}:{line}: «bo.jpg»: {message}")


def test_a_photo_in_a_text_or_a_page_is_looked_at_too(town: Town) -> None:
    """No way leads around the check."""
    town.file("stories/tin-tuc/bo.jpg", b"")
    town.file("docs/hop.png", b"")
    town.post("news", photos=[IMAGE])
    town.post("news", body=f"![{ALT}](bo.jpg)")
    town.page("gioi-thieu.md", "![Buổi họp ở hội trường](hop.png)")
    broken = [said for said in town.said() if "không đọc được ảnh" in said]

    assert sorted(said.partition(":")[0] for said in broken) == [
        "«bo.jpg»",
        "«bo.jpg»",
        "«hop.png»",
    ]


def test_a_drafts_photo_is_only_a_reminder(town: Town) -> None:
    """An unfinished post stops nobody."""
    town.file("stories/tin-tuc/bo.jpg", b"")
    town.post("news", status="draft", image=IMAGE)

    assert [said[:6] for said in town.said()] == ["nhắc: "]


@pytest.mark.parametrize(
    ("size", "told"), [((320, 240), True), ((479, 300), True), ((480, 300), False)]
)
def test_a_small_photo_is_a_reminder(town: Town, size: tuple[int, int], told: bool) -> None:
    """Who copied the thumbnail instead of the photo learns it in time."""
    town.file("stories/tin-tuc/bo.jpg", plain_photo(*size))
    town.post("news", image=IMAGE)
    words = f"nhắc: «bo.jpg»: ảnh nhỏ ({size[0]} × {size[1]} điểm ảnh), lên trang sẽ mờ"

    assert [said.startswith(words) for said in town.said()] == [True] * told


def test_a_good_photo_is_not_spoken_of(town: Town) -> None:
    """A wrong ending is nobody's worry, a photo from an iPhone is welcome where it can be read."""
    data = BytesIO()
    Image.new("RGB", (640, 480)).save(data, "PNG")
    town.file("stories/tin-tuc/bo.jpg", data.getvalue())
    town.post("news", image=IMAGE)

    assert town.said() == []
