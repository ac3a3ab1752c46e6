"""The sections of posts: what each is called, and its colour and icon."""

from loa.ask.meta import Meta

SECTIONS: dict[str, Meta] = {
    "chinh-sach": {"title": "Chính sách", "colour": "pine", "icon": "file-document-outline"},
    "guong-dien-hinh": {"title": "Gương điển hình", "colour": "earth", "icon": "account-group"},
    "tin-tuc": {"title": "Tin tức", "colour": "indigo", "icon": "bullhorn-outline"},
    "hoi-dap": {"title": "Hỏi đáp", "colour": "coffee", "icon": "chat-question-outline"},
}
