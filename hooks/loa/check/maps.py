"""No map of the country or the sea, where a wrong line is a serious matter."""

import re
from collections.abc import Iterator
from datetime import date

from loa.check.prose import body, owners
from loa.check.values import parts, problem
from loa.model.content import Content
from loa.model.media import Image
from loa.problems import Level, Problem
from loa.text.vietnamese import fold

_COUNTRY = re.compile(r"viet nam|vietnam|bien dong|hoang sa|truong sa|ca nuoc|to quoc|lanh tho")


def no_maps_of_the_country(content: Content, today: date) -> Iterator[Problem]:
    """No picture is a map of the country or the sea; one of the commune deserves a second look."""
    for post in content.posts:
        for key, picture in parts(post, Image):
            words = f"{picture.file} {picture.alt} {picture.caption or ''}"
            if found := _map_problem(words):
                message, level = found
                yield problem(post, f"{key}.file", f"«{picture.file}»: {message}", level)
    for owner in owners(content):
        text = body(owner, content)
        for link in text.pictures:
            if found := _map_problem(f"{link.address} {link.words}"):
                message, level = found
                yield text.problem_of(link, f"«{link.address}»: {message}", level)


def _map_problem(said: str) -> tuple[str, Level] | None:
    bare = re.sub(r"[^a-z0-9]+", " ", fold(said))
    if not re.search(r"\b(ban do|map)\b", bare):
        return None
    if _COUNTRY.search(bare):
        message = "trang không đăng bản đồ cả nước hay biển, đảo; hãy dùng ảnh khác"
        return message, Level.ERROR
    message = "ảnh có bản đồ; hãy xem kỹ để không có đường biên giới, biển, đảo"
    return message, Level.REMINDER
