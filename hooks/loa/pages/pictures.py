"""Pictures as templates show them: the files to choose from, what they show, who took them."""

from loa.ask import paths
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.media.gallery import Shown
from loa.model.media import Image
from loa.model.posts import Post


def cover(post: Post, showing: Showing) -> Meta:
    """Return the picture at the top of a post: its own, or a drawing."""
    if image := showing.picture(post):
        return picture(post, image, showing)
    return {
        "src": paths.cover(post.SECTION, post.slug),
        "alt": "",
        "caption": _DRAWN.get(post.SECTION, ""),
        "width": 320,
        "height": 180,
        "drawn": True,
    }


_DRAWN = {
    "guong-dien-hinh": "Hình vẽ minh họa. Khi gia đình chưa đồng ý đăng ảnh, trang dùng hình vẽ."
}


def picture(post: Post, image: Image, showing: Showing) -> Meta:
    """Return a photo of a post with its words."""
    return {
        **_files(post, image, showing),
        "alt": image.alt,
        "caption": image.caption or "",
        # The page writes "Ảnh:" itself; many write it too.
        "credit": (image.credit or "").removeprefix("Ảnh:").strip(),
        "drawn": False,
    }


def thumbnail(post: Post, showing: Showing) -> Meta | None:
    """Return the main photo of a post for a list, where it only decorates; None if it has none."""
    image = showing.picture(post)
    if image is None:
        return None
    return {**_files(post, image, showing), "alt": image.alt, "tones": []}


def _files(post: Post, image: Image, showing: Showing) -> Meta:
    shown = showing.gallery.of(post, image.file)
    assert shown is not None  # Showing hands out only pictures that hang
    width, height = shown.picture.sizes[-1]
    return {
        "src": shown.fallback,
        "stem": shown.stem,
        "widths": [width for width, _ in shown.picture.sizes],
        "width": width,
        "height": height,
        "tones": _tones(shown),
        "tone_columns": shown.picture.columns,
        "tone_rows": len(shown.picture.tones) // shown.picture.columns,
    }


def _tones(shown: Shown) -> list[Meta]:
    """Return the cells of the placeholder: colour, column, row."""
    columns = shown.picture.columns
    return [
        {"colour": colour, "x": place % columns, "y": place // columns}
        for place, colour in enumerate(shown.picture.tones)
    ]
