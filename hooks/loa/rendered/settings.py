"""What ``mkdocs.yml`` says that pages depend on."""

import importlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from loa.rendered.converting import Dialect

_FRONT_MATTER = re.compile(r"^---[ \t]*\n(.*?\n)(?:\.{3}|---)[ \t]*\n", re.DOTALL)


class _Loader(yaml.SafeLoader):
    """YAML with names of our own functions in it, and of nobody else's."""


def _own_function(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> object:
    module, _, name = suffix.rpartition(".")
    if not module.startswith("loa."):
        raise yaml.constructor.ConstructorError(
            None, None, f"{suffix} is not ours", node.start_mark
        )
    return getattr(importlib.import_module(module), name)


_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", _own_function)


@dataclass(frozen=True)
class MkDocsSettings:
    """The settings of one edition."""

    site_name: str
    site_url: str
    directory_urls: bool
    dialect: Dialect
    titles: Mapping[str, str]


def read_settings(file: Path) -> MkDocsSettings:
    """Return what a settings file says, and the one that it inherits from."""
    told = _read(file)
    listed = told.get("markdown_extensions", [])
    named = [item if isinstance(item, dict) else {item: None} for item in listed]
    settings = {name: kept for item in named for name, kept in item.items() if kept}
    return MkDocsSettings(
        told["site_name"],
        told.get("site_url") or "",
        told.get("use_directory_urls", True),
        Dialect(tuple(name for item in named for name in item), settings),
        {path: title for item in told.get("nav") or [] for title, path in item.items()},
    )


def _read(file: Path) -> dict[str, Any]:
    told: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), _Loader)
    parent = told.pop("INHERIT", None)
    return _read(file.parent / parent) | told if parent else told


def parts(source: str) -> tuple[dict[str, Any], str]:
    """Return the front matter and the text of a page as MkDocs would find them."""
    found = _FRONT_MATTER.match(source)
    if not found:
        return {}, source.lstrip("\n")
    told = json.loads(found[1]) if found[1].startswith("{") else yaml.load(found[1], _Loader)
    return told, source[found.end() :].lstrip("\n")
