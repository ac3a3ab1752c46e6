"""What several tests share: the real site built once, a server for it, a browser that tells all."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from browser_sites import build_changed
from browser_talking import build_talking
from patience import MILLISECONDS, be_patient
from system_tools import CHROMIUM
from web_server import served

# No sandbox, because CI runs as root; the rest keeps the browser from calling its maker.
CHROMIUM_ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # A page that asks anybody else fails at once, and the request is in the log.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@dataclass
class PageLog:
    """What went wrong in a page; a test that expects an error clears it."""

    address: str
    errors: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Listen to a page, from before it loads anything."""
        page.on("console", lambda said: self._keep_error(said.type, said.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("requestfailed", self._keep_failed)
        page.on("request", self._keep_foreign)

    def clear(self) -> None:
        """Forget what was expected to go wrong."""
        for kept in (self.errors, self.failed, self.foreign):
            kept.clear()

    def _keep_error(self, kind: str, text: str) -> None:
        if kind == "error":
            self.errors.append(text)

    def _keep_failed(self, request: Request) -> None:
        # A page that is left, or a download, stops requests without anything being wrong.
        if request.failure != "net::ERR_ABORTED":
            self.failed.append(f"{request.url}: {request.failure}")

    def _keep_foreign(self, request: Request) -> None:
        # data: and blob: addresses stay inside the page.
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.foreign.append(request.url)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Switches for the person who runs the tests."""
    parser.addoption("--bless", action="store_true", help="accept what is made now as expected")
    parser.addoption("--slow", type=float, default=1, help="slow the browser down, like 4")
    parser.addoption("--prefix", default="/", help="serve the site under this path, like /loa/")


def pytest_configure() -> None:
    """A state that a browser test expects may come late; it must come."""
    expect.set_options(timeout=MILLISECONDS)


@pytest.fixture(scope="session")
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten instead of compared."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site, built once as of a fixed day."""
    folder = tmp_path_factory.mktemp("site")
    prefix = request.config.getoption("--prefix")
    project = tmp_path_factory.mktemp("project")
    # The address that the repository comes with is nobody's, and no page calls itself by it.
    return build_changed(folder, project, site_url=f"https://khong-ten.example{prefix}")


@pytest.fixture(scope="session")
def server(site: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Address of the running site, with a slash at its end."""
    with served(site, request.config.getoption("--prefix")) as address:
        yield address


@pytest.fixture(scope="session")
def talking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a copy of the site with recordings, contacts, honours and a contest."""
    folder = tmp_path_factory.mktemp("talking")
    with served(build_talking(folder / "site", tmp_path_factory.mktemp("project")), "/") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium; without one the tests fail, they are never skipped."""
    program = CHROMIUM.find()
    if program is None:
        pytest.fail(f"Chưa có {CHROMIUM.label}; make test sẽ cài.", pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=CHROMIUM_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def new_context(browser: Browser, request: pytest.FixtureRequest) -> Callable[..., BrowserContext]:
    """Opens a Vietnamese browser that nobody has used yet; whoever asks for it closes it."""
    slow = request.config.getoption("--slow")

    def open_context(**options: object) -> BrowserContext:
        context = browser.new_context(locale="vi-VN", **options)
        be_patient(context, slow)
        return context

    return open_context


@pytest.fixture
def page_log(server: str) -> PageLog:
    """What goes wrong in `page`, as it happens."""
    return PageLog(server)


@pytest.fixture
def new_page(
    new_context: Callable[..., BrowserContext], page_log: PageLog, server: str
) -> Iterator[Callable[..., Page]]:
    """Opens fresh pages: of another site, with another clock, without JavaScript.

    Addresses are relative to the site. Every page must end without any error.
    """
    logs: list[PageLog] = []
    with ExitStack() as contexts:

        def open_page(address: str = server, **options: object) -> Page:
            context = new_context(base_url=address, **options)
            opened = contexts.enter_context(context).new_page()
            log = page_log if address == server else PageLog(address)
            logs.append(log)
            log.watch(opened)
            return opened

        yield open_page
    wrong = [log for log in logs if log.errors or log.failed or log.foreign]
    assert not wrong, "the page asked for what failed, or asked somebody else"


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """One fresh page."""
    return new_page()


from town import town  # noqa: E402, F401  # the fixture of a tiny town
