"""What a site on the web tells visitors that are no people: robots, and phones that keep it."""

import json

from loa.ask.showing import Showing

ROBOTS, MANIFEST = "robots.txt", "site.webmanifest"
# Colours of the look: the town's earth, the page's paper (css/tokens.css).
_THEME, _PAPER = "#7a2b15", "#ffffff"
ICONS = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("maskable-512.png", "512x512", "maskable"),
)
_SHORTEST = 12  # letters that fit under an icon


def robots(showing: Showing) -> str:
    """Return what robots may read: everything, by the map where there is one (RFC 9309)."""
    address = showing.edition.absolute("sitemap.xml")
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {address}\n" if address else "")


def manifest(showing: Showing) -> str:
    """Return what a phone shows that keeps the site among its programs.

    Addresses are relative to it, so it holds under any folder of a host:
    https://www.w3.org/TR/appmanifest/
    """
    township = showing.content.township
    told = {
        "name": township.site_name,
        "short_name": _short(township.site_name, township.active.name),
        "description": township.tagline,
        "lang": "vi",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": _THEME,
        "background_color": _PAPER,
        "icons": [
            {"src": f"assets/icons/{name}", "sizes": size, "type": "image/png", "purpose": purpose}
            for name, size, purpose in ICONS
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _short(name: str, unit: str) -> str:
    return name if len(name) <= _SHORTEST else unit
