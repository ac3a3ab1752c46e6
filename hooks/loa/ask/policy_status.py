"""Whether a policy applies today, said in words that stay true after the build."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from loa.ask import views
from loa.ask.meta import Meta
from loa.model.content import Content
from loa.model.policies import Policy
from loa.text.vietnamese import day_text

SOON = timedelta(days=90)


@dataclass(frozen=True)
class Status:
    """The state of a policy between two days; ``level`` picks the colour and the icon."""

    level: str
    strong: str
    text: str = ""
    since: date | None = None
    until: date | None = None

    def badge(self) -> Meta:
        """Return the short form for cards; the browser shows it only between its days."""
        return {"level": self.level, "text": self.strong.rstrip("."), **self._days()}

    def notice(self) -> Meta:
        """Return the long form for the page; the browser shows it only between its days."""
        return {
            "level": {"ok": "ok", "ending": "sun", "coming": "sun", "ask": "info"}.get(
                self.level, "danger"
            ),
            "strong": self.strong,
            "text": self.text,
            **self._days(),
        }

    def _days(self) -> Meta:
        return {
            "from": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
        }


def policy_status(policy: Policy, content: Content, today: date) -> Status:
    """Return the state on ``today``."""
    states = policy_states(policy, content, today)
    return next(
        state
        for state in states
        if (state.since is None or state.since <= today)
        and (state.until is None or today <= state.until)
    )


def policy_states(policy: Policy, content: Content, today: date) -> list[Status]:
    """Return the states from now on, in order of time; together they cover every day."""
    states = []
    begins, ends = policy.valid_from, policy.valid_to
    if begins and begins > today:
        text = f"Bây giờ chưa dùng; bắt đầu từ {day_text(begins)}."
        states.append(
            Status("coming", f"Áp dụng từ {day_text(begins)}.", text, until=_before(begins))
        )
    since = begins if states else None
    if ends is None:
        states += _in_force(policy, content, today, since, None)
    else:
        states += _until_the_end(policy, content, today, since, ends)
    return states


def _until_the_end(
    policy: Policy, content: Content, today: date, since: date | None, ends: date
) -> list[Status]:
    states = []
    if ends >= today:
        soon = max(ends - SOON, since or ends - SOON)
        if soon > (since or today):
            states += _in_force(policy, content, today, since, _before(soon))
            since = soon
        text = "Sau ngày đó có quy định khác."
        states.append(Status("ending", f"Dùng đến hết {day_text(ends)}.", text, since, ends))
        since = ends + timedelta(days=1)
    text = f"Đã hết hiệu lực từ {day_text(ends + timedelta(days=1))}. Chỉ để tra cứu."
    states.append(Status("ended", "Chính sách giai đoạn trước.", text, since))
    return states


def _in_force(
    policy: Policy, content: Content, today: date, since: date | None, until: date | None
) -> list[Status]:
    """Return one state, or two where the last document under the policy ends in between."""
    last = views.last_day_of_documents(policy, content)
    if last is None or (until and last >= until):
        return [_applies(policy, since, until)]
    text = "Bà con hỏi cán bộ về quy định mới."
    ended = Status("ended", "Văn bản làm căn cứ đã hết hiệu lực.", text, since, until)
    if last < (since or today):
        return [ended]
    return [_applies(policy, since, last), replace(ended, since=last + timedelta(days=1))]


def _applies(policy: Policy, since: date | None, until: date | None) -> Status:
    checked = f"Thông tin đến {day_text(policy.as_of)}."
    if policy.validity_confirmed:
        return Status("ok", "Đang áp dụng.", checked, since, until)
    text = f"{checked} Chưa có nguồn nói rõ nay còn áp dụng như cũ."
    return Status("ask", "Cần hỏi lại cán bộ.", text, since, until)


def _before(day: date) -> date:
    return day - timedelta(days=1)
