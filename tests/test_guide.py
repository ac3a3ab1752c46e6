"""The writers' guide: complete, true, and as fresh as the declarations it is made from."""

import re
from pathlib import Path

import pytest

from console import ROOT
from each import each
from loa.ask import facts
from loa.check import CHECKS, RELEASE_CHECKS
from loa.fields import Reader, Ref, declarations, walk
from loa.guide.catalogue import DATA, PAGE, POSTS, SHAPES, Shape
from loa.guide.chapters import guide_files
from loa.guide.examples import example, part_of, written_examples, yaml_value
from loa.guide.generated import generated_files, stale_files, surplus_files, write_stale_files
from loa.guide.inserts import MEANINGS
from loa.guide.rules import rules_by_group, sayings
from loa.load import LISTS, SINGLES, load_content
from loa.model.posts import POST_KINDS
from loa.text.vietnamese import toc_slug
from loa.text.yaml_text import Mapped, read_yaml

GUIDE = guide_files()
INDEX = GUIDE["docs/huong-dan/index.md"]


def records(record: type) -> list[type]:
    """A record and every record inside it."""
    inside = [part_of(found.kind)[0] for _, found in walk(record)]
    return list(dict.fromkeys([record, *filter(None, inside)]))


EVERY_FIELD = sorted(
    {
        (record, key)
        for shape in SHAPES
        for record in records(shape.record)
        for key in declarations(record)
        if part_of(declarations(record)[key].kind)[0] is None
    },
    key=lambda field: (field[0].__name__, field[1]),
)


# --- fresh ---------------------------------------------------------------------------------------


def test_committed_files_are_fresh() -> None:
    """An officer reads a guide of the program as it is (else: make refresh)."""
    assert (stale_files(ROOT), surplus_files(ROOT)) == ([], [])


def test_refreshing_mends_what_is_stale_and_nothing_else(tmp_path: Path) -> None:
    """Whoever adds a field runs one command and commits what it wrote."""
    assert write_stale_files(tmp_path) == list(generated_files())
    (tmp_path / "docs/huong-dan/index.md").write_text("cũ", encoding="utf-8")
    (tmp_path / "docs/huong-dan/thua.md").write_text("thừa", encoding="utf-8")

    assert write_stale_files(tmp_path) == ["docs/huong-dan/index.md"]
    assert stale_files(tmp_path) == []
    assert surplus_files(tmp_path) == ["docs/huong-dan/thua.md"]


# --- complete ------------------------------------------------------------------------------------


def test_every_field_stands_in_the_guide_with_an_example() -> None:
    """Nobody has to ask which lines a file may have, or what they look like."""

    def judge(shape: Shape) -> None:
        name = "du-lieu" if shape in DATA else shape.name
        page = GUIDE[f"docs/huong-dan/{name}.md"]
        missing = [
            f"{record.__name__}.{key}"
            for record in records(shape.record)
            for key, found in declarations(record).items()
            if not re.search(rf"^\| `{key}`<br>{re.escape(found.label)}.*\| \S+.* \|$", page, re.M)
        ]
        assert missing == []

    each({shape.name: shape for shape in SHAPES}, judge)


def test_every_example_is_right() -> None:
    """What the guide shows can be typed as it stands."""

    def judge(field: tuple[type, str]) -> None:
        record, key = field
        shown = example(record, key)
        node = read_yaml(f"{key}: {shown}")
        assert isinstance(node, Mapped)
        reader = Reader("x")
        declarations(record)[key].kind.read(node.entries[key].value, key, reader)

        assert shown
        assert reader.problems == []

    each({f"{record.__name__}.{key}": (record, key) for record, key in EVERY_FIELD}, judge)


def test_no_example_is_written_for_nothing() -> None:
    """The examples beside the declarations fit fields that exist and have none of their own."""
    every = {
        kind for shape in SHAPES for record in records(shape.record) for kind in record.__mro__
    }
    known = {record.__name__: record for record in every if record is not object}
    idle = [
        f"{name}.{key}"
        for name, examples in written_examples().items()
        for key in examples
        if name not in known
        or key not in declarations(known[name])
        or declarations(known[name])[key].example
    ]

    assert idle == []


def test_examples_name_what_the_town_has() -> None:
    """A copied example leads to a topic, village or policy that exists."""
    content = load_content(ROOT).content
    assert content is not None
    units = {unit.id for unit in content.township.units}
    strange = []
    for record, key in EVERY_FIELD:
        kind = declarations(record)[key].kind
        inner = getattr(kind, "of", kind)
        if isinstance(inner, Ref):
            known = units if inner.to == "township" else set(getattr(content, inner.to))
            codes = example(record, key).strip("[]").split(", ")
            strange += [f"{record.__name__}.{key}: {code}" for code in codes if code not in known]

    assert strange == []


def test_every_insert_stands_in_the_guide() -> None:
    """A writer sees everything that can be brought in from the data."""
    missing = [name for name in (*facts.BLOCKS, *MEANINGS) if f"`{{{{ {name}" not in INDEX]

    assert missing == []


def test_every_aspect_of_an_insert_is_explained() -> None:
    """No aspect stays a secret of the program."""
    known = {
        "muc-vay": facts.FACT_ASPECTS,
        "vb": facts.DOCUMENT_ASPECTS,
        "chien-dich": facts.CAMPAIGN_ASPECTS,
        "su-kien": facts.EVENT_ASPECTS,
        "don-vi": facts.UNIT_ASPECTS,
    }
    told: dict[str, set[str]] = {}
    for insert, aspects in MEANINGS.items():
        told.setdefault(insert.split()[0], set()).update(aspects)

    assert told == {name: set(aspects) for name, aspects in known.items()}
    assert set(facts.NAMESPACES) == {*known, "tinh-den"} - {"muc-vay"}


def test_every_rule_is_told() -> None:
    """An officer can read all that is checked (else: a line in assets/guide/dieu-soat.yml)."""
    rules = {rule.__name__ for rule in (*CHECKS, *RELEASE_CHECKS)}
    told = {name for group in sayings().values() for name in group} - {"title"}

    assert told == rules
    assert all("title" in sayings()[group] for group in rules_by_group())


def test_every_kind_of_file_has_its_place() -> None:
    """The list of files in the guide is the list of files that are read."""
    assert [shape.name for shape in POSTS] == list(POST_KINDS)
    assert {shape.name for shape in DATA} == {*LISTS, *SINGLES}
    for shape in (*POSTS, PAGE):
        assert f"]({shape.name}.md)" in INDEX


# --- true ----------------------------------------------------------------------------------------


def test_links_of_the_guide_lead_somewhere() -> None:
    """Reading on never ends at a page that is not there."""
    lost = []
    for path, text in GUIDE.items():
        prose = re.sub(r"(?ms)^( *)```.*?^\1```$", "", text)
        for target, anchor in re.findall(r"\]\(([\w-]*(?:\.md)?)(?:#([\w-]+))?\)", prose):
            page = GUIDE.get(f"docs/huong-dan/{target}" if target else path, "")
            if not page or (anchor and anchor not in _anchors(page)):
                lost.append(f"{path}: {target}#{anchor}")

    assert lost == []


def _anchors(page: str) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", page, re.M)
    named = {found[1] for heading in headings if (found := re.search(r"\{ #(\S+) \}", heading))}
    return named | {toc_slug(heading) for heading in headings}


def test_the_guide_is_finished() -> None:
    """No page shows a gap where a generated part should be."""

    def judge(text: str) -> None:
        assert "None" not in text
        assert not re.search(r"\$[a-z]", text)
        assert "|  |" not in text
        assert text.startswith("---\ntitle: ")
        assert "\ntemplate: guide.html\n" in text

    each(GUIDE, judge)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("hai chữ", "hai chữ"),
        ("A: B", '"A: B"'),
        ('nói "vâng"', 'nói "vâng"'),
        ('"vâng"', '"\\"vâng\\""'),
        ("[chưa rõ]", '"[chưa rõ]"'),
        ("số #1", '"số #1"'),
        ("# không", '"# không"'),
        ("cuối:", '"cuối:"'),
    ],
)
def test_words_that_yaml_would_misread_stand_in_quotes(said: str, written: str) -> None:
    """A copied example means what it says."""
    kind = declarations(POSTS[0].record)["title"].kind

    assert yaml_value(kind, said) == written
    node = read_yaml(f"a: {written}")
    assert isinstance(node, Mapped)
    assert getattr(node.entries["a"].value, "text", "") == said
