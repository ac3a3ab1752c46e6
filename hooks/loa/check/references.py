"""Names that lead somewhere: every code exists, and no two things share one."""

from collections.abc import Iterator, Mapping
from datetime import date

from loa.ask import paths
from loa.check.alone import Reachable
from loa.check.site import Site
from loa.check.values import problem, records, shown, values
from loa.fields import Ref, nearest
from loa.media.attachments import attached
from loa.model.content import Content
from loa.model.posts import POST_KINDS, Post
from loa.plan.files import THEME
from loa.plan.trace import note
from loa.problems import Level, Problem
from loa.styles.icons import DRAWINGS, icon_names
from loa.text.vietnamese import slug

# Names under a section that pages of the site itself use.
RESERVED_SLUGS = frozenset({"index", "tim", "trang"})
# Files at fixed addresses, beside the pages that are made from posts.
_FIXED = (
    *("404.html", "sitemap.xml", "robots.txt"),
    *(
        paths.feed(section, file)
        for section in ("", *POST_KINDS)
        for file in (paths.RSS, paths.ATOM, paths.JSON_FEED)
    ),
)


def references_exist(content: Content, today: date) -> Iterator[Problem]:
    """Every code that a field names exists in the list it names."""
    for record in records(content):
        for key, kind, value in values(record, Ref):
            known = _list(content, kind.to)
            if value not in known:
                where = f"không có trong data/{kind.to}.yml; {nearest(value, known)}"
                yield problem(record, key, f"«{shown(key)}: {value}» {where}")


def _list(content: Content, name: str) -> Mapping[str, object]:
    if name == "township":
        return {unit.id: unit for unit in content.township.units}
    known: Mapping[str, object] = getattr(content, name)
    return known


def active_unit_exists(content: Content, today: date) -> Iterator[Problem]:
    """The active unit is one of the units of the town."""
    township = content.township
    units = [unit.id for unit in township.units]
    if township.active_unit not in units:
        advice = nearest(township.active_unit, units)
        message = f"«active_unit: {township.active_unit}» không có trong «units»; {advice}"
        yield problem(township, "active_unit", message)
    for position, id in enumerate(units):
        if id in units[:position]:
            message = f"«units (mục {position + 1}).id: {id}» đã dùng cho đơn vị khác; hãy đổi mã"
            yield problem(township, f"units.{position}.id", message)


def topics_have_an_icon(content: Content, today: date) -> Iterator[Problem]:
    """The icon of a topic is one that the site can draw; the topic shows without it else."""
    note(THEME + DRAWINGS)
    for topic in content.topics.values():
        if topic.icon not in icon_names():
            advice = nearest(
                topic.icon, sorted(icon_names()), "hãy chọn trong scripts/make_icons.py"
            )
            message = f"«icon: {topic.icon}» chưa có hình; {advice}"
            yield problem(topic, "icon", message, level=Level.REMINDER)


def post_ids_are_unique(content: Content, today: date) -> Iterator[Problem]:
    """No two posts carry the same id: residents quote it when they ask."""
    first: dict[str, Post] = {}
    for post in sorted(_published_first(content), key=_like_a_copy):
        if (other := first.setdefault(post.id, post)) is not post:
            advice = "hãy lấy mã mới bằng lệnh new_post.py"
            message = f"«id: {post.id}» đã dùng ở {other.path}; {advice}"
            yield problem(post, "id", message)


def addresses_belong_to_one_page(content: Content, today: date) -> Iterator[Problem]:
    """A post's address is its own: no other post, page or list of the site has it."""
    taken = {page.path.removeprefix("docs/"): page.path for page in content.pages}
    for post in _published_first(content):
        address = paths.post(post)
        if post.slug in RESERVED_SLUGS:
            message = f"tên tệp «{post.slug}.md» trùng trang có sẵn; hãy đổi tên tệp"
            yield problem(post, "", message, line=1)
        elif address in taken:
            message = f"bài trùng địa chỉ với {taken[address]}; hãy đổi tên một trong hai tệp"
            yield problem(post, "", message, line=1)
        taken.setdefault(address, post.path)


def old_addresses_are_free(content: Content, today: date) -> Iterator[Problem]:
    """An old address in ``replaces`` leads to one post, inside the site, and is not in use."""
    made = getattr(content, "reachable", Reachable()).all()
    used = {_bare(path): "một trang có sẵn" for path in (*made, *_FIXED)}
    used |= {_bare(page.path.removeprefix("docs/")): page.path for page in content.pages}
    used |= {_bare(paths.post(post)): post.path for post in content.posts}
    for post in _published_first(content):
        for position, old in enumerate(post.replaces):
            key = f"replaces.{position}"
            if ".." in old.split("/"):
                message = "phải nằm trong trang này; hãy ghi như tin-tuc/bai-cu/"
                yield problem(post, key, f"«{shown(key)}: {old}» {message}")
            elif other := used.get(_bare(old)):
                message = f"đang là địa chỉ của {other}; hãy bỏ dòng này"
                yield problem(post, key, f"«{shown(key)}: {old}» {message}")
            used.setdefault(_bare(old), f"«replaces» ở {post.path}")


def _bare(address: str) -> str:
    """Return an address without what differs between ways of writing it."""
    bare = address.strip("/").removesuffix(".md").removesuffix(".html").rstrip("/")
    return "" if bare == "index" else bare.removesuffix("/index")


def _published_first(content: Content) -> list[Post]:
    """Return posts so that a clash is told to the one that is not out yet."""
    return sorted(content.posts, key=lambda post: post.status != "published")


def _like_a_copy(post: Post) -> tuple[bool, bool, int]:
    """Sort what is likelier to be the copy of another behind it: residents quote the first one."""
    is_plain = slug(post.slug) == post.slug
    return post.status != "published", not is_plain, len(post.slug)


def campaign_pages_exist(content: Content, today: date) -> Iterator[Problem]:
    """The page that a campaign's banner leads to exists under docs/."""
    known = [page.path.removeprefix("docs/") for page in content.pages]
    for campaign in content.campaigns.values():
        if campaign.page and campaign.page not in known:
            advice = nearest(campaign.page, known) if known else "hãy viết trang này"
            message = f"«page: {campaign.page}» không có trong docs/; {advice}"
            yield problem(campaign, "page", message)


def materials_lead_somewhere(content: Content, today: date) -> Iterator[Problem]:
    """A training material is one page or one file, and it is there."""
    site = Site(content)
    for material in content.materials.values():
        if bool(material.page) == bool(material.file):
            message = f"«{material.id}»: hãy ghi một trong hai: «page» hoặc «file»"
            yield problem(material, "id", message)
        elif material.page and not site.has(material.page):
            message = f"«page: {material.page}» không có trên trang; hãy xem lại tên tệp .md"
            yield problem(material, "page", message)
        elif material.file and not attached(content.root, "docs/index.md", material.file):
            message = f"«file: {material.file}» không có trong docs/; hãy chép tệp vào đó"
            yield problem(material, "file", message)


def activities_name_known_posts(content: Content, today: date) -> Iterator[Problem]:
    """An activity counts posts that exist; one taken away since is worth a look, no more."""
    known = {post.id for post in content.posts}
    for activity in content.activities.values():
        for position, id in enumerate(activity.posts):
            if id not in known:
                key = f"posts.{position}"
                message = f"«{shown(key)}: {id}» không là mã của bài nào; {nearest(id, known)}"
                yield problem(activity, key, message, Level.REMINDER)
