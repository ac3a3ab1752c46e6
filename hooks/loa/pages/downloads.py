"""The box of a page that offers what is made of its post: leaflet, poster, script."""

from loa.ask.extras import Download, Extras
from loa.ask.meta import Meta
from loa.model.posts import Post
from loa.text.vietnamese import day_text, size_text


def leaflet_box(post: Post, extras: Extras) -> Meta | None:
    """Return the box of a page that offers its leaflet and the rest to print or read aloud."""
    files = [_file(one) for one in extras.downloads(post)]
    return {"files": files} if files else None


def _file(download: Download) -> Meta:
    old = f", bản ngày {day_text(download.old)}" if download.old else ""
    kind = download.path.rpartition(".")[2].upper()
    note = f"{kind}, {size_text(download.size)}{old}"
    return {"title": download.title, "url": download.path, "note": note}
