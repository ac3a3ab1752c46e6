"""Makes a version: the changelog's section, pyproject.toml, one commit and one annotated tag.

`python scripts/release.py 0.2.0` says what would happen; --write does it. Nothing is pushed, and
whether the tests pass is for CI to say.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import changelog
import project_python  # noqa: F401  must come before everything that imports loa
from arguments import Arguments
from console import ROOT, SetupError, ask, guarded
from loa import clock

PROJECT = "pyproject.toml"
_SHAPE = r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)"
_VERSION_LINE = re.compile(rf'(?m)^version = "({_SHAPE})"$')


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Check, then make the version or say what would be made; 1 when something is in the way."""
    parser = Arguments("Phát hành một bản mới của Loa.", "release.py 0.2.0 [--write]")
    parser.options.add_argument("version", metavar="BẢN", help="số của bản, ví dụ 0.2.0")
    parser.options.add_argument("--write", action="store_true", help="làm thật; không có thì xem")
    options = parser.parse_args(arguments)
    version: str = options.version
    in_the_way = list(mistakes(root, version))
    if in_the_way:
        print(*in_the_way, sep="\n", file=sys.stderr)
        return 1
    if not options.write:
        print(
            f"Bản {version} sẵn sàng. Sẽ sửa {changelog.FILE}, {PROJECT}, ghi vào git và gắn thẻ "
            f"v{version}. Làm thật: python scripts/release.py {version} --write"
        )
        return 0
    _release(root, version)
    print(f"Đã ghi bản {version} và gắn thẻ v{version}, chưa gửi đi đâu.")
    print("Khi mọi kiểm thử đều đạt: git push --follow-tags")
    return 0


def mistakes(root: Path, version: str) -> Iterator[str]:
    """Yield everything that keeps a version from being made."""
    if not re.fullmatch(_SHAPE, version):
        raise SetupError(f"«{version}» không phải số của một bản; hãy ghi ba số, ví dụ 0.2.0.")
    if _git(root, "status", "--porcelain"):
        yield "Còn thay đổi chưa ghi vào git; hãy ghi hoặc cất đi rồi chạy lại."
    text = _read(root / changelog.FILE)
    newest = max(map(_numbers, changelog.released(text)), default=(0, 0, 0))
    if _numbers(version) <= newest:
        last = ".".join(map(str, newest))
        yield f"Bản mới phải cao hơn bản đã phát hành {last}."
    if _numbers(version) < _numbers(current_version(root)):
        yield f"Bản mới không được thấp hơn bản trong {PROJECT}, {current_version(root)}."
    if _git(root, "tag", "--list", f"v{version}"):
        yield f"Thẻ v{version} đã có rồi."
    yield from changelog.mistakes(text)


def current_version(root: Path) -> str:
    """Return the version that pyproject.toml tells, the only place that does."""
    found = _VERSION_LINE.search(_read(root / PROJECT))
    if found is None:
        raise SetupError(f'{PROJECT}: không thấy dòng version = "…".')
    return found[1]


def _release(root: Path, version: str) -> None:
    log = root / changelog.FILE
    _write(log, changelog.with_release(_read(log), version, clock.today()))
    project = root / PROJECT
    _write(project, _VERSION_LINE.sub(f'version = "{version}"', _read(project), count=1))
    _git(root, "add", changelog.FILE, PROJECT)
    _git(root, "commit", "--quiet", "-m", f"Version {version}")
    _git(root, "tag", "--annotate", f"v{version}", "-m", f"Loa {version}")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _git(root: Path, *arguments: str) -> str:
    code, said = ask("git", *arguments, folder=root)
    if code != 0:
        raise SetupError(f"git {arguments[0]} không làm được:\n{said}".rstrip())
    return said.strip()


if __name__ == "__main__":
    sys.exit(guarded(main))
