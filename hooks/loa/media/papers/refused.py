"""Why a paper cannot go out, in words for whoever wants to publish it."""


class PaperRefused(Exception):
    """A paper cannot be published; the text says why, in Vietnamese."""


BROKEN = "tệp hỏng hoặc chép dở; hãy chép lại, hoặc mở tệp rồi lưu lại"
