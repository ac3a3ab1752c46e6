"""What search knows beside the texts."""

from dataclasses import dataclass

from loa.fields import Flag, Many, Text, declare
from loa.model.records import Record


@dataclass(frozen=True, kw_only=True)
class Synonym(Record):
    """Words for the same thing: whoever types one also finds the others."""

    words: tuple[str, ...] = declare(
        Many(Text(maximum=60), minimum=2),
        "Các cách nói",
        "Ghi cách viết đầy đủ, có dấu; hai cách trở lên",
        example="[BHYT, bảo hiểm y tế]",
        required=True,
    )
    one_way: bool = declare(
        Flag(),
        "Chỉ một chiều",
        "true khi gõ từ đầu thì tìm cả các từ sau, còn gõ các từ sau thì không tìm từ đầu",
    )

    @property
    def id(self) -> str:
        """The first of the words names the entry."""
        return self.words[0] if self.words else ""
