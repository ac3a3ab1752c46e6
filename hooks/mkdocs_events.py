"""The only door to MkDocs: hands it what ``loa`` builds, and decides nothing."""

import logging
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from loa import clock
from loa.ask.paths import Edition
from loa.machines.unused_files import nobody_asks_for
from loa.outputs import build_site
from loa.problems import ContentError

log = logging.getLogger("mkdocs.hooks.loa")

# What one event must tell a later one; MkDocs offers no other place.
_told: dict[str, Any] = {}


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether an officer previews or the public site is built."""
    _told["drafts"] = command == "serve"


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Build everything before MkDocs empties ``site/``: a mistake leaves the last good site."""
    edition = Edition(config.use_directory_urls, _told.get("drafts", False), config.site_url or "")
    try:
        site = build_site(Path(config.config_file_path).parent, clock.today(), edition)
    except ContentError as error:
        raise PluginError(f"Nội dung cần sửa:\n{error}") from error
    for reminder in site.reminders:
        log.info(str(reminder))
    config.extra["loa"] = site.settings
    _told["outputs"] = site.outputs


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the whole site; a page of ``docs/`` is replaced by the same page with its facts."""
    carried = not config.use_directory_urls
    for unused in [file for file in files if nobody_asks_for(file.dest_uri, carried=carried)]:
        files.remove(unused)
    for output in _told.pop("outputs"):
        if existing := files.get_file_from_path(output.path):
            files.remove(existing)
        if isinstance(output.content, Path):
            file = File.generated(config, output.path, abs_src_path=str(output.content))
        else:
            file = File.generated(config, output.path, content=output.content)
        if output.source:
            file.edit_uri = f"../{output.source}"  # MkDocs counts from docs/
        files.append(file)
    return files
