"""The notices under the title of a post: sample, validity, expiry, old place name."""

from loa.ask import paths, views
from loa.ask.meta import Meta
from loa.ask.policy_status import policy_states
from loa.ask.showing import Showing
from loa.model.policies import Policy
from loa.model.posts import Post
from loa.text.vietnamese import day_text


def post_notices(post: Post, policy: Policy | None, showing: Showing) -> list[Meta]:
    """Return the notices in the order a reader needs them."""
    notices: list[Meta] = []
    if post.sample:
        text = "Người, làng và con số trong bài là ví dụ, không phải người thật."
        notices.append({"level": "sample", "strong": "Bài mẫu.", "text": text})
    if policy is not None:
        states = policy_states(policy, showing.content, showing.today)
        notices += [_with_successor(state.notice(), policy, showing) for state in states]
    if post.expires_on:
        notices.append(_expiry_notice(post))
    if note := _old_unit_note(post, showing):
        notices.append({"level": "info", "strong": "Tên cũ.", "text": note})
    return notices


def _with_successor(notice: Meta, policy: Policy, showing: Showing) -> Meta:
    successor = showing.explainer(policy.succeeded_by or "")
    if successor is not None and notice["level"] in ("danger", "sun"):
        url = showing.edition.url(paths.post(successor))
        notice["link"] = {"title": f"Xem: {successor.title}", "url": url}
    return notice


def _expiry_notice(post: Post) -> Meta:
    assert post.expires_on is not None
    first_day_after = post.expires_on.toordinal() + 1
    return {
        "level": "danger",
        "strong": "Bài đã hết hạn.",
        "text": f"Thông tin chỉ đúng đến hết {day_text(post.expires_on)}.",
        "from": post.expires_on.fromordinal(first_day_after).isoformat(),
    }


def _old_unit_note(post: Post, showing: Showing) -> str:
    township = showing.content.township
    unit = township.unit(post.legacy_unit or "") or views.unit_on(showing.content, post.date)
    active = township.active
    is_older = unit.until is not None and active.since is not None and unit.until < active.since
    if unit.id == active.id or not is_older:
        return ""
    return f"Khi viết bài này, nơi đây là {unit.full_name}; nay là {active.full_name}."
