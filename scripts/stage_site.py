"""Lay the site out as plain files in build/, for a generator that runs no hooks.

``build/docs`` then holds every page and file, ``build/mkdocs.yml`` the settings that the hooks
would have given; any generator that reads mkdocs.yml and these templates can take over.
"""

import json
import shutil
import sys

import project_python  # noqa: F401  must come before everything that imports loa
from console import ROOT, guarded
from loa import clock
from loa.apart import FAILED, closing_lines, write_log
from loa.ask.paths import Edition
from loa.check.site import site_url
from loa.outputs import Site, build_site

STAGE = ROOT / "build"


def main() -> int:
    """Write build/ anew and say how many files it holds."""
    site = build_site(ROOT, clock.today(), Edition(site_url=site_url(ROOT) or ""))
    shutil.rmtree(STAGE, ignore_errors=True)
    shutil.copytree(ROOT / "docs", STAGE / "docs")
    # Another generator might not follow `exclude_docs`.
    shutil.rmtree(STAGE / "docs" / "dev", ignore_errors=True)
    for output in site.outputs:
        path = STAGE / "docs" / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.bytes())
    (STAGE / "mkdocs.yml").write_text(_settings(site), encoding="utf-8")
    print(f"Đã xếp {len(site.outputs)} tệp vào build/docs.")
    write_log(ROOT, site.failures)
    print(*closing_lines(site.failures), sep="\n", file=sys.stderr)
    return FAILED if site.failures else 0


def _settings(site: Site) -> str:
    # JSON is YAML too.
    extra = json.dumps({"loa": site.settings}, ensure_ascii=False)
    return (
        "INHERIT: ../mkdocs.yml\n"
        "docs_dir: docs\nsite_dir: ../site\nhooks: []\nwatch: []\n"
        f"theme:\n  custom_dir: ../hooks/theme\n  static_templates: [404.html]\nextra: {extra}\n"
    )


if __name__ == "__main__":
    sys.exit(guarded(main))
