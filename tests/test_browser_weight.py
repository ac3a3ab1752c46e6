"""What a page costs a resident's prepaid data, and how long it takes to come."""

import gzip
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response

from browser_pages import POSTS, address_of

pytestmark = pytest.mark.browser

KILOBYTE = 1024
# First view without pictures, packed as a host sends it.
BUDGETS = {"document": 15, "stylesheet": 12, "script": 6, "font": 30}
TOTAL = 60


@pytest.mark.parametrize("kind", ["home", "story-list", "policy-list", *POSTS])
def test_a_page_is_light(
    page: Page, site: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The fullest page of each kind opens within seconds on a poor line, for a few đồng."""
    weights = dict.fromkeys(BUDGETS, 0.0)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address_of(kind, site), wait_until="networkidle")
    for answer in answers:
        if (sort := answer.request.resource_type) in weights:
            weights[sort] += _sent(answer.body(), sort) / KILOBYTE
    total = sum(weights.values())
    with capsys.disabled():
        parts = ", ".join(f"{sort} {weight:.1f}" for sort, weight in weights.items())
        sys.stdout.write(f"\n{kind}: {total:.1f} KB ({parts}) ")

    too_heavy = [sort for sort, budget in BUDGETS.items() if weights[sort] > budget]
    assert not too_heavy
    assert 0 < total <= TOTAL
    assert all(weights.values())


def _sent(body: bytes, sort: str) -> int:
    """Bytes on the line: fonts are packed already."""
    return len(body) if sort == "font" else len(gzip.compress(body, 6))
