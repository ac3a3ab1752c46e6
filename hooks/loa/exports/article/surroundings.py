"""What stands around the text of a post: warnings before it, facts after it, where it is from."""

from collections.abc import Iterable, Iterator

from loa.ask import paths
from loa.ask.key_facts import event_line
from loa.ask.policy_status import policy_status
from loa.ask.showing import Showing
from loa.exports.article import Block, Heading, Line, Paragraph, Quote, Run, Table
from loa.model import words
from loa.model.media import Translation
from loa.model.policies import Policy
from loa.model.posts import News, PolicyPost, Post, Question, Story
from loa.model.records import Source
from loa.text.vietnamese import capitalise, day_text

_SAYS_SO = ("ended", "ending", "coming", "ask")


def opening(post: Post, policy: Policy | None, showing: Showing) -> Iterator[Block]:
    """Yield what a reader must know first: a policy that has ended, a text that ran out."""
    if policy is not None:
        status = policy_status(policy, showing.content, showing.today)
        if status.level in _SAYS_SO:
            yield _warning(status.strong, status.text)
    if post.has_expired(showing.today):
        assert post.expires_on is not None
        yield _warning(
            "Bài đã hết hạn.", f"Thông tin chỉ đúng đến hết {day_text(post.expires_on)}."
        )
    if isinstance(post, News) and (said := event_line(post, showing)):
        yield Paragraph((Run("Thời gian: ", strong=True), Run(said)))


def own_parts(post: Post, showing: Showing) -> Iterator[Block]:
    """Yield what a page shows beside the text: before and after, who helped, translations."""
    if isinstance(post, Story):
        yield from _before_and_after(post)
        yield from _help(post, showing)
    yield from _recordings(post, showing)
    for language, translation in _translations(post):
        yield Heading(2, (Run(capitalise(words.LANGUAGES[language])),))
        yield Paragraph((Run(translation.title, strong=True),))
        if translation.summary:
            yield Paragraph((Run(translation.summary),))
        by = f"Người dịch: {translation.translator}"
        checked = f"; người đọc lại: {translation.checked_by}" if translation.checked_by else ""
        yield Paragraph((Run(f"{by}{checked}.", emphasis=True),))


def closing(post: Post, policy: Policy | None, showing: Showing) -> Iterator[Paragraph]:
    """Yield the last lines: who wrote it, from what, how far it holds, where the original is."""
    unit = showing.content.township.active.committee
    author = post.author.rstrip(".")
    yield Paragraph((Run(f"{author}." if unit in author else f"{author}. {unit}."),))
    if isinstance(post, Question) and post.answered_by:
        yield Paragraph((Run(f"Nơi trả lời: {post.answered_by}."),))
    sources = ([post.source] if post.source else []) + [*(policy.sources if policy else ())]
    if line := _sources(sources):
        yield Paragraph(line)
    if isinstance(post, PolicyPost | Question):
        as_of = policy.as_of if policy else showing.content.township.information_as_of
        yield Paragraph(
            (
                Run(
                    f"Tổng hợp từ nguồn công khai, cập nhật đến {day_text(as_of)}; "
                    "cán bộ đối chiếu trước khi làm thủ tục.",
                    emphasis=True,
                ),
            )
        )
    if address := showing.edition.absolute(paths.post(post)):
        yield Paragraph((Run("Bài gốc: "), Run(address, href=address)))


def _warning(strong: str, text: str) -> Quote:
    return Quote((Paragraph((Run(strong, strong=True), Run(f" {text}" if text else ""))),))


def _before_and_after(post: Story) -> Iterator[Block]:
    home = post.household
    if home is None or not home.changes:
        return
    before = f"Trước ({home.before_year})" if home.before_year else "Trước"
    after = f"Nay ({home.after_year})" if home.after_year else "Nay"
    yield Heading(2, (Run("Trước và nay"),))
    yield Table(
        ((Run("Điều gì"),), (Run(before),), (Run(after),)),
        tuple(
            ((Run(change.label),), (Run(change.before),), (Run(change.after),))
            for change in home.changes
        ),
    )


def _help(post: Story, showing: Showing) -> Iterator[Block]:
    content = showing.content
    policies = [content.policies[id].title for id in post.supports]
    organisations = [content.organisations[id].name for id in post.helped_by]
    for label, names in (("Chính sách đã giúp: ", policies), ("Cùng giúp: ", organisations)):
        if names:
            yield Paragraph((Run(label, strong=True), Run(f"{'; '.join(names)}.")))
    if post.award:
        yield Paragraph((Run("Khen thưởng: ", strong=True), Run(f"{post.award.rstrip('.')}.")))


def _recordings(post: Post, showing: Showing) -> Iterator[Block]:
    for audio in showing.recordings(post):
        if address := showing.edition.absolute(paths.recording(post, audio.file)):
            label = f"Nghe bài bằng {words.LANGUAGES[audio.language]}: "
            yield Paragraph((Run(label), Run(address, href=address)))
    film = showing.film(post)
    if film is not None:
        local = showing.edition.absolute(paths.film(post, film.file)) if film.file else ""
        if address := film.url or local:
            yield Paragraph((Run("Xem phim: "), Run(address, href=address)))


def _translations(post: Post) -> Iterator[tuple[str, Translation]]:
    found = post.translations
    if found is not None:
        yield from (
            (language, one)
            for language, one in (("jra", found.jra), ("bdq", found.bdq))
            if one is not None
        )


def _sources(sources: Iterable[Source]) -> Line:
    runs: list[Run] = []
    for source in sources:
        if source.name or source.url:
            runs += [Run("; ")] if runs else [Run("Nguồn: ")]
            runs.append(Run(source.name or source.url or "", href=source.url or ""))
    return (*runs, Run(".")) if runs else ()
