"""Leaflets and the notice for the village board, as PDF.

Typst sets the pages. Without it (it is a compiled module) ``can_print`` says no.
"""

import importlib
import threading
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from loa.drawn.qr import qr_svg
from loa.exports.leaflet.sheet import Sheet, title_of
from loa.media.covers import mark_grid
from loa.problems import ContentError, Problem

ASSETS = Path(__file__).parents[2] / "assets"
FONTS, TEMPLATES = ASSETS / "fonts", ASSETS / "leaflet"

# File: its template, its paper, how a message calls it.
FORMATS: dict[str, tuple[str, str, str]] = {
    "to-roi.pdf": ("leaflet", "a4", "tờ rơi A4"),
    "to-roi-a5.pdf": ("leaflet", "a5", "tờ rơi A5"),
    "to-roi-gap.pdf": ("folded", "a4", "tờ rơi gấp đôi"),
    "to-dan-a4.pdf": ("poster", "a4", "tờ dán A4"),
    "to-dan-a3.pdf": ("poster", "a3", "tờ dán A3"),
}


@lru_cache(maxsize=1)
def _typst() -> Any:
    try:
        return importlib.import_module("typst")
    except ImportError:  # also when the system refuses to load it
        return None


def can_print() -> bool:
    """Say whether leaflets can be made here."""
    return _typst() is not None


def printed(sheet: Sheet, name: str) -> bytes:
    """Return one file of ``FORMATS``; the same bytes for the same sheet, whatever the day.

    Raises:
        ContentError: it does not fit, not even in the smallest type that can be read.
    """
    try:
        return _set(sheet.as_json(), sheet.day, name, qr_svg(sheet.address))
    except _TooLong as error:
        raise ContentError([_too_long(sheet, FORMATS[name][2], str(error))]) from error


class _TooLong(Exception):
    """What the template says of a sheet that overflows."""


@lru_cache(maxsize=512)  # a site and its kit, or two previews, ask for the same sheets
def _set(sheet: str, day: str, name: str, qr: str) -> bytes:
    template, paper, _ = FORMATS[name]
    typst = _typst()
    try:
        made: bytes = _compiler().compile(
            input=str(TEMPLATES / f"{template}.typ"),
            format="pdf",
            sys_inputs={"sheet": sheet, "paper": paper, "mark": _mark(), "qr": qr},
            timestamp=datetime.fromisoformat(day).replace(tzinfo=UTC),
            pdf_standards="ua-1",
        )
    except typst.TypstError as error:
        said = str(error.message)
        if "too-long;" not in said:
            raise
        raise _TooLong(said) from error
    return made


_own = threading.local()  # a compiler serves one thread at a time, and each is worth keeping


def _compiler() -> Any:
    if not hasattr(_own, "compiler"):
        _own.compiler = _new_compiler()
    return _own.compiler


def _new_compiler() -> Any:
    typst = _typst()
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
    return typst.Compiler(root=str(TEMPLATES), font_paths=fonts, ignore_system_fonts=True)


def _too_long(sheet: Sheet, called: str, said: str) -> Problem:
    over, *parts = said.partition("too-long;")[2].rstrip('"').split(";")
    lengths = {id: int(count) for id, _, count in (part.partition("=") for part in parts)}
    id = max(lengths, key=lambda name: lengths[name])
    section = next((one for one in sheet.sections if one.id == id), None)
    title = title_of(section) if section else "Tiêu đề và các con số"
    path, line = sheet.place.get(id, sheet.place[""])
    return Problem(
        path,
        line,
        f"{called} dài quá {over} dòng dù chữ đã nhỏ hết mức; "
        f"dài nhất là phần «{title}» ({lengths[id]} dòng): hãy viết phần ấy ngắn lại",
    )


@lru_cache(maxsize=1)
def _mark() -> str:
    paths = "".join(f'<path fill="{colour}" d="{path}"/>' for colour, path in mark_grid().paths(3))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{paths}</svg>'
