"""Files that go out: only what is named, of a kind that can be opened and that hides nothing."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from loa.ask.brought import Bringing, brought_by, brought_by_data
from loa.check.pictures import FILMS, PICTURES, RECORDINGS
from loa.check.prose import own_words, owners
from loa.check.values import problem
from loa.disk.cache import Cache
from loa.disk.developers import is_for_developers
from loa.disk.misnamed import MEANT_MARKDOWN, is_hidden
from loa.load import GUIDE
from loa.media.attachments import attached
from loa.media.bringing import SPREADSHEETS, FileRefused, brought, ending
from loa.media.images import can_publish_pictures
from loa.model.content import Content
from loa.model.posts import Page, Post
from loa.plan.files import note_file, note_tree
from loa.problems import Level, Problem

_SHOWN = 6  # names in one reminder
_FROM_PROGRAMS = ("Thumbs.db", "desktop.ini", ".DS_Store", "ehthumbs.db")


def attachments_exist(content: Content, today: date) -> Iterator[Problem]:
    """A file that a post names under «attachments» stands beside it."""
    for post in content.posts:
        for number, one in enumerate(post.attachments):
            if not attached(content.root, post.path, one.file):
                message = f"«{one.file}»: không thấy tệp; hãy chép tệp vào cạnh bài hoặc sửa tên"
                yield problem(post, f"attachments.{number}.file", message)


def files_brought_along_can_go_out(content: Content, today: date) -> Iterator[Problem]:
    """A file that is linked can be opened by residents, runs nothing and tells of nobody."""
    for owner in owners(content):
        for one in brought_by(content, owner):
            for message, level in _said(content.root, one):
                yield _at(owner, one, message, level)
    if getattr(content, "with_data", True):
        for one in brought_by_data(content):
            for message, level in _said(content.root, one):
                yield Problem(one.source, 1, message, level)


def _said(root: Path, one: Bringing) -> Iterator[tuple[str, Level]]:
    note_file(root, root / one.source)
    is_photo = f".{ending(one.source)}" in PICTURES
    if is_photo and ((one.link and one.link.is_picture) or not can_publish_pictures()):
        return  # the rules on photos tell what they are; a missing library is told by the build
    try:
        found = brought(root / one.source, Cache.of(root))
    except FileRefused as refused:
        yield str(refused), Level.ERROR
    except OSError as error:
        yield f"không mở được tệp ({error.strerror}); tệp có đang mở ở nơi khác?", Level.ERROR
    else:
        yield from ((message, Level.REMINDER) for message in found.told)


def _at(owner: Post | Page, one: Bringing, message: str, level: Level) -> Problem:
    if one.link is None:
        return problem(owner, one.key, f"«{one.file}»: {message}", level)
    return own_words(owner).problem_of(one.link, f"«{one.file}»: {message}", level)


def nothing_lies_about(content: Content, today: date) -> Iterator[Problem]:
    """What lies in docs/ and stories/ without being named is not published, and told once."""
    named = {one.source for owner in owners(content) for one in brought_by(content, owner)}
    named |= {one.source for one in brought_by_data(content)}
    for top in ("docs", "stories"):
        note_tree(top)
        for folder, names in _lying(content.root, top, named):
            yield Problem(folder, 1, _told(names), Level.REMINDER)


def _lying(root: Path, top: str, named: set[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each folder with the names of what lies about in it."""
    for place, _, files in sorted(os.walk(root / top)):
        folder = Path(place).relative_to(root).as_posix()
        if folder == f"docs/{GUIDE}" or is_for_developers(root, Path(place) / "x"):
            continue
        names = [
            name
            for name in sorted(files)
            if f"{folder}/{name}" not in named and _is_stray(name, top)
        ]
        if names and not any(is_hidden(part) for part in folder.split("/")):
            yield folder, names


def _is_stray(name: str, top: str) -> bool:
    if name in _FROM_PROGRAMS or name.startswith(("~$", "._", ".~")):
        return True
    if name.startswith(".") or name.endswith(".md") or MEANT_MARKDOWN.search(name):
        return False  # of programs, content, or told with the name to give it
    # Photos to choose from may lie beside a post.
    kinds = (*PICTURES, *RECORDINGS, *FILMS) if top == "stories" else ()
    return PurePosixPath(name).suffix.lower() not in kinds


def _told(names: list[str]) -> str:
    names = sorted(names, key=lambda name: ending(name) not in SPREADSHEETS)  # most private first
    shown = ", ".join(f"«{name}»" for name in names[:_SHOWN])
    more = f" và {len(names) - _SHOWN} tệp khác" if len(names) > _SHOWN else ""
    message = (
        f"không bài, trang nào dẫn tới {shown}{more}, nên không đăng; hãy dẫn tới, hoặc chuyển đi"
    )
    if any(ending(name) in SPREADSHEETS for name in names):
        message += ". Bảng tính có tên hộ thì không để ở đây: ai có thư mục này đều đọc được"
    return message
