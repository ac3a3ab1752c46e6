"""Opens an engine's page in the machine's own Chromium, with its site served beside it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from conftest import CHROMIUM_ARGUMENTS
from console import SetupError
from search.engines import Engine
from system_tools import CHROMIUM
from web_server import served


@contextmanager
def running_browser() -> Iterator[Browser]:
    """Run the browser for as long as the block does."""
    program = CHROMIUM.find()
    if program is None:
        raise SetupError(f"Chưa có {CHROMIUM.label}.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def opened(
    engine: Engine, site: Path, browser: Browser, prepare: Callable[[Page], None] | None = None
) -> Iterator[Page]:
    """Open the engine's page, ready for the first query; ``prepare`` sees the page still empty."""
    with served(site) as address, browser.new_context(base_url=address) as context:
        page = context.new_page()
        if prepare is not None:
            prepare(page)
        page.goto(engine.PAGE)
        page.evaluate(f"async () => {{ {engine.READY} }}")
        yield page
