"""Declarations: all there is to a field, for the reader, the schema, the templates, the guide."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from loa.fields.kinds import Json, Kind
from loa.text.vietnamese import capitalise


@dataclass(frozen=True)
class Declaration:
    """What a field is called and what belongs in it, for people."""

    kind: Kind
    label: str
    help: str
    example: str
    required: bool


def declare(
    kind: Kind, label: str, help: str = "", *, example: str = "", required: bool = False
) -> Any:
    """Declare a field of a record dataclass.

    An optional field starts as ``None``, or empty where the kind holds several values.
    """
    declaration = Declaration(kind, label, help, example, required)
    if required:
        return dataclasses.field(metadata={"declaration": declaration})
    return dataclasses.field(default=kind.EMPTY, metadata={"declaration": declaration})


def declarations(record: type) -> Mapping[str, Declaration]:
    """Return the declared fields of a record by key, in the order they are written."""
    return _declarations(record)


@cache
def _declarations(record: type) -> Mapping[str, Declaration]:
    return {
        field.name: field.metadata["declaration"]
        for field in dataclasses.fields(record)
        if "declaration" in field.metadata
    }


def record_schema(record: type) -> Json:
    """Return the JSON Schema of a record: keys with Vietnamese titles and descriptions."""
    properties: Json = {}
    for key, declaration in declarations(record).items():
        schema = declaration.kind.schema()
        if not declaration.required:
            schema = {"anyOf": [schema, {"type": "null"}]}
        properties[key] = {
            "title": declaration.label,
            "description": _description(declaration),
            **schema,
        }
    required = [key for key, found in declarations(record).items() if found.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }


def _description(declaration: Declaration) -> str:
    parts = (declaration.help, declaration.kind.describe())
    return ". ".join(capitalise(part) for part in parts if part)
