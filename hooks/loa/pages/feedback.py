"""Two ways: how a resident asks about one post, so that the answer finds the right one."""

import re
from urllib.parse import quote

from loa.ask import paths
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.model.places import Contacts
from loa.model.posts import Post

_LINK = re.compile(r"https?://", re.IGNORECASE)
_ZALO_NUMBER = re.compile(r"[0-9 .]{9,14}")


def feedback(post: Post, showing: Showing) -> Meta:
    """Return the ways to ask about a post; a way that the town does not have is not offered."""
    contacts = showing.content.township.active.contacts or Contacts()
    report = report_page(showing)
    return {
        "code": post.id,
        "ways": [*_near(showing), *_from_afar(post, contacts), _on_paper(post)],
        "report_url": showing.edition.url(report) if report else "",
    }


def report_page(showing: Showing) -> str:
    """Return the page on how to report abuse, or an empty string where the town has none."""
    found = [page.path for page in showing.content.pages if page.abuse_report]
    return found[0].removeprefix("docs/") if found else ""


def _near(showing: Showing) -> list[Meta]:
    contacts = showing.content.township.active.contacts
    where = (contacts.address if contacts else None) or "Bộ phận một cửa"
    hours = (contacts.hours if contacts else None) or "trong giờ làm việc"
    url = showing.edition.url("lien-he.md")
    return [
        {
            "icon": "home-account",
            "title": "Gặp trưởng thôn",
            "text": "Trưởng thôn ghi lại và gửi giúp.",
            "url": url,
        },
        {
            "icon": "map-marker-outline",
            "title": "Đến UBND",
            "text": f"{where}, {hours}.",
            "url": url,
        },
    ]


def _from_afar(post: Post, contacts: Contacts) -> list[Meta]:
    ways = []
    if contacts.phone:
        ways.append(
            {
                "icon": "phone",
                "title": f"Gọi {contacts.phone}",
                "text": "Đọc mã bài, rồi nói điều muốn hỏi.",
                "url": telephone(contacts.phone),
            }
        )
    if contacts.zalo:
        ways.append(_zalo(contacts.zalo))
    if contacts.email:
        subject = quote(f"Hỏi về bài {post.id}")
        ways.append(
            {
                "icon": "email-outline",
                "title": "Gửi thư điện tử",
                "text": f"{contacts.email}. Mã bài đã ghi sẵn ở tiêu đề thư.",
                "url": f"mailto:{contacts.email}?subject={subject}",
            }
        )
    if contacts.form_url:
        ways.append(
            {
                "icon": "form-select",
                "title": "Điền mẫu góp ý",
                "text": "Ghi mã bài vào đầu câu hỏi.",
                "url": contacts.form_url,
            }
        )
    return ways


def telephone(number: str) -> str:
    """Return the address that calls a number."""
    return "tel:" + re.sub(r"[^0-9+]", "", number)


def _zalo(said: str) -> Meta:
    """Return the way through Zalo: its address, its number, or only its name to look for."""
    if _LINK.match(said):
        url, text = said, "Nhắn tin, ghi mã bài ở đầu."
    elif _ZALO_NUMBER.fullmatch(said):
        url, text = f"https://zalo.me/{re.sub(r'[^0-9]', '', said)}", "Nhắn tin, ghi mã bài ở đầu."
    else:
        url, text = "", f"Tìm “{said}” trong Zalo, ghi mã bài ở đầu tin."
    return {"icon": "chat-outline", "title": "Nhắn Zalo của cơ quan", "text": text, "url": url}


def _on_paper(post: Post) -> Meta:
    return {
        "icon": "file-document-outline",
        "title": "Phiếu hỏi để in",
        "text": "Mã bài đã ghi sẵn. Viết tay, gửi trưởng thôn.",
        "url": paths.slip(post),
    }
