"""The templates: plain Jinja2 over the folders of a theme."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context, Undefined

from loa.rendered.addresses import seen_from

_LOADING = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
_OF_DICTIONARIES = frozenset(dir(dict))


class _Environment(jinja2.Environment):
    """Front matter is made of dictionaries: their keys are asked first, which is quicker."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute not in _OF_DICTIONARIES:
            found = obj.get(attribute, self)
            return self.undefined(obj=obj, name=attribute) if found is self else found
        return super().getattr(obj, attribute)


class Templates:
    """Every template of a theme, by its name."""

    def __init__(self, folders: Sequence[Path], bytecode: Path | None = None) -> None:
        """Look for templates in ``folders``, the first one first.

        Args:
            folders: of the theme.
            bytecode: a folder for compiled templates; the next start is quicker with one.
        """
        cache = None
        if bytecode is not None:
            bytecode.mkdir(parents=True, exist_ok=True)
            cache = jinja2.FileSystemBytecodeCache(str(bytecode))
        # A template that changes during a build would give two halves of a site.
        self._environment = _Environment(
            loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=cache,
        )
        self._environment.filters["url"] = _url
        self._closures: dict[str, frozenset[str]] = {}

    def render(self, name: str, context: Mapping[str, Any]) -> str:
        """Return what a template makes of ``context``."""
        return self._environment.get_template(name).render(context)

    def templates_of(self, name: str) -> frozenset[str]:
        """Return every template that ``name`` may load, itself among them.

        Where a name is put together when the page is made, all that it may become count.
        """
        if name not in self._closures:
            found: set[str] = set()
            waiting = [name]
            while waiting:
                if (next_name := waiting.pop()) not in found:
                    found.add(next_name)
                    waiting += self._loaded_by(next_name)
            self._closures[name] = frozenset(found)
        return self._closures[name]

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self._environment.list_templates())

    def _loaded_by(self, name: str) -> Iterator[str]:
        loader = self._environment.loader
        if loader is None or name not in self._names:
            return
        tree = self._environment.parse(loader.get_source(self._environment, name)[0])
        for node in tree.find_all(nodes.Stmt):
            if isinstance(node, _LOADING):
                yield from self._meant(node.template)

    def _meant(self, node: nodes.Expr) -> Iterator[str]:
        if isinstance(node, nodes.Const):
            yield from (node.value,) if isinstance(node.value, str) else node.value
        elif isinstance(node, nodes.Tuple | nodes.List):
            for item in node.items:
                yield from self._meant(item)
        else:
            parts = node.nodes if isinstance(node, nodes.Concat) else [node]
            before, after = _constant(parts[0]), _constant(parts[-1])
            for name in self._names:
                if name.startswith(before) and name.endswith(after):
                    yield name


def _constant(node: nodes.Expr) -> str:
    return str(node.value) if isinstance(node, nodes.Const) else ""


@jinja2.pass_context
def _url(context: Context, value: object) -> str:
    """The filter ``url``: an address of the site, as it is written on this page."""
    page = context["page"]
    page_url = None if page is None or isinstance(page, Undefined) else page.url
    return seen_from(str(value), page_url, context["base_url"])
