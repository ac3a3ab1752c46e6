"""What has to be known of a post before it can be begun, by its kind."""

import argparse
from random import SystemRandom

from console import SetupError
from loa import clock
from loa.check.names import name_in_slug
from loa.desk.new_post import new_id, story_slug, taken_ids, title_slug
from loa.fields import Day, Text, declarations
from loa.guide.catalogue import POSTS
from loa.model import words
from loa.model.content import Content
from loa.model.posts import POST_KINDS, PolicyPost, Post, Question, Story
from loa.model.words import TO_WRITE
from loa.text.vietnamese import day_text
from questions import Questions

WORDS = Text(minimum=2, maximum=40)
YEAR = Text(pattern=r"(19|20)\d\d", pattern_says="năm bốn chữ số, ví dụ 2026")


def about_new_post(
    options: argparse.Namespace, content: Content, questions: Questions
) -> tuple[type[Post], str, dict[str, str]]:
    """Return the kind of the post, its file name, and what is known of its front matter."""
    kinds = {shape.name: shape.title for shape in POSTS}
    # Without a kind nothing else can be asked.
    section = questions.choice("--kind", "Viết bài loại nào", options.kind, kinds)
    questions.finish()
    kind = POST_KINDS[section]
    answers = {"id": new_id(kind, taken_ids(content), SystemRandom())}
    fields = declarations(kind)
    title = topic = ""
    if kind is PolicyPost:
        answers["policy"] = _policy(options, content, questions)
        if policy := content.policies.get(answers["policy"]):
            title, topic = policy.title, policy.topic
    answers["title"] = questions.text(
        "--title", "Tiêu đề", options.title, fields["title"].kind, title
    )
    topics = {topic.id: topic.title for topic in content.topics.values()}
    answers["topics"] = f"[{questions.choice('--topic', 'Chủ đề', options.topic, topics, topic)}]"
    if kind is Question:
        channels = words.QUESTION_CHANNELS
        answers["channel"] = questions.choice(
            "--channel", "Hỏi qua", options.channel, channels, "bien-soan"
        )
    slug = answers.get("policy") or title_slug(answers["title"])
    if kind is Story:
        answers["subject"], slug = _story(options, questions)
    today = day_text(clock.today())
    answers["date"] = questions.text("--date", "Ngày của bài", options.date, Day(), today)
    author = f"{TO_WRITE} Họ tên, đơn vị"
    answers["author"] = questions.text(
        "--author", "Tác giả, đơn vị", options.author, fields["author"].kind, author
    )
    questions.finish()
    return kind, slug, answers


def _policy(options: argparse.Namespace, content: Content, questions: Questions) -> str:
    known = {policy.id: policy.title for policy in content.policies.values()}
    chosen = questions.choice("--policy", "Giải thích chính sách nào", options.policy, known)
    for post in content.of_kind(PolicyPost):
        if post.policy == chosen:
            raise SetupError(f"Chính sách này đã có bài: {post.path}\nHãy mở bài ấy ra sửa.")
    return chosen


def _story(options: argparse.Namespace, questions: Questions) -> tuple[str, str]:
    """Return who the story is about and its file name, which names nobody."""
    subject = questions.choice(
        "--subject", "Nhân vật", options.subject, words.SUBJECTS, "household"
    )
    while True:
        livelihood = questions.text("--livelihood", "Làm gì để sống", options.livelihood, WORDS, "")
        place = questions.text("--place", "Ở thôn, làng nào", options.place, WORDS, "")
        year = questions.text("--year", "Năm", options.year, YEAR, str(clock.today().year))
        slug = story_slug(livelihood, place, year)
        if not (name := name_in_slug(slug)):
            return subject, slug
        message = f"«{name}» giống tên người; tên tệp chỉ gồm việc làm, nơi, năm."
        if options.livelihood and options.place:
            raise SetupError(message)
        print(message)
        options.livelihood = options.place = None
