"""The map of the site for search engines (https://www.sitemaps.org/protocol.html)."""

import gzip
import io
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from xml.sax.saxutils import escape

from loa.ask.paths import Edition


def sitemap(listed: Iterable[Mapping[str, str] | None], edition: Edition) -> str:
    """Return the map.

    Args:
        listed: of each page that may be found its path and the day it last changed, or None.
        edition: knows the addresses; the site's own must be known.
    """
    entries = "".join(_entry(page, edition) for page in listed if page)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}\n</urlset>'
    )


def packed(text: str, day: date) -> bytes:
    """Return the map as servers keep it packed, with the day of the build inside."""
    kept = io.BytesIO()
    seconds = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    with gzip.GzipFile("sitemap.xml", "wb", fileobj=kept, mtime=seconds) as file:
        file.write(text.encode())
    return kept.getvalue()


def _entry(page: Mapping[str, str], edition: Edition) -> str:
    changed = f"\n    <lastmod>{page['changed']}</lastmod>" if page["changed"] else ""
    address = escape(edition.absolute(page["path"]))
    return f"\n  <url>\n    <loc>{address}</loc>{changed}\n  </url>"
