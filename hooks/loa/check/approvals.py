"""Where the town wants approval, what goes out is what was approved."""

from collections.abc import Iterator
from datetime import date

from loa.ask.approval import is_approved, is_policy_approved
from loa.check.values import problem
from loa.model.content import Content
from loa.problems import Level, Problem


def published_posts_are_approved(content: Content, today: date) -> Iterator[Problem]:
    """A post without approval, or changed since, is held back alone."""
    if not content.township.approval_required:
        return
    for post in content.posts:
        if post.status != "published" or is_approved(post, content.root):
            continue
        reason = "đã sửa sau khi duyệt" if post.approved else "chưa được duyệt"
        message = (
            f"bài {reason} nên chưa lên trang, địa chỉ của bài ghi «Bài đang được cập nhật»; "
            f"khi đã duyệt hãy chạy: python scripts/approve_post.py {post.id} --by … --on …"
        )
        yield problem(post, "approved" if post.approved else "status", message, Level.REMINDER)


def policies_are_approved(content: Content, today: date) -> Iterator[Problem]:
    """The figures of a policy carry an approval of their own, or it changes without one."""
    if not content.township.approval_required:
        return
    for policy in content.policies.values():
        if is_policy_approved(policy):
            continue
        reason = "đã sửa sau khi duyệt" if policy.approved else "chưa được duyệt"
        message = (
            f"số liệu của «{policy.id}» {reason}; khi đã duyệt hãy chạy: "
            f"python scripts/approve_post.py --policy {policy.id} --by … --on …"
        )
        yield problem(policy, "approved" if policy.approved else "id", message, Level.REMINDER)
