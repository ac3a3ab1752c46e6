"""Pictures and recordings that exist, stay in their folder, and say what they show."""

from pathlib import Path
from typing import Any

import pytest

from town import PHOTO, RECORDING, Town

ALT = "Đàn bò bên chuồng mới"
DESCRIBE = "hãy tả như kể cho người không nhìn thấy, ví dụ: Đàn bò bên chuồng mới lợp tôn"
MAP_OF_COUNTRY = "trang không đăng bản đồ cả nước hay biển, đảo; hãy dùng ảnh khác"
MAP = "nhắc: «anh/bo.jpg»: ảnh có bản đồ; hãy xem kỹ để không có đường biên giới, biển, đảo"


def picture(**changes: Any) -> dict[str, Any]:
    """A sound main picture, with changes."""
    return {"image": {"file": "anh/bo.jpg", "alt": ALT} | changes}


@pytest.fixture(autouse=True)
def files(town: Town) -> None:
    """One picture and one recording beside the news, one picture for all posts."""
    town.file("stories/tin-tuc/anh/bo.jpg")
    town.file("stories/tin-tuc/doc.mp3", RECORDING)
    town.file("stories/chung.png")


@pytest.mark.parametrize(
    "changes",
    [
        picture(),
        picture(file="chung.png"),
        {"audio": [{"file": "doc.mp3", "language": "jra"}]},
        {"video": {"url": "https://vtv.vn/phim.html"}},
    ],
)
def test_files_beside_the_post_are_found(town: Town, changes: dict[str, Any]) -> None:
    """A writer puts a photo beside the post, or where all posts find it."""
    town.post("news", **changes)

    assert town.problems() == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (picture(file="anh/boo.jpg"), "«anh/boo.jpg»: không thấy tệp; có phải ý bạn là «bo.jpg»?"),
        (picture(file="anh/Bo1.JPG"), "«anh/Bo1.JPG»: không thấy tệp; có phải ý bạn là «bo.jpg»?"),
        (
            picture(file="hinh/vuon.jpg"),
            "«hinh/vuon.jpg»: không thấy tệp; hãy chép tệp vào cạnh bài hoặc sửa tên",
        ),
        (
            picture(file=f"{'x' * 300}.jpg"),
            f"«{'x' * 300}.jpg»: không thấy tệp; hãy chép tệp vào cạnh bài hoặc sửa tên",
        ),
        (
            picture(file="anh/bo.tif"),
            "«anh/bo.tif»: cần tệp có đuôi .jpg, .jpeg, .png, .webp, .heic, .heif",
        ),
        (
            {"audio": [{"file": "doc.wma", "language": "vi"}]},
            "«doc.wma»: cần tệp có đuôi .mp3, .m4a, .ogg, .wav",
        ),
        ({"video": {"file": "phim.avi"}}, "«phim.avi»: cần tệp có đuôi .mp4, .webm"),
    ],
)
def test_a_lost_file_is_told_before_the_build(
    town: Town, changes: dict[str, Any], message: str
) -> None:
    """A resident never sees an empty frame where a photo should be."""
    town.post("news", **changes)

    assert town.said() == [message]


def test_a_link_out_of_the_folder_is_not_followed(town: Town, tmp_path: Path) -> None:
    """No paper of an office PC slips onto the site through a shortcut."""
    secret = tmp_path / "data" / "ho-so.jpg"
    secret.write_bytes(PHOTO)
    (tmp_path / "stories/tin-tuc/anh/ho-so.jpg").symlink_to(secret)
    town.post("news", **picture(file="anh/ho-so.jpg"))

    assert town.said() == [
        "«anh/ho-so.jpg»: tệp nằm ngoài thư mục nội dung; hãy chép tệp vào cạnh bài"
    ]


@pytest.mark.parametrize("alt", ["ảnh minh họa", "Hình ảnh 1", "IMAGE 001", "anh/bo_dan_2.jpg"])
def test_a_description_says_what_is_seen(town: Town, alt: str) -> None:
    """Who cannot see the picture still learns what it shows."""
    town.file("stories/tin-tuc/anh/bo-dan-2.jpg")
    file = "anh/bo-dan-2.jpg" if "bo" in alt else "anh/bo.jpg"
    alt = alt.removeprefix("anh/")
    town.post("news", **picture(file=file, alt=alt))

    assert town.said() == [f"«{alt}» chưa nói ảnh cho thấy gì; {DESCRIBE}"]


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        (f"![{ALT}](anh/bo.jpg)", []),
        ("`![](khong-co.jpg)`", []),
        (
            f"![{ALT}](anh/ga.jpg)",
            ["ảnh «anh/ga.jpg»: không thấy tệp; hãy chép tệp vào cạnh bài hoặc sửa tên"],
        ),
        (f"![{ALT}](../anh/bo.jpg)", ["ảnh «../anh/bo.jpg»: hãy để ảnh cạnh bài"]),
        (
            "![](anh/bo.jpg)",
            [f"ảnh «anh/bo.jpg» chưa có mô tả (8 ký tự trở lên); {DESCRIBE}"],
        ),
        (
            "![bo](anh/bo.jpg)",
            [f"ảnh «anh/bo.jpg» chưa có mô tả (8 ký tự trở lên); {DESCRIBE}"],
        ),
        (
            f"![{ALT}](https://bao.vn/bo.jpg)",
            ["ảnh «https://bao.vn/bo.jpg» nằm ở trang khác; hãy tải về, để cạnh bài"],
        ),
    ],
)
def test_a_picture_in_the_text_is_held_to_the_same(
    town: Town, body: str, messages: list[str]
) -> None:
    """A photo pasted into the text loads from this site and is described too."""
    town.post("news", body=body, **picture())

    errors = [line.split(", ví dụ anh/")[0] for line in town.said() if "nhắc: " not in line]
    assert errors == messages


def test_a_picture_in_the_text_is_declared_too(town: Town) -> None:
    """Consent, credit and the other channels know of every photo."""
    town.post("news", body=f"![{ALT}](anh/bo.jpg)")

    assert town.said() == [
        "nhắc: ảnh «anh/bo.jpg» chưa khai ở «photos»; hãy khai thêm để có chú thích, "
        "người chụp và sự đồng ý khi nhận ra người"
    ]


def test_a_page_may_show_a_drawing(town: Town) -> None:
    """Standing pages bring drawings along, of which what could run is left out."""
    town.file("docs/gioi-thieu/so-do.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    town.page("gioi-thieu/index.md", "![Sơ đồ các bước rà soát](so-do.svg)")

    assert town.problems() == []


@pytest.mark.parametrize(
    ("changes", "messages"),
    [
        (picture(caption="Họp thôn"), []),
        (picture(caption="Bản đồ Việt Nam treo ở hội trường"), [f"«anh/bo.jpg»: {MAP_OF_COUNTRY}"]),
        (picture(alt="Bản đồ Biển Đông trên tường"), [f"«anh/bo.jpg»: {MAP_OF_COUNTRY}"]),
        (picture(alt="Bản đồ có Hoàng Sa, Trường Sa"), [f"«anh/bo.jpg»: {MAP_OF_COUNTRY}"]),
        (picture(caption="Bản đồ xã Đak Thử"), [MAP]),
    ],
)
def test_no_map_of_the_country_or_the_sea(
    town: Town, changes: dict[str, Any], messages: list[str]
) -> None:
    """A wrong line on a map never gets the town into trouble."""
    town.post("news", **changes)

    assert town.said() == messages


def test_the_name_of_a_file_can_give_a_map_away(town: Town) -> None:
    """A map is found by its file name too, in the text as well."""
    town.file("stories/tin-tuc/ban-do-viet-nam.png")
    image = {"file": "ban-do-viet-nam.png", "alt": "Tấm hình treo ở hội trường"}
    town.post("news", image=image, body="![Tấm hình treo tường](ban-do-viet-nam.png)")

    assert town.said() == [f"«ban-do-viet-nam.png»: {MAP_OF_COUNTRY}"] * 2
