"""Everything that CI runs, in the same order: `make test`, or `python scripts/run_tests.py`.

Every step runs even when an earlier one failed: all mistakes are told at once. With --proof it
prepares the same tools and runs only the long proofs.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import environment
import npm_tools
import system_tools
from build_site import build
from console import ROOT, guarded, run

# Files of tests run side by side; tests of one file share what they build.
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")


@dataclass(frozen=True)
class Step:
    """One thing to run; `work` gives back an exit code."""

    name: str
    work: Callable[[], int]


def tool(name: str, module: str, *arguments: str) -> Step:
    """A step that is one program from the project's environment."""
    return Step(name, lambda: run(environment.PYTHON, "-m", module, *arguments))


def test_steps(scratch: Path) -> tuple[Step, ...]:
    """The steps of CI; whatever they build goes to a scratch folder."""
    return (
        tool("Kiểm tra mã (ruff)", "ruff", "check", "--quiet", "."),
        tool("Kiểm tra cách trình bày mã", "ruff", "format", "--check", "--quiet", "."),
        tool("Kiểm tra kiểu (mypy)", "mypy"),
        Step("Kiểm tra nội dung bài", check_content),
        Step("Dựng trang bằng MkDocs", lambda: build(scratch / "mkdocs")),
        tool("Kiểm thử", "pytest", "-q", *SIDE_BY_SIDE, "-m", "not browser and not proof"),
        Step("Dựng trang bằng ProperDocs", lambda: build(scratch / "properdocs", "properdocs")),
        tool(
            *("Kiểm thử bằng trình duyệt", "pytest", "-q", *SIDE_BY_SIDE),
            *("-m", "browser and not proof"),
        ),
    )


def proof_steps() -> tuple[Step, ...]:
    """The long proofs, too slow for every change."""
    return (tool("Kiểm chứng dài", "pytest", "-m", "proof"),)


def check_content() -> int:
    """The same check that a writer runs."""
    return run(environment.PYTHON, ROOT / "scripts" / "check_content.py")


def run_steps(steps: tuple[Step, ...]) -> list[str]:
    """Run every step with its name and time; give back the names of those that failed."""
    failed = []
    for number, step in enumerate(steps, 1):
        print(f"\n── [{number}/{len(steps)}] {step.name}")
        started = time.monotonic()
        code = step.work()
        result = "đạt" if code == 0 else f"HỎNG (mã {code})"
        print(f"   {step.name}: {result}, {seconds_since(started)}")
        if code != 0:
            failed.append(step.name)
    return failed


def seconds_since(started: float) -> str:
    """How long something took, as it is written in Vietnamese."""
    return f"{time.monotonic() - started:.1f} giây".replace(".", ",")


def main() -> int:
    """Get the tools, run the steps, and end with one line that says how it went."""
    started = time.monotonic()
    print("Chuẩn bị công cụ…")
    system_tools.prepare()
    environment.prepare(environment.TEST_LOCK)
    npm_tools.prepare()
    print(f"   Công cụ đã sẵn sàng, {seconds_since(started)}")
    with tempfile.TemporaryDirectory(prefix="loa-") as scratch:
        failed = run_steps(proof_steps() if "--proof" in sys.argv else test_steps(Path(scratch)))
    if failed:
        print(f"\nCòn {len(failed)} bước hỏng: {'; '.join(failed)}.", file=sys.stderr)
        return 1
    print(f"\nMọi bước đều đạt, tổng cộng {seconds_since(started)}.")
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
