"""The HTML itself: valid, and nothing in it runs or styles what the page's own policy forbids."""

import base64
import hashlib
import json
import subprocess
from pathlib import Path

import pytest

from browser_html import read
from browser_pages import public_pages
from console import ROOT
from system_tools import JAVA

pytestmark = pytest.mark.browser

VNU = ROOT / "tests" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_every_page_is_valid_html(site: Path) -> None:
    """Old browsers, screen readers and other programs read the same page as the newest phone."""
    ours = [part for part in site.iterdir() if part.name != "assets"]
    said = subprocess.run(
        # Without the larger stack it gives up in the middle.
        [JAVA.find(), "-Xss4m", "-jar", VNU, "--format", "json", "--skip-non-html", *ours],
        capture_output=True,
        encoding="utf-8",
    )
    errors = [
        f"{message['url'].partition(site.name)[2]}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(said.stderr)["messages"]
        if message["type"] != "info"
    ]

    assert not errors, "\n".join(errors)


def test_only_our_own_script_may_run(site: Path) -> None:
    """Whatever slips into a text, a resident's phone runs nothing but what we wrote."""
    for file in public_pages(site):
        html = read(file)
        if not html.policy:  # a signpost from an old address, which runs nothing at all
            assert html.scripts == []
            continue
        for script in html.scripts:
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in html.policy, file
        assert "'unsafe" not in html.policy
        assert html.handlers == [], file


def test_every_colour_comes_from_the_style_sheets(site: Path) -> None:
    """What is readable by day is readable by night, because no page brings its own style."""
    found = [f"{file}: {style}" for file in public_pages(site) for style in read(file).styles]

    assert not found, "\n".join(found)
