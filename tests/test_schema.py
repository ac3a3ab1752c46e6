"""The JSON Schemas: fresh, valid, complete, and of use to any editor."""

import json
import re
import shutil
import subprocess
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from console import ROOT
from loa.fields import declarations
from loa.guide.catalogue import SHAPES, Shape
from loa.guide.schema import schema, schema_files

by_name = pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)


@pytest.mark.parametrize("path", schema_files())
def test_committed_schemas_are_fresh(path: str) -> None:
    """A form in an editor knows every field that the reader knows (else: make refresh)."""
    assert (ROOT / path).read_text(encoding="utf-8") == schema_files()[path]


@by_name
def test_schemas_are_valid(shape: Shape) -> None:
    """Any tool that knows draft 2020-12 can use them."""
    Draft202012Validator.check_schema(schema(shape))


@by_name
def test_every_reference_leads_to_a_definition(shape: Shape) -> None:
    """No part of a form stays empty."""
    made = schema(shape)
    text = json.dumps(made)
    names = set(re.findall(r'"#/\$defs/(\w+)"', text))

    assert names == set(made.get("$defs", {}))


@by_name
def test_fields_stand_in_the_order_of_their_declaration(shape: Shape) -> None:
    """A form asks in the order in which people think."""
    made = schema(shape)
    record = made["$defs"][shape.record.__name__] if shape.is_list else made

    assert record["x-order"] == list(record["properties"]) == list(declarations(shape.record))


def test_every_field_has_a_vietnamese_name_and_says_what_belongs_in_it() -> None:
    """An officer who fills in a form is never asked for a bare English key."""
    nameless = [
        f"{path}: {key}"
        for path, text in schema_files().items()
        for record in _records(json.loads(text))
        for key, field in record["properties"].items()
        if not field["title"] or not field["description"]
    ]

    assert nameless == []


def _records(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [found for item in node for found in _records(item)]
    if not isinstance(node, dict):
        return []
    inside = [found for value in node.values() for found in _records(value)]
    return [node, *inside] if "x-order" in node else inside


def test_patterns_work_in_a_browser() -> None:
    """The same rule holds in an editor written in JavaScript, which reads patterns strictly."""
    patterns = sorted({found for text in schema_files().values() for found in _patterns(text)})
    node = shutil.which("node")
    assert node is not None, "Chưa có Node.js; make test sẽ cài."
    program = "for (const p of JSON.parse(require('fs').readFileSync(0))) new RegExp(p, 'u')"

    run = subprocess.run([node, "-e", program], input=json.dumps(patterns), text=True, check=False)

    assert run.returncode == 0


def _patterns(text: str) -> list[str]:
    found = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', text)
    return [json.loads(pattern) for pattern in found]
