"""Each file is made apart: one that fails in a way nobody foresaw costs only itself.

A mistake of a writer is a ``ContentError`` and goes its own way. What comes through here is a bug
of ours, a library that gave up, a disk that is full: the officer is told which file is missing and
why, whoever mends it finds the traceback in ``.cache/loi.txt``, and everything else is made.
"""

import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from loa.disk.atomic import write_whole
from loa.plan.trace import FIRST, LAST, narrow
from loa.problems import ContentError, Problem

T = TypeVar("T")

LOG = ".cache/loi.txt"
FAILED = 3  # exit code: all is made and in place, but for the files that are named
KEPT, WITHOUT, STANDS_IN = "giữ bản trước", "tạm thiếu tệp này", "tạm để chỗ ấy một tệp thay"


@dataclass(frozen=True)
class Failure:
    """One file that could not be made: whose, which, why, and what is there instead of it.

    ``path`` is the file that an officer edits, or that of the site where nobody does.
    """

    path: str
    what: str
    reason: str
    outcome: str = WITHOUT
    traceback: str = ""

    @property
    def problem(self) -> Problem:
        """What the officer is told."""
        message = f"chưa làm được {self.what}: {self.reason}; {self.outcome}"
        return Problem(self.path, 1, message)


_current: ContextVar[list[Failure] | None] = ContextVar("failures", default=None)


@contextmanager
def collecting(failures: list[Failure]) -> Iterator[None]:
    """Note what fails until the end of the block, each once; whoever collects around it knows too.

    Where nobody collects, nothing is caught: a developer's script keeps its traceback.
    """
    token = _current.set(failures)
    try:
        yield
    finally:
        _current.reset(token)
        for failure in failures if _current.get() is not None else ():
            _note(failure)


def apart(path: str, what: str, make: Callable[[], T], instead: T, outcome: str = WITHOUT) -> T:
    """Return what ``make`` gives, or ``instead`` where it fails; that holds for no later build.

    Raises:
        ContentError: ``make`` found a mistake of a writer.
    """
    try:
        return make()
    except ContentError:
        raise
    except Exception as error:
        failed(path, what, error, outcome)
        return instead


def failed(path: str, what: str, error: Exception, outcome: str = WITHOUT) -> None:
    """Note that a file could not be made; what is being made rests on it on no other day.

    Raises:
        Exception: the error itself, where nobody collects.
    """
    if _current.get() is None:
        raise error
    narrow(LAST, FIRST)
    told = "".join(traceback.format_exception(error))
    _note(Failure(path, what, reason(error), outcome, told))


def _note(failure: Failure) -> None:
    failures = _current.get()
    assert failures is not None  # somebody collects
    same = [one for one in failures if (one.path, one.what) == (failure.path, failure.what)]
    if not same:
        failures.append(failure)


def with_outcome(failures: list[Failure], path: str, what: str, outcome: str) -> None:
    """Say what is there instead of a file, once it is known."""
    for place, failure in enumerate(failures):
        if (failure.path, failure.what) == (path, what):
            failures[place] = replace(failure, outcome=outcome)


def reason(error: BaseException) -> str:
    """Return why something failed, as far as an officer can do anything about it."""
    match error:
        case MemoryError():
            return "máy hết bộ nhớ; hãy đóng bớt chương trình rồi chạy lại"
        case OSError(filename=str(name)):
            return f"không đọc hoặc ghi được tệp «{Path(name).name}»; tệp đang mở, hay ổ đĩa đầy?"
        case OSError():
            return "không đọc hoặc ghi được tệp; ổ đĩa đầy?"
        case UnicodeError():
            return "có chữ mà chương trình không viết ra được; hãy tìm chữ lạ trong bài"
        case NearlyNothingMade():
            return str(error)
        case ImportError():
            return "máy không nạp được một thư viện"
        case _ if type(error).__module__.partition(".")[0] == "typst":
            return "thư viện in (typst) không xếp được chữ; hãy tìm chữ, dấu lạ trong bài"
        case _:
            return f"lỗi của chương trình ({type(error).__name__})"


def write_log(root: Path, failures: Iterable[Failure]) -> None:
    """Write the tracebacks of this build where the message says; none where nothing failed."""
    log = root / LOG
    found = sorted(failures, key=lambda one: (one.path, one.what))
    text = "\n".join(f"{one.problem}\n\n{one.traceback}" for one in found)
    try:
        if found:
            log.parent.mkdir(parents=True, exist_ok=True)
            write_whole(log, text.encode("utf-8", "backslashreplace"))
        else:
            log.unlink(missing_ok=True)
    except OSError:
        return  # a disk that takes nothing: the message has said the most important


class NearlyNothingMade(Exception):
    """So much failed that the site before is better than the new one; the text says so."""


def given_up(root: Path, error: BaseException) -> str:
    """Return what an officer is told of a build that came to nothing; the log has the traceback."""
    told = "".join(traceback.format_exception(error))
    write_log(root, [Failure("mkdocs.yml", "trang", reason(error), "trang cũ giữ nguyên", told)])
    return (
        f"Chưa dựng được: {reason(error)}. Trang cũ giữ nguyên. "
        f"Hãy gửi tệp {LOG} cho người lập trình."
    )


def closing_lines(failures: Iterable[Failure]) -> list[str]:
    """Return what an officer reads at the end of a build: each file, and what to do."""
    found = sorted({failure.problem for failure in failures})
    if not found:
        return []
    return [
        *map(str, found),
        f"Có {len(found)} tệp chưa làm được, mọi tệp khác đã làm xong; lần dựng sau sẽ làm lại. "
        f"Nếu vẫn thế, hãy gửi tệp {LOG} cho người lập trình.",
    ]
