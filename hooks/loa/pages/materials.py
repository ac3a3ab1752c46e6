"""Materials for reporters, village heads and collaborators, and every recording to play aloud."""

from pathlib import PurePosixPath

from loa.ask import paths
from loa.ask.extras import NOTHING, Extras
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.media.attachments import attached
from loa.model import words
from loa.model.plan import Material
from loa.pages.downloads import leaflet_box
from loa.pages.front_matter import breadcrumbs, page
from loa.pages.listening import listening
from loa.text.vietnamese import capitalise, day_text, size_text, sort_key


def materials_page(showing: Showing, extras: Extras = NOTHING) -> str:
    """Return the page of materials by kind, then of what can be played or printed."""
    title = "Tài liệu cho báo cáo viên"
    summary = (
        "Cho báo cáo viên, trưởng thôn, cộng tác viên: bài để nói, cách nói, bản ghi âm để phát."
    )
    meta: Meta = {
        "title": title,
        "template": "materials.html",
        "kind": "materials",
        "description": summary,
        "summary": summary,
        "breadcrumbs": breadcrumbs(showing.edition, (title, "")),
        "groups_of_materials": _by_kind(showing),
        "recordings": _recordings(showing),
        "sheets": _sheets(showing, extras),
        "list_url": showing.edition.url(paths.SEARCH),
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


def _sheets(showing: Showing, extras: Extras) -> list[Meta]:
    """Return what can be printed or read aloud, by post, in the order of their titles."""
    offering = [post for post in showing.lasting if extras.downloads(post)]
    return [
        {
            "title": post.title,
            "url": showing.edition.url(paths.post(post)),
            "files": (leaflet_box(post, extras) or {})["files"],
        }
        for post in sorted(offering, key=lambda post: (post.SECTION, sort_key(post.title)))
    ]


def _recordings(showing: Showing) -> list[Meta]:
    return [
        {
            "title": post.title,
            "url": showing.edition.url(paths.post(post)),
            "sample": post.sample,
            "files": listening(post, showing)["audio"],
        }
        for post in showing.shown
        if showing.recordings(post)
    ]
