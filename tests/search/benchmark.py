"""Measures the cost of a first answer and the time of the others; `scripts/benchmark_search.py`."""

import gzip
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, Request
from playwright.sync_api import Error as PageError

from arguments import Arguments
from browser_sites import TODAY
from console import guarded
from search.chromium import opened, running_browser
from search.corpus import sized_town
from search.documents import read_documents
from search.engines import ENGINES, Engine
from search.judgements import read_queries

SIZES = {"ours": (100, 1_000, 10_000), "minisearch": (100, 1_000), "pagefind": (100, 1_000)}
SLOWER = 4  # times: a cheap phone beside the machine of whoever measures
FIRSTS = 9  # queries that are asked as the first one, each in a fresh browser
# What belongs to the search and not to the look of the page; all scripts of the page are counted.
COUNTED = ("script", "fetch", "xhr")

# Workers cannot be slowed down, so an engine that would use one does without.
NO_WORKER = "delete window.Worker;"
ASK_FIRST = """
async (query) => {
  await (window.firstAnswer || window.findPages)(query);
  return performance.now();
}
"""
ASK_EACH = """
async (queries) => {
  const times = [];
  for (const query of queries) {
    const start = performance.now();
    await window.findPages(query);
    times.push(performance.now() - start);
  }
  return times;
}
"""


@dataclass(frozen=True)
class Cost:
    """What an engine costs: bytes as a host sends them compressed, and milliseconds."""

    sent: Sequence[int]  # for each first answer, the engine's script included
    first: Sequence[float]  # from opening the page to each first answer
    later: Sequence[float]  # each later answer, with what it still has to fetch

    @property
    def usual_sent(self) -> float:
        """Bytes that a first answer costs, half of the time at most."""
        return median(self.sent)

    def told(self, label: str, posts: int) -> str:
        """Return one line of the table."""
        kilobytes = [sent / 1000 for sent in self.sent]
        p95 = quantiles(self.later, n=20)[-1]
        return (
            f"{label:12}{posts:>7}{median(kilobytes):>14.1f}{max(kilobytes):>12.1f}"
            f"{median(self.first):>12.0f}{median(self.later):>9.1f}{p95:>9.1f}"
        )


def measure(engine: Engine, town: Path, browser: Browser) -> Cost:
    """Measure an engine on the pages of a town.

    Raises:
        PageError: the engine does not answer.
    """
    queries = read_queries()
    bare = [query.variants["nodia"] for query in queries if "nodia" in query.variants]
    with tempfile.TemporaryDirectory(prefix="loa-search-") as folder:
        site = Path(folder)
        engine.lay_out(town, read_documents(town, date.fromisoformat(TODAY)), site)
        firsts = bare[:: len(bare) // FIRSTS]
        sent, first = zip(*(_first(engine, site, one, browser) for one in firsts), strict=True)
        with opened(engine, site, browser, _slow_down) as page:
            later = page.evaluate(ASK_EACH, [*(query.text for query in queries), *bare])
    return Cost(sent, first, later)


def _first(engine: Engine, site: Path, query: str, browser: Browser) -> tuple[int, float]:
    asked: list[str] = []

    def keep(request: Request) -> None:
        if request.resource_type in COUNTED:
            asked.append(request.url)

    def prepare(page: Page) -> None:
        _slow_down(page)
        page.on("request", keep)

    with opened(engine, site, browser, prepare) as page:
        answered = float(page.evaluate(ASK_FIRST, query))
    files = (site / unquote(urlsplit(address).path).lstrip("/") for address in asked)
    return sum(map(_compressed, files)), answered


def _slow_down(page: Page) -> None:
    page.add_init_script(NO_WORKER)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


@cache
def _compressed(file: Path) -> int:
    content = file.read_bytes()
    # Pagefind's own files are compressed already.
    return min(len(content), len(gzip.compress(content, mtime=0)))


# --- the command ---------------------------------------------------------------------------------

HEAD = (
    f"{'':12}{'bài':>7}{'KB lần đầu':>14}{'nhiều nhất':>12}{'ms lần đầu':>12}{'p50':>9}{'p95':>9}"
)


def main() -> int:
    """Print the table as it grows; 1 when an engine could not be measured."""
    options = _parser().parse_args()
    missing = 0
    sys.stdout.write(f"{HEAD}   (ms: máy chậm đi {SLOWER} lần)\n")
    with running_browser() as browser:
        for name, posts in _wanted(options.engines, options.posts):
            with sized_town(posts) as town:
                try:
                    told = measure(ENGINES[name], town, browser).told(ENGINES[name].LABEL, posts)
                except PageError as error:
                    missing += 1
                    told = f"{ENGINES[name].LABEL:12}{posts:>7}   {error.message.splitlines()[0]}"
                sys.stdout.write(f"{told}\n")
                sys.stdout.flush()
    return int(missing > 0)


def _wanted(engines: Sequence[str], posts: Sequence[int] | None) -> Iterator[tuple[str, int]]:
    for name in engines:
        for size in SIZES[name]:
            if not posts or size in posts:
                yield name, size


def _parser() -> Arguments:
    sizes = sorted({size for sizes in SIZES.values() for size in sizes})
    parser = Arguments(
        "Đo số byte cho câu trả lời đầu tiên và thời gian trả lời trên máy chậm.",
        "benchmark_search.py [BỘ …] [--posts SỐ …]",
    )
    add = parser.options.add_argument
    add(
        "engines",
        nargs="*",
        type=_known,
        metavar="BỘ",
        default=list(SIZES),
        help=", ".join(SIZES),
    )
    add("--posts", type=int, nargs="+", metavar="SỐ", help=f"chỉ đo với số bài này: {sizes}")
    return parser


def _known(name: str) -> str:
    if name not in SIZES:
        raise ValueError(name)
    return name


if __name__ == "__main__":
    sys.exit(guarded(main))
