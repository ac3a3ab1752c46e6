"""Honours and thanks on the page of a campaign: only who agreed, nobody invented."""

from collections.abc import Iterable
from datetime import date

from loa.ask import paths
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.model import words
from loa.model.consent import Consent
from loa.model.plan import Campaign
from loa.model.posts import Page, Story
from loa.text.vietnamese import sort_key


def thanks(page: Page, showing: Showing) -> Meta | None:
    """Return what the page of a campaign says of honours and donors; None for other pages."""
    path = page.path.removeprefix("docs/")
    campaigns = [one for one in showing.content.campaigns.values() if one.page == path]
    if not campaigns:
        return None
    return {
        "commendations": _by_year(_honours(campaigns, showing.today)),
        "awarded": _awarded_stories(showing),
        "donors": _by_year(_donors(campaigns, showing.today)),
    }


def _honours(campaigns: Iterable[Campaign], today: date) -> list[tuple[int, Meta]]:
    return [
        (
            honour.year,
            {
                "name": honour.name,
                "text": honour.award,
                "more": "; ".join(part for part in (honour.reason, honour.decision) if part),
            },
        )
        for campaign in campaigns
        for honour in campaign.commendations
        if honour.consent is None or may_be_named(honour.consent, today)
        if honour.consent or honour.kind not in ("ca-nhan", "ho")
    ]


def _donors(campaigns: Iterable[Campaign], today: date) -> list[tuple[int, Meta]]:
    return [
        (
            donor.year,
            {"name": donor.name, "text": donor.gift or "", "more": words.THANKED[donor.kind]},
        )
        for campaign in campaigns
        for donor in campaign.donors
        if may_be_named(donor.consent, today)
    ]


def may_be_named(consent: Consent, today: date) -> bool:
    """Say whether somebody agreed, and still agrees, to be named on the site."""
    return consent.holds(today) and "ten" in consent.scope and "web" in consent.channels


def _by_year(entries: list[tuple[int, Meta]]) -> list[Meta]:
    """Return the entries year by year, the newest first, names in the order of the alphabet."""
    years = sorted({year for year, _ in entries}, reverse=True)
    return [
        {
            "year": str(year),
            "items": sorted(
                (entry for found, entry in entries if found == year),
                key=lambda entry: sort_key(str(entry["name"])),
            ),
        }
        for year in years
    ]


def _awarded_stories(showing: Showing) -> list[Meta]:
    """Return the stories of those who were honoured; samples are nobody's honour."""
    return [
        {
            "title": story.title,
            "url": showing.edition.url(paths.post(story)),
            "text": story.award or "",
        }
        for story in showing.published
        if isinstance(story, Story) and story.award
    ]
