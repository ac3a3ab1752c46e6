"""Every single page of the site, by day and by night, at the size of a phone and at 200 %."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser_pages import address, public_pages
from browser_probes import STRICT, barriers, small_targets

pytestmark = pytest.mark.proof

SCREENS = {
    "phone": {"viewport": {"width": 360, "height": 740}},
    "200 %": {"viewport": {"width": 640, "height": 360}, "device_scale_factor": 2},
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_no_page_shuts_anybody_out(
    new_page: Callable[..., Page], site: Path, screen: str, theme: str
) -> None:
    """Not only the page that stands for its kind: whatever an officer wrote, too."""
    page = new_page(**SCREENS[screen], color_scheme=theme, reduced_motion="reduce")
    found = []
    for file in public_pages(site):
        if 'http-equiv="refresh"' in file.read_text("utf-8"):
            continue
        page.goto(address(file, site), wait_until="load")
        wrong = barriers(page, STRICT) + small_targets(page)
        found += [f"{address(file, site)}: {barrier}" for barrier in wrong]

    assert not found, "\n".join(found)
