"""What was built, said to the officer in a few lines: ``python -m loa.desk.summary``."""

import sys
from collections import Counter
from pathlib import Path

from loa import clock
from loa.ask.paths import Edition
from loa.ask.sections import SECTIONS
from loa.ask.showing import Showing
from loa.problems import Level
from loa.report import read_checked


def site_summary(root: Path) -> str:
    """Return how many posts of each kind are public today and how to look at the site."""
    content, problems = read_checked(root, clock.today())
    if content is None:
        return "Dữ liệu chưa đọc được; hãy chạy lệnh kiểm tra nội dung."
    showing = Showing(content, clock.today(), Edition())
    counts = Counter(post.SECTION for post in showing.shown)
    samples = sum(post.sample for post in showing.shown)
    reminders = sum(problem.level is Level.REMINDER for problem in problems)
    lines = [f"Đã dựng xong trang «{content.township.site_name}» trong thư mục site/:"]
    lines += [f"  {counts[section]:>4}  {known['title']}" for section, known in SECTIONS.items()]
    if samples:
        lines.append(f"        (trong đó {samples} bài mẫu, có ghi rõ trên trang)")
    if reminders:
        lines.append(f"Có {reminders} lời nhắc; xem bằng lệnh: make check")
    lines.append("Xem thử trên máy này: make serve (Windows: python scripts/serve_site.py)")
    return "\n".join(lines)


if __name__ == "__main__":
    # A Windows console may still speak an old code page.
    sys.stdout.buffer.write(f"{site_summary(Path.cwd())}\n".encode())
