"""Measures search engines on the judged queries, side by side; `scripts/evaluate_search.py`."""

import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from operator import attrgetter
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Error as PageError

from arguments import Arguments
from browser_sites import TODAY
from console import guarded
from search.chromium import opened, running_browser
from search.corpus import sized_town
from search.documents import Document, read_documents
from search.engines import ENGINES, Engine
from search.judgements import FRESH, FRESH_FILE, HALVES, Query, read_queries
from search.metrics import LABELS, Score, mean, score
from search.variants import NAMES

FIND_ALL = """
async (queries) => {
  const found = [];
  for (const query of queries) found.push(await window.findPages(query));
  return found;
}
"""
# Below this a query of the half that may be looked at is worth a look.
POOR = 0.8


@dataclass(frozen=True)
class Answer:
    """What an engine found for one variant of a query, and how good that is."""

    query: Query
    variant: str
    typed: str
    found: tuple[str, ...]
    score: Score


Answers = Mapping[str, Sequence[Answer]]  # by the name of the engine


def evaluate(
    names: Iterable[str], town: Path, queries: Sequence[Query], browser: Browser
) -> Answers:
    """Ask each engine every variant of every query; one that cannot answer is left out, and told.

    Args:
        names: the engines, by their names in ENGINES.
        town: the repository whose pages are searched.
        queries: what to ask.
        browser: the running browser to ask in.
    """
    documents = read_documents(town, date.fromisoformat(TODAY))
    answers = {}
    for name in names:
        try:
            answers[name] = _ask(ENGINES[name], town, documents, queries, browser)
        except PageError as error:
            reason = error.message.splitlines()[0]
            sys.stderr.write(f"{ENGINES[name].LABEL} chưa trả lời được: {reason}\n\n")
    return answers


def _ask(
    engine: Engine,
    town: Path,
    documents: Sequence[Document],
    queries: Iterable[Query],
    browser: Browser,
) -> list[Answer]:
    asked = [(query, *variant) for query in queries for variant in query.variants.items()]
    with tempfile.TemporaryDirectory(prefix="loa-search-") as folder:
        engine.lay_out(town, documents, Path(folder))
        with opened(engine, Path(folder), browser) as page:
            found = page.evaluate(FIND_ALL, [typed for _, _, typed in asked])
    samples = {one.url for one in documents if one.sample}
    return [
        Answer(query, variant, typed, tuple(pages), score(pages, query.relevant, samples))
        for (query, variant, typed), pages in zip(asked, found, strict=True)
    ]


# --- tables --------------------------------------------------------------------------------------


def table(answers: Answers, group_of: Callable[[Answer], str], groups: Iterable[str]) -> str:
    """Return every measure of every engine: over all, then for each group and each part of it.

    A group's own line is over both halves; fresh queries are told apart.
    """
    engines = [ENGINES[name].LABEL for name in answers]
    width = max(map(len, engines)) + 1
    measures = "".join(f"   {label:^{width * len(engines)}}" for label in LABELS)
    heads = "   " + "".join(f"{label:>{width}}" for label in engines)
    lines = [f"{'':20}{measures}", f"{'':14}{'n':>6}{heads * len(LABELS)}"]
    for group, part in product(("all", *groups), ("", *HALVES, FRESH)):
        parts = (part,) if part else HALVES
        kept = [
            [
                one.score
                for one in given
                if group in ("all", group_of(one)) and one.query.half in parts
            ]
            for given in answers.values()
        ]
        if kept[0]:
            means = zip(*map(mean, kept), strict=True)
            cells = ("".join(f"{value:>{width}.3f}" for value in row) for row in means)
            title = f"  {part}" if part else group
            lines.append(f"{title:14}{len(kept[0]):>6}   {'   '.join(cells)}")
    return "\n".join(lines)


def poor_answers(answers: Sequence[Answer]) -> str:
    """Return what an engine answered poorly, of the half that may be looked at, worst first."""
    poor = [one for one in answers if one.query.half == "tune" and one.score.ndcg < POOR]
    return "\n".join(
        f"{one.score.ndcg:.2f}  {one.variant:9}{one.typed}\n      "
        + "\n      ".join(f"{one.query.relevant.get(page, '·')} {page}" for page in one.found[:5])
        for one in sorted(poor, key=lambda one: one.score.ndcg)
    )


# --- the command ---------------------------------------------------------------------------------


def main() -> int:
    """Print the table; 1 when an engine that was asked for could not answer."""
    options = _parser().parse_args()
    queries = [*read_queries(), *read_queries(FRESH_FILE)]
    with sized_town(options.posts) as town, running_browser() as browser:
        answers = evaluate(options.engines, town, queries, browser)
    if answers:
        kinds = dict.fromkeys(query.kind for query in queries)
        groups = ("query.kind", kinds) if options.kinds else ("variant", NAMES)
        sys.stdout.write(f"{table(answers, attrgetter(groups[0]), groups[1])}\n")
    if options.poor in answers:
        sys.stdout.write(f"\n{poor_answers(answers[options.poor])}\n")
    return int(len(answers) < len(options.engines))


def _parser() -> Arguments:
    parser = Arguments(
        "Đo bộ tìm kiếm bằng các câu đã chấm, đặt cạnh những bộ tìm kiếm khác.",
        "evaluate_search.py [BỘ …] [--kinds] [--poor BỘ] [--posts SỐ]",
    )
    add = parser.options.add_argument
    add(
        "engines",
        nargs="*",
        type=_known,
        metavar="BỘ",
        default=list(ENGINES),
        help=", ".join(ENGINES),
    )
    add("--kinds", action="store_true", help="bảng theo loại câu hỏi thay cho cách gõ")
    add("--poor", choices=ENGINES, metavar="BỘ", help="in thêm câu trả lời kém (chỉ nửa tune)")
    add("--posts", type=int, metavar="SỐ", help="thêm bài đặt ra cho đủ số bài này")
    return parser


def _known(name: str) -> str:
    if name not in ENGINES:
        raise ValueError(name)
    return name


if __name__ == "__main__":
    sys.exit(guarded(main))
