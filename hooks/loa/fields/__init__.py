"""Declared fields: one declaration drives reader, JSON Schema, templates and writers' guide."""

from loa.fields.declare import Declaration, declarations, declare, record_schema
from loa.fields.kinds import (
    Choice,
    Day,
    FilePath,
    Flag,
    Json,
    Kind,
    Name,
    Number,
    Ref,
    Rejected,
    Text,
    Url,
    Whole,
    nearest,
)
from loa.fields.reader import Reader
from loa.fields.several import Many, Part, walk

__all__ = [
    "Choice",
    "Day",
    "Declaration",
    "FilePath",
    "Flag",
    "Json",
    "Kind",
    "Many",
    "Name",
    "Number",
    "Part",
    "Reader",
    "Ref",
    "Rejected",
    "Text",
    "Url",
    "Whole",
    "declarations",
    "declare",
    "nearest",
    "record_schema",
    "walk",
]
