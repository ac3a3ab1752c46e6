"""The built feeds and the sitemap against the schemas of their standards."""

import json
import re
import subprocess
from pathlib import Path

import jsonschema
import pytest

from console import ROOT
from system_tools import JAVA
from test_browser_html import VNU

pytestmark = pytest.mark.browser

SCHEMAS = ROOT / "tests" / "schemas"
# The HTML checker brings a Relax NG validator along.
VALIDATOR = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"
SECTIONS = ("", "guong-dien-hinh", "chinh-sach", "tin-tuc", "hoi-dap")


def faults(schema: str, *files: Path) -> list[str]:
    """What a schema finds wrong in XML files."""
    command = [JAVA.find(), "-cp", VNU, VALIDATOR, "-c", SCHEMAS / f"{schema}.rnc", *files]
    said = subprocess.run(command, capture_output=True, encoding="utf-8")
    told = (said.stdout + said.stderr).splitlines()
    assert said.returncode == (1 if told else 0), told
    return told


@pytest.mark.parametrize(("schema", "name"), [("rss", "rss.xml"), ("atom", "atom.xml")])
def test_feeds_keep_to_their_standard(site: Path, schema: str, name: str) -> None:
    """Every reader's program takes every feed of the site."""
    files = [site / section / name for section in SECTIONS]

    assert faults(schema, *files) == []
    assert all(len(re.findall(r"<(?:item|entry)>", files[0].read_text("utf-8"))) > 5 for _ in files)


@pytest.mark.parametrize(
    ("schema", "name", "wrong", "right"),
    [
        ("rss", "rss.xml", "<pubDate>31/12", "<pubDate>Mon, 23 Nov"),
        ("rss", "rss.xml", "<headline>", "<title>"),
        ("atom", "atom.xml", "<updated>hôm nay", "<updated>2026-11-23T00:00:00+07:00"),
        ("atom", "atom.xml", '<link href="/"', '<link href="https://khong-ten.example/"'),
    ],
)
def test_the_schemas_would_notice(
    site: Path, tmp_path: Path, schema: str, name: str, wrong: str, right: str
) -> None:
    """A check that finds nothing is worth something only if it finds what is wrong."""
    text = (site / name).read_text("utf-8")
    end = right.replace("<", "</") if wrong == "<headline>" else ""
    broken = text.replace(right, wrong, 1)
    broken = broken.replace(end, "</headline>", 1) if end else broken
    assert broken != text
    (tmp_path / name).write_text(broken, "utf-8")

    (told, *_) = faults(schema, tmp_path / name)
    assert told.startswith(str(tmp_path / name))


def test_the_sitemap_keeps_to_its_standard(site: Path) -> None:
    """Search engines read the list of pages."""
    assert faults("sitemap", site / "sitemap.xml") == []


def test_json_feeds_keep_to_their_standard(site: Path) -> None:
    """Programs that read JSON Feed 1.1 take every feed of the site."""
    schema = json.loads((SCHEMAS / "json-feed.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    feeds = [json.loads((site / name / "feed.json").read_text("utf-8")) for name in SECTIONS]

    for feed in feeds:
        jsonschema.validate(feed, schema)
        ids = [item["id"] for item in feed["items"]]
        assert len(set(ids)) == len(ids)
    assert feeds[0]["items"]
