"""Writes down that a post was put on a channel: one more entry of ``data/activities.yml``."""

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loa.ask.channels import may_go_out
from loa.ask.paths import Edition, own_address
from loa.ask.showing import Showing
from loa.disk.atomic import write_whole
from loa.exports.article.fingerprints import content_mark
from loa.exports.kit.make import NoSuchPost, find_post, folder_names
from loa.exports.kit.one_format import subject_of
from loa.exports.kit.post_folder import kept
from loa.model import words
from loa.model.posts import Post
from loa.problems import Level
from loa.report import read_checked
from loa.text.vietnamese import normalise, slug

FILE = "data/activities.yml"
KINDS = {
    "web": "dang-tin",
    "loa": "phat-thanh",
    "to-roi": "in-an",
    "mang-xa-hoi": "dang-tin",
    "bao-chi": "dang-tin",
}
_DONE = {
    "web": "Đăng trang thông tin",
    "loa": "Phát loa",
    "to-roi": "In tờ rơi",
    "mang-xa-hoi": "Đăng mạng xã hội",
    "bao-chi": "Gửi báo chí",
}
# A file without entries says so with "[]", which must go before the first one comes.
_EMPTY = re.compile(r"(?m)^\[\s*\][ \t]*\r?\n?")


class MarkRefused(Exception):
    """Nothing was written; the text says why, in Vietnamese."""


@dataclass(frozen=True)
class Mark:
    """What the officer says: where, at which address, on which day, how many copies."""

    channel: str
    on: date
    url: str = ""
    copies: int | None = None


def mark_published(root: Path, name: str, mark: Mark, site_url: str, today: date) -> str:
    """Add an entry for a post and return the entry's id.

    What the kit holds counts as what was copied; without a kit, the post as it stands.

    Raises:
        MarkRefused: the post is not published, its people did not agree to the channel, or the
            entry would not be sound. Put there twice, it is written twice: a loudspeaker repeats.
    """
    content, problems = read_checked(root, today)
    if content is None:
        told = [str(problem) for problem in problems if problem.level is Level.ERROR]
        raise MarkRefused("\n".join([*told, "Dữ liệu chưa đọc được; chưa ghi gì."]))
    showing = Showing(content, today, Edition(site_url=own_address(site_url)))
    try:
        post = find_post(name, showing)
    except NoSuchPost as unknown:
        raise MarkRefused(str(unknown)) from None
    if not may_go_out(post, mark.channel):
        raise MarkRefused(
            f"Bài «{post.title}» chưa có sự đồng ý cho kênh {words.CHANNELS[mark.channel]}; "
            "chưa ghi gì."
        )
    id = _free_id(post, mark, set(content.activities))
    path = root / FILE
    before = path.read_bytes() if path.exists() else b""
    _write(path, _with_entry(before, _entry(id, post, mark, _content_mark(post, root, showing))))
    _, problems = read_checked(root, today)
    wrong = [one for one in problems if one.path == FILE and one.level is Level.ERROR]
    if wrong:
        _write(path, before)
        raise MarkRefused("\n".join([*map(str, wrong), "Chưa ghi gì."]))
    return id


def _content_mark(post: Post, root: Path, showing: Showing) -> str:
    folder = root / "kit" / folder_names(showing.published)[post.path]
    if found := kept(folder).content_mark:
        return found
    subject = subject_of(post, showing)
    return content_mark(subject.article, subject.photos)


def _free_id(post: Post, mark: Mark, taken: set[str]) -> str:
    stem = slug(f"{mark.channel} {post.id} {mark.on.isoformat()}")
    id, number = stem, 1
    while id in taken:
        number += 1
        id = f"{stem}-{number}"
    return id


def _entry(id: str, post: Post, mark: Mark, content: str) -> str:
    title = normalise(f"{_DONE[mark.channel]}: {post.title}")[:200]
    lines = [
        f"- id: {id}",
        f"  kind: {KINDS[mark.channel]}",
        f"  on: {mark.on.isoformat()}",
        f"  title: {json.dumps(title, ensure_ascii=False)}",
        f"  posts: [{post.id}]",
        f"  channel: {mark.channel}",
    ]
    if mark.url:
        lines.append(f"  url: {json.dumps(mark.url, ensure_ascii=False)}")
    if mark.copies is not None:
        lines.append(f"  copies: {mark.copies}")
    lines.append(f'  content_mark: "{content}"')
    return "\n".join(lines) + "\n"


def _with_entry(before: bytes, entry: str) -> bytes:
    """Return the file with one more entry at its end; comments and line ends stay as they are."""
    text = before.decode("utf-8-sig")
    newline = "\r\n" if "\r\n" in text else "\n"
    text = _EMPTY.sub("", text)
    if text and not text.endswith("\n"):
        text += newline
    return (text + entry.replace("\n", newline)).encode()


def _write(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        message = f"Không ghi được {path.name} ({error.strerror}); tệp có đang mở ở nơi khác?"
        raise MarkRefused(message) from error
