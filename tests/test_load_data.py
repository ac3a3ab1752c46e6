"""Mistakes in data stop a build, mistakes in a draft stop nothing; neither is a crash."""

from typing import Any

import pytest

from loa.ask.paths import Edition
from loa.load import load_content
from loa.outputs import build_site
from loa.problems import Level
from town import TODAY, Town

BROKEN_DRAFTS: dict[str, tuple[str, dict[str, Any]]] = {
    "topic": ("news", {"topics": ["khong-co"]}),
    "audience": ("news", {"audiences": ["khong-co"]}),
    "village": ("news", {"villages": ["khong-co"]}),
    "insert": ("news", {"body": "Lãi {{ khong-co.lai-suat }}."}),
    "policy": ("policy", {"policy": "khong-co"}),
    "photo without words": ("news", {"photos": [{"file": "a.jpg"}]}),
    "half a change": ("story", {"household": {"changes": [{"label": "Thu nhập"}]}}),
    "helper": ("story", {"helped_by": ["khong-co"]}),
    "home": ("story", {"household": {"village": "khong-co"}}),
    "missing picture": ("news", {"image": {"file": "a.jpg", "alt": "Một vườn cà phê"}}),
    "empty source": ("news", {"source": {}}),
}


@pytest.mark.parametrize(("kind", "changes"), BROKEN_DRAFTS.values(), ids=BROKEN_DRAFTS)
def test_a_draft_with_any_mistake_leaves_the_preview_running(
    town: Town, kind: str, changes: dict[str, Any]
) -> None:
    """The officer goes on writing: `serve` shows what it can and reminds of the rest."""
    town.post(kind, status="draft", **changes)

    build_site(town.root, TODAY, Edition(drafts=True))


@pytest.mark.parametrize("name", ["township", "policies", "topics"])
def test_a_folder_in_place_of_a_data_file_is_told(town: Town, name: str) -> None:
    """A folder called "township.yml" is a sentence, not a crash."""
    (town.root / f"data/{name}.yml").unlink()
    (town.root / f"data/{name}.yml").mkdir()

    assert f"data/{name}.yml:1: đây là thư mục, không phải tệp; hãy đổi tên hoặc chuyển đi" in [
        str(problem) for problem in load_content(town.root).problems
    ]


COLON = 'giá trị có dấu hai chấm «: »; hãy đặt cả câu trong dấu nháy kép; hãy viết: title: "A: B"'
NAME = "chữ thường không dấu, số và gạch nối, ví dụ vay-von"
TOPIC = "- {id: a, title: A, icon: a}\n"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("topics", "- vay-von\n", "1: mục này phải gồm các dòng «tên: giá trị»"),
        ("topics", "a: Vay vốn\n", "1: tệp này phải là danh sách: mỗi mục mở đầu bằng «- »"),
        ("township", "- Đak Đoa\n", "1: tệp này phải gồm các dòng «tên: giá trị»"),
        ("topics", TOPIC * 2, "2: mã «a» đã có ở dòng 1"),
        ("topics", TOPIC.replace("id: a", "id: Á"), f"1: «id»: «Á» chưa đúng: {NAME}"),
        ("topics", "- id: a\n  title: A: B\n", f"2: {COLON}"),
        ("topics", "", "1: tệp trống; hãy viết nội dung hoặc xóa tệp"),
    ],
)
def test_a_mistake_in_data_is_told_with_its_line(
    town: Town, name: str, text: str, told: str
) -> None:
    """Data files get the same care as posts, and nothing is built on unsound data."""
    town.file(f"data/{name}.yml", text)
    loaded = load_content(town.root)

    assert [str(problem) for problem in loaded.problems] == [f"data/{name}.yml:{told}"]
    assert loaded.problems[0].level is Level.ERROR
    assert loaded.content is None


def test_a_town_without_its_main_file_is_told(town: Town) -> None:
    """A missing township.yml is named; nothing else is guessed from its absence."""
    (town.root / "data/township.yml").unlink()

    (problem,) = load_content(town.root).problems
    assert str(problem) == "data/township.yml:1: chưa có tệp này; trang cần biết tên đơn vị"
