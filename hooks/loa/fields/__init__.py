"""Declared fields: one declaration drives reader, JSON Schema, templates and writers' guide."""

from loa.fields.days import Clock, Day
from loa.fields.declare import Declaration, declarations, declare, record_schema
from loa.fields.kinds import (
    Choice,
    FilePath,
    Flag,
    Json,
    Kind,
    Name,
    Ref,
    Rejected,
    Text,
    Url,
    nearest,
)
from loa.fields.numbers import Number, Phone, VietnameseNumber, Whole
from loa.fields.reader import Reader
from loa.fields.several import Many, Part, walk

__all__ = [
    "Choice",
    "Clock",
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
    "Phone",
    "Reader",
    "Ref",
    "Rejected",
    "Text",
    "Url",
    "VietnameseNumber",
    "Whole",
    "declarations",
    "declare",
    "nearest",
    "record_schema",
    "walk",
]
