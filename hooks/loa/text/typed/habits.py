"""The table of habits: what people type, what it becomes, and what the writer is told, if anything.

The code that knows a habit takes its words from here by its name, and a test holds each row to
its own example.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Habit:
    """One way of typing.

    Attributes:
        typed: the shortest example of it.
        becomes: the Markdown that goes out for the example.
        told: what the writer reads beside the line; empty where the meaning is plain.
        is_error: whether nothing may be published before a person has looked.
    """

    typed: str
    becomes: str
    told: str = ""
    is_error: bool = False


HABITS: Mapping[str, Habit] = {
    # What is not for readers.
    "comment": Habit("Một. <!-- hỏi lại -->", "Một. "),
    "open comment": Habit(
        "Một.\n\n<!-- hỏi lại",
        "Một.\n",
        "ghi chú mở bằng «<!--» mà không đóng; thêm «-->» vào cuối ghi chú",
        is_error=True,
    ),
    "side note": Habit("Một.\n\n[//]: # (hỏi lại)", "Một.\n"),
    # Lists.
    "list under a sentence": Habit("Gồm:\n- đơn\n- sổ", "Gồm:\n\n- đơn\n- sổ"),
    "nested by two": Habit("- giấy\n  - đơn\n- ảnh", "- giấy\n    - đơn\n- ảnh"),
    "odd bullet": Habit("• đơn\n• sổ", "- đơn\n- sổ"),
    "glued bullet": Habit("-Đơn\n-Sổ", "- Đơn\n- Sổ"),
    "plus under dash": Habit("- giấy:\n+ đơn\n+ sổ", "- giấy:\n    + đơn\n    + sổ"),
    "number with a bracket": Habit("1) đơn\n2) sổ", "1. đơn\n2. sổ"),
    "letters": Habit("a) đơn\nb) sổ", "- a) đơn\n- b) sổ"),
    "lone number": Habit("5. Điều khoản", "5\\. Điều khoản"),
    "sentence under a list": Habit(
        "- đơn;\n- sổ.\nNộp tại xã.",
        "- đơn;\n- sổ.\n\nNộp tại xã.",
        "câu này viết ngay dưới danh sách, được tách thành đoạn riêng; "
        "nếu là phần của mục trên thì thụt vào bốn dấu cách",
    ),
    # Paragraphs.
    "indent": Habit(
        "\tSáng nay xã họp.",
        "Sáng nay xã họp.",
        "đoạn văn thụt đầu dòng, được coi là đoạn thường; trang tự chừa khoảng cách, "
        "không cần thụt",
    ),
    "one Enter": Habit("Xã đã họp xong.\nBà con đã về.", "Xã đã họp xong.\n\nBà con đã về."),
    "greater than": Habit(">60 tuổi", "\\>60 tuổi"),
    # Headings.
    "hashtag": Habit("#chungtay #dakdoa", "\\#chungtay #dakdoa"),
    "glued heading": Habit(
        "#Điều kiện vay",
        "## Điều kiện vay",
        "dòng này được coi là tiêu đề «{now}»; nếu đúng, hãy viết có dấu cách sau dấu #",
    ),
    "first heading": Habit(
        "# Ai được vay",
        "## Ai được vay",
        "tiêu đề một dấu # là tên bài, đã có ở trên trang; ở đây được hạ thành «{now}»",
    ),
    "rule under text": Habit(
        "Cảm ơn bà con đã đọc.\n---",
        "Cảm ơn bà con đã đọc.\n\n---",
        "dòng gạch ngay dưới câu văn được coi là đường kẻ; nên chừa một dòng trống ở trên",
    ),
    "underlined heading": Habit(
        "Ai được vay\n---",
        "Ai được vay\n---",
        "dòng gạch ngay dưới làm dòng này thành tiêu đề; nên viết «{now}»",
    ),
    # Tables.
    "table under a sentence": Habit(
        "Mức:\n| A | B |\n| --- | --- |", "Mức:\n\n| A | B |\n| --- | --- |"
    ),
    "table without a line": Habit(
        "| A | B |\n| 1 | 2 |",
        "| A | B |\n| --- | --- |\n| 1 | 2 |",
        "bảng thiếu dòng «| --- | --- |» dưới dòng đầu; dòng đầu được coi là đầu bảng",
    ),
    "wider row": Habit(
        "| A |\n| --- |\n| 1 | 2 |",
        "| A |  |\n| --- | --- |\n| 1 | 2 |",
        "bảng có dòng nhiều ô hơn đầu bảng; cột không tên được thêm vào",
    ),
    "tabbed table": Habit(
        "A\tB\n1\t2",
        "| A | B |\n| --- | --- |\n| 1 | 2 |",
        "các cột cách nhau bằng phím Tab được kẻ thành bảng; hãy xem lại",
    ),
    # Code.
    "open fence": Habit(
        "```\nMột.",
        "Một.",
        "khung mở bằng «{now}» ở dòng này mà không đóng; phần dưới được coi là chữ thường",
    ),
    # Emphasis.
    "multiplication": Habit("2*3*4 m", "2\\*3\\*4 m"),
    "blank inside bold": Habit("**Lưu ý: **đọc kỹ", "**Lưu ý:** đọc kỹ"),
    "open bold": Habit(
        "Nộp **trước ngày 5.",
        "Nộp **trước ngày 5.",
        "dấu «{now}» đậm hay nghiêng mở mà không đóng, dấu hiện nguyên trên trang; "
        "hãy đóng hoặc bỏ đi",
    ),
    # Links and addresses.
    "bare address": Habit("Xem https://vi-du.vn.", "Xem <https://vi-du.vn>."),
    "blank in a link": Habit(
        "[đây] (https://vi-du.vn)",
        "[đây](https://vi-du.vn)",
        "liên kết có dấu cách giữa «]» và «(»; được hiểu là «{now}»",
    ),
    "link to nowhere": Habit(
        "Xem [đây]().",
        "Xem đây.",
        "liên kết «{now}» không có địa chỉ; hãy điền địa chỉ hoặc bỏ dấu ngoặc",
    ),
    "link to a word": Habit(
        "Xem [đây](phan).",
        "Xem [đây]\\(phan).",
        "«{now}» không dẫn tới đâu, được hiện nguyên như đã gõ; trong ngoặc tròn cần một địa chỉ "
        "hay tên tệp",
    ),
    "link without words": Habit(
        "[](https://vi-du.vn)",
        "<https://vi-du.vn>",
        "liên kết tới {now} không có chữ; hãy viết chữ cho bà con bấm vào",
    ),
    "open link": Habit(
        "Xem [đây](https://vi-du.vn nhé",
        "Xem [đây](https://vi-du.vn) nhé",
        "liên kết thiếu dấu «)»; được hiểu là «{now}»",
    ),
    "open bracket": Habit(
        "![bò](bo chuồng",
        "![bò]\\(bo chuồng",
        "ảnh hoặc liên kết mở ngoặc mà không đóng, chữ hiện nguyên dấu; hãy viết đủ [chữ](địa chỉ)",
    ),
    "reference picture": Habit("![bò][a]\n\n[a]: bo.jpg", "![bò](bo.jpg)\n"),
    "blank in a name": Habit("![bò](bo (1).jpg)", "![bò](bo%20%281%29.jpg)"),
    "lost footnote": Habit(
        "Theo luật[^b].",
        "Theo luật[^b].",
        "chú thích «{now}» không có lời; hãy thêm dòng «{now}: …» ở cuối bài",
    ),
    "unused footnote": Habit(
        "Một.\n\n[^a]: Luật.",
        "Một.\n\n[^a]: Luật.",
        "chú thích «{now}» không được nhắc tới chỗ nào trong bài",
    ),
    # Angle brackets and braces.
    "words in angles": Habit("Tên là <họ và tên>.", "Tên là &lt;họ và tên>."),
    "Word's tags": Habit(
        "Nội dung<o:p></o:p>",
        "Nội dung",
        "thẻ của Word «{now}» được bỏ đi; khi dán từ Word hãy chọn dán dạng chữ thường "
        "(Ctrl+Shift+V)",
    ),
    "open tag": Habit(
        "<div>\nMột.",
        "Một.",
        "thẻ «{now}» mở mà không đóng, được bỏ đi; hãy đóng thẻ hoặc xóa",
    ),
    "words in braces": Habit("Tôi là **An**{tên}", "Tôi là **An**\\{tên}"),
    # Too much of it.
    "too many signs": Habit(
        "[" * 210,
        f"<p>{'[' * 210}</p>",
        "đoạn này rất dài, rất nhiều dấu «{now}»; các dấu ấy hiện nguyên như đã gõ",
    ),
    "too deep": Habit(
        "> " * 14 + "sâu",
        "> " * 13 + "\\> sâu",
        "đoạn này lồng quá sâu; từ đây các dấu đầu dòng hiện nguyên như đã gõ",
    ),
}
