"""What residents asked and the town answered, at the head of the list of questions."""

from loa.ask import paths
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.model import words
from loa.model.posts import Question
from loa.pages.feedback import report_page
from loa.text.vietnamese import capitalise, day_text

MOST = 6


def asked(showing: Showing) -> Meta:
    """Return the newest answers to residents; the editors' own questions are told apart."""
    unit = showing.content.township.active
    questions = [
        post
        for post in showing.listed(Question.SECTION)
        if isinstance(post, Question) and not post.is_compiled
    ]
    report = report_page(showing)
    return {
        "title": f"Bà con hỏi – {unit.type_label} trả lời",
        "cards": [_answer(question, showing) for question in questions[:MOST]],
        "ask_url": showing.edition.url("lien-he.md"),
        "report_url": showing.edition.url(report) if report else "",
        "rest_title": "Tất cả câu hỏi" if questions else "Điều bà con hay hỏi",
    }


def _answer(question: Question, showing: Showing) -> Meta:
    way = capitalise(words.QUESTION_CHANNELS[question.channel])
    answer = question.answered_by or showing.content.township.active.committee
    day = f" ngày {day_text(question.answered_on)}" if question.answered_on else ""
    return {
        "title": question.title,
        "url": showing.edition.url(paths.post(question)),
        "summary": question.summary,
        "changed": f"{way}. {answer} trả lời{day}.",
        "sample": question.sample,
    }
