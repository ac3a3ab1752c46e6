"""On which channels a post may go out: those that its people agreed to."""

from loa.model.posts import Post


def may_go_out(post: Post, channel: str) -> bool:
    """Say whether a channel of ``words.CHANNELS`` may carry a post.

    A post that needs nobody's consent may go everywhere. Whether a consent still holds is the
    business of the post's standing: one that has ended takes the post out of everything.
    """
    return post.consent is None or channel in post.consent.channels
