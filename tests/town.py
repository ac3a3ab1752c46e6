"""A tiny town for tests: a whole repository in a temporary folder, sound until a test changes it.

A test asks for the fixture ``town``, writes what matters to it and reads what is said::

    town.post("story", slug="nuoi-bo-2026", household={"name": "gia đình anh Siu Ví Dụ"})
    assert town.problems() == ["stories/guong-dien-hinh/nuoi-bo-2026.md:11: bài nêu tên …"]

Values are written as one line of JSON after their key, so every key stands on its own line;
``None`` leaves a key out.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from loa.load import load_content
from loa.model.content import Content
from loa.report import read_checked

TODAY = date(2026, 11, 24)
# Three seconds of one tone; the notes of its maker still stand in it.
RECORDING = (Path(__file__).parent / "recordings" / "tone.mp3").read_bytes()


def plain_photo(width: int = 640, height: int = 480) -> bytes:
    """The file of a photo that shows nothing."""
    data = BytesIO()
    Image.new("RGB", (width, height), (150, 120, 90)).save(data, "JPEG")
    return data.getvalue()


PHOTO = plain_photo()

TOWNSHIP: dict[str, Any] = {
    "site_name": "Giảm nghèo · Đak Thử",
    "tagline": "Chính sách dễ hiểu",
    "active_unit": "xa-moi",
    "units": [
        {
            "id": "thi-tran-cu",
            "type": "thi-tran",
            "name": "Đak Thử",
            "parents": ["huyện Đak Thử", "tỉnh Ví Dụ"],
            "until": "2025-06-30",
        },
        {
            "id": "xa-moi",
            "type": "xa",
            "name": "Đak Thử",
            "parents": ["tỉnh Ví Dụ"],
            "since": "2025-07-01",
            "contacts": {"phone": "0269 3 831 111"},
        },
    ],
    "approval_required": False,
    "show_samples": True,
    "min_cell": 10,
    "publisher": "UBND xã Đak Thử",
    "responsible_person": "Nguyễn Văn Ví Dụ",
    "information_as_of": "2026-11-23",
}

LISTS: dict[str, list[dict[str, Any]]] = {
    "topics": [
        {"id": "vay-von", "title": "Vay vốn", "icon": "hand-coin-outline", "cover": "paper"},
        {"id": "san-xuat", "title": "Cây, con giống", "icon": "cow", "cover": "cow"},
    ],
    "audiences": [
        {"id": "ho-ngheo", "title": "Hộ nghèo", "residents": True},
        {"id": "ho-can-ngheo", "title": "Hộ cận nghèo", "residents": True},
    ],
    "villages": [{"id": "vi-du", "name": "Ví dụ", "type": "lang"}],
    "organisations": [{"id": "nhcsxh", "name": "Ngân hàng Chính sách xã hội"}],
    "legal_documents": [
        {
            "id": "07/2021/NĐ-CP",
            "title": "Chuẩn nghèo đa chiều",
            "issuer": "Chính phủ",
            "issuer_type": "state",
            "issued_on": "2021-01-27",
            "effective_from": "2021-03-15",
        }
    ],
    "policies": [
        {
            "id": "vay-von-ho-ngheo",
            "title": "Cho vay hộ nghèo",
            "kind": "benefit",
            "topic": "vay-von",
            "audiences": ["ho-ngheo"],
            "confidence": "cao",
            "as_of": "2026-11-01",
            "facts": [
                {
                    "id": "muc-vay",
                    "label": "Mức vay",
                    "amount": 100_000_000,
                    "unit": "mỗi hộ",
                    "as_of": "2026-11-01",
                }
            ],
            "legal_basis": ["07/2021/NĐ-CP"],
            "sources": [{"name": "Báo Ví Dụ"}],
        }
    ],
    "campaigns": [],
    "events": [],
    "activities": [],
    "jobs": [],
    "goods": [],
    "indicators": [],
    "materials": [],
    "wordings": [],
}

SECTIONS = {
    "story": "guong-dien-hinh",
    "policy": "chinh-sach",
    "news": "tin-tuc",
    "question": "hoi-dap",
}
CODES = {"story": "GD", "policy": "CS", "news": "TT", "question": "HD"}

POST: dict[str, Any] = {
    "title": "Cả tổ cùng trồng xen, vườn già có thêm vụ thu",
    "date": "2026-10-17",
    "summary": "Một tổ ở làng Ví dụ trồng xen tiêu vào vườn cà phê, cùng giữ nước tưới mùa khô.",
    "author": "Công chức văn hóa xã",
    "topics": ["san-xuat"],
    "status": "published",
}
OF_KIND: dict[str, dict[str, Any]] = {
    "story": {"subject": "group"},
    "policy": {"policy": "vay-von-ho-ngheo"},
    "news": {},
    "question": {"channel": "bien-soan"},
}

# What a household signs; tests leave out or change what they are about.
CONSENT: dict[str, Any] = {
    "given_on": "2026-10-01",
    "form": "van-ban",
    "record": "ĐY-2026-014",
    "scope": ["ten", "hinh-anh"],
    "channels": ["web", "loa"],
}


@dataclass
class Town:
    """One repository; everything that can be written into it, and what is said about it."""

    root: Path
    _township: dict[str, Any] = field(default_factory=lambda: dict(TOWNSHIP))
    _lists: dict[str, list[dict[str, Any]]] = field(
        default_factory=lambda: {name: list(entries) for name, entries in LISTS.items()}
    )
    _posts: int = 0

    def __post_init__(self) -> None:
        self.township()
        for name in self._lists:
            self._write_list(name)
        self.file("mkdocs.yml", "site_name: Đak Thử\nsite_url: https://dakthu.gialai.gov.vn/\n")
        self.page("index.md", "Lời chào.")

    def township(self, **changes: Any) -> None:
        """Change keys of ``data/township.yml``."""
        self._township |= changes
        self.file("data/township.yml", front_matter(self._township))

    def entry(self, name: str, id: str, /, **changes: Any) -> None:
        """Change the entry ``id`` of a list in ``data/``, or add it."""
        entries = self._lists[name]
        known = next((entry for entry in entries if entry["id"] == id), None)
        if known is None:
            entries.append({"id": id, **changes})
        else:
            entries[entries.index(known)] = known | changes
        self._write_list(name)

    def policy(self, **changes: Any) -> None:
        """Change the town's only policy, ``vay-von-ho-ngheo``."""
        self.entry("policies", "vay-von-ho-ngheo", **changes)

    def fact(self, **changes: Any) -> None:
        """Change the only fact of the town's only policy, ``muc-vay``."""
        self.policy(facts=[LISTS["policies"][0]["facts"][0] | changes])

    def wording(self, avoid: str, prefer: str) -> None:
        """Add a word that hurts to ``data/wordings.yml``."""
        self._lists["wordings"].append({"avoid": avoid, "prefer": prefer})
        self._write_list("wordings")

    def post(self, kind: str, *, slug: str = "", body: str = "Nội dung.", **changes: Any) -> str:
        """Write a post (story, policy, news or question) and return its path."""
        self._posts += 1
        head = {"id": f"{CODES[kind]}-{self._posts:04d}"} | POST | OF_KIND[kind] | changes
        path = f"stories/{SECTIONS[kind]}/{slug or f'bai-{self._posts}'}.md"
        return self.file(path, f"---\n{front_matter(head)}---\n{body}\n")

    def page(self, name: str, body: str, **changes: Any) -> str:
        """Write a standing page under ``docs/`` and return its path."""
        head = front_matter({"title": "Một trang"} | changes)
        return self.file(f"docs/{name}", f"---\n{head}---\n{body}\n")

    def file(self, path: str, content: str | bytes = PHOTO) -> str:
        """Write any file and return its path."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def content(self) -> Content:
        """Return what can be read; the data must be sound."""
        content = load_content(self.root).content
        assert content is not None, "\n".join(self.problems())
        return content

    def problems(self, *, today: date = TODAY, release: bool = False) -> list[str]:
        """Return everything that is said about the town, as ``file:line: …``."""
        _, problems = read_checked(self.root, today, release=release)
        return [str(problem) for problem in problems]

    def said(self, *, today: date = TODAY, release: bool = False) -> list[str]:
        """Return the same without the places; a reminder begins with "nhắc: "."""
        return [line.split(": ", 1)[1] for line in self.problems(today=today, release=release)]

    def _write_list(self, name: str) -> None:
        text = "".join(_item(entry) for entry in self._lists[name])
        self.file(f"data/{name}.yml", text or "[]\n")


def front_matter(values: dict[str, Any]) -> str:
    """Return YAML with every key on its own line; JSON is YAML."""
    return "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in values.items()
        if value is not None
    )


def small_picture() -> bytes:
    """Return a sound JPEG, as small as goes out sharp."""
    data = BytesIO()
    Image.new("RGB", (640, 360), (120, 80, 40)).save(data, "JPEG")
    return data.getvalue()


def _item(values: dict[str, Any]) -> str:
    lines = front_matter(values).splitlines(keepends=True)
    return "- " + "  ".join(lines)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """A fresh town in which nothing is wrong."""
    return Town(tmp_path)
