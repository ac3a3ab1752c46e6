"""Phones of 2020 (Chrome and WebView 80): they can parse every script and hold every style."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from console import ROOT
from loa.styles import parsed, published
from loa.styles.rules import Rule
from loa.styles.theme_assets import published_assets

PARSER = ROOT / "tests" / "node_modules" / "acorn"
KNOWN = set(
    (ROOT / "tests" / "chrome-80-properties.txt").read_text("utf-8").split("\n", 1)[1].split()
)
# What an old phone may do without: the page only looks a little plainer, nothing is lost.
DECORATION = {
    "accent-color",
    "aspect-ratio",  # pictures carry width and height, which Chrome 79 shapes them by
    "block-size",
    "color-scheme",  # scroll bars and the like stay light at night
    "content-visibility",
    "forced-color-adjust",
    "mask",  # -webkit-mask stands beside it
    "mask-image",
    "print-color-adjust",
    "text-decoration-thickness",
    "text-size-adjust",
    "text-underline-offset",
    "text-wrap",
}
NEWER_SELECTORS = r":is\(|:where\(|:not\([^)]*,|^\s*&|:has\(|:focus-visible|::details-content"
NEWER_VALUES = r"\b\d*(?:d|s|l)v[hw]\b|color-mix\(|\b(?:oklch|oklab|lab|lch|light-dark)\(|\bclip\b"
# Browsers learnt these after version 80; a script that calls one stops there.
NEWER_CALLS = re.compile(
    r"\.(replaceAll|replaceChildren|at|hasOwn|findLast|findLastIndex|toSorted|toReversed|any"
    r"|checkVisibility|showPopover|getSetCookie|isWellFormed|groupBy)\("
    r"|\b(structuredClone|randomUUID|WeakRef|Segmenter|import)\b"
)
SCRIPTS = {path: text for path, text in published_assets() if path.endswith(".js")}
STYLES = {path: text for path, text in published_assets() if path.endswith(".css")}


def parse(script: str) -> str:
    """What a parser of ECMAScript 2019 says of a script; nothing when it is sound."""
    node = shutil.which("node")
    assert node and PARSER.is_dir(), "npm ci in tests/ brings the parser; make test does it"
    program = (
        f"require({json.dumps(str(PARSER))}).parse(require('fs').readFileSync(0, 'utf8'),"
        "{ecmaVersion: 2019, sourceType: 'script'})"
    )
    said = subprocess.run(
        [node, "-e", program], input=script, capture_output=True, encoding="utf-8"
    )
    return said.stderr if said.returncode else ""


@pytest.mark.parametrize("path", SCRIPTS)
def test_an_old_phone_can_read_every_script(path: str) -> None:
    """No script stops at a word that a phone of 2020 has not learnt."""
    assert not parse(SCRIPTS[path])


def test_the_script_of_the_head_is_old_enough_too() -> None:
    """The reader's theme and text size are set before the first paint on any phone."""
    head = (ROOT / "hooks/theme/loa/head.html").read_text("utf-8")
    (script,) = re.findall(r"<script>(.*?)</script>", head)

    assert not parse(script)


@pytest.mark.parametrize("script", ["a?.b", "a ?? b", "class A { #b = 1 }", "x = 1n", "a ||= 2"])
def test_a_newer_word_would_be_heard(script: str) -> None:
    """The parser that judges our scripts does refuse what came after 2019."""
    assert "SyntaxError" in parse(script)


@pytest.mark.parametrize("path", SCRIPTS)
def test_scripts_call_only_what_an_old_phone_has(path: str) -> None:
    """A button works on a phone of 2020, selectors inside scripts included."""
    quoted = re.findall(r"\"[^\"\n]*\"|'[^'\n]*'", SCRIPTS[path])

    assert [found[0] for found in NEWER_CALLS.finditer(SCRIPTS[path])] == []
    assert [text for text in quoted if re.search(r":(is|where|has)\(|:focus-visible", text)] == []


def style_rules(rules: tuple[Rule, ...]) -> list[Rule]:
    """Every rule with declarations, those inside media queries too."""
    return [
        found for rule in rules for found in (style_rules(rule.rules) if rule.rules else [rule])
    ]


def newer_properties(css: str) -> list[str]:
    return [
        f"{rule.head} {{ {name} }}"
        for rule in style_rules(parsed(css))
        for name, _ in rule.declarations
        if not name.startswith("--")
        and name not in KNOWN | DECORATION
        and f"-webkit-{name}" not in dict(rule.declarations)
    ]


def newer_values(css: str) -> list[str]:
    """Values that an old phone drops, where no older one stands before them."""
    return [
        f"{rule.head} {{ {name}: {value} }}"
        for rule in style_rules(parsed(css))
        for place, (name, value) in enumerate(rule.declarations)
        if re.search(NEWER_VALUES, value)
        and name != "border-color"  # the line keeps the colour that its border was given
        and name not in [before for before, _ in rule.declarations[:place]]
    ]


def spoilt_lists(css: str) -> list[str]:
    """Selectors that an old phone knows, lost because their list holds one that it does not."""
    return [
        rule.head
        for rule in style_rules(parsed(css))
        if re.search(NEWER_SELECTORS, rule.head)
        and any(not re.search(NEWER_SELECTORS, part) for part in rule.head.split(","))
    ]


@pytest.mark.parametrize("path", STYLES)
def test_an_old_phone_holds_every_style(path: str) -> None:
    """What a phone of 2020 does not know is only decoration, or is said in older words too."""
    assert newer_properties(STYLES[path]) == []
    assert newer_values(STYLES[path]) == []
    assert spoilt_lists(STYLES[path]) == []
    assert not re.search(r":is\(|:where\(|@layer|@container|@media[^{]*[<>]", STYLES[path])


@pytest.mark.parametrize(
    "css",
    [
        ".a { inset: 0; }",
        ".a { margin-inline: auto; }",
        ".a { height: 100dvh; }",
        ".a, .b:focus-visible { color: red; }",
        ".a { translate: 1px; }",
    ],
)
def test_a_newer_style_would_be_seen(css: str) -> None:
    """The judges above do find what a phone of 2020 would drop."""
    assert newer_properties(css) or newer_values(css) or spoilt_lists(css)


@pytest.mark.parametrize(
    ("today", "then"),
    [
        (".a { inset: 100% 0 auto; }", ".a{top:100%;right:0;bottom:auto;left:0}"),
        (".a { inset: 0 !important; }", "top:0 !important;right:0 !important;bottom:0"),
        (".a { margin-inline: auto; }", ".a{margin-left:auto;margin-right:auto}"),
        (
            ".a { padding-block: calc(1px + 2px) var(--s); }",
            ".a{padding-top:calc(1px + 2px);padding-bottom:var(--s)}",
        ),
        (".a { border-block: 1px solid; }", ".a{border-top:1px solid;border-bottom:1px solid}"),
        (":is(.a, .b) :is(p, li) { x: y; }", ".a p, .a li, .b p, .b li{x:y}"),
        (".a:is(p, .b) { x: y; }", "p.a, .a.b{x:y}"),
        (".a:not(.b, .c) { x: y; }", ".a:not(.b):not(.c){x:y}"),
        (".a, .b:focus-visible { x: y; }", ".a{x:y}\n.b:focus-visible{x:y}"),
        (".a { overflow: clip; }", ".a{overflow:hidden;overflow:clip}"),
        (
            ".a { text-decoration: underline 2px; }",
            ".a{text-decoration:underline;text-decoration:underline 2px}",
        ),
        (
            "@media (min-width: 4em) { .a { inset: 0; } }",
            "@media (min-width: 4em){.a{top:0;right:0;bottom:0;left:0}}",
        ),
        ('.a::before { content: "a;b{"; /* c */ }', '.a::before{content:"a;b{"}'),
        (
            "@font-face { src: url(\"data:a;b,c\") format('x'); }",
            "@font-face{src:url(\"data:a;b,c\") format('x')}",
        ),
        (
            ".a { display: flex; gap: 1px 2px; }",
            "@supports not (appearance: none){.a > * + *{margin-left:2px}}",
        ),
        (
            ".a { display: flex; flex-wrap: wrap; gap: 0 2px; }",
            "@supports not (appearance: none){.a > *{margin-right:2px}}",
        ),
        (
            ".a { flex-direction: column; gap: 1px; }",
            "@supports not (appearance: none){.a > * + *{margin-top:1px;margin-left:0px}}",
        ),
    ],
)
def test_todays_style_is_said_in_older_words(today: str, then: str) -> None:
    """Whoever writes the theme writes today's CSS; the phone of 2020 gets the same page."""
    assert then in published(today)


def test_pictures_keep_their_shape_without_aspect_ratio() -> None:
    """A cover is not stretched on a phone that only knows the picture's width and height."""
    for template in sorted((ROOT / "hooks/theme").rglob("*.html")):
        for picture in re.findall(
            r"<img[^>]*class=\"[^\"]*cover[^>]*>", template.read_text("utf-8")
        ):
            assert "width=" in picture, f"{Path(template).name}: {picture}"
