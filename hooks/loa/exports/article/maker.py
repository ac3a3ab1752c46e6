"""A post of the model → the article that every channel is made from."""

from dataclasses import dataclass, field
from urllib.parse import unquote

from loa.ask import facts, paths
from loa.ask.brought import of_owner, seen_from
from loa.ask.showing import Showing
from loa.drawn import blocks
from loa.exports.article import Article, Block, Picture, safe_blocks
from loa.exports.article.links import absolute
from loa.exports.article.surroundings import closing, opening, own_parts
from loa.model.media import Image
from loa.model.posts import PolicyPost, Post
from loa.plan.question import question
from loa.rendered.body import html_of
from loa.rendered.html_tree import parse
from loa.text.markup import picture_file
from loa.text.vietnamese import normalise


def article_of(post: Post, showing: Showing) -> Article:
    """Return a post with its facts filled in, as it stands today."""
    return _article(showing, post)


@question
def _article(showing: Showing, post: Post) -> Article:
    content = showing.content
    policy = content.policies[post.policy] if isinstance(post, PolicyPost) else None
    body = facts.expand(post.body, content, policy, blocks.drawer(content, showing.today))
    numbering = _Numbering(post, showing)
    main = numbering.declared(showing.picture(post))
    files = {one.file: seen_from(post, one) for one in of_owner(showing, post)}

    def leads_to(address: str) -> str:
        path, mark, place = address.partition("#")
        standing = files.get(picture_file(path))
        return absolute(f"{standing}{mark}{place}" if standing else address, post, showing.edition)

    placing = safe_blocks.Placing(leads_to, numbering.placed)
    text = safe_blocks.blocks(parse(html_of(normalise(body))), placing)
    photos = [numbering.declared(photo) for photo in showing.photos(post)]
    found: list[Block | None] = [
        *opening(post, policy, showing),
        main,
        *text,
        *own_parts(post, showing),
        *photos,
    ]
    return Article(
        title=post.title,
        summary=post.summary,
        blocks=tuple(block for block in found if block is not None),
        pictures=tuple(numbering.pictures),
        closing=tuple(closing(post, policy, showing)),
        url=showing.edition.absolute(paths.post(post)),
    )


@dataclass
class _Numbering:
    """Counts the pictures of a post in the order in which they are read."""

    post: Post
    showing: Showing
    pictures: list[tuple[Picture, str]] = field(default_factory=list)

    def declared(self, image: Image | None) -> Picture | None:
        """Return a picture of the front matter."""
        return self._add(image.file, image.alt, _caption(image)) if image else None

    def placed(self, source: str, alt: str, caption: str) -> Picture | None:
        """Return a picture of the text; None where the site could not show it either."""
        file = unquote(source)
        if self.showing.gallery.of(self.post, file) is None:
            return None
        known = next((image for image in self.post.pictures if image.file == file), None)
        words = caption or (_caption(known) if known else "")
        return self._add(file, alt or (known.alt if known else ""), words)

    def _add(self, file: str, alt: str, caption: str) -> Picture:
        picture = Picture(len(self.pictures) + 1, alt, caption)
        self.pictures.append((picture, file))
        return picture


def _caption(image: Image) -> str:
    credit = (image.credit or "").removeprefix("Ảnh:").strip()
    parts = [(image.caption or "").rstrip(" ."), f"Ảnh: {credit}" if credit else ""]
    words = ". ".join(part for part in parts if part)
    return f"{words}." if image.caption else words
