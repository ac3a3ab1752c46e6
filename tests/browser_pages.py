"""Which pages the browser tests open: of each kind the fullest, because it shows the most parts."""

from pathlib import Path

FIXED = {
    "home": "./",
    "story-list": "guong-dien-hinh/",
    "policy-list": "chinh-sach/",
    "finder": "chinh-sach/tim/",
    "calendar": "lich/",
    "calendar-month": "lich/2026-12/",
    "jobs": "viec-lam/",
    "job": "viec-lam/mau-hai-ca-phe/",
    "job-sheets": "viec-lam/in/",
    "goods": "nong-san/",
    "goods-notice": "nong-san/mau-ban-khan-det-tay/",
    "documents": "van-ban/",
    "figures": "so-lieu/",
    "topics": "chu-de/",
    "audiences": "doi-tuong/",
    "narrowed-list": "chinh-sach/chu-de/vay-von/",
    "empty-village": "thon/hlam/",
    "search": "tim-kiem/",
    "contact": "lien-he/",
    "english": "en/",
    "standards": "gioi-thieu/ngheo-da-chieu/",
    "not-found": "404.html",
}
FOLDERS = {
    "story": "guong-dien-hinh",
    "policy": "chinh-sach",
    "news": "tin-tuc",
    "question": "hoi-dap",
    "topic": "chu-de",
    "audience": "doi-tuong",
    "about": "gioi-thieu",
}
KINDS = (*FIXED, *FOLDERS)
POSTS = ("story", "policy", "news", "question")
# The officers' guide; no resident is sent there.
GUIDE = "huong-dan"
PAPER = "phieu"


def address_of(kind: str, site: Path) -> str:
    """Address, relative to the site, of the page that stands for a kind."""
    if kind in FIXED:
        return FIXED[kind]
    pages = (site / FOLDERS[kind]).glob("*/index.html")
    pages = (page for page in pages if address(page, site) not in FIXED.values())
    fullest = max(sorted(pages), key=lambda page: page.stat().st_size)
    return f"{fullest.parent.relative_to(site).as_posix()}/"


def public_pages(site: Path) -> list[Path]:
    """Every page that residents may open; slips of paper are no pages to go on from."""
    pages = sorted(site.rglob("*.html"))
    return [page for page in pages if page.relative_to(site).parts[0] not in (GUIDE, PAPER)]


def guide_pages(site: Path) -> list[Path]:
    """Every page of the officer's guide."""
    return sorted((site / GUIDE).rglob("*.html"))


def address(page: Path, site: Path) -> str:
    """Address of a file, relative to the site, as residents see it."""
    path = page.relative_to(site).as_posix()
    return "./" if path == "index.html" else path.removesuffix("index.html")
