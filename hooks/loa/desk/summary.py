"""What was built, said to the officer in a few lines."""

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from loa import clock
from loa.apart import closing_lines, given_up
from loa.ask.paths import Edition
from loa.ask.sections import SECTIONS
from loa.build import THEME, Build, Built
from loa.exports.kit.make import INDEX, Made
from loa.problems import ContentError, Problem


@dataclass(frozen=True)
class Done:
    """What came of a build: what to remind of, why nothing could be built, which files failed."""

    reminders: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    said: str = ""
    failures: tuple[str, ...] = ()


def built_or_told(settings: Path, edition: Edition, site: Path, kit: str = "") -> Done:
    """Build the project of a settings file, or tell why not; whatever happens, nothing is raised.

    Args:
        settings: ``mkdocs.yml`` or ``offline.yml``.
        edition: which site is made.
        site: its folder; the site there stays where nothing can be built.
        kit: the folder of the kit, where it is wanted too.
    """
    try:
        with Build(settings.parent, clock.today(), edition, THEME, settings) as build:
            reminders = build_and_say(build, site, kit)
    except ContentError as error:
        return Done(wrong=tuple(map(str, error.problems)), said=f"Nội dung cần sửa:\n{error}")
    except Exception as error:
        told = given_up(settings.parent, error)
        return Done(wrong=(told,), said=told)
    return Done(tuple(reminders), failures=tuple(str(one.problem) for one in build.failures))


def build_and_say(build: Build, site: Path, kit: str = "") -> list[str]:
    """Build the site and, where a folder is named, the kit; return what to remind of.

    With the kit, what came of both is said on the console at once, in whole words.
    """
    built = build.site(site)
    if kit:
        made = build.kit(build.root / kit)
        told = [str(one) for one in made.problems if one not in failed(build)]
        say([site_summary(build, built), *told, kit_summary(build, made, kit)])
    if build.failures:
        say(closing_lines(build.failures))
    return [str(reminder) for reminder in built.reminders]


def site_summary(build: Build, built: Built) -> str:
    """Return how many posts of each kind are public today and how to look at the site."""
    showing = build.showing
    counts = Counter(post.SECTION for post in showing.shown)
    samples = sum(post.sample for post in showing.shown)
    name = showing.content.township.site_name
    lines = [f"Đã dựng xong trang «{name}» trong thư mục site/:"]
    lines += [f"  {counts[section]:>4}  {known['title']}" for section, known in SECTIONS.items()]
    if samples:
        lines.append(f"        (trong đó {samples} bài mẫu, có ghi rõ trên trang)")
    if built.reminders:
        lines.append(f"Có {len(built.reminders)} lời nhắc; xem bằng lệnh: make check")
    lines.append("Xem thử trên máy này: make serve (Windows: python scripts/serve_site.py)")
    return "\n".join(lines)


def kit_summary(build: Build, made: Made, kit: str) -> str:
    """Return what the kit holds and what to open."""
    lines = [
        f"Bộ đăng: {made.posts} bài trong {kit}/, làm mới {len(made.anew)} bài.",
        f"Mở {kit}/{INDEX} để xem bài nào còn phải đăng ở đâu.",
    ]
    if not build.showing.edition.site_url:
        lines.append(
            "Trang chưa có địa chỉ (site_url trong mkdocs.yml): bộ đăng chưa có liên kết, mã QR."
        )
    return "\n".join(lines)


def failed(build: Build) -> set[Problem]:
    """Return what is told of files that could not be made, at the end and once."""
    return {failure.problem for failure in build.failures}


def say(lines: list[str]) -> None:
    """Say something on the console; an old one of Windows may still speak another code page."""
    sys.stdout.flush()
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
    sys.stdout.buffer.flush()
