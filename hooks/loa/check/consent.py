"""Nobody is named, pictured or heard without having agreed (Law 91/2025/QH15)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from loa.check.prose import body
from loa.check.values import parts, problem
from loa.model import words
from loa.model.consent import Consent
from loa.model.content import Content
from loa.model.media import Audio, Image, Video
from loa.model.posts import Change, Post, Story
from loa.problems import Level, Problem
from loa.text.vietnamese import day_text

PEOPLES = (
    r"[GJ]['’]?[ -]?[Rr]ai|Gia[ -]?[Rr]ai|Ja[ -]?[Rr]ai|Bah?[ -]?[Nn]ar?|Xơ[ -]?[Đđ]ăng"
    r"|Ê[ -]?[Đđ]ê|(?:[Nn]gười|[Dd]ân tộc|[Đđ]ồng bào|[Bb]à con) "
    r"(?:Kinh|Tày|Nùng|Thái|Mường|Dao|Mông|H['’]?[Mm]ông|Hoa|Giẻ[ -]Triêng|Rơ[ -]Măm|Brâu)"
)
_ILLNESS = (
    r"[Kk]huyết tật|[Bb]ệnh tật|[Bb]ệnh (?:nặng|hiểm nghèo|tim|thận|gan|phổi|phong|lao)"
    r"|(?:mắc|lâm|đổ) bệnh|[Ốố]m đau|[Đđ]au ốm|[Tt]ai nạn|[Tt]ai biến|[Uu]ng thư|[Tt]âm thần"
    r"|(?:nằm|nhập) viện|[Pp]hẫu thuật|[Cc]hạy thận|HIV|[Ss]uy dinh dưỡng"
)
# What a story of a known person tells, and the part of the consent that must cover it.
TOLD: Mapping[str, re.Pattern[str]] = {
    "thu-nhap": re.compile(r"(?<!\w)(?:[Tt]hu nhập|[Tt]iền lương)(?!\w)"),
    "vay-no": re.compile(r"(?<!\w)(?:[Vv]ay|[Nn]ợ)(?!\w)"),
    "suc-khoe": re.compile(rf"(?<!\w)(?:{_ILLNESS})(?!\w)"),
    "dan-toc": re.compile(rf"(?<!\w)(?:{PEOPLES})(?!\w)"),
}


def known_people_have_agreed(content: Content, today: date) -> Iterator[Problem]:
    """A post that names, pictures or lets hear a resident holds their consent to just that."""
    for post in _real_posts(content):
        for scope, key, what in _people(post):
            if post.consent is None:
                message = (
                    f"bài {what} mà chưa có sự đồng ý; hãy điền «consent» "
                    "(given_on, form, record, scope, channels) hoặc bỏ phần này"
                )
                yield problem(post, key, message)
            elif scope not in post.consent.scope:
                yield _not_covered(post, post.consent, what, scope)


def consent_covers_what_is_told(content: Content, today: date) -> Iterator[Problem]:
    """Income, debts, health and ethnic origin of a known person stay inside their consent."""
    for post in _real_posts(content):
        if isinstance(post, Story) and post.consent and any(_people(post)):
            for scope, pattern in TOLD.items():
                found = pattern.search(_story_text(post, content))
                if found and scope not in post.consent.scope:
                    yield _not_covered(post, post.consent, f"có nói «{found[0]}»", scope)


def _not_covered(post: Post, consent: Consent, what: str, scope: str) -> Problem:
    label = words.CONSENT_SCOPES[scope]
    message = (
        f"bài {what}, nhưng sự đồng ý chưa gồm {label}; hãy hỏi lại người trong bài rồi thêm "
        f"«{scope}» vào scope, hoặc bỏ phần này"
    )
    return problem(post, "consent.scope", message)


def _people(post: Post) -> Iterator[tuple[str, str, str]]:
    """Yield (scope needed, key, what the post does) for each way a resident can be known."""
    if isinstance(post, Story) and post.household and post.household.name:
        yield "ten", "household.name", "nêu tên một người dân"
    if not post.public_event:
        for key, picture in parts(post, Image):
            if picture.people:
                yield "hinh-anh", f"{key}.people", "có ảnh nhận ra người"
    # A voice is somebody's own in a story, and wherever the people of a post were asked.
    if isinstance(post, Story) or post.consent:
        for key, _ in parts(post, Audio):
            yield "giong-noi", key, "có ghi âm giọng nói"
        for key, _ in () if post.public_event else parts(post, Video):
            yield "giong-noi", key, "có phim nghe được giọng nói"
            yield "hinh-anh", key, "có phim nhận ra người"


def _story_text(story: Story, content: Content) -> str:
    rows = [f"{row.label} {row.before} {row.after}" for _, row in parts(story, Change)]
    return "\n".join((story.title, story.summary, *rows, body(story, content).text))


def minors_agree_with_their_guardians(content: Content, today: date) -> Iterator[Problem]:
    """A child appears only when a guardian agrees and, from seven years on, the child too."""
    for post in content.posts:
        if post.consent is None or not post.consent.minors:
            continue
        if not post.consent.guardian:
            message = "bài có trẻ em; hãy xin cha mẹ hoặc người giám hộ rồi ghi guardian: true"
            yield problem(post, "consent.minors", message)
        older = [words.MINORS[age] for age in post.consent.minors if age != "duoi-7"]
        if older and not post.consent.child_assent:
            message = f"trẻ {older[0]} cũng phải đồng ý; hãy hỏi em rồi ghi child_assent: true"
            yield problem(post, "consent.minors", message)


def consent_still_holds(content: Content, today: date) -> Iterator[Problem]:
    """Consent that has run out or was taken back holds the post back, alone."""
    for post in content.posts:
        consent = post.consent
        if consent is None:
            continue
        if consent.is_withdrawn(today):
            message = "sự đồng ý đã rút; bài không còn ở trang, địa chỉ cũ chỉ ghi lời báo chung"
            yield problem(post, "consent.withdrawn_on", message, Level.REMINDER)
        elif consent.until is not None and consent.until < today:
            message = (
                f"sự đồng ý đã hết hạn ngày {day_text(consent.until)}, bài được gỡ khỏi trang; "
                "muốn đăng tiếp thì xin đồng ý lại rồi sửa «until»"
            )
            yield problem(post, "consent.until", message, Level.REMINDER)


def consent_names_the_site(content: Content, today: date) -> Iterator[Problem]:
    """A post goes only to the channels that its people agreed to; the site is one of them."""
    for post in _real_posts(content):
        if post.consent and post.status == "published" and "web" not in post.consent.channels:
            message = (
                "người trong bài chưa đồng ý đăng ở trang web; hãy để bài là bản nháp (status: "
                "draft), hoặc hỏi lại rồi thêm «web» vào channels"
            )
            yield problem(post, "consent.channels", message)


def _real_posts(content: Content) -> list[Post]:
    """Return posts about real people: who is invented needs no paper."""
    return [post for post in content.posts if not post.sample]
