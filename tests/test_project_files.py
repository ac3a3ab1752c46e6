"""What stands around the program agrees with it: hooks before a commit, editors, licence."""

import json
import tomllib
from pathlib import Path

import pytest
import yaml

import environment
import run_tests

ROOT = Path(__file__).parent.parent
# How a hook reaches the project's own Python on any machine.
OUR_PYTHON = "sh .ci/python scripts/environment.py --dev "


def test_before_a_commit_runs_what_ci_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a developer may commit does not fail an hour later for a blank at a line's end."""
    steps = _commands_of_ci(monkeypatch, tmp_path)
    without_building = {step for step in steps if not step.startswith("-m pytest")}

    # Whether generated files are fresh is a test in CI, and too slow to run with all the others.
    fresh = {"scripts/refresh_generated.py --check"}
    assert {hook["entry"].removeprefix(OUR_PYTHON) for hook in _hooks()} == without_building | fresh


def test_hooks_ask_no_network() -> None:
    """A commit can be made in a village without a line."""
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))

    assert [repository["repo"] for repository in config["repos"]] == ["local"]
    assert {hook["language"] for hook in _hooks()} == {"system"}
    assert all(hook["entry"].startswith(OUR_PYTHON) for hook in _hooks())


def test_editors_know_every_schema() -> None:
    """Whoever edits data in an editor is helped in every file, not only in most."""
    ties = _ties()
    schemas = {f"./{path.relative_to(ROOT).as_posix()}" for path in ROOT.glob("data/schema/*.json")}

    assert ties.keys() == schemas


def test_editors_are_tied_to_files_that_exist() -> None:
    """A renamed data file takes its help along."""
    patterns = [pattern for tied in _ties().values() for pattern in tied]
    data = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("data/*.yml")}

    assert [pattern for pattern in patterns if not any(ROOT.glob(pattern))] == []
    assert data <= set(patterns)


def test_the_licence_is_told_alike() -> None:
    """Whoever takes the program or a text along knows on what terms."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert project["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")
    assert "CC BY 4.0" in (ROOT / "LICENSE-content.md").read_text(encoding="utf-8")
    assert all(f"]({name})" in readme for name in ("LICENSE", "LICENSE-content.md"))


def _commands_of_ci(monkeypatch: pytest.MonkeyPatch, scratch: Path) -> list[str]:
    """Commands that the steps of CI run, without the builds."""
    said: list[str] = []

    def note(program: Path, *arguments: str | Path) -> int:
        assert program == environment.PYTHON
        said.append(" ".join(map(str, arguments)))
        return 0

    monkeypatch.setattr(run_tests, "ROOT", Path())
    monkeypatch.setattr(run_tests, "run", note)
    monkeypatch.setattr(run_tests, "build", lambda *_: 0)
    for step in run_tests.test_steps(scratch):
        step.work()
    return [command.replace("\\", "/") for command in said]


def _hooks() -> list[dict[str, str]]:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    return [hook for repository in config["repos"] for hook in repository["hooks"]]


def _ties() -> dict[str, list[str]]:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    ties = settings["yaml.schemas"]
    return {name: [tied] if isinstance(tied, str) else tied for name, tied in ties.items()}
