"""What one build shows: the content seen on one day in one edition, sorted once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from loa.ask import views
from loa.ask.paths import Edition
from loa.ask.views import Standing
from loa.media.gallery import Gallery, hang
from loa.model.content import Content
from loa.model.media import Audio, Image, Video
from loa.model.posts import POST_KINDS, PolicyPost, Post, Story
from loa.problems import Problem
from loa.text.markup import picture_files
from loa.text.unbroken import words_together


@dataclass(frozen=True)
class Showing:
    """Content, today and edition; everything a page asks for is worked out once."""

    content: Content
    today: date
    edition: Edition
    problems: tuple[Problem, ...] = ()

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How each post stands, by its file."""
        return {
            post.path: views.standing(post, self.content, self.today) for post in self.content.posts
        }

    def _with(self, *wanted: Standing) -> tuple[Post, ...]:
        return tuple(post for post in self.content.posts if self.standings[post.path] in wanted)

    @cached_property
    def shown(self) -> tuple[Post, ...]:
        """Posts with a page of their own; with drafts where the edition has them."""
        if not self.edition.drafts:
            return self._with(Standing.SHOWN)
        readable = self._with(Standing.SHOWN, Standing.UNFINISHED, Standing.HELD)
        return tuple(post for post in readable if post.path not in self._broken)

    @cached_property
    def unreadable(self) -> tuple[Post, ...]:
        """Drafts with mistakes that would stop a build; officers see their text and the list."""
        drafts = self._with(Standing.UNFINISHED) if self.edition.drafts else ()
        return tuple(post for post in drafts if post.path in self._broken)

    @cached_property
    def _broken(self) -> frozenset[str]:
        return frozenset(problem.path for problem in self.problems if problem.unfinished)

    def problems_of(self, post: Post) -> list[str]:
        """Return what the officer's ribbon says of a post: line and advice."""
        found = (problem for problem in self.problems if problem.path == post.path)
        return [f"Dòng {problem.line}: {problem.message}" for problem in found]

    @cached_property
    def published(self) -> tuple[Post, ...]:
        """Posts that machines may pass on: shown, finished, no samples."""
        return tuple(post for post in self._with(Standing.SHOWN) if not post.sample)

    @cached_property
    def silent(self) -> tuple[Post, ...]:
        """Posts whose address gives a neutral notice."""
        gone = self._with(Standing.WITHDRAWN)
        return gone if self.edition.drafts else gone + self._with(Standing.HELD)

    @cached_property
    def listed(self) -> Mapping[str, list[Post]]:
        """Posts that each section's list shows, in its order."""
        sections = views.group_by(
            views.current(self.shown, self.today), lambda post: [post.SECTION]
        )
        return {section: sections.get(section, []) for section in POST_KINDS}

    @cached_property
    def marked(self) -> views.Marked:
        """Posts that other pages lead to by what they are about, for "related"."""
        return views.by_mark(self.lasting)

    @cached_property
    def lasting(self) -> tuple[Post, ...]:
        """Posts with a page that have not run out."""
        return tuple(post for post in self.shown if not post.has_expired(self.today))

    @cached_property
    def explainers(self) -> Mapping[str, PolicyPost]:
        """The explainer of each policy."""
        return views.explainers(self.shown)

    @cached_property
    def gallery(self) -> Gallery:
        """The pictures of every page, made once; empty where the library could not be loaded."""
        return hang((*self.shown, *self.content.pages), self.content.root)

    def picture(self, post: Post) -> Image | None:
        """Return the main picture of a post; None where a drawn cover stands in."""
        image = post.image
        return image if image and self.gallery.of(post, image.file) else None

    def photos(self, post: Post) -> tuple[Image, ...]:
        """Return the other pictures of a post that can be shown and do not stand in its text."""
        in_text = set(picture_files(post.body))
        photos = (photo for photo in post.photos if photo.file not in in_text)
        return tuple(photo for photo in photos if self.gallery.of(post, photo.file))

    def together(self, title: str) -> str:
        """Return a title as it is shown: no word of it is torn between two lines."""
        return words_together(title, self.content.speech.compounds)

    def recordings(self, post: Post) -> tuple[Audio, ...]:
        """Return the recordings of a post whose voices agreed to be heard on the site."""
        return post.audio if self._agreed(post, "giong-noi") else ()

    def film(self, post: Post) -> Video | None:
        """Return the film of a post, if those in it agreed to be seen and heard on the site."""
        agreed = self._agreed(post, "giong-noi") and self._agreed(post, "hinh-anh")
        return post.video if agreed or post.public_event else None

    def _agreed(self, post: Post, scope: str) -> bool:
        """Say whether a post's people agreed; where nobody's consent is needed, nobody is asked.

        A story is always somebody's own. A sample's people are invented.
        """
        if post.sample:
            return True
        if post.consent is None:
            return not isinstance(post, Story)
        return (
            post.consent.holds(self.today)
            and scope in post.consent.scope
            and "web" in post.consent.channels
        )

    def is_unfinished(self, post: Post) -> bool:
        """Say whether only officers may see the post yet."""
        return self.standings[post.path] is not Standing.SHOWN
