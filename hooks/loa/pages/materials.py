"""Materials for reporters, village heads and collaborators, and every recording to play aloud."""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import PurePosixPath

from loa import paths
from loa.attachments import attached
from loa.model import words
from loa.model.plan import Material
from loa.model.posts import Post
from loa.pages.beside import NOTHING, Beside, leaflet_box
from loa.pages.front import Meta, breadcrumbs, page
from loa.pages.listening import listening
from loa.pages.pagination import cut, pagination
from loa.showing import Showing
from loa.vietnamese import capitalise, day_text, size_text

PAGE_SIZE = 30

_TITLE = "Tài liệu cho báo cáo viên"
_SUMMARY = "Cho báo cáo viên, trưởng thôn, cộng tác viên: bài để nói, cách nói, bản ghi âm để phát."


def materials_pages(showing: Showing, beside: Beside = NOTHING) -> Iterator[tuple[str, str]]:
    """Yield (path, Markdown) of the pages: materials by kind on the first, then what can be played
    or printed of the posts, the newest first.
    """
    sheets = cut(_sheets(showing, beside), PAGE_SIZE)
    recordings = cut(_recordings(showing), PAGE_SIZE)
    last = max(len(sheets), len(recordings))
    for number, (of_sheets, of_recordings) in enumerate(zip_longest(sheets, recordings), 1):
        title = _TITLE if number == 1 else f"{_TITLE} (trang {number})"
        meta: Meta = {
            "title": title,
            "template": "materials.html",
            "kind": "materials",
            "description": _SUMMARY,
            "summary": _SUMMARY,
            "breadcrumbs": breadcrumbs(showing.edition, (_TITLE, "")),
            "first": number == 1,
            "groups_of_materials": _by_kind(showing) if number == 1 else [],
            "recordings": of_recordings,
            "sheets": of_sheets,
            "list_url": showing.edition.url(paths.SEARCH),
            "pagination": pagination(number, last, paths.materials, showing),
        }
        yield paths.materials(number), page(meta)


def _by_kind(showing: Showing) -> list[Meta]:
    found = []
    for kind, label in words.MATERIAL_KINDS.items():
        entries = [one for one in showing.content.materials.values() if one.kind == kind]
        if entries:
            items = [_material(entry, showing) for entry in entries]
            found.append({"title": capitalise(label), "items": items})
    return found


def _material(material: Material, showing: Showing) -> Meta:
    note, url = "", ""
    if material.page:
        url = showing.edition.url(material.page)
    elif material.file:
        url = material.file
        source = attached(showing.content.root, "docs/index.md", material.file)
        kind = PurePosixPath(material.file).suffix.removeprefix(".").upper()
        note = f"{kind}, {size_text(source.stat().st_size)}" if source else kind
    day = f"Cập nhật {day_text(material.updated_on)}" if material.updated_on else ""
    return {
        "title": material.title,
        "url": url,
        "text": material.text or "",
        "note": note,
        "download": bool(material.file),
        "more": ". ".join(part for part in (day, material.source) if part),
    }


def _sheets(showing: Showing, beside: Beside) -> list[Meta]:
    """Return what can be printed or read aloud, by post, the newest first."""
    offering = [post for post in showing.lasting if beside.downloads.get(post.path)]
    return [
        {
            "title": post.title,
            "url": showing.edition.url(paths.post(post)),
            "files": (leaflet_box(post, beside) or {})["files"],
        }
        for post in sorted(offering, key=_newest_first)
    ]


def _recordings(showing: Showing) -> list[Meta]:
    return [
        {
            "title": post.title,
            "url": showing.edition.url(paths.post(post)),
            "sample": post.sample,
            "files": listening(post, showing)["audio"],
        }
        for post in sorted(showing.shown, key=_newest_first)
        if showing.recordings(post)
    ]


def _newest_first(post: Post) -> tuple[int, str]:
    return -post.date.toordinal(), post.path
