"""Materials for reporters, village heads and collaborators, and every recording to play aloud."""

from collections.abc import Callable, Iterator
from functools import partial

from loa.ask import paths
from loa.ask.brought import note_of, of_owner
from loa.ask.extras import NOTHING, Extras
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.media.attachments import attached
from loa.model import words
from loa.model.plan import Material
from loa.model.posts import Post
from loa.pages.attachments import all_attachments
from loa.pages.downloads import leaflet_box
from loa.pages.front_matter import breadcrumbs, page
from loa.pages.listening import listening
from loa.pages.pagination import pagination
from loa.text.vietnamese import capitalise, day_text

PAGE_SIZE = 30

_TITLE = "Tài liệu cho báo cáo viên"
_SUMMARY = "Cho báo cáo viên, trưởng thôn, cộng tác viên: bài để nói, cách nói, bản ghi âm để phát."


def materials_pages(
    showing: Showing, extras: Extras = NOTHING
) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield path and maker of the pages: materials by kind on the first, then what can be played
    or printed of the posts, the newest first.
    """
    for number in range(1, _last(showing, extras) + 1):
        yield paths.materials(number), partial(_materials_page, number, showing, extras)


def _last(showing: Showing, extras: Extras) -> int:
    longest = max(len(_offering(showing, extras)), len(_heard(showing)), len(_bringing(showing)))
    return max(1, -(-longest // PAGE_SIZE))


def _materials_page(number: int, showing: Showing, extras: Extras) -> str:
    title = _TITLE if number == 1 else f"{_TITLE} (trang {number})"
    shown = slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)
    last = _last(showing, extras)
    meta: Meta = {
        "title": title,
        "template": "materials.html",
        "kind": "materials",
        "description": _SUMMARY,
        "summary": _SUMMARY,
        "breadcrumbs": breadcrumbs(showing.edition, (_TITLE, "")),
        "first": number == 1,
        "groups_of_materials": _by_kind(showing) if number == 1 else [],
        "recordings": [_recording(post, showing) for post in _heard(showing)[shown]],
        "sheets": [
            sheet
            for post in _offering(showing, extras)[shown]
            if (sheet := _sheet(post, showing, extras))["files"]
        ],
        "attached": [
            {
                "title": post.title,
                "url": showing.edition.url(paths.post(post)),
                "files": all_attachments(post, showing),
            }
            for post in _bringing(showing)[shown]
        ],
        "list_url": showing.edition.url(paths.SEARCH),
        "pagination": pagination(number, last, paths.materials, showing),
    }
    return page(meta)


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
        if source:
            note = note_of(showing, source.relative_to(showing.content.root).as_posix())
    day = f"Cập nhật {day_text(material.updated_on)}" if material.updated_on else ""
    return {
        "title": material.title,
        "url": url,
        "text": material.text or "",
        "note": note,
        "download": bool(material.file),
        "more": ". ".join(part for part in (day, material.source) if part),
    }


def _offering(showing: Showing, extras: Extras) -> list[Post]:
    """Return the posts of which something can be printed or read aloud, the newest first."""
    return sorted((post for post in showing.lasting if extras.offers(post)), key=_newest_first)


def _sheet(post: Post, showing: Showing, extras: Extras) -> Meta:
    return {
        "title": post.title,
        "url": showing.edition.url(paths.post(post)),
        "files": (leaflet_box(post, extras) or {"files": []})["files"],
    }


def _heard(showing: Showing) -> list[Post]:
    """Return the posts with recordings, the newest first."""
    return sorted((post for post in showing.shown if showing.recordings(post)), key=_newest_first)


def _bringing(showing: Showing) -> list[Post]:
    """Return the posts that bring files along, the newest first."""
    return sorted((post for post in showing.lasting if of_owner(showing, post)), key=_newest_first)


def _recording(post: Post, showing: Showing) -> Meta:
    return {
        "title": post.title,
        "url": showing.edition.url(paths.post(post)),
        "sample": post.sample,
        "files": listening(post, showing)["audio"],
    }


def _newest_first(post: Post) -> tuple[int, str]:
    return -post.date.toordinal(), post.path
