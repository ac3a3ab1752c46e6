"""Reads ``stories/``, ``docs/`` and ``data/`` into Content; the only reader of those folders."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from loa.disk import misnamed
from loa.disk.developers import is_for_developers
from loa.fields import Reader, declarations, nearest
from loa.model.boards import Goods, Job
from loa.model.content import Content
from loa.model.figures import Figure, Indicator
from loa.model.places import Audience, Organisation, Topic, Township, Village
from loa.model.plan import Activity, Campaign, Event, Material, Plan, Speech, Wording
from loa.model.policies import LegalDocument, Policy
from loa.model.posts import POST_KINDS, Page, Post
from loa.model.searching import Synonym
from loa.problems import Level, Problem, about
from loa.rendered.seen import pictures
from loa.text.csv_text import read_csv
from loa.text.markup import picture_file
from loa.text.source_text import Parts, SourceText, read_source, split_front_matter
from loa.text.typed import Mended, mended
from loa.text.yaml_text import Mapped, Sequenced, YamlProblem, read_yaml

GUIDE = "huong-dan"  # the writers' guide: generated, read by officers, not content

_NO_CONTENT = (f"docs/{GUIDE}/", "docs/dev/")

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


Found = tuple[Any, list[Problem]]  # what a file holds (None where it can't be read), its mistakes
ReadFile = Callable[[str, Path, Callable[[], Found]], Found]


def read_anew(name: str, path: Path, read: Callable[[], Found]) -> Found:
    """Read a file, whatever is known of it."""
    return read()


def load_content(root: Path, read_file: ReadFile = read_anew) -> Loaded:
    """Read a whole repository; never raises for anything a writer can do.

    Args:
        root: the project's folder.
        read_file: gives what a file holds, by its name and place; it may know it already.
    """
    data, data_problems = _read_data(root, read_file)
    posts, post_problems = _read_posts(root, read_file)
    pages, page_problems = _read_pages(root, read_file)
    unread = [
        problem
        for problem in misnamed.told(root, {*LISTS, *SINGLES})
        if not problem.path.startswith(_NO_CONTENT)
    ]
    problems = (*data_problems, *post_problems, *page_problems, *unread)
    unsound = any(problem.level is Level.ERROR for problem in data_problems)
    if unsound or "township" not in data:
        return Loaded(None, problems)
    return Loaded(Content(root=root, posts=posts, pages=pages, **data), problems)


# --- posts and pages -----------------------------------------------------------------------------


def _read_posts(root: Path, read_file: ReadFile) -> tuple[tuple[Post, ...], list[Problem]]:
    posts: list[Post] = []
    problems: list[Problem] = []
    for path in misnamed.texts(root / "stories"):
        name = path.relative_to(root).as_posix()
        with about(name):
            post, found = read_file(name, path, partial(read_post, root, path))
        problems += found
        if post is not None:
            posts.append(post)
    return tuple(posts), problems


def read_post(root: Path, path: Path) -> Found:
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


def _read_pages(root: Path, read_file: ReadFile) -> tuple[tuple[Page, ...], list[Problem]]:
    pages: list[Page] = []
    problems: list[Problem] = []
    docs = root / "docs"
    for path in misnamed.texts(docs):
        if path.relative_to(docs).parts[0] == GUIDE or is_for_developers(root, path):
            continue
        name = path.relative_to(root).as_posix()
        with about(name):
            page, found = read_file(name, path, partial(_read_page, path, name))
        problems += found
        if page is not None:
            pages.append(page)
    return tuple(pages), problems


def _read_page(path: Path, name: str) -> Found:
    return _read_markdown(read_source(path, name), Page)


def _read_markdown(source: SourceText, kind: type) -> Found:
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
    text = mended(parts.body)
    record = reader.record(kind, node, path=source.path, lines=reader.lines, **_body(parts, text))
    return record, [*source.problems, *reader.problems, *_told(source.path, parts, text)]


def _body(parts: Parts, text: Mended) -> dict[str, Any]:
    """Return what a record keeps of its text."""
    in_place = text.lines == tuple(range(len(text.lines)))
    files = (picture_file(address) for address in pictures(text.text))
    return {
        "body": text.text,
        "body_line": parts.body_line,
        "body_lines": () if in_place else text.lines,
        "typed": "" if text.text == parts.body else parts.body,
        "notes": text.notes,
        "body_pictures": tuple(dict.fromkeys(file for file in files if file)),
    }


def _told(path: str, parts: Parts, text: Mended) -> Iterator[Problem]:
    """Yield what the writer should see of how the text was mended."""
    for one in text.told:
        level = Level.ERROR if one.is_error else Level.REMINDER
        yield Problem(path, parts.body_line + one.line, one.message, level)


# --- data ----------------------------------------------------------------------------------------


def _read_data(root: Path, read_file: ReadFile) -> tuple[dict[str, Any], list[Problem]]:
    data: dict[str, Any] = {}
    problems: list[Problem] = []
    folder = root / "data"
    for names, read in ((SINGLES, _read_single), (LISTS, _read_list)):
        for name, record in names.items():
            path = folder / f"{name}.yml"
            with about(f"data/{name}.yml"):
                found, mistakes = read_file(f"data/{name}.yml", path, partial(read, path, record))
            problems += mistakes
            if found is not None:
                data[name] = found
    for name in ("wordings", "synonyms"):
        data[name] = tuple(data[name].values())
    figures: dict[str, tuple[Figure, ...]] = {}
    for path in misnamed.tables(folder / "indicators"):
        shown = f"data/indicators/{path.name}"
        with about(shown):
            figures[path.stem], mistakes = read_file(shown, path, partial(_read_figures, path))
        problems += mistakes
    return {**data, "figures": figures}, problems


def _read_figures(path: Path) -> Found:
    """Return the rows of one table of figures."""
    known = declarations(Figure)
    required = [key for key, declaration in known.items() if declaration.required]
    shown = f"data/indicators/{path.name}"
    source = read_source(path, shown)
    # How Excel ends its lines is no business of the person who saved the file.
    problems = [one for one in source.problems if one.level is Level.ERROR]
    rows, mistakes = read_csv(source.text, known, required)
    problems += [Problem(shown, one.line, one.message) for one in mistakes]
    figures = [_record(Figure, row, shown, problems) for row in rows]
    return tuple(figure for figure in figures if figure is not None), problems


def _read_single(path: Path, record: type) -> Found:
    shown, node, problems = _tree(path)
    if node is None:
        return None, problems
    if not isinstance(node, Mapped):
        advice = "tệp này phải gồm các dòng «tên: giá trị»"
        return None, [*problems, Problem(shown, 1, advice)]
    return _record(record, node, shown, problems), problems


def _read_list(path: Path, record: type) -> Found:
    shown, node, problems = _tree(path)
    if node is None:
        return {}, problems
    if not isinstance(node, Sequenced):
        advice = "tệp này phải là danh sách: mỗi mục mở đầu bằng «- »"
        return {}, [*problems, Problem(shown, 1, advice)]
    return dict(_records(record, node, shown, problems)), problems


def _tree(path: Path) -> tuple[str, Any, list[Problem]]:
    """Return the file's name, its tree (None where there is none) and what is wrong with it."""
    shown = f"data/{path.name}"
    if not path.exists():
        missing = Problem(shown, 1, "chưa có tệp này; trang cần biết tên đơn vị")
        return shown, None, [missing] if path.stem == "township" else []
    source = read_source(path, shown)
    if source.fatal:
        return shown, None, list(source.problems)
    try:
        return shown, read_yaml(source.text), list(source.problems)
    except YamlProblem as problem:
        return shown, None, [*source.problems, Problem(shown, problem.line, str(problem))]


def _records(
    record: type, node: Sequenced, shown: str, problems: list[Problem]
) -> Iterator[tuple[str, Any]]:
    seen: dict[str, int] = {}
    for item in node.items:
        if not isinstance(item, Mapped):
            advice = "mục này phải gồm các dòng «tên: giá trị»"
            problems.append(Problem(shown, item.line, advice))
            continue
        found = _record(record, item, shown, problems)
        if found is None:
            continue
        key = str(getattr(found, "id", None) or found.avoid)
        if key in seen:
            problems.append(Problem(shown, item.line, f"mã «{key}» đã có ở dòng {seen[key]}"))
        seen[key] = item.line
        yield key, found


def _record(record: type, node: Mapped, shown: str, problems: list[Problem]) -> Any:
    reader = Reader(shown)
    reader.lines[""] = node.line
    found = reader.record(record, node, path=shown, lines=reader.lines)
    problems += reader.problems
    return found
