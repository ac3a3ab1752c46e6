"""Writes down that a post or a policy was approved: only the ``approved:`` block changes."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from loa.ask.approval import content_hash, policy_hash
from loa.disk.atomic import write_whole
from loa.model.content import Content
from loa.model.posts import Post
from loa.model.records import Record
from loa.problems import Level, Problem
from loa.report import read_checked
from loa.text.vietnamese import normalise


class ApprovalRefused(Exception):
    """Nothing was written; the text says why, in Vietnamese."""


def approve_post(root: Path, name: str, by: str, on: date, today: date) -> str:
    """Write the approval of a post and return the name of its file.

    Args:
        root: the project's root.
        name: the post's id, or its path relative to ``root`` or absolute.
        by: who approved it.
        on: the day of approval.
        today: the day to judge by.

    Raises:
        ApprovalRefused: there is no such post, or it cannot go out as it is.
    """
    content, problems = _read(root, today)
    post = _find_post(content, name)
    _refuse_errors(problem for problem in problems if problem.path == post.path)
    _write(root, post, 0, _block(by, on, content_hash(post, root)))
    return post.path


def approve_policy(root: Path, id: str, by: str, on: date, today: date) -> str:
    """Write the approval of one entry of ``policies.yml``; the arguments are as for a post."""
    content, problems = _read(root, today)
    policy = content.policies.get(id)
    if policy is None:
        raise ApprovalRefused(f"Không có chính sách «{id}» trong data/policies.yml.")
    first = policy.lines[""]
    others = [other.lines[""] for other in content.policies.values() if other.lines[""] > first]
    last = min(others, default=1_000_000) - 1
    in_entry = (found for found in problems if first <= found.line <= last)
    _refuse_errors(problem for problem in in_entry if problem.path == policy.path)
    _write(root, policy, last, _block(by, on, policy_hash(policy)))
    return policy.path


def _read(root: Path, today: date) -> tuple[Content, list[Problem]]:
    content, problems = read_checked(root, today)
    if content is None:
        _refuse_errors(problem for problem in problems if problem.path.startswith("data/"))
        raise ApprovalRefused("Dữ liệu chưa đọc được; hãy chạy check_content.py.")
    return content, problems


def _find_post(content: Content, name: str) -> Post:
    wanted = {(content.root / name).resolve(), Path(name).resolve()}
    for post in content.posts:
        if post.id == name or (content.root / post.path).resolve() in wanted:
            return post
    if any(path.is_file() for path in wanted):
        raise ApprovalRefused(f"Bài {name} chưa đọc được; hãy chạy check_content.py rồi sửa.")
    raise ApprovalRefused(f"Không thấy bài «{name}»; hãy ghi mã bài hoặc đường dẫn tới tệp.")


def _refuse_errors(problems: Iterable[Problem]) -> None:
    # What only reminds of a draft would stop it once it is published.
    errors = (found for found in problems if found.level is Level.ERROR or found.unfinished)
    told = [str(replace(problem, level=Level.ERROR)) for problem in errors]
    if told:
        raise ApprovalRefused("\n".join([*told, "Chưa ghi duyệt: hãy sửa những chỗ trên trước."]))


def _block(by: str, on: date, mark: str) -> list[str]:
    name = json.dumps(" ".join(normalise(by).split()), ensure_ascii=False)
    return ["approved:", f"  by: {name}", f"  on: {on.isoformat()}", f'  hash: "{mark}"']


def _write(root: Path, record: Record, last: int, block: list[str]) -> None:
    """Put ``block`` in place of the record's ``approved:``, or at the end of its keys.

    Args:
        root: the project's root.
        record: a post, or an entry of a list.
        last: the last line that may belong to the entry; zero for the front matter of a post.
        block: the new lines, not indented.
    """
    path = root / record.path
    lines = path.read_bytes().splitlines(keepends=True)
    if not last:
        last = next(n for n, line in enumerate(lines) if n and line.strip() == b"---")
    last = min(last, len(lines))
    keys = sorted(line for key, line in record.lines.items() if key and "." not in key)
    old = record.lines.get("approved")
    end = next((line - 1 for line in keys if old and line > old), last)
    # Blank lines and comments after the block belong to what follows it.
    while end > (old or 0) and re.match(rb"\s*(#|$)", lines[end - 1]):
        end -= 1
    indent = re.match(rb"[ -]*", lines[keys[0] - 1])
    margin = b" " * len(indent[0]) if indent else b""
    newline = b"\r\n" if lines[0].endswith(b"\r\n") else b"\n"
    new = [margin + line.encode() + newline for line in block]
    if end and not lines[end - 1].endswith((b"\n", b"\r")):
        lines[end - 1] += newline
    lines[old - 1 if old else end : end] = new
    _replace(path, b"".join(lines))


def _replace(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        message = f"Không ghi được {path.name} ({error.strerror}); tệp có đang mở ở nơi khác?"
        raise ApprovalRefused(message) from error
