"""What stands on the share card of a post and of the site, and where the card is."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from loa.apart import apart
from loa.ask import paths
from loa.ask.channels import may_go_out
from loa.ask.headlines import amount, headline_facts
from loa.ask.meta import Meta
from loa.ask.policy_status import policy_status
from loa.ask.sections import SECTIONS
from loa.ask.showing import Showing
from loa.ask.views import Standing
from loa.disk.cache import Cache
from loa.media.images import can_publish_pictures
from loa.media.share_cards import HEIGHT, WIDTH, Card, drawn, keep
from loa.model.posts import PolicyPost, Post
from loa.text.letters import for_paper
from loa.text.vietnamese import day_text

SITE = "trang"  # the card of every page that has none of its own
SOCIAL = "mang-xa-hoi"
_IN_USE = ("ok", "ending", "ask")


def are_made(showing: Showing) -> bool:
    """Say whether this edition has cards: nobody shares a link to a USB stick."""
    edition = showing.edition
    return can_publish_pictures() and edition.directory_urls and bool(edition.site_url)


def card_meta(post: Post, showing: Showing) -> Meta | None:
    """Return path and words of a post's own card, or None where the site's card stands in."""
    card = _card(post, showing) if are_made(showing) else None
    if card is None:
        return None
    words = f"{card.label}: {post.title}" + (" (bài mẫu)" if post.sample else "")
    return _meta(_path(post, card), words)


def site_meta(showing: Showing) -> Meta | None:
    """Return path and words of the site's card."""
    if not are_made(showing):
        return None
    township = showing.content.township
    return _meta(paths.share_card(SITE, ".png"), f"{township.site_name}: {township.tagline}")


def card_files(showing: Showing) -> Iterator[tuple[str, Callable[[], Path], str]]:
    """Yield path and maker of every card."""
    if are_made(showing):
        site = _site_card(showing)
        yield paths.share_card(SITE, site.ending), partial(_drawn_site, showing), ""
        for post in showing.shown:
            if card := _card(post, showing):
                yield _path(post, card), partial(_drawn_post, post, showing), ""


def _drawn_site(showing: Showing) -> Path:
    return drawn(_site_card(showing), SITE, Cache.of(showing.content.root))


def _drawn_post(post: Post, showing: Showing) -> Path:
    return drawn(post_card(post, showing), post.id, Cache.of(showing.content.root))


def forget_cards(showing: Showing) -> None:
    """Take cards of withdrawn posts, and those that nobody shows, out of the cache."""
    living = {
        post.id
        for post in showing.content.posts
        if showing.standing(post) is not Standing.WITHDRAWN
    }
    keep(Cache.of(showing.content.root), {SITE, *living}, lambda: dict(_cards(showing)))


def _cards(showing: Showing) -> Iterator[tuple[str, Card]]:
    if are_made(showing):
        yield SITE, _site_card(showing)
    for post in showing.shown:
        if card := _card(post, showing):
            yield post.id, card


def _card(post: Post, showing: Showing) -> Card | None:
    """Return a post's own card, if it has one and what stands on it can be told."""
    if not _has_own(post, showing):
        return None
    return apart(post.path, "ảnh chia sẻ", partial(post_card, post, showing), None)


def card_of(post: Post, showing: Showing) -> Path | None:
    """Return the card of a post as a file; None where none can be drawn or shared."""
    if not can_publish_pictures() or not _has_own(post, showing):
        return None
    return _drawn_post(post, showing)


def post_card(post: Post, showing: Showing) -> Card:
    """Return what stands on the card of a post."""
    township = showing.content.township
    line, caption = _line(post, showing)
    image = showing.picture(post)
    shown = showing.gallery.of(post, image.file) if image else None
    return Card(
        section=post.SECTION,
        site=for_paper(township.site_name),
        unit=for_paper(township.active.committee),
        label=SECTIONS[post.SECTION]["title"],
        title=_held_together(post.title, showing),
        line=for_paper(line),
        caption=for_paper(caption),
        subject=post.cover or showing.content.topics[post.topics[0]].cover,
        seed=post.slug,
        photo=shown.picture.upload if shown else None,
    )


def _site_card(showing: Showing) -> Card:
    township = showing.content.township
    return Card(
        section="guong-dien-hinh",
        site=for_paper(township.site_name),
        unit=for_paper(township.active.committee),
        label="",
        title=_held_together(township.tagline, showing),
        line="",
        subject="horn",
        seed="loa",
    )


def _has_own(post: Post, showing: Showing) -> bool:
    """Say whether a card may be made: not of a draft, nor of people who did not agree to it."""
    if showing.is_unfinished(post):
        return False
    return may_go_out(post, SOCIAL)


def _path(post: Post, card: Card) -> str:
    return paths.share_card(f"{post.SECTION}-{post.slug}", card.ending)


def _meta(path: str, words: str) -> Meta:
    return {"path": path, "alt": words, "width": WIDTH, "height": HEIGHT}


def _line(post: Post, showing: Showing) -> tuple[str, str]:
    """Return the line in sunflower and what stands over it; an amount has its date with it."""
    if post.sample:
        return "Bài mẫu", ""
    if not isinstance(post, PolicyPost):
        return day_text(post.date), ""
    policy = showing.content.policies[post.policy]
    status = policy_status(policy, showing.content, showing.today)
    facts = [fact for fact in headline_facts(policy, showing) if fact.applies_from]
    if status.level not in _IN_USE or not facts:
        return status.badge()["text"], ""
    shown, since = amount(facts[0]), facts[0].applies_from
    assert since is not None
    number = f"{shown['number']} {shown['unit']}".strip()
    return f"{number}, từ {day_text(since)}", shown["label"]


def _held_together(title: str, showing: Showing) -> str:
    # Word joiners are for browsers; a drawn line would show them as boxes.
    return for_paper(showing.together(title)).replace("\u2060", "")
