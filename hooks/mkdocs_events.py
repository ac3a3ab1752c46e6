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
from mkdocs.structure.files import Files

from loa import clock
from loa.ask.paths import Edition
from loa.build import THEME, Build
from loa.desk.summary import build_and_say
from loa.problems import ContentError

log = logging.getLogger("mkdocs.hooks.loa")

# What one event must tell a later one; MkDocs offers no other place.
_told: dict[str, Any] = {}


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether an officer previews or the public site is built."""
    _told["drafts"] = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let MkDocs empty a folder of its own: a mistake leaves the last good site."""
    config.theme.static_templates, config.nav = set(), []  # loa makes all of it
    _told["site"] = Path(config.site_dir)
    config.site_dir = str(Path(config.config_file_path).parent / ".cache" / "mkdocs")
    return config


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Build everything; ``LOA_KIT`` names the folder of the kit, where it is wanted too."""
    edition = Edition(config.use_directory_urls, _told.get("drafts", False), config.site_url or "")
    file = Path(config.config_file_path)
    try:
        with Build(file.parent, clock.today(), edition, THEME, file) as build:
            said = build_and_say(build, _told["site"], os.environ.get("LOA_KIT", ""))
    except ContentError as error:
        raise PluginError(f"Nội dung cần sửa:\n{error}") from error
    for line in said:
        log.info(line)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave MkDocs nothing to lay out."""
    return Files([])
