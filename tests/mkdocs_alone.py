"""A door that leaves the laying out to MkDocs; copied into a project, to compare with ours."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from loa import clock
from loa.ask.paths import Edition
from loa.outputs import build_site

_told: dict[str, Any] = {}


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Make everything but the pages' HTML."""
    edition = Edition(config.use_directory_urls, False, config.site_url or "")
    site = build_site(Path(config.config_file_path).parent, clock.today(), edition)
    config.extra["loa"] = site.settings
    _told["outputs"] = site.outputs


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Hand the files over; what was written by hand gives way to the same with its facts."""
    made = Files([])
    for output in _told["outputs"]:
        if isinstance(output.content, Path):
            made.append(File.generated(config, output.path, abs_src_path=str(output.content)))
        else:
            made.append(File.generated(config, output.path, content=output.content))
    return made
