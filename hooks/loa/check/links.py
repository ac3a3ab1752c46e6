"""Links that a reader can follow."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from loa.ask import views
from loa.ask.views import Standing
from loa.check.prose import Prose, body, owners
from loa.check.site import Site, site_url
from loa.model.content import Content
from loa.model.posts import Post
from loa.problems import Level, Problem
from loa.rendered.seen import Link

# Addresses of files; a place on the same page needs no change.
_NEEDS_FOLLOWING = re.compile(r"[^#?]")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def links_lead_somewhere(content: Content, today: date) -> Iterator[Problem]:
    """A link inside the site leads to a page or file that exists, and to a heading it has."""
    site = Site(content)
    for owner in owners(content):
        text = body(owner, content)
        for link in text.links:
            if link.is_picture or _SCHEME.match(link.address):
                continue
            if link.typed and _NEEDS_FOLLOWING.match(link.address):
                advice = "viết bằng thẻ < > thì trên trang không mở được; hãy viết [chữ](địa chỉ)"
                yield text.problem_of(link, f"liên kết «{link.address}»: {advice}")
            if message := site.why_lost(owner, link):
                yield text.problem_of(link, f"liên kết «{link.address}»: {message}")


def addresses_can_be_read(content: Content, today: date) -> Iterator[Problem]:
    """An address is one that a browser can make sense of."""
    for owner in owners(content):
        text = body(owner, content)
        for link in text.links:
            try:
                urlsplit(link.address)
            except ValueError:
                message = f"địa chỉ «{link.address}» viết sai nên không mở được; hãy xem lại"
                yield text.problem_of(link, message)


def links_lead_to_posts_on_the_site(content: Content, today: date) -> Iterator[Problem]:
    """What is published does not link to a post that readers cannot open."""
    site = Site(content)
    for owner in owners(content):
        if isinstance(owner, Post) and not _is_shown(owner, content, today):
            continue
        text = body(owner, content)
        for link in text.links:
            if link.is_picture or _SCHEME.match(link.address):
                continue
            post = site.post(site.target(owner, link))
            standing = views.standing(post, content, today) if post else Standing.SHOWN
            if standing is not Standing.SHOWN:
                yield _unopened(text, link, standing)


def _is_shown(post: Post, content: Content, today: date) -> bool:
    return views.standing(post, content, today) is Standing.SHOWN


_WHY_UNOPENED = {
    Standing.WITHDRAWN: (
        "người trong bài ấy không còn đồng ý, bà con chỉ thấy lời báo chung; nên bỏ liên kết",
        Level.REMINDER,
    ),
    Standing.HELD: (
        "bài ấy đang chờ duyệt lại; bà con sẽ thấy «Bài đang được cập nhật»",
        Level.REMINDER,
    ),
    Standing.HIDDEN: (
        "bài ấy là bài mẫu đang ẩn; hãy bỏ liên kết hoặc đặt show_samples: true",
        Level.ERROR,
    ),
    Standing.UNFINISHED: (
        "bài ấy chưa đăng; hãy đăng bài ấy trước hoặc bỏ liên kết",
        Level.ERROR,
    ),
}


def _unopened(text: Prose, link: Link, standing: Standing) -> Problem:
    message, level = _WHY_UNOPENED[standing]
    return text.problem_of(link, f"liên kết «{link.address}»: {message}", level)


def links_into_the_site_are_relative(content: Content, today: date) -> Iterator[Problem]:
    """A link to a page of this site is written relative, so that it also works from a stick."""
    own = re.sub(r"^https?://(www\.)?", "", site_url(content.root)).rstrip("/")
    if not own or own.startswith("example."):
        return
    pattern = re.compile(rf"(https?:)?//(www\.)?{re.escape(own)}(/|$)", re.IGNORECASE)
    for owner in owners(content):
        text = body(owner, content)
        for link in text.links:
            if pattern.match(link.address):
                message = (
                    f"liên kết «{link.address}» dẫn vào chính trang này; hãy viết tương đối, "
                    "ví dụ ../chinh-sach/ten-bai.md"
                )
                yield text.problem_of(link, message, Level.REMINDER)
