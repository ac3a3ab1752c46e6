"""A copy of the site with what the shipped content cannot have yet: voices, contacts, honours."""

import shutil
from pathlib import Path

from browser_sites import SOURCES, build
from console import ROOT

STORY = "guong-dien-hinh/bo-sinh-san-lang-vi-du-2025"
CONSENT = (
    "{given_on: 2026-10-01, form: van-ban, record: ĐY-2026-014, scope: [ten], channels: [web]}"
)
HEARD = """
audio:
  - {file: am-thanh/tone.mp3, language: vi, speaker: Cộng tác viên ví dụ}
  - {file: am-thanh/tone-opus.ogg, language: jra, transcript: "ƀuôn ĕ kŏn (lời ví dụ)"}
video: {url: "https://video.example.org/xem/1", transcript: Lời trong phim ví dụ.}
translations:
  jra: {title: "[ví dụ] ƀuôn ĕ", summary: "[ví dụ] kŏn mĭn pŭn ơ̆", translator: Người Ví Dụ}
  bdq: {title: "[ví dụ] ŏ ŭ", summary: "[ví dụ] č ñ", translator: Người Ví Dụ}
status:"""
CONTACTS = {
    "address": "Số 1 đường Ví Dụ",
    "phone": "0200 3 000 000",
    "email": "vidu@example.org",
    "zalo": "UBND Ví Dụ",
    "form_url": "https://mau.example.org/gop-y",
    "abuse_phone": "0200 3 000 001",
}
HONOURS = f"""
  commendations:
    - {{year: 2026, name: Làng Ví dụ, kind: tap-the, award: Giấy khen của Chủ tịch UBND}}
    - {{year: 2025, name: Anh Siu Ví Dụ, kind: ca-nhan, award: Giấy khen, consent: {CONSENT}}}
  donors:
    - {{year: 2026, name: Tổ hợp tác Ví dụ, kind: tap-the, gift: 40 công, consent: {CONSENT}}}
"""
CONTESTS = """
- id: thi-viet-2026
  title: Thi viết vượt khó (ví dụ)
  kind: hoi-thi
  on: 2026-12-20
  entry_deadline: 2026-12-10
  rules: Bài dài không quá hai trang.
"""


def build_talking(site: Path, project: Path, *, directory_urls: bool = True) -> Path:
    """Build a copy of the project in which a sample is heard, seen and translated."""
    for name in SOURCES:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, project / name)
    shutil.copytree(ROOT / "tests/recordings", project / "stories/guong-dien-hinh/am-thanh")
    _change(project / f"stories/{STORY}.md", ("\nstatus:", HEARD))
    _change(
        project / "data/township.yml",
        *((f"      {key}:", f"      {key}: {value} #") for key, value in CONTACTS.items()),
    )
    # What the file says of them itself is empty, and comes last.
    _change(
        project / "data/campaigns.yml",
        ("  commendations: []\n", ""),
        ("  donors: []\n", HONOURS.lstrip("\n")),
    )
    events = project / "data/events.yml"
    events.write_text(events.read_text("utf-8") + CONTESTS, "utf-8")
    question = next((project / "stories/hoi-dap").glob("*.md"))
    _change(
        question,
        ("channel: bien-soan", "channel: doi-thoai\nanswered_by: UBND Ví Dụ\nasked_on: 2026-11-10"),
    )
    urls = "true" if directory_urls else "false"
    settings = f"INHERIT: mkdocs.yml\nuse_directory_urls: {urls}\n"
    (project / "edition.yml").write_text(settings, "utf-8")
    return build(site, project, "edition.yml")


def _change(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for before, after in changes:
        assert before in text, f"{file.name} no longer says {before!r}"
        text = text.replace(before, after, 1)
    file.write_text(text, "utf-8")
