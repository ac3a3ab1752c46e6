"""The boards of work and goods, and what hangs on each today."""

from collections.abc import Sequence
from dataclasses import dataclass

from loa.ask import views
from loa.ask.showing import Showing
from loa.model.boards import Notice


@dataclass(frozen=True)
class Board:
    """One board: its folder, its words, and the topic whose policies help meanwhile."""

    id: str
    title: str
    summary: str
    invitation: str
    empty: str
    topic: str
    warning: str


BOARDS = (
    Board(
        "viec-lam",
        "Việc làm",
        "Nơi nào cần người làm, công bao nhiêu, hỏi ai. Tin hết hạn tự rời trang.",
        "Nơi nào cần người làm, công bao nhiêu, hỏi ai.",
        "Hiện chưa có tin việc làm nào.",
        "viec-lam",
        "Không nộp tiền, không đưa giấy tờ gốc để được nhận việc. Ai đòi thì báo UBND.",
    ),
    Board(
        "nong-san",
        "Nông sản, hàng hóa",
        "Bà con bán gì, ai cần mua gì, hỏi ở đâu. Tin hết hạn tự rời trang.",
        "Bà con bán gì, ai cần mua gì, hỏi ở đâu.",
        "Hiện chưa có tin mua bán nào.",
        "san-xuat",
        "Giá nông sản lên xuống từng ngày: hỏi lại trước khi bán. Nhận đủ tiền rồi mới giao hàng.",
    ),
)


def notices(found: Board, showing: Showing) -> Sequence[Notice]:
    """Return what hangs on a board today."""
    content = showing.content
    if found.id == "viec-lam":
        return views.on_the_board(content.jobs.values(), content, showing.today)
    return views.on_the_board(content.goods.values(), content, showing.today)
