"""How our Word papers look, as named styles: nothing in a document is formatted by hand.

The page is the one of Decree 30/2020/NĐ-CP; the loudspeaker script has larger letters. Only XML as
text is made here, so that this can be read (and imported) where Word files cannot be written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import quoteattr

from loa.text.vietnamese import slug

FONT = "Times New Roman"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT_WIDTH = 165  # millimetres between the margins: 210 less 30 on the left and 15 on the right
LIST_INDENT, LIST_STEP = 12.7, 7.5
LIST_DEPTHS = 9  # what Word's numbering knows
BULLET_LIST, NUMBER_LIST = 0, 1  # of both, the first one is made with the styles
_BULLETS = "-+•"

TWIPS = 1440 / 25.4  # Word measures in twentieths of a point


def twips(millimetres: float) -> int:
    """Return a length as Word counts it."""
    return round(millimetres * TWIPS)


@dataclass(frozen=True)
class Rule:
    """A line beside a paragraph."""

    side: str
    eighths: int = 4  # of a point
    space: int = 1  # points between the line and the text


@dataclass(frozen=True)
class Look:
    """A paragraph style. Lengths are millimetres, sizes and spaces points."""

    name: str
    size: float = 0
    bold: bool = False
    italic: bool = False
    align: str = ""
    first: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    line: float = 0  # times the height of a line
    exactly: float = 0  # points, instead of ``line``
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool | None = None
    outline: int | None = None
    rule: Rule | None = None
    tabs: tuple[tuple[str, float, str], ...] = ()  # kind, place, what leads to it
    based: str = "Normal"


@cache
def style_id(name: str) -> str:
    """Return what a document calls a style: "heading 2" is Heading2."""
    return "".join(word.capitalize() for word in slug(name).split("-"))


# NĐ 30 leaves the body 13 or 14 points, at least 6 points between paragraphs, lines single to 1,5.
_BODY = 14
_IN_TABLE = 13

_ARTICLE = (
    Look("Normal", size=_BODY, based=""),
    Look("Body Text", align="both", first=12.7, after=6, line=1.1),
    Look("Title", bold=True, align="center", before=3, after=3, keep_next=True, outline=0),
    Look("Sapô", bold=True, align="both", first=12.7, before=6, after=6, line=1.1),
    Look("Thông tin bài", size=13, italic=True, align="center", after=12),
    Look("heading 2", bold=True, first=12.7, before=6, after=6, keep_next=True, outline=1),
    Look(
        "heading 3", bold=True, italic=True, first=12.7, before=6, after=6,
        keep_next=True, outline=2,
    ),
    Look("List Paragraph", after=6, line=1.1),
    *(
        Look(
            f"List Continue {depth}", after=6, line=1.1,
            left=LIST_INDENT + LIST_STEP * depth,
        )
        for depth in range(1, LIST_DEPTHS + 1)
    ),
    Look(
        "Quote", align="both", left=12.7, after=6, line=1.1, rule=Rule("left", 8, space=8),
    ),
    Look("Ảnh", align="center", before=6, after=3, keep_next=True),
    Look("caption", size=13, italic=True, align="center", after=8),
    Look("Tiêu đề cột", size=_IN_TABLE, bold=True, align="center", before=2, after=2),
    Look("Ô bảng", size=_IN_TABLE, before=2, after=2),
    Look("Ô số", size=_IN_TABLE, align="right", before=2, after=2),
    Look("Sau bảng", exactly=8),
    Look("Cuối bài", align="both", after=6, line=1.1),
    Look("header", align="center"),
)  # fmt: skip
# The two columns of the head; the line under the motto is as long as the motto itself.
HEAD_COLUMNS = (66, 99)
_MOTTO = 57.2
_LETTERHEAD = (
    Look("Cơ quan ban hành", size=13, bold=True, align="center"),
    Look("Gạch dưới cơ quan", before=2, exactly=6, left=23, right=23, rule=Rule("top")),
    Look("Quốc hiệu", size=13, bold=True, align="center"),
    Look("Tiêu ngữ", size=14, bold=True, align="center"),
    Look(
        "Gạch dưới tiêu ngữ", before=2, exactly=6, rule=Rule("top"),
        left=(HEAD_COLUMNS[1] - _MOTTO) / 2, right=(HEAD_COLUMNS[1] - _MOTTO) / 2,
    ),
    Look("Số ký hiệu", size=13, align="center", before=4),
    Look("Địa danh và ngày", size=14, italic=True, align="center", before=4),
    Look("Tên loại", bold=True, align="center", before=18, keep_next=True),
    Look(
        "Gạch dưới trích yếu", before=2, exactly=8, rule=Rule("top"), keep_next=True,
        left=(TEXT_WIDTH - 50) / 2, right=(TEXT_WIDTH - 50) / 2,
    ),
    Look("Tên khung duyệt", bold=True, align="center", before=6, after=6, keep_next=True),
    Look(
        "Ô đánh dấu", after=6, keep_next=True,
        tabs=(("left", 8, "none"), ("left", 62, "none"), ("left", 112, "none")),
    ),
    Look("Dòng ý kiến", before=4, after=4, keep_next=True, tabs=(("right", 159, "dot"),)),
    Look("Sau khung duyệt", exactly=12, keep_next=True),
    Look("Chức vụ ký", bold=True, align="center", keep_next=True),
    Look("Cách ký", size=13, italic=True, align="center", keep_next=True),
    Look("Họ tên ký", bold=True, align="center", before=60),
)  # fmt: skip
OFFICIAL = (*_ARTICLE, *_LETTERHEAD)

# Read by lamplight and at arm's length; a line that is spoken never turns the page half-way.
_LARGE = 20
SCRIPT = (
    Look("Normal", size=_LARGE, based=""),
    Look("Title", size=26, bold=True, after=12, keep_next=True, keep_lines=True),
    Look(
        "heading 1", size=24, bold=True, after=12, keep_next=True, keep_lines=True,
        new_page=True, outline=0, rule=Rule("bottom", 12, space=4),
    ),
    Look("Phần đầu", based="heading 1", new_page=False, before=12, after=12),
    Look("Lời đọc", after=12, line=1.5, keep_lines=True),
    Look(
        "Ghi chú cho người đọc", size=18, italic=True, left=8, after=12, line=1.15,
        keep_lines=True, rule=Rule("left", 24, space=8),
    ),
    Look("footer", size=18, align="center"),
)  # fmt: skip

_CHARACTERS = {
    "Strong": "<w:b/><w:bCs/>",
    "Emphasis": "<w:i/><w:iCs/>",
    "Đậm nghiêng": "<w:b/><w:bCs/><w:i/><w:iCs/>",
    "Hyperlink": '<w:u w:val="single"/>',
    "Liên kết đậm": '<w:b/><w:bCs/><w:u w:val="single"/>',
    "Liên kết nghiêng": '<w:i/><w:iCs/><w:u w:val="single"/>',
    "Liên kết đậm nghiêng": '<w:b/><w:bCs/><w:i/><w:iCs/><w:u w:val="single"/>',
}
_SIDES = ("top", "left", "bottom", "right")
_TABLES = {
    "Table Grid": ((*_SIDES, "insideH", "insideV"), 1.9),
    "Khung duyệt": (_SIDES, 3),
    "Hai cột": ((), 0),
}


def character_style(strong: bool, emphasis: bool, linked: bool) -> str | None:
    """Return the style of a stretch of text; None where it is plain."""
    names = (None, *_CHARACTERS)
    return names[(4 if linked else 0) + (2 if emphasis else 0) + (1 if strong else 0)]


def styles_xml(looks: Sequence[Look]) -> str:
    """Return the styles of a document: its defaults, then the looks and what stands inside them."""
    fonts = " ".join(f'w:{use}="{FONT}"' for use in ("ascii", "hAnsi", "eastAsia", "cs"))
    language = '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>{language}</w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    return (
        f"<w:styles {NAMESPACE}>{defaults}"
        + "".join(_paragraph_style(look) for look in looks)
        + "".join(_style("character", name, f"<w:rPr>{is_}</w:rPr>")
                  for name, is_ in _CHARACTERS.items())
        + "".join(_table_style(name, *of) for name, of in _TABLES.items())
        + "</w:styles>"
    )  # fmt: skip


def _style(kind: str, name: str, inside: str, based: str = "") -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    base = f'<w:basedOn w:val="{style_id(based)}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id(name)}"{default}>'
        f"<w:name w:val={quoteattr(name)}/>{base}<w:qFormat/>{inside}</w:style>"
    )


def _paragraph_style(look: Look) -> str:
    spacing = f'<w:spacing w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}"'
    if look.exactly:
        spacing += f' w:line="{round(look.exactly * 20)}" w:lineRule="exact"'
    elif look.line:
        spacing += f' w:line="{round(look.line * 240)}" w:lineRule="auto"'
    indents = {"left": look.left, "right": look.right, "firstLine": look.first}
    given = "".join(f' w:{side}="{twips(size)}"' for side, size in indents.items() if size)
    places = "".join(
        f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{twips(place)}"/>'
        for kind, place, leader in look.tabs
    )
    # The order is the schema's; Word refuses another.
    paragraph = [
        "<w:keepNext/>" if look.keep_next else "",
        "<w:keepLines/>" if look.keep_lines else "",
        "" if look.new_page is None else f'<w:pageBreakBefore w:val="{int(look.new_page)}"/>',
        _rule(look.rule) if look.rule else "",
        f"<w:tabs>{places}</w:tabs>" if places else "",
        f"{spacing}/>",
        f"<w:ind{given}/>" if given else "",
        f'<w:jc w:val="{look.align}"/>' if look.align else "",
        "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>',
    ]
    run = [
        "<w:b/><w:bCs/>" if look.bold else "",
        "<w:i/><w:iCs/>" if look.italic else "",
        f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>'
        if look.size
        else "",
    ]
    inside = f"<w:pPr>{''.join(paragraph)}</w:pPr><w:rPr>{''.join(run)}</w:rPr>"
    return _style("paragraph", look.name, inside, look.based)


def _rule(rule: Rule) -> str:
    return (
        f'<w:pBdr><w:{rule.side} w:val="single" w:sz="{rule.eighths}" w:space="{rule.space}" '
        f'w:color="000000"/></w:pBdr>'
    )


def _table_style(name: str, sides: Sequence[str], margin: float) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides
    )
    margins = "".join(
        f'<w:{side} w:w="{twips(size)}" w:type="dxa"/>'
        for side, size in (("top", 0), ("left", margin), ("bottom", 0), ("right", margin))
    )
    borders = f"<w:tblBorders>{lines}</w:tblBorders>" if lines else ""
    inside = f"<w:tblPr>{borders}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    return _style("table", name, inside)


def numbering_xml() -> str:
    """Return the two kinds of lists, and the one list of bullets that all share."""
    bullets = [("bullet", _BULLETS[depth % len(_BULLETS)]) for depth in range(LIST_DEPTHS)]
    numbers = [("decimal", f"%{depth + 1}.") for depth in range(LIST_DEPTHS)]
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(_level(depth, form, text) for depth, (form, text) in enumerate(levels))
        + "</w:abstractNum>"
        for kind, levels in ((BULLET_LIST, bullets), (NUMBER_LIST, numbers))
    )
    first = f'<w:num w:numId="1"><w:abstractNumId w:val="{BULLET_LIST}"/></w:num>'
    return f"<w:numbering {NAMESPACE}>{kinds}{first}</w:numbering>"


def _level(depth: int, form: str, text: str) -> str:
    left = twips(LIST_INDENT + LIST_STEP * (depth + 1))
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{twips(LIST_STEP)}"/></w:pPr></w:lvl>'
    )
