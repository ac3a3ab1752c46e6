"""Whether a post has been put on a channel, and whether it is still the same text."""

from dataclasses import dataclass
from datetime import date

from loa.ask.channels import may_go_out
from loa.model.content import Content
from loa.model.plan import Activity
from loa.model.posts import Post


@dataclass(frozen=True)
class State:
    """How a post stands on one channel; ``level`` is ``no``, ``open``, ``done`` or ``changed``."""

    level: str
    words: str
    on: date | None = None
    url: str = ""


def state(post: Post, channel: str, content_mark: str, content: Content) -> State:
    """Return how a post stands on a channel, from what the activities tell.

    An entry that somebody wrote by hand bears no mark; then the days decide.
    """
    if not may_go_out(post, channel):
        return State("no", "không đăng: chưa có sự đồng ý")
    entries = [
        entry
        for entry in content.activities.values()
        if entry.channel == channel and post.id in entry.posts
    ]
    if not entries:
        return State("open", "chưa chép")
    last = sorted(entries, key=lambda entry: entry.on)[-1]  # of one day, the one written last
    same = _is_same(post, last, content_mark)
    level, said = ("done", "đã chép") if same else ("changed", "đã sửa sau khi chép")
    return State(level, said, last.on, last.url or "")


def _is_same(post: Post, entry: Activity, content_mark: str) -> bool:
    if entry.content_mark and content_mark:
        return entry.content_mark == content_mark
    return post.last_change <= entry.on
