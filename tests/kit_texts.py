"""What a person reads of each file of a kit, as text that can be compared and reviewed."""

import json
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

import docx
from docx.document import Document
from docx.section import Section
from docx.table import Table
from docx.text.paragraph import Paragraph
from PIL import Image


def read(name: str, data: bytes) -> tuple[str, str]:
    """Return the name under which a file of the kit is kept as text, and its text."""
    if name.endswith("manifest.json"):
        return name, _manifest(data)
    make = BY_SUFFIX[name.rpartition(".")[2]]
    return (name if make in (_text, _page) else f"{name}.txt"), make(data)


def _text(data: bytes) -> str:
    # Notepad's mark and line ends are held by tests of their own.
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def _page(data: bytes) -> str:
    """A page without its styles and scripts, which are files of the repository."""
    return re.sub(r"(?s)<(style|script)\b[^>]*>.*?</\1>", r"<\1>…</\1>", _text(data))


def _manifest(data: bytes) -> str:
    """A manifest without sizes and digests, in which any other version of a library shows."""
    told = json.loads(data)
    told["files"] = [file["name"] for file in told["files"]]
    del told["content_mark"]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _paper(data: bytes) -> str:
    """A Word paper: each paragraph with its style, tables row by row, what stands at the edge."""
    document = docx.Document(BytesIO(data))
    told = [*_blocks(document), *(line for part in document.sections for line in _edges(part))]
    return "\n".join(told) + "\n"


def _blocks(container: Document) -> Iterator[str]:
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "| " + " | ".join(_cell(cell.text) for cell in row.cells)
        else:
            yield _paragraph(block)


def _cell(text: str) -> str:
    return " / ".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _paragraph(paragraph: Paragraph) -> str:
    pictures = len(paragraph._p.xpath(".//pic:pic"))
    style = paragraph.style.name if paragraph.style else ""
    return f"[{style}] {paragraph.text}{' (ảnh)' * pictures}".rstrip()


def _edges(section: Section) -> Iterator[str]:
    named = {"đầu trang": section.header, "cuối trang": section.footer}
    for name, edge in named.items():
        for paragraph in edge.paragraphs if not edge.is_linked_to_previous else ():
            yield f"[{name}] {paragraph.text}".rstrip()


def _printed(data: bytes) -> str:
    """A sheet in the order of reading; a line drawn where another page begins."""
    command = ("pdftotext", "-raw", "-enc", "UTF-8", "-", "-")
    said = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    pages = [page.strip() for page in said.replace("\r\n", "\n").removesuffix("\f").split("\f")]
    return "\n──────── trang sau ────────\n".join(pages) + "\n"


def _picture(data: bytes) -> str:
    picture = Image.open(BytesIO(data))
    return f"{picture.format} {picture.width} × {picture.height}\n"


def _packed(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return "".join(f"{name}\n" for name in packed.namelist())


BY_SUFFIX: dict[str, Callable[[bytes], str]] = {
    **dict.fromkeys(("txt", "json"), _text),
    **dict.fromkeys(("jpg", "png"), _picture),
    "html": _page,
    "docx": _paper,
    "pdf": _printed,
    "zip": _packed,
}
