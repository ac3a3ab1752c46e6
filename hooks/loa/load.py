"""Reads ``stories/``, ``docs/`` and ``data/`` into Content; the only reader of those folders."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loa.attachments import is_for_developers
from loa.csv_text import read_csv
from loa.fields import Reader, declarations, nearest
from loa.model.boards import Goods, Job
from loa.model.content import Content
from loa.model.figures import Figure, Indicator
from loa.model.places import Audience, Organisation, Topic, Township, Village
from loa.model.plan import Activity, Campaign, Event, Material, Plan, Speech, Wording
from loa.model.policies import LegalDocument, Policy
from loa.model.posts import POST_KINDS, Page, Post
from loa.model.searching import Synonym
from loa.problems import Level, Problem
from loa.source_text import SourceText, read_source, split_front_matter
from loa.yaml_text import Mapped, Sequenced, YamlProblem, read_yaml

GUIDE = "huong-dan"  # the writers' guide: generated, read by officers, not content

LISTS: dict[str, type] = {
    "policies": Policy,
    "legal_documents": LegalDocument,
    "topics": Topic,
    "audiences": Audience,
    "villages": Village,
    "organisations": Organisation,
    "campaigns": Campaign,
    "events": Event,
    "materials": Material,
    "activities": Activity,
    "jobs": Job,
    "goods": Goods,
    "indicators": Indicator,
    "wordings": Wording,
    "synonyms": Synonym,
}
SINGLES: dict[str, type] = {"township": Township, "plan": Plan, "speech": Speech}


@dataclass(frozen=True)
class Loaded:
    """What could be read, and everything that could not.

    ``content`` is None when the data itself is unsound: rules over it would only mislead.
    """

    content: Content | None
    problems: tuple[Problem, ...]


def load_content(root: Path) -> Loaded:
    """Read a whole repository; never raises for anything a writer can do."""
    data_reading = _DataReading(root)
    data = data_reading.all()
    posts, post_problems = _read_posts(root)
    pages, page_problems = _read_pages(root)
    problems = (*data_reading.problems, *post_problems, *page_problems)
    unsound = any(problem.level is Level.ERROR for problem in data_reading.problems)
    if unsound or "township" not in data:
        return Loaded(None, problems)
    return Loaded(Content(root=root, posts=posts, pages=pages, **data), problems)


# --- posts and pages -----------------------------------------------------------------------------


def _read_posts(root: Path) -> tuple[tuple[Post, ...], list[Problem]]:
    posts: list[Post] = []
    problems: list[Problem] = []
    for path in sorted((root / "stories").rglob("*.md")):
        post, found = read_post(root, path)
        problems += found
        if post is not None:
            posts.append(post)
    return tuple(posts), problems


def read_post(root: Path, path: Path) -> tuple[Post | None, list[Problem]]:
    """Return the post in ``path`` (or None) and what is wrong with it."""
    name = path.relative_to(root).as_posix()
    folder = path.parent.relative_to(root / "stories").as_posix()
    kind = POST_KINDS.get(folder)
    if kind is None:
        advice = nearest(folder, POST_KINDS)
        found = f"stories/{folder}".removesuffix("/.")
        return None, [Problem(name, 1, f"bài nằm sai thư mục «{found}»; {advice}")]
    source = read_source(path, name)
    post, problems = _read_markdown(source, kind)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem):
        advice = (
            "tên tệp chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ ca-phe-xen-tieu-2026.md"
        )
        problems.append(Problem(name, 1, advice))
    if _is_unfinished(source):
        # An unfinished post may hold any mistake: it is not going out.
        problems = [problem.of_unfinished_post() for problem in problems]
    return post, problems


def _is_unfinished(source: SourceText) -> bool:
    head = source.text.partition("\n---")[0]
    status = r"^[\"']?status[\"']?\s*:\s*[\"']?(draft|review)\b"
    return bool(re.search(status, head, re.MULTILINE))


def _read_pages(root: Path) -> tuple[tuple[Page, ...], list[Problem]]:
    pages: list[Page] = []
    problems: list[Problem] = []
    docs = root / "docs"
    for path in sorted(docs.rglob("*.md")):
        if path.relative_to(docs).parts[0] == GUIDE or is_for_developers(root, path):
            continue
        page, found = _read_markdown(read_source(path, path.relative_to(root).as_posix()), Page)
        problems += found
        if page is not None:
            pages.append(page)
    return tuple(pages), problems


def _read_markdown(source: SourceText, kind: type) -> tuple[Any, list[Problem]]:
    if source.fatal:
        return None, list(source.problems)
    parts = split_front_matter(source)
    if isinstance(parts, Problem):
        return None, [*source.problems, parts]
    try:
        node = read_yaml(parts.head, parts.head_line)
    except YamlProblem as problem:
        return None, [*source.problems, Problem(source.path, problem.line, str(problem))]
    if not isinstance(node, Mapped):
        advice = "phần giữa hai dòng «---» phải gồm các dòng «tên: giá trị», ví dụ title: …"
        return None, [*source.problems, Problem(source.path, parts.head_line, advice)]
    reader = Reader(source.path)
    record = reader.record(
        kind, node, path=source.path, lines=reader.lines, body=parts.body, body_line=parts.body_line
    )
    return record, [*source.problems, *reader.problems]


# --- data ----------------------------------------------------------------------------------------


class _DataReading:
    """Reads every file of ``data/``; collects what is wrong."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.problems: list[Problem] = []

    def all(self) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for name, record in SINGLES.items():
            if (found := self._single(name, record)) is not None:
                data[name] = found
        for name, record in LISTS.items():
            data[name] = self._list(name, record)
        for name in ("wordings", "synonyms"):
            data[name] = tuple(data[name].values())
        data["figures"] = self._figures()
        return data

    def _figures(self) -> dict[str, tuple[Figure, ...]]:
        """Return the rows of each table of figures by the name of its file."""
        folder = self._root / "data" / "indicators"
        known = declarations(Figure)
        required = [key for key, declaration in known.items() if declaration.required]
        found: dict[str, tuple[Figure, ...]] = {}
        for path in sorted(folder.glob("*.csv")):
            shown = f"data/indicators/{path.name}"
            source = read_source(path, shown)
            # How Excel ends its lines is no business of the person who saved the file.
            self.problems += [one for one in source.problems if one.level is Level.ERROR]
            rows, problems = read_csv(source.text, known, required)
            for one in problems:
                self._reject(shown, one.line, one.message)
            figures = [self._record(Figure, row, shown) for row in rows]
            found[path.stem] = tuple(figure for figure in figures if figure is not None)
        return found

    def _file(self, name: str) -> tuple[str, Any]:
        path = self._root / "data" / f"{name}.yml"
        shown = f"data/{name}.yml"
        if not path.exists():
            if name == "township":
                self._reject(shown, 1, "chưa có tệp này; trang cần biết tên đơn vị")
            return shown, None
        source = read_source(path, shown)
        self.problems += source.problems
        if source.fatal:
            return shown, None
        try:
            return shown, read_yaml(source.text)
        except YamlProblem as problem:
            self._reject(shown, problem.line, str(problem))
            return shown, None

    def _single(self, name: str, record: type) -> Any:
        shown, node = self._file(name)
        if node is None:
            return None
        if not isinstance(node, Mapped):
            return self._reject(shown, 1, "tệp này phải gồm các dòng «tên: giá trị»")
        return self._record(record, node, shown)

    def _list(self, name: str, record: type) -> dict[str, Any]:
        shown, node = self._file(name)
        if node is None:
            return {}
        if not isinstance(node, Sequenced):
            self._reject(shown, 1, "tệp này phải là danh sách: mỗi mục mở đầu bằng «- »")
            return {}
        return dict(self._records(record, node, shown))

    def _records(self, record: type, node: Sequenced, shown: str) -> Iterator[tuple[str, Any]]:
        seen: dict[str, int] = {}
        for item in node.items:
            if not isinstance(item, Mapped):
                self._reject(shown, item.line, "mục này phải gồm các dòng «tên: giá trị»")
                continue
            found = self._record(record, item, shown)
            if found is None:
                continue
            key = str(getattr(found, "id", None) or found.avoid)
            if key in seen:
                self._reject(shown, item.line, f"mã «{key}» đã có ở dòng {seen[key]}")
            seen[key] = item.line
            yield key, found

    def _record(self, record: type, node: Mapped, shown: str) -> Any:
        reader = Reader(shown)
        reader.lines[""] = node.line
        found = reader.record(record, node, path=shown, lines=reader.lines)
        self.problems += reader.problems
        return found

    def _reject(self, path: str, line: int, message: str) -> None:
        self.problems.append(Problem(path, line, message))
