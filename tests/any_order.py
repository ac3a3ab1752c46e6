"""A town that lives: random edits, days and mishaps, and what has been built of it so far."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from loa import build as building
from loa.ask.paths import Edition
from loa.build import THEME, Build
from loa.problems import ContentError
from town import CONSENT, Town

FIRST_DAY = date(2026, 12, 1)
SITE = "https://dak-thu.test/"
EDITIONS = {"site": Edition(site_url=SITE), "stick": Edition(False, site_url=SITE)}
_WORDS = ("cà phê", "bò", "vay vốn", "làng", "tiêu", "học nghề", "nhà mới", "họp thôn")


class Killed(BaseException):
    """The power went."""


class LivingTown:
    """One town with its day, its templates and its memory."""

    def __init__(self, town: Town, random: Random) -> None:
        self.town, self.random, self.day = town, random, FIRST_DAY
        self.root, self.theme = town.root, town.root / "theme"
        shutil.copytree(THEME, self.theme)
        self.posts: dict[str, tuple[str, dict[str, object]]] = {}
        self.number = 0
        fact = {"label": "Lãi suất", "unit": "mỗi năm", "as_of": "2026-11-01", "headline": True}
        town.policy(
            facts=[
                {"id": "cu", "rate": 6.24, "applies_to": "2026-12-31", **fact},
                {"id": "moi", "rate": 7.5, "applies_from": "2027-01-01", **fact},
            ]
        )
        town.entry("events", "doi-thoai", title="Đối thoại", kind="khac", on="2026-12-20")
        for kind in ("policy", "news", "news", "story"):
            self._write(kind, f"bai-{self.number}", self._news())

    def _news(self) -> dict[str, object]:
        words = " ".join(self.random.choices(_WORDS, k=4))
        return {"title": f"Chuyện {words}", "body": f"{words}.\n\n## Mục {self.number}\n\n{words}."}

    def _write(self, kind: str, slug: str, changes: dict[str, object]) -> None:
        self.number += 1
        known = self.posts.get(slug, (kind, {"id": f"TT-{self.number:04d}"}))[1]
        kept = {**known, **changes}
        self.posts[slug] = kind, kept
        self.town.post(kind, slug=slug, **kept)  # type: ignore[arg-type]  # keys are strings

    def _any(self) -> str:
        return self.random.choice(sorted(self.posts))

    # --- what may happen -------------------------------------------------------------------------

    def happen(self) -> str:
        """Let one thing happen and say what."""
        what = self.random.choice(
            (
                *(self.edit, self.edit, self.retitle, self.add, self.delete, self.rename),
                *(self.data, self.event, self.topic, self.morning, self.withdraw, self.link),
                *(self.template, self.damage_store, self.damage_site, self.stray, self.kill),
                self.forget,
            )
        )
        what()
        return what.__name__

    def edit(self) -> None:
        slug = self._any()
        self._write(self.posts[slug][0], slug, {"body": self._news()["body"]})

    def retitle(self) -> None:
        slug = self._any()
        self._write(self.posts[slug][0], slug, {"title": self._news()["title"]})

    def link(self) -> None:
        slug, other = self._any(), self._any()
        section = {"news": "tin-tuc", "story": "guong-dien-hinh", "policy": "chinh-sach"}
        body = f"Xem [bài]({'../' + section[self.posts[other][0]]}/{other}.md)."
        self._write(self.posts[slug][0], slug, {"body": body})

    def add(self) -> None:
        kind = self.random.choice(("news", "story", "policy"))
        self._write(kind, f"bai-{self.number}", self._news() | {"topics": ["vay-von"]})

    def delete(self) -> None:
        if len(self.posts) > 2:
            slug = self._any()
            self.posts.pop(slug)
            for path in (self.root / "stories").rglob(f"{slug}.md"):
                path.unlink()

    def rename(self) -> None:
        slug = self._any()
        kind, changes = self.posts.pop(slug)
        for path in (self.root / "stories").rglob(f"{slug}.md"):
            path.unlink()
        self._write(kind, f"{slug}-moi", changes)

    def withdraw(self) -> None:
        slug = self._any()
        channels = ["web", "loa", "to-roi", "mang-xa-hoi", "bao-chi"]
        ended = {"withdrawn_on": "2026-11-20"} if self.random.random() < 0.5 else {}
        self._write(
            self.posts[slug][0], slug, {"consent": CONSENT | {"channels": channels} | ended}
        )

    def data(self) -> None:
        self.town.township(tagline=f"Chính sách {self.random.choice(_WORDS)}")

    def event(self) -> None:
        day = (FIRST_DAY + timedelta(self.random.randrange(60))).isoformat()
        title = f"Đối thoại {self.random.choice(_WORDS)}"
        self.town.entry("events", "doi-thoai", title=title, kind="khac", on=day)

    def topic(self) -> None:
        self.town.entry("topics", "vay-von", title=f"Vay vốn {self.random.choice(_WORDS)}")

    def morning(self) -> None:
        self.day += timedelta(self.random.choice((1, 1, 7, 31, -1)))

    def template(self) -> None:
        file = self.random.choice(("loa/footer.html", "post.html", "list.html"))
        with (self.theme / file).open("a", encoding="utf-8") as opened:
            opened.write("{#- one more -#}\n<!-- one more -->" if "foot" in file else "{#- x -#}")

    def damage_store(self) -> None:
        for store in (self.root / ".cache").glob("*.sqlite"):
            data = bytearray(store.read_bytes())
            data[self.random.randrange(len(data))] ^= 0x55
            store.write_bytes(data)

    def damage_site(self) -> None:
        files = sorted(path for path in (self.root / "site").rglob("*") if path.is_file())
        if files:
            file = self.random.choice(files)
            file.unlink() if self.random.random() < 0.5 else file.write_bytes(b"hong")

    def stray(self) -> None:
        (self.root / "site").mkdir(exist_ok=True)
        (self.root / "site" / "lac.txt").write_text("lạc", encoding="utf-8")

    def forget(self) -> None:
        shutil.rmtree(self.root / ".cache", ignore_errors=True)

    def kill(self) -> None:
        """Begin a build of something new, and lose power in the middle of it."""
        self.edit()
        left = self.random.randrange(40)
        whole = building.Build._made

        def made(*arguments: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise Killed
            return whole(*arguments)  # type: ignore[arg-type]  # handed on as they come

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(building.Build, "_made", made)
            try:
                self.build(self.root)
            except (Killed, ContentError):
                return

    # --- what comes of it ------------------------------------------------------------------------

    def build(self, root: Path) -> None:
        """Build site, kit and stick edition of the town into a folder."""
        for name, edition in EDITIONS.items():
            with Build(self.root, self.day, edition, self.theme) as build:
                build.site(root / name)
                if name == "site":
                    build.kit(root / "kit")

    def built(self, root: Path) -> dict[str, bytes]:
        """Every file that was built."""
        return {
            file.relative_to(root).as_posix(): file.read_bytes()
            for folder in (*EDITIONS, "kit")
            for file in sorted((root / folder).rglob("*"))
            if file.is_file()
        }


def different(living: LivingTown, apart: Callable[[], Path]) -> Iterator[str]:
    """Yield what differs between the town's last build and one from nothing."""
    kept = living.built(living.root)
    place = apart()
    hidden = living.root / ".cache"
    hidden.rename(place / "cache")
    living.build(place)
    anew = living.built(place)
    shutil.rmtree(hidden)
    (place / "cache").rename(hidden)
    yield from (f"{name}: missing" for name in sorted(anew.keys() - kept.keys()))
    yield from (f"{name}: left over" for name in sorted(kept.keys() - anew.keys()))
    yield from (name for name in sorted(anew.keys() & kept.keys()) if anew[name] != kept[name])
