"""What was built, said to the officer in a few lines."""

import sys
from collections import Counter
from pathlib import Path

from loa.ask.sections import SECTIONS
from loa.build import Build, Built
from loa.exports.kit.make import INDEX, Made


def build_and_say(build: Build, site: Path, kit: str = "") -> list[str]:
    """Build the site and, where a folder is named, the kit; return what to remind of.

    With the kit, what came of both is said on the console at once, in whole words.
    """
    built = build.site(site)
    if kit:
        made = build.kit(build.root / kit)
        say([site_summary(build, built), *map(str, made.problems), kit_summary(build, made, kit)])
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


def say(lines: list[str]) -> None:
    """Say something on the console; an old one of Windows may still speak another code page."""
    sys.stdout.flush()
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
    sys.stdout.buffer.flush()
