"""Forms for reporting: whoever hosts the repository shows only forms that keep to its rules."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parent.parent / ".github" / "ISSUE_TEMPLATE"
FORMS = sorted(path for path in FOLDER.glob("*.yml") if path.name != "config.yml")

# What each kind of question may say of itself, after GitHub's "Syntax for GitHub's form schema".
ATTRIBUTES = {
    "markdown": {"value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "input": {"label", "description", "placeholder", "value"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
    "checkboxes": {"label", "description", "options"},
}
HEAD = {"name", "description", "title", "labels", "assignees", "projects", "type", "body"}


def mistakes(form: dict[str, Any]) -> Iterator[str]:
    """Everything for which a form would not be shown."""
    if not {"name", "description", "body"} <= form.keys() <= HEAD:
        yield "keys of the form"
    if not all(isinstance(form.get(key, "x"), str) for key in ("name", "description", "title")):
        yield "name, description or title is no text"
    questions = [part for part in form["body"] if part["type"] != "markdown"]
    if not questions:
        yield "no question"
    for many in ("id", "label"):
        said = [(part | part["attributes"]).get(many) for part in questions]
        if None in said or len(set(said)) < len(said):
            yield f"every question needs a {many} of its own"
    for part in form["body"]:
        yield from _mistakes_of_part(part)


def _mistakes_of_part(part: dict[str, Any]) -> Iterator[str]:
    name = part.get("id", part["type"])
    attributes = part["attributes"]
    if not part.keys() <= {"type", "id", "attributes", "validations"}:
        yield f"{name}: keys"
    if not re.fullmatch(r"[A-Za-z0-9_-]+", name):
        yield f"{name}: letters of the id"
    if part["type"] == "markdown" and not attributes.get("value"):
        yield f"{name}: says nothing"
    if not attributes.keys() <= ATTRIBUTES[part["type"]]:
        yield f"{name}: attributes"
    # Ticks say themselves which of them are required.
    allowed = set() if part["type"] in ("markdown", "checkboxes") else {"required"}
    if not part.get("validations", {}).keys() <= allowed:
        yield f"{name}: validations"
    if "options" in ATTRIBUTES[part["type"]]:
        yield from _mistakes_of_options(name, part["type"], attributes.get("options", []))


def _mistakes_of_options(name: str, kind: str, options: list[Any]) -> Iterator[str]:
    if kind == "checkboxes":
        if not all(option.keys() <= {"label", "required"} for option in options):
            yield f"{name}: keys of an option"
        options = [option["label"] for option in options]
    # An unquoted "no" or a number would be no text.
    if not options or not all(isinstance(option, str) and option for option in options):
        yield f"{name}: options are texts"
    elif len(set(options)) < len(options) or "none" in {option.lower() for option in options}:
        yield f"{name}: an option twice, or one named None"


def _read(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_every_form_would_be_shown() -> None:
    """Who meets a mistake finds a form, not an empty page."""
    wrong = [f"{path.name}: {found}" for path in FORMS for found in mistakes(_read(path))]

    assert len(FORMS) == 3
    assert wrong == []


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ({"type": "input", "id": "a b", "attributes": {"label": "A"}}, "a b: letters of the id"),
        ({"type": "input", "attributes": {"label": "A"}}, "every question needs a id of its own"),
        (
            {"type": "dropdown", "id": "a", "attributes": {"label": "A", "options": [True]}},
            "a: options are texts",
        ),
    ],
)
def test_a_form_that_would_not_be_shown_is_seen(part: dict[str, Any], told: str) -> None:
    """The rules above do refuse something."""
    form = {"name": "A", "description": "B", "body": [part]}

    assert told in list(mistakes(form))


def test_officers_forms_warn_of_personal_data() -> None:
    """No family's telephone lands in a public report."""
    officers = [path for path in FORMS if path.name != "3-developers.yml"]

    assert all(
        "Đừng ghi" in path.read_text(encoding="utf-8").replace("đ", "Đ") for path in officers
    )
