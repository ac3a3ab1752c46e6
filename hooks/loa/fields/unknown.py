"""What a key means that we do not have: keys of other programs, Vietnamese names, old habits."""

import re
from collections.abc import Mapping

from loa.fields.declare import Declaration
from loa.fields.kinds import nearest
from loa.text.vietnamese import fold
from loa.text.yaml_text import Node, Scalar, Sequenced

_GUIDE = "các mục viết được có trong hướng dẫn, thư mục docs/huong-dan"
_YES = ("true", "yes", "on", "1", "có")
# Key of another program: our key, then what is written there ("" where the value stays).
_ELSEWHERE: Mapping[str, tuple[str, str]] = {
    "draft": ("status", "draft"),
    "published": ("status", "published"),
    "publish": ("status", "published"),
    "public": ("status", "published"),
    "publishdate": ("publish_on", ""),
    "publish_date": ("publish_on", ""),
    "published_on": ("publish_on", ""),
    "pubdate": ("publish_on", ""),
    "expirydate": ("expires_on", ""),
    "expires": ("expires_on", ""),
    "updated": ("updated_on", ""),
    "modified": ("updated_on", ""),
    "lastmod": ("updated_on", ""),
    "tags": ("topics", ""),
    "tag": ("topics", ""),
    "topic": ("topics", ""),
    "category": ("topics", ""),
    "categories": ("topics", ""),
    "description": ("summary", ""),
    "excerpt": ("summary", ""),
    "sapo": ("summary", ""),
    "authors": ("author", ""),
    "by": ("author", ""),
    "aliases": ("replaces", ""),
    "redirect_from": ("replaces", ""),
    "weight": ("priority", ""),
    "thumbnail": ("image", ""),
    "picture": ("image", ""),
    "gallery": ("photos", ""),
    "images": ("photos", ""),
}
# Keys that say nothing here, and what does it instead.
_NEEDLESS = {
    "layout": "không cần mục này; hãy xóa dòng ấy",
    "slug": "địa chỉ của bài là tên tệp; hãy xóa dòng này, cần thì đổi tên tệp",
    "permalink": "địa chỉ của bài là tên tệp; hãy xóa dòng này, cần thì đổi tên tệp",
    "url": "địa chỉ của bài là tên tệp; hãy xóa dòng này, cần thì đổi tên tệp",
    "content": "nội dung viết ở dưới dòng «---» thứ hai, không viết ở đây",
    "body": "nội dung viết ở dưới dòng «---» thứ hai, không viết ở đây",
}


# What people call our keys besides their labels, without marks.
_NAMED = {
    "ngay": "date", "anh": "image", "hinh": "image", "hinh anh": "image", "ten bai": "title",
    "tua de": "title", "ten": "name", "mo ta": "summary", "tac gia": "author",
    "nguoi viet": "author", "ngay dang": "publish_on", "het han": "expires_on",
    "tinh trang": "status", "linh vuc": "topics",
}  # fmt: skip


def _label(declaration: Declaration) -> str:
    return fold(declaration.label.partition("(")[0]).strip()


def advice_for(key: str, value: Node, known: Mapping[str, Declaration]) -> str:
    """Return what to write in place of a key that a record does not have."""
    plain = key.strip().lower().replace("-", "_").replace(" ", "_")
    if plain in known:
        return f"hãy viết chữ thường, «{plain}»"
    ours, word = _ELSEWHERE.get(plain, ("", ""))
    if ours in known:
        return _in_our_words(ours, word, value)
    named = fold(key.replace("_", " ")).strip()
    for name, declaration in known.items():
        if named and (named == _label(declaration) or _NAMED.get(named) == name):
            return f"hãy viết «{name}:» thay cho «{key[:40]}:»"
    if plain in _NEEDLESS:
        return _NEEDLESS[plain]
    if named == "noi dung" and "title" in known:
        return _NEEDLESS["body"]
    return nearest(key, known, _GUIDE)


def _listed(value: Node) -> str:
    items = value.items if isinstance(value, Sequenced) else ()
    words = [item.text for item in items if isinstance(item, Scalar)]
    return f"[{', '.join(words[:6])}]" if words else ""


def _in_our_words(ours: str, word: str, value: Node) -> str:
    said = value.text.strip() if isinstance(value, Scalar) else _listed(value)
    if word and re.search(r"\d{2}", said):
        return f"hãy viết «status: published», và «publish_on: {said[:20]}» nếu hẹn ngày đăng"
    if not word:
        return f"hãy viết «{ours}: {said}»" if said else f"hãy viết «{ours}:»"
    if said.lower() not in _YES:
        word = "published" if word == "draft" else "draft"
    return f"hãy viết «{ours}: {word}»"
