"""The rule book: one function per rule over the whole content, its docstring the rule.

To add a rule: write a function of the shape :data:`Check` in the module of its subject, add its
name to :data:`CHECKS`, and give it good and bad examples in ``tests/``.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from loa.check import (
    approvals,
    boards,
    bodies,
    brought,
    consent,
    counted,
    dates,
    figures,
    files,
    households,
    indicators,
    letters,
    links,
    maps,
    photos,
    pictures,
    policies,
    privacy,
    references,
    release,
    safety,
    thanks,
    titles,
    wording,
)
from loa.check.alone import Judged, alone, whole
from loa.model.content import Content
from loa.model.posts import Page, Post
from loa.plan.question import kept_question
from loa.plan.records import find
from loa.problems import Problem, about

Check = Callable[[Content, date], Iterator[Problem]]

# What each post and page is judged by, whatever the others say.
OF_EACH: tuple[Check, ...] = (
    references.references_exist,
    dates.days_stand_in_order,
    dates.nothing_happens_ahead_of_time,
    dates.posts_to_come_are_told,
    titles.titles_hold_no_markup,
    consent.known_people_have_agreed,
    consent.consent_covers_what_is_told,
    consent.consent_names_the_site,
    consent.minors_agree_with_their_guardians,
    consent.consent_still_holds,
    figures.inserts_name_facts,
    figures.titles_hold_no_inserts,
    figures.figures_come_from_data,
    pictures.files_exist,
    pictures.recordings_can_be_heard,
    pictures.descriptions_describe,
    pictures.body_pictures_are_sound,
    pictures.body_pictures_are_declared,
    photos.pictures_can_be_published,
    photos.pictures_are_large_enough,
    brought.attachments_exist,
    brought.files_brought_along_can_go_out,
    maps.no_maps_of_the_country,
    links.links_lead_somewhere,
    links.addresses_can_be_read,
    links.links_lead_to_posts_on_the_site,
    links.links_into_the_site_are_relative,
    safety.no_active_html,
    safety.link_addresses_are_safe,
    privacy.no_personal_numbers,
    households.no_lists_of_poor_households,
    households.small_counts_stay_unsaid,
    households.story_addresses_hold_no_name,
    letters.titles_hold_words,
    letters.paper_can_show_every_letter,
    wording.words_are_kind,
    wording.templates_are_filled_in,
    approvals.published_posts_are_approved,
    bodies.bodies_can_be_made,
    bodies.bodies_say_something,
    counted.typed_numbers_go_out,
    counted.typed_words_go_out,
    counted.numbers_are_heard,
)

# What the data are judged by.
OF_DATA: tuple[Check, ...] = (
    references.references_exist,
    dates.days_stand_in_order,
    dates.nothing_happens_ahead_of_time,
    references.active_unit_exists,
    references.topics_have_an_icon,
    thanks.people_thanked_have_agreed,
    dates.launches_fall_in_their_year,
    dates.events_say_when_once,
    dates.hours_belong_to_one_day,
    policies.facts_hold_one_value,
    policies.facts_have_their_own_names,
    policies.numbers_have_units,
    policies.uncertain_facts_are_no_headlines,
    policies.sources_say_what_they_are,
    policies.benefits_rest_on_documents_in_effect,
    policies.conditions_name_known_values,
    policies.conditions_can_be_met,
    policies.full_texts_exist,
    letters.paper_can_show_every_letter,
    brought.files_brought_along_can_go_out,
    boards.private_contacts_have_agreed,
    boards.notices_name_nobody_else,
    boards.notices_hold_no_personal_numbers,
    boards.prices_have_their_day,
    boards.notices_end_in_time,
    indicators.tables_have_their_indicator,
    indicators.figures_make_sense,
    indicators.each_figure_stands_once,
    indicators.villages_are_not_split_by_people,
    indicators.small_figures_are_hidden,
    approvals.policies_are_approved,
)

# What compares posts, pages and files with each other.
OF_ALL: tuple[Check, ...] = (
    references.post_ids_are_unique,
    references.addresses_belong_to_one_page,
    references.old_addresses_are_free,
    references.campaign_pages_exist,
    references.materials_lead_somewhere,
    references.activities_name_known_posts,
    files.names_fit_every_disk,
    files.names_differ_by_more_than_case,
    brought.nothing_lies_about,
)

CHECKS: tuple[Check, ...] = tuple(dict.fromkeys((*OF_EACH, *OF_DATA, *OF_ALL)))

# What only a site for the public must have; writing and trying out needs none of it.
RELEASE_CHECKS: tuple[Check, ...] = (
    release.site_says_who_answers_for_it,
    release.residents_can_call,
    release.site_has_its_own_address,
    release.samples_are_hidden,
    release.active_unit_is_in_force,
)


def check(judged: Judged, *, release: bool = False) -> list[Problem]:
    """Return what is wrong with the content, sorted, each thing once.

    Args:
        judged: everything that could be read, and where its links may lead.
        release: also ask for what a public site must have.
    """
    content = judged.content
    found = {*of_data(judged), *of_all(judged)}
    for post in content.posts:
        found.update(of_each(judged, post))
    for page in content.pages:
        found.update(of_each(judged, page))
    if release:
        found.update(_told(RELEASE_CHECKS, whole(judged), judged))
    return sorted(found)


@kept_question
def of_each(judged: Judged, owner: Post | Page) -> tuple[Problem, ...]:
    """Return what is wrong with one post or page."""
    with about(owner.path):
        return _told(OF_EACH, alone(judged, owner), judged)


@kept_question
def of_data(judged: Judged) -> tuple[Problem, ...]:
    """Return what is wrong with the data."""
    return _told(OF_DATA, alone(judged, None), judged)


@kept_question
def of_all(judged: Judged) -> tuple[Problem, ...]:
    """Return what is wrong when posts, pages and files are compared."""
    return _told(OF_ALL, whole(judged), judged)


def _told(rules: Iterable[Check], content: Content, judged: Judged) -> tuple[Problem, ...]:
    found = (problem for rule in rules for problem in rule(content, judged.today))
    return tuple(
        problem.of_unfinished_post() if _is_unfinished(problem, judged) else problem
        for problem in found
    )


def _is_unfinished(problem: Problem, judged: Judged) -> bool:
    post = find(judged.content.posts, problem.path)
    return post is not None and post.status != "published"
