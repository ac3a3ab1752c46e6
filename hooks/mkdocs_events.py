"""The only door to MkDocs: tells ``loa`` what is asked for, and decides nothing.

``loa`` makes the whole site. MkDocs reads the settings, watches the files and serves the preview;
its own loop over pages finds nothing to do.
"""

import logging
import os
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

from loa.apart import FAILED
from loa.ask.paths import Edition
from loa.desk.preview import Preview
from loa.desk.summary import Done, built_or_told, say

log = logging.getLogger("mkdocs.hooks.loa")

# What one event must tell a later one; MkDocs offers no other place.
_told: dict[str, Any] = {"drafts": False, "done": Done()}
_preview = Preview()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether an officer previews or the public site is built."""
    _told["drafts"] = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let MkDocs empty a folder of its own: a mistake leaves the last good site."""
    config.theme.static_templates, config.nav = set(), []  # loa makes all of it
    root, site = Path(config.config_file_path).parent, Path(config.site_dir)
    _told["site"] = _preview.folder(root, site) if _told["drafts"] else site
    config.site_dir = str(root / ".cache" / "mkdocs")
    return config


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Build everything; ``LOA_KIT`` names the folder of the kit, where it is wanted too."""
    edition = Edition(config.use_directory_urls, _told["drafts"], config.site_url or "")
    settings, kit = Path(config.config_file_path), os.environ.get("LOA_KIT", "")
    _told["done"] = done = built_or_told(settings, edition, _told["site"], kit)
    for line in done.reminders:
        log.info(line)
    if done.wrong and not _told["drafts"]:
        raise PluginError(done.said)
    if done.wrong:
        say([done.said])
    _preview.mistakes.know(done)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave MkDocs nothing to lay out."""
    return Files([])


def on_post_build(*, config: MkDocsConfig) -> None:
    """The site is in place; whoever publishes it must notice that a file is missing."""
    if _told["done"].failures and not _told["drafts"]:
        raise SystemExit(FAILED)


def on_serve(server: LiveReloadServer, **_: Any) -> LiveReloadServer:
    """Serve the pages of the last good build, with what is wrong on them."""
    _preview.take_over(server)
    return server
