"""Papers for tests, made by hand: a PDF of one page, a Word file with all that Word keeps."""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from photos import SECRET

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pdf(
    words: str = "Don de nghi",
    *,
    packed: bool = False,
    root: str = "",
    page: str = "",
    weight: int = 0,
    **more: str,
) -> bytes:
    """A PDF with the name of its author in it.

    Args:
        words: what stands on its page.
        packed: its objects lie in a packed stream, as new programs write them.
        root: more entries of its catalogue.
        page: more entries of its page.
        weight: bytes of blanks behind what stands on its page.
        more: more objects, by a name such as ``o20``.
    """
    content = f"BT /F1 24 Tf 20 100 Td ({words}) Tj ET".encode() + b" " * weight
    objects = {
        1: f"<</Type/Catalog/Pages 2 0 R/Metadata 8 0 R {root}>>".encode(),
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 5 0 R"
            f"/Resources<</Font<</F1 4 0 R>>>> {page}>>"
        ).encode(),
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        7: f"<</Author({SECRET})/Creator(Word)/Title({SECRET})>>".encode(),
        **{int(name[1:]): text.encode() for name, text in more.items()},
    }
    streams = {5: (b"", content), 8: (b"/Type/Metadata/Subtype/XML", SECRET.encode())}
    if packed:
        inner = b"".join(text + b" " for text in objects.values())
        places, at = [], 0
        for number, text in objects.items():
            places.append(f"{number} {at}")
            at += len(text) + 1
        first = " ".join(places).encode() + b" "
        kept = f"/Type/ObjStm/N {len(objects)}/First {len(first)}/Filter/FlateDecode".encode()
        streams[6] = kept, zlib.compress(first + inner)
        objects = {}
    out, starts = bytearray(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, text in objects.items():
        starts[number] = len(out)
        out += b"%d 0 obj\n" % number + text + b"\nendobj\n"
    for number, (head, data) in streams.items():
        starts[number] = len(out)
        out += b"%d 0 obj\n<<%s/Length %d>>\nstream\n" % (number, head, len(data))
        out += data + b"\nendstream\nendobj\n"
    out += b"trailer\n<</Size 30/Root 1 0 R/Info 7 0 R>>\nstartxref\n0\n%%EOF\n"
    return bytes(out)


def word(
    body: str = "<w:p><w:r><w:t>Mẫu đơn đề nghị</w:t></w:r></w:p>",
    more: Mapping[str, bytes] | None = None,
    *,
    relations: str = "",
) -> bytes:
    """A Word file with the names, times and marks that Word leaves in one.

    Args:
        body: the XML of its text.
        more: more parts, by their names.
        relations: more relations of its text to other parts.
    """
    who = f'w:author="{SECRET}" w:date="2026-10-01T08:00:00Z"'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="jpeg" ContentType="image/jpeg"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.document.main+xml"/>'
            '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.comments+xml"/>'
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/comments" Target="comments.xml"/>'
            f'<Relationship Id="rId2" Type="{_OFFICE}/hyperlink" TargetMode="External" '
            f'Target="file:///C:/Users/{SECRET}/x.docx"/>{relations}</Relationships>'
        ),
        "docProps/core.xml": f"{_HEAD}<core><creator>{SECRET}</creator></core>",
        "docProps/custom.xml": f"{_HEAD}<custom>{SECRET}</custom>",
        "customXml/item1.xml": f"{_HEAD}<item>{SECRET}</item>",
        "word/comments.xml": (
            f"{_HEAD}<w:comments {_W}><w:comment {who}><w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p>"
            "</w:comment></w:comments>"
        ),
        "word/settings.xml": (
            f'{_HEAD}<w:settings {_W}><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids>'
            "<w:trackRevisions/><w:zoom/></w:settings>"
        ),
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{body}</w:body></w:document>",
        **(more or {}),
    }
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return data.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
