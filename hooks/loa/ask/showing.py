"""What one build shows: the content seen on one day in one edition; each question asked once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from loa.apart import apart
from loa.ask import views
from loa.ask.paths import Edition
from loa.ask.views import Standing
from loa.media.gallery import Gallery, clashes, published
from loa.media.images import Picture
from loa.model.content import Content
from loa.model.media import Audio, Image, Video
from loa.model.posts import Page, PolicyPost, Post, Story
from loa.plan.question import Answers, kept_question, question
from loa.plan.trace import note
from loa.problems import Problem
from loa.text.unbroken import words_together

TOLD = "told:"  # begins the note that somebody read what is wrong with a post


@dataclass(frozen=True)
class Showing:
    """Content, today and edition; everything a page asks for is worked out once."""

    content: Content
    today: date
    edition: Edition
    problems: tuple[Problem, ...] = ()
    answers: Answers = field(default_factory=Answers, compare=False, repr=False)

    @question
    def standing(self, post: Post) -> Standing:
        """How a post stands."""
        return views.standing(post, self.content, self.today)

    def _with(self, *wanted: Standing) -> tuple[Post, ...]:
        return tuple(post for post in self.content.posts if self.standing(post) in wanted)

    @property
    @question
    def shown(self) -> tuple[Post, ...]:
        """Posts with a page of their own; with drafts where the edition has them."""
        if not self.edition.drafts:
            return self._with(Standing.SHOWN)
        readable = self._with(Standing.SHOWN, Standing.UNFINISHED, Standing.HELD)
        return tuple(post for post in readable if not self._is_broken(post))

    @property
    @question
    def unreadable(self) -> tuple[Post, ...]:
        """Drafts with mistakes that would stop a build; officers see their text and the list."""
        drafts = self._with(Standing.UNFINISHED) if self.edition.drafts else ()
        return tuple(post for post in drafts if self._is_broken(post))

    def _is_broken(self, post: Post) -> bool:
        note(TOLD + post.path)
        return post.path in self._broken

    @cached_property
    def _broken(self) -> frozenset[str]:
        return frozenset(problem.path for problem in self.problems if problem.unfinished)

    def problems_of(self, post: Post) -> list[str]:
        """Return what the officer's ribbon says of a post: line and advice."""
        note(TOLD + post.path)
        found = (problem for problem in self.problems if problem.path == post.path)
        return [f"Dòng {problem.line}: {problem.message}" for problem in found]

    @property
    @question
    def published(self) -> tuple[Post, ...]:
        """Posts that machines may pass on: shown, finished, no samples."""
        return tuple(post for post in self.content.posts if self.is_published(post))

    def is_published(self, post: Post) -> bool:
        """Say whether machines may pass a post on."""
        return self.standing(post) is Standing.SHOWN and not post.sample

    @property
    @question
    def silent(self) -> tuple[Post, ...]:
        """Posts whose address gives a neutral notice."""
        gone = self._with(Standing.WITHDRAWN)
        return gone if self.edition.drafts else gone + self._with(Standing.HELD)

    @property
    @question
    def current(self) -> Sequence[Post]:
        """Posts that lists show, newest first, real ones before samples."""
        return views.current(self.shown, self.today)

    @question
    def listed(self, section: str) -> Sequence[Post]:
        """Posts that a section's list shows, in its order."""
        return [post for post in self.current if section == post.SECTION]

    @question
    def neighbours(self, post: Post) -> tuple[Post | None, Post | None]:
        """The newer and the older post of the same list."""
        listed = self.listed(post.SECTION)
        place = self._places(post.SECTION).get(post.path)
        if place is None:
            return None, None
        newer = listed[place - 1] if place > 0 else None
        return newer, listed[place + 1] if place + 1 < len(listed) else None

    def _places(self, section: str) -> Mapping[str, int]:
        known = self._known_places.get(section)
        if known is None:
            known = {post.path: place for place, post in enumerate(self.listed(section))}
            self._known_places[section] = known
        return known

    @cached_property
    def _known_places(self) -> dict[str, Mapping[str, int]]:
        return {}

    @property
    @question
    def _marked(self) -> views.Marked:
        return views.by_mark(self.lasting)

    @question
    def marked(self, section: str, mark: str) -> Sequence[Post]:
        """Posts of a section that are about a topic, an audience or a village."""
        return self._marked.get((section, mark), ())

    @question
    def related(self, post: Post) -> Sequence[Post]:
        """Posts of the same section that share most with a post."""
        return views.related(post, lambda mark: self.marked(post.SECTION, mark))

    @property
    @question
    def lasting(self) -> tuple[Post, ...]:
        """Posts with a page that have not run out."""
        return tuple(post for post in self.shown if not post.has_expired(self.today))

    @property
    @question
    def explainers(self) -> Mapping[str, PolicyPost]:
        """The explainer of each policy."""
        return views.explainers(self.shown)

    @question
    def explainer(self, policy: str) -> PolicyPost | None:
        """The explainer of one policy, by its id."""
        return self.explainers.get(policy)

    @property
    def owners(self) -> tuple[Post | Page, ...]:
        """Every post and page of which pictures may be shown."""
        return (*self.shown, *self.content.pages)

    @property
    def gallery(self) -> Gallery:
        """The pictures of every page, each made once; none where the library is missing."""
        return Gallery(self._hung)

    @kept_question
    def _hung(self, owner: Post | Page, file: str) -> Picture | str | None:
        root = self.content.root
        return apart(owner.path, f"ảnh «{file}»", lambda: published(owner, file, root), None)

    @property
    @question
    def _clashing_pictures(self) -> tuple[Problem, ...]:
        return tuple(clashes(self.owners, self.content.root))

    def picture_problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with pictures that only making them could find out."""
        found = (problem for owner in self.owners for problem in self.gallery.problems(owner))
        return (*found, *self._clashing_pictures)

    def picture(self, post: Post) -> Image | None:
        """Return the main picture of a post; None where a drawn cover stands in."""
        image = post.image
        return image if image and self.gallery.of(post, image.file) else None

    def photos(self, post: Post) -> tuple[Image, ...]:
        """Return the other pictures of a post that can be shown and do not stand in its text."""
        in_text = set(post.body_pictures)
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
        return self.standing(post) is not Standing.SHOWN
