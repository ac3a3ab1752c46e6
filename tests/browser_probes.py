"""What a resident's eyes, fingers and screen reader would notice, measured inside the page."""

from functools import cache

from playwright.sync_api import Page

from console import ROOT

AXE = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"
# Everything, and besides: text contrast of 7:1, targets that fingers hit, links that say where to.
STRICT = {
    "rules": {
        name: {"enabled": True}
        for name in ("color-contrast-enhanced", "target-size", "identical-links-same-purpose")
    }
}
# What another theme of the same page can change.
COLOURS = {"runOnly": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]}

SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (part) => ["auto", "scroll"].includes(getComputedStyle(part).overflowX);
  const wide = [...document.body.querySelectorAll("*")].filter((part) => {
    const box = part.getBoundingClientRect();
    if (box.width < 2 || (box.right <= width + 1 && box.left >= -1)) return false;
    if (!part.checkVisibility({ visibilityProperty: true })) return false;
    for (let up = part.parentElement; up; up = up.parentElement) if (scrolls(up)) return false;
    return !part.closest(".hero-hills, .skip");
  });
  const holds = (part) => wide.some((other) => other !== part && part.contains(other));
  const inner = wide.filter((part) => !holds(part));
  const scroller = document.scrollingElement;
  return inner.map((part) => part.outerHTML.slice(0, 120))
    .concat(scroller.scrollWidth > width ? [`the page is ${scroller.scrollWidth} px wide`] : []);
}"""

# A word, a date or an amount that goes on in the next line, where nobody would part it by hand.
PARTED = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange(), found = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    for (const { 0: word, index } of node.data.matchAll(/[^\\s\\-–—…]{2,24}/gu)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = [...range.getClientRects()].filter((box) => box.width > 0).map((box) => box.top);
      if (Math.max(...tops) - Math.min(...tops) > 4) found.add(word);
    }
  }
  return [...found];
}"""

# From the middle of a target outwards, as far as a finger still hits it: a link that is spread
# over its whole card counts whole. Links inside a sentence are exempt, as in WCAG.
SMALL_TARGETS = """(least) => {
  const selector = "a[href], button, input, select, textarea, summary, audio, label";
  const inSentence = (part) => {
    if (getComputedStyle(part).display !== "inline") return false;
    const block = part.closest("p, li, dd, td, figcaption, blockquote");
    return block !== null && block.innerText.trim().length > part.innerText.trim().length + 1;
  };
  const reach = (part, x, y, dx, dy) => {
    let steps = 0;
    for (; steps < least; steps += 1) {
      const hit = document.elementFromPoint(x + dx * (steps + 1), y + dy * (steps + 1));
      if (!hit || hit.closest(selector) !== part) break;
    }
    return steps;
  };
  return [...document.querySelectorAll(selector)].flatMap((part) => {
    if (!part.checkVisibility({ visibilityProperty: true }) || inSentence(part)) return [];
    if (part.matches(".skip, label.away")) return [];
    part.scrollIntoView({ block: "center", behavior: "instant" });
    const box = part.getClientRects()[0];
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const wide = 1 + reach(part, x, y, -1, 0) + reach(part, x, y, 1, 0);
    const high = 1 + reach(part, x, y, 0, -1) + reach(part, x, y, 0, 1);
    if (wide >= least - 1 && high >= least - 1) return [];
    return [`${wide} × ${high} px: ${part.outerHTML.slice(0, 140)}`];
  });
}"""


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def barriers(page: Page, options: dict[str, object] | None = None) -> list[str]:
    """Everything that axe-core finds wrong, a line each."""
    # Evaluated from outside, so that the page's own content policy stays as strict as it is.
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(_axe())
    found = page.evaluate(
        "options => axe.run({ resultTypes: ['violations'], preload: false, ...options })",
        options or {},
    )
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['html'][:120]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def sideways(page: Page) -> list[str]:
    """What sticks out of the screen at the side, if anything does."""
    return page.evaluate(SIDEWAYS)


def parted(page: Page) -> list[str]:
    """Words, dates and amounts that are torn between two lines."""
    return [f"«{word}» is torn" for word in page.evaluate(PARTED)]


def small_targets(page: Page, least: int = 44) -> list[str]:
    """What is harder to hit with a finger than it should be."""
    return page.evaluate(SMALL_TARGETS, least)
