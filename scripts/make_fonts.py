"""Add the Jrai and Bahnar letters to Be Vietnam Pro and write the fonts the site uses.

The face covers Vietnamese but not ĕ ĭ ŏ ŭ ƀ or the stacked ô̆ ơ̆ ư̆ ê̆ â̆. Each is made only from
outlines the face already has. When PACKAGE_VERSION changes, run it, look, and commit the fonts:

    npm pack @expo-google-fonts/be-vietnam-pro@<version>
    tar xzf expo-google-fonts-be-vietnam-pro-<version>.tgz
    python scripts/make_fonts.py package
"""
# fontTools says nothing of its types.
# mypy: disable-error-code="import-untyped"

import argparse
import json
from itertools import product
from pathlib import Path

from fontTools import subset
from fontTools.otlLib.builder import buildLigatureSubstSubtable, buildPairPosGlyphs, buildValue
from fontTools.pens.ttGlyphPen import TTGlyphPointPen
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FULL_FONTS = ROOT / "hooks/loa/assets/fonts"  # share cards and printed leaflets
WEB_FONTS = ROOT / "hooks/theme/assets/fonts"

PACKAGE_VERSION = "0.4.1"
WEIGHTS = {
    "400Regular/BeVietnamPro_400Regular.ttf": ("BeVietnamPro-Regular", "be-vietnam-pro-400"),
    "700Bold/BeVietnamPro_700Bold.ttf": ("BeVietnamPro-Bold", "be-vietnam-pro-700"),
}

# A breve goes exactly where the face's designer put a tilde: ẽ gives ĕ, ỗ gives ô and U+0306.
BREVES = [*"ĕĔĭĬŏŎŭŬ", *(letter + "\u0306" for letter in "âÂêÊôÔơƠưƯ")]
BREVE_FOR = dict(zip("ẽẼĩĨõÕũŨẫẪễỄỗỖỡỠữỮ", BREVES, strict=True))
ROOM = {"đĭ": 70, "ĭƀ": 60}  # kerning that keeps a bar and a breve from touching

# Text is NFC, so of the combining marks only U+0306 is ever needed. The face has no arrows and no
# tick boxes: the browser takes those from the reader's own fonts.
WEB_LETTERS = {
    *range(0x20, 0x7F),
    *range(0xC0, 0x100),  # À to ÿ
    *range(0x1EA0, 0x1EFA),  # Ạ to ỹ
    *map(ord, "ĂăČčĐđĔĕĨĩĬĭŎŏŨũŬŭƀƠơƯưɃ\u0306"),
    *map(ord, "\u00a0\u00ad©®«»§°±²³·½–—‘’‚“”„•…‰‹›₫€−≤≥"),
}

# One closed line: x, y, and whether the outline passes through the point or only bends towards it.
Contour = list[tuple[int, int, bool]]


def box(contour: Contour) -> tuple[int, int, int, int]:
    """Left, bottom, right, top."""
    xs, ys, _ = zip(*contour, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def contours(font: TTFont, char: str) -> list[Contour]:
    """The closed lines of a letter, its highest mark last."""
    table = font["glyf"]
    coordinates, ends, flags = table[font.getBestCmap()[ord(char)]].getCoordinates(table)
    points = [(x, y, bool(flag & 1)) for (x, y), flag in zip(coordinates, flags, strict=True)]
    starts = [0, *(end + 1 for end in ends)]
    lines = [points[start : end + 1] for start, end in zip(starts, ends, strict=False)]
    return sorted(lines, key=lambda line: box(line)[1])


def breve_for_tilde(font: TTFont, tilde_letter: str) -> list[Contour]:
    """The letter with its tilde replaced by the breve of ă, or of Ă for a capital."""
    *body, tilde = contours(font, tilde_letter)
    breve, its_tilde = (contours(font, a)[-1] for a in ("ĂÃ" if tilde_letter.isupper() else "ăã"))
    (left, low, right, _), (breve_left, breve_low, breve_right, _) = box(tilde), box(breve)
    over_circumflex = box(body[-1])[1] > font["OS/2"].sxHeight  # no nearer to it than ~ is
    shift = (left + right - breve_left - breve_right) // 2
    rise = low - (breve_low if over_circumflex else box(its_tilde)[1])
    return [*body, [(x + shift, y + rise, on) for x, y, on in breve]]


def with_bar(contour: Contour, low: int, high: int, reach: dict[int, int]) -> Contour:
    """The line with a jut on its upright edges; reach says how far, by where the edge stands."""
    barred: Contour = []
    for (x, y, on), (next_x, next_y, _) in zip(contour, [*contour[1:], contour[0]], strict=True):
        barred.append((x, y, on))
        if x == next_x and x in reach and min(y, next_y) < low and high < max(y, next_y):
            near, far = (low, high) if y < next_y else (high, low)
            corners = ((x, near), (x + reach[x], near), (x + reach[x], far), (x, far))
            barred += [(*corner, True) for corner in corners]
    return barred


def barred_letter(font: TTFont, plain: str, model: str) -> list[Contour]:
    """The plain letter with the bar of the model across its stem, moved right as the model is."""
    outline = contours(font, plain)
    ink = [point for contour in contours(font, model) for point in contour]
    low, high = sorted(y for x, y, _ in ink if x == min(ink)[0])
    left, stem_left, stem_right, right = sorted({x for x, y, _ in ink if y in (low, high)})
    if plain.isupper():  # across the lower half, where readers know it from other faces
        _, floor, _, ceiling = box(outline[1])
        # The lower half of a bold B is small; a bar over two fifths of it would clog it.
        height = min(high - low, (ceiling - floor) * 2 // 5)
        low, high = (floor + ceiling - height) // 2, (floor + ceiling + height) // 2
    shift = stem_left - box(outline[0])[0]
    reach = {stem_left: left - stem_left, stem_right: right - stem_right}
    moved = [[(x + shift, y, on) for x, y, on in contour] for contour in outline]
    return [with_bar(contour, low, high, reach) for contour in moved]


def add_glyph(font: TTFont, text: str, outline: list[Contour], width: int) -> str:
    """Put a new letter in the font; returns the glyph's name."""
    name = "uni" + "".join(f"{ord(char):04X}" for char in text)
    pen = TTGlyphPointPen(None)
    for contour in outline:
        pen.beginPath()
        for x, y, on in contour:
            pen.addPoint((x, y), "line" if on else None)
        pen.endPath()
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = (width, min(box(contour)[0] for contour in outline))
    font["GDEF"].table.GlyphClassDef.classDefs[name] = 1  # a base letter, not a mark
    if len(text) == 1:
        for table in font["cmap"].tables:
            table.cmap[ord(text)] = name
    return name


def kern(font: TTFont, twins: dict[str, str]) -> None:
    """Space each new glyph against its neighbours like the glyph it takes after."""
    subtables = next(t.SubTable for t in font["GPOS"].table.LookupList.Lookup if t.LookupType == 2)
    by_pair, by_class = subtables
    pairs = {
        pair: (record.Value1, None)
        for left, followers in zip(by_pair.Coverage.glyphs, by_pair.PairSet, strict=True)
        for record in followers.PairValueRecord
        for right in [record.SecondGlyph]
        for pair in product((left, twins.get(left, left)), (right, twins.get(right, right)))
    }
    for text, units in ROOM.items():
        pair = tuple(font.getBestCmap()[ord(char)] for char in text)
        pairs[pair] = (buildValue({"XAdvance": units}), None)
    subtables[:1] = buildPairPosGlyphs(pairs, font.getReverseGlyphMap())
    # New glyphs are the font's last, so what is appended stays in glyph order, as it must.
    by_class.Coverage.glyphs += [twins[old] for old in twins if old in by_class.Coverage.glyphs]
    for classes in (by_class.ClassDef1.classDefs, by_class.ClassDef2.classDefs):
        classes |= {twins[old]: classes[old] for old in twins if old in classes}


def compose(font: TTFont) -> None:
    """Add every letter the face lacks."""
    glyph_of = {chr(code): glyph for code, glyph in font.getBestCmap().items()}
    width_of = {char: font["hmtx"][glyph][0] for char, glyph in glyph_of.items()}
    twins, joined = {}, {}
    for tilde_letter, text in BREVE_FOR.items():
        name = add_glyph(font, text, breve_for_tilde(font, tilde_letter), width_of[tilde_letter])
        twins[glyph_of[tilde_letter]] = name
        if len(text) > 1:
            joined[tuple(glyph_of[char] for char in text)] = name
    for text, plain, model, unbarred in (("ƀ", "b", "ħ", "h"), ("Ƀ", "B", "Đ", "D")):
        width = width_of[plain] + width_of[model] - width_of[unbarred]
        twins[glyph_of[plain]] = add_glyph(font, text, barred_letter(font, plain, model), width)
    kern(font, twins)
    # The face already joins U+0306 with a tone mark; a letter followed by it is joined there too.
    for lookup in font["GSUB"].table.LookupList.Lookup:
        if lookup.LookupType == 4 and glyph_of["\u0306"] in lookup.SubTable[0].ligatures:
            lookup.SubTable[0].ligatures |= buildLigatureSubstSubtable(joined).ligatures
    # Says that this is not the original face; its licence lets the name stay.
    font["name"].setName("Version 1.002; Jrai and Bahnar letters added", 5, 3, 1, 0x409)


def save(font: TTFont, path: Path, letters: set[int], features: list[str]) -> None:
    """Write the given letters, without hinting: the new letters have none and must not differ."""
    options = subset.Options(hinting=False, layout_features=features, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font.flavor = "woff2" if path.suffix == ".woff2" else None
    font.save(path)
    print(f"Đã ghi {path.name}: {path.stat().st_size / 1000:.1f} kB")


def main() -> None:
    parser = argparse.ArgumentParser(description="Thêm chữ Jrai, Bahnar vào phông của trang.")
    parser.add_argument("package", type=Path, help="thư mục gói npm be-vietnam-pro đã giải nén")
    package: Path = parser.parse_args().package
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    if version != PACKAGE_VERSION:
        parser.error(f"gói có phiên bản {version}, cần phiên bản {PACKAGE_VERSION}")
    for path in (FULL_FONTS / "OFL.txt", WEB_FONTS / "LICENSE-OFL.txt"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((package / "LICENSE_FONT").read_bytes())
    for source, (full_name, web_name) in WEIGHTS.items():
        # The date inside the font stays the designer's: a new one would change the bytes every run.
        font = TTFont(package / source, recalcTimestamp=False)
        compose(font)
        save(font, FULL_FONTS / f"{full_name}.ttf", set(font.getBestCmap()), ["*"])
        save(font, WEB_FONTS / f"{web_name}.woff2", WEB_LETTERS, ["ccmp", "kern", "mark"])


if __name__ == "__main__":
    main()
