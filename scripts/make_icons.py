"""Write the drawings of all icons the site may show: one template and the set's licence.

The icons are Material Design Icons, made smaller by svgo. To add one, or when a version changes:
edit the lists below, run it (needs npm), look at the icons, and commit what it wrote.

    python scripts/make_icons.py

The mark of the site is drawn here too, in the sizes that phones ask for: PNG of a few hundred
bytes, from the same cells as the mark on every page.
"""

import json
import re
import shutil
import struct
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import project_python  # noqa: F401  must come before everything that imports loa
from console import ROOT, SetupError, ask, guarded
from loa.media.covers import mark_grid

SET, SET_VERSION = "@mdi/svg", "7.4.47"
SVGO_VERSION = "4.1.0"
TEMPLATE = ROOT / "hooks/theme/loa/drawings.html"
LICENCE = ROOT / "hooks/theme/assets/icons/LICENSE.txt"

# What templates, scripts and generated pages ask for by name.
OF_THE_SITE = """
account-group alert alert-circle-outline arrow-left arrow-right bullhorn-outline calendar-month
chat-outline chat-question-outline check check-circle check-circle-outline chevron-down
chevron-left chevron-right clock-outline close close-circle-outline download email-outline
file-document-outline flower form-select format-size hand-coin-outline help-circle
help-circle-outline home-account home-outline information-outline magnify map-marker-outline
medal-outline menu pause pencil phone play play-circle-outline printer share-variant
theme-light-dark trophy-outline tune-variant video-outline volume-high
"""
# What an officer may give a topic in data/topics.yml.
OF_TOPICS = """
account-hard-hat account-heart-outline baby-face-outline barley book-open-variant bridge
briefcase-outline bus cash-multiple cellphone certificate-outline coffee-outline corn cow
desktop-classic family-tree fire-alert fish gavel gift-outline hammer-wrench hand-heart-outline
handshake-outline heart-pulse home-city-outline home-heart hospital-box-outline human-cane
human-male-female-child human-wheelchair leaf lightbulb-outline lightning-bolt-outline
medical-bag mother-nurse music needle piggy-bank-outline radio-tower recycle rice road-variant
scale-balance school-outline shield-check-outline sprout-outline store-outline toilet
tree-outline truck-outline water-outline weather-pouring wifi
"""


@dataclass(frozen=True)
class MarkFile:
    """The mark as a picture: its width, how wide a cell of it is, whether the ground is painted."""

    width: int
    cell: int
    painted: bool


PAPER = "#ffffff"
# iOS paints black what is not painted. Of a maskable icon every phone cuts its own shape; what lies
# within four fifths of its width always stays: https://www.w3.org/TR/appmanifest/#icon-masks
MARKS = {
    "apple-touch-icon.png": MarkFile(180, 9, painted=True),
    "icon-192.png": MarkFile(192, 12, painted=False),
    "icon-512.png": MarkFile(512, 32, painted=False),
    "maskable-512.png": MarkFile(512, 18, painted=True),
}
_OUTSIDE = re.compile(r'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 24 24">(.+)</svg>')


def names() -> list[str]:
    """Every icon, in the order of the alphabet."""
    return sorted({*OF_THE_SITE.split(), *OF_TOPICS.split()})


def installed(folder: Path) -> Path:
    """Put the icons and the program into ``folder``; nothing of theirs runs while they come."""
    npm = shutil.which("npm")
    if npm is None:
        raise SetupError("Chưa có npm trên máy; hãy cài Node.js rồi chạy lại.")
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-save")
    wanted = (f"{SET}@{SET_VERSION}", f"svgo@{SVGO_VERSION}")
    code, said = ask(npm, "install", *quiet, *wanted, folder=folder)
    if code != 0:
        raise SetupError(f"Chưa tải được bộ biểu tượng; hãy kiểm tra mạng.\n\n{said[-2000:]}")
    return folder / "node_modules"


def drawn(modules: Path, folder: Path) -> dict[str, str]:
    """Each icon as a symbol that a page may hold once and use often."""
    chosen, smaller = folder / "chosen", folder / "smaller"
    chosen.mkdir()
    for name in names():
        file = modules / SET / "svg" / f"{name}.svg"
        if not file.is_file():
            raise SetupError(f"Bộ biểu tượng không có «{name}».")
        shutil.copy2(file, chosen)
    svgo = shutil.which("svgo", path=modules / ".bin")
    code, said = ask(str(svgo), "--folder", chosen, "--output", smaller, folder=folder)
    if code != 0:
        raise SetupError(said[-2000:])
    return {name: symbol(name, (smaller / f"{name}.svg").read_text()) for name in names()}


def symbol(name: str, svg: str) -> str:
    """One drawing, ready to be put into a page."""
    found = _OUTSIDE.fullmatch(svg.strip())
    if found is None or "'" in svg:
        raise SetupError(f"«{name}» không có khung 24 × 24 như mọi biểu tượng khác.")
    return f'<symbol id="i-{name}" viewBox="0 0 24 24">{found[1]}</symbol>'


def template(symbols: dict[str, str]) -> str:
    """The template that holds them all, one a line."""
    lines = "".join(f"  '{name}': '{drawing}',\n" for name, drawing in symbols.items())
    return (
        f"{{#- Written by scripts/make_icons.py from {SET} {SET_VERSION}, Apache 2.0: "
        f"{LICENCE.relative_to(ROOT / 'hooks/theme').as_posix()} -#}}\n"
        f"{{%- set symbols = {{\n{lines}}} -%}}\n"
    )


def mark_png(file: MarkFile) -> bytes:
    """The mark as a PNG with a palette, two bits a dot; the same bytes every time."""
    cells = mark_grid().rows()
    colours = [PAPER, *sorted({colour for row in cells for colour in row if colour})]
    edge = (file.width - len(cells) * file.cell) // 2
    blank = [0] * file.width
    rows = [blank] * edge
    for row in cells:
        dots = [colours.index(colour or PAPER) for colour in row for _ in range(file.cell)]
        rows += [[*blank[:edge], *dots, *blank[:edge]]] * file.cell
    rows += [blank] * edge
    packed = b"".join(b"\0" + _packed(row) for row in rows)
    palette = b"".join(bytes.fromhex(colour[1:]) for colour in colours)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", file.width, file.width, 2, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette),
            b"" if file.painted else _chunk(b"tRNS", b"\0"),
            _chunk(b"IDAT", zlib.compress(packed, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _packed(row: list[int]) -> bytes:
    return bytes(
        row[at] << 6 | row[at + 1] << 4 | row[at + 2] << 2 | row[at + 3]
        for at in range(0, len(row), 4)
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write_marks(folder: Path = LICENCE.parent) -> None:
    """Write the mark in every size."""
    for name, file in MARKS.items():
        (folder / name).write_bytes(mark_png(file))


def main() -> int:
    """Fetch, draw, write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        modules = installed(folder)
        package = modules / SET
        assert json.loads((package / "package.json").read_text())["license"] == "Apache-2.0"
        symbols = drawn(modules, folder)
        TEMPLATE.write_text(template(symbols), encoding="utf-8", newline="\n")
        LICENCE.parent.mkdir(exist_ok=True)
        LICENCE.write_text(
            (package / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8", newline="\n"
        )
    write_marks()
    size = TEMPLATE.stat().st_size
    print(f"Đã ghi {len(symbols)} biểu tượng vào {TEMPLATE.name}: {size / 1000:.1f} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(guarded(main))
