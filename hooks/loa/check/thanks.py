"""Who is praised or thanked in public has agreed to it."""

from collections.abc import Iterator
from datetime import date

from loa.check.values import problem
from loa.model.consent import Consent
from loa.model.content import Content
from loa.model.plan import Campaign
from loa.problems import Level, Problem

# A public decision names a collective; a person or a family may still not want to be shown.
NEED_CONSENT = ("ca-nhan", "ho")


def people_thanked_have_agreed(content: Content, today: date) -> Iterator[Problem]:
    """A person commended and everyone thanked by name agreed to be named on the site."""
    for campaign in content.campaigns.values():
        for position, honour in enumerate(campaign.commendations):
            key = f"commendations.{position}"
            if honour.consent is None and honour.kind in NEED_CONSENT:
                message = (
                    f"«{honour.name}» là cá nhân hoặc hộ gia đình mà chưa có sự đồng ý; "
                    "hãy điền «consent» hoặc bỏ mục này"
                )
                yield problem(campaign, f"{key}.name", message)
            yield from _weak(campaign, f"{key}.consent", honour.consent, today)
        for position, donor in enumerate(campaign.donors):
            yield from _weak(campaign, f"donors.{position}.consent", donor.consent, today)


def _weak(campaign: Campaign, key: str, consent: Consent | None, today: date) -> Iterator[Problem]:
    if consent is None:
        return
    if "ten" not in consent.scope:
        yield problem(campaign, f"{key}.scope", "chưa gồm «ten»; chưa được nêu tên thì bỏ mục này")
    if "web" not in consent.channels:
        message = "chưa gồm «web»; chưa được nêu ở trang web thì bỏ mục này"
        yield problem(campaign, f"{key}.channels", message)
    if not consent.holds(today):
        message = "sự đồng ý chưa đến ngày, đã hết hạn hoặc đã rút; tên này không hiện trên trang"
        yield problem(campaign, key, message, Level.REMINDER)
