"""The JSON Schema of every file an officer writes, made from the declarations.

Editors and forms read these; the reader itself stays the judge of what a schema cannot say, such
as whether a day exists or a code is known.
"""

import json
from typing import Any

from loa.fields import Json, Many, Part, declarations, record_schema
from loa.guide.catalogue import SHAPES, Shape

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "data/schema"


def schema_files() -> dict[str, str]:
    """Return the text of every schema by its path."""
    return {f"{FOLDER}/{_file(shape)}": _text(schema(shape)) for shape in SHAPES}


def schema(shape: Shape) -> Json:
    """Return the schema of one shape of file; a part that is a record stands in ``$defs``."""
    inner = {part.__name__: record_schema(part) for part in _parts(shape.record)}
    parts = dict(sorted(inner.items()))
    record = _ordered(_inside(record_schema(shape.record), parts))
    definitions = {name: _ordered(_inside(part, parts)) for name, part in parts.items()}
    if shape.is_list:
        definitions[shape.record.__name__] = record
        record = {"type": "array", "items": _reference(shape.record.__name__)}
    head: Json = {
        "$schema": DRAFT,
        "$id": _file(shape),
        "title": shape.title,
        "description": shape.text,
    }
    return {**head, **record, **({"$defs": definitions} if definitions else {})}


def _file(shape: Shape) -> str:
    return f"{shape.name}.schema.json"


def _text(schema: Json) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _parts(record: type) -> set[type]:
    """Return every record that stands somewhere inside a record."""
    found: set[type] = set()
    for declaration in declarations(record).values():
        kind = declaration.kind.of if isinstance(declaration.kind, Many) else declaration.kind
        if isinstance(kind, Part):
            found |= {kind.record, *_parts(kind.record)}
    return found


def _inside(schema: Json, parts: dict[str, Json]) -> Json:
    """Return a record's schema in which the parts it holds are references."""
    return {key: _with_references(value, parts) for key, value in schema.items()}


def _with_references(node: Any, parts: dict[str, Json]) -> Any:
    if isinstance(node, list):
        return [_with_references(item, parts) for item in node]
    if not isinstance(node, dict):
        return node
    words = {key: node[key] for key in ("title", "description") if isinstance(node.get(key), str)}
    bare = {key: value for key, value in node.items() if key not in words}
    for name, part in parts.items():
        if bare == part:
            return {**words, **_reference(name)}
    return {key: _with_references(value, parts) for key, value in node.items()}


def _reference(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def _ordered(record: Json) -> Json:
    """Say the order of the keys too: a form shows them in it, but JSON promises none."""
    return {**record, "x-order": list(record["properties"])}
