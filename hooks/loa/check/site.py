"""The pages of the site as Markdown links see them, and the site's own address."""

import posixpath
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote

from loa.ask import paths
from loa.ask.bodies import as_read
from loa.disk.developers import is_for_developers
from loa.fields import nearest
from loa.media.attachments import attached, is_file
from loa.model.content import Content
from loa.model.posts import Page, Post
from loa.plan.files import note_file
from loa.plan.records import find
from loa.rendered.seen import Link

_SITE_URL = re.compile(r"^site_url:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)


@dataclass(frozen=True)
class Site:
    """Answers where a relative link leads; pages are called by their path under ``docs/``."""

    content: Content
    _anchors: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    @property
    def _whole(self) -> Content:
        return getattr(self.content, "whole", self.content)

    @property
    def _reachable(self) -> Container[str]:
        return getattr(self.content, "reachable", frozenset())

    def _written(self, path: str) -> Post | Page | None:
        whole = self._whole
        return find(whole.posts, f"stories/{path}") or find(whole.pages, f"docs/{path}")

    def post(self, path: str) -> Post | None:
        """Return the post whose page has a path, if one has."""
        return find(self._whole.posts, f"stories/{path}")

    def _all(self) -> Iterator[str]:
        """Yield every path there is, to find the one that was meant."""
        yield from getattr(self._reachable, "all", frozenset)()
        yield from (_path(page) for page in self._whole.pages)
        yield from (_path(post) for post in self._whole.posts)

    def _exists(self, path: str) -> bool:
        return self._written(path) is not None or path in self._reachable

    def has(self, path: str) -> bool:
        """Say whether a page of this path is on the site; the writers' guide counts too."""
        if self._exists(path):
            return True
        place = self.content.root / "docs" / path
        note_file(self.content.root, place)
        is_ours = path.endswith(".md") and not is_for_developers(self.content.root, place)
        return is_ours and is_file(place)

    def target(self, owner: Post | Page, link: Link) -> str:
        """Return the path under ``docs/`` that a relative link leads to."""
        if not (path := _file(link)):
            return _path(owner)
        return posixpath.normpath(posixpath.join(posixpath.dirname(_path(owner)), path))

    def why_lost(self, owner: Post | Page, link: Link) -> str | None:
        """Say why a relative link leads nowhere, or None when it leads somewhere."""
        if link.address.startswith("www."):
            return "thiếu https:// ở đầu"
        if link.address.startswith("/") or "\\" in link.address:
            return "hãy viết tương đối từ bài này, ví dụ ../chinh-sach/ten-bai.md"
        target = self.target(owner, link)
        if (written := self._written(target)) is not None:
            anchor = unquote(link.address.partition("#")[2])
            return self._why_no_anchor(target, written, anchor)
        if target in self._reachable or self._is_file(owner, link, target):
            return None
        for page in (f"{target}.md", f"{target}/index.md", re.sub(r"\.html?$", ".md", target)):
            if self._exists(page):
                return f"hãy dẫn tới tệp: {_from(owner, page)}"
        names = {_name(path): path for path in self._all()}
        near = get_close_matches(_name(target), names, n=1, cutoff=0.75)
        advice = "hãy xem lại địa chỉ"
        if near:
            advice = f"có phải ý bạn là «{_from(owner, names[near[0]])}»?"
        return f"không có trang hay tệp này; {advice}"

    def _is_file(self, owner: Post | Page, link: Link, target: str) -> bool:
        root = self.content.root
        # A page that could not be read stands there too; its own mistake is told elsewhere.
        seen_from = (
            (owner.path, _file(link)),
            ("docs/index.md", target),
            ("stories/index.md", target),
        )
        return any(attached(root, place, file) for place, file in seen_from)

    def _why_no_anchor(self, target: str, page: Post | Page, anchor: str) -> str | None:
        if not anchor:
            return None
        if target not in self._anchors:
            self._anchors[target] = self._anchors_of(page)
        known = self._anchors[target]
        if anchor in known:
            return None
        if not known:
            return f"bài ấy không có mục «#{anchor}»; hãy bỏ phần sau dấu #"
        return f"bài ấy không có mục «#{anchor}»; {nearest(anchor, sorted(known))}"

    def _anchors_of(self, page: Post | Page) -> frozenset[str]:
        return as_read(page, self.content).anchors


def _path(owner: Post | Page) -> str:
    return paths.post(owner) if isinstance(owner, Post) else owner.path.removeprefix("docs/")


def _file(link: Link) -> str:
    return unquote(re.split(r"[?#]", link.address, maxsplit=1)[0])


def _name(path: str) -> str:
    """Return the last part of an address, which tells pages apart better than their folders."""
    return path.removesuffix(".md").removesuffix("/index").rpartition("/")[2]


def _from(owner: Post | Page, target: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(_path(owner)))


def site_url(root: Path) -> str:
    """Return ``site_url`` of ``mkdocs.yml``, or an empty string where it has none."""
    found = _SITE_URL.search(_settings(root))
    return found[1] if found else ""


def site_url_line(root: Path) -> int:
    """Return the line of ``mkdocs.yml`` that gives the address, or should."""
    settings = _settings(root)
    found = _SITE_URL.search(settings)
    return settings.count("\n", 0, found.start()) + 1 if found else 1


def _settings(root: Path) -> str:
    # Not read as YAML: the file carries Python tags that only MkDocs may follow.
    note_file(root, root / "mkdocs.yml")
    try:
        return (root / "mkdocs.yml").read_text(encoding="utf-8")
    except OSError:
        return ""
