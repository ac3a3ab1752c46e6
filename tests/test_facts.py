"""Facts in prose: ``{{ lai-suat }}`` prints what the data holds, and says so when it holds none."""

import subprocess
import sys

import pytest

from loa.ask import facts
from loa.ask.facts import UnknownInsert, expand, unresolved
from loa.model.content import Content
from loa.model.policies import Policy
from patience import LONGEST
from town import Town

LOAN = "vay-von-ho-ngheo"
FACTS = [
    {"id": "muc-vay", "label": "Mức vay", "amount": "100.000.000", "unit": "mỗi hộ",
     "applies_from": "1/3/2019", "applies_to": "31/12/2027"},
    {"id": "lai-suat", "label": "Lãi suất", "rate": "6,24", "unit": "một năm"},
    {"id": "thoi-han", "label": "Thời hạn", "number": 120, "unit": "tháng"},
    {"id": "het-han", "label": "Dùng đến", "day": "31/12/2026", "unit": "không in ra"},
    {"id": "loi", "label": "Lời", "text": "Gia đình không phải thế chấp."},
]  # fmt: skip


@pytest.fixture
def content(town: Town) -> Content:
    """A town with one policy that has a fact of each kind, a campaign and three events."""
    town.policy(facts=[{**fact, "as_of": "1/11/2026"} for fact in FACTS])
    town.entry("legal_documents", "07/2021/NĐ-CP", effective_to="31/12/2026")
    town.entry("campaigns", "cao-diem", title="Tháng cao điểm", starts="10-17", ends="11-18")
    event = {"title": "Một việc", "kind": "khac"}
    town.entry("events", "bao-cao", **event, yearly_before="05-20")
    town.entry("events", "ra-soat", **event, yearly="09-01", yearly_until="12-14")
    town.entry("events", "hoi-thi", **event, on="2/9/2026")
    return town.content()


@pytest.fixture
def policy(content: Content) -> Policy:
    """The town's only policy."""
    return content.policies[LOAN]


def draw(name: str, policy: Policy) -> str:
    """A block, as a test sees it."""
    return f"[{name} của {policy.id}]"


@pytest.mark.parametrize(
    ("insert", "printed"),
    [
        ("muc-vay", "100\u00a0triệu đồng mỗi hộ"),
        ("muc-vay so", "100\u00a0triệu đồng"),
        ("muc-vay tu", "01/3/2019"),
        ("muc-vay den", "31/12/2027"),
        ("muc-vay tinh-den", "01/11/2026"),
        ("lai-suat", "6,24% một năm"),
        ("lai-suat so", "6,24%"),
        ("thoi-han", "120 tháng"),
        ("thoi-han so", "120"),
        ("het-han", "31/12/2026"),
        ("loi", "Gia đình không phải thế chấp."),
        ("vay-von-ho-ngheo.lai-suat", "6,24% một năm"),
        ("  lai-suat\u00a0 so\t", "6,24%"),
        ("cac-buoc", "[cac-buoc của vay-von-ho-ngheo]"),
        ("vay-von-ho-ngheo.giay-to", "[giay-to của vay-von-ho-ngheo]"),
        ("vb 07/2021/NĐ-CP", "07/2021/NĐ-CP"),
        ("vb 07/2021/NĐ-CP ten", "Chuẩn nghèo đa chiều"),
        ("vb 07/2021/NĐ-CP co-quan", "Chính phủ"),
        ("vb 07/2021/NĐ-CP ngay", "27/01/2021"),
        ("vb 07/2021/NĐ-CP hieu-luc", "15/3/2021"),
        ("vb 07/2021/NĐ-CP het", "31/12/2026"),
        ("chien-dich cao-diem", "Tháng cao điểm"),
        ("chien-dich cao-diem tu", "17/10"),
        ("chien-dich cao-diem den", "18/11"),
        ("su-kien bao-cao truoc", "20/5"),
        ("su-kien bao-cao den", "19/5"),
        ("su-kien ra-soat tu", "01/9"),
        ("su-kien ra-soat den", "14/12"),
        ("su-kien hoi-thi tu", "02/9/2026"),
        ("su-kien hoi-thi den", "02/9/2026"),
        ("don-vi", "xã Đak Thử"),
        ("don-vi ubnd", "UBND xã Đak Thử"),
        ("don-vi thuoc", "tỉnh Ví Dụ"),
        ("tinh-den", "01/11/2026"),
    ],
)
def test_an_insert_prints_what_the_data_holds(
    content: Content, policy: Policy, insert: str, printed: str
) -> None:
    """One change in data/ changes every sentence that tells it."""
    text = f"Xem {{{{{insert}}}}}, bà con nhé."

    assert expand(text, content, policy, draw) == f"Xem {printed}, bà con nhé."
    assert list(unresolved(text, content, policy)) == []


@pytest.mark.parametrize(
    ("insert", "advice"),
    [
        ("lai-xuat", f"chính sách «{LOAN}» không có «lai-xuat»; có phải ý bạn là «lai-suat»?"),
        ("vay-von.lai-suat", f"không có chính sách «vay-von»; có phải ý bạn là «{LOAN}»?"),
        ("lai-suat bao-nhieu", "không hiểu «bao-nhieu»; hãy chọn: so, tu, den, tinh-den"),
        ("lai-suat so tu", "không hiểu «so tu»; có phải ý bạn là «so»?"),
        ("lai-suat tu", "dữ liệu chưa ghi «tu» của mục này"),
        ("vb 07/2021/ND-CP", "không có văn bản «07/2021/ND-CP»; có phải ý bạn là «07/2021/NĐ-CP»?"),
        ("vb", "không có văn bản «»; hãy chọn: 07/2021/NĐ-CP"),
        ("chien-dich tet", "không có chiến dịch «tet»; hãy chọn: cao-diem"),
        ("su-kien hoithi", "không có sự kiện «hoithi»; có phải ý bạn là «hoi-thi»?"),
        ("don-vi huyen", "không hiểu «huyen»; hãy chọn: ubnd, thuoc"),
    ],
)
def test_an_insert_that_names_nothing_says_what_there_is(
    content: Content, policy: Policy, insert: str, advice: str
) -> None:
    """A slip in a name is told with its line; no page ever shows an empty place."""
    text = f"Một.\nHai {{{{ {insert} }}}}."

    assert list(unresolved(text, content, policy)) == [(1, f"«{{{{ {insert} }}}}»: {advice}")]
    with pytest.raises(UnknownInsert):
        expand(text, content, policy, draw)


def test_a_post_without_a_policy_names_the_policy_it_means(content: Content) -> None:
    """News and questions say whose rate they quote."""
    advice = "ở bài này phải viết cả mã chính sách, ví dụ vay-von-ho-ngheo.lai-suat"

    assert list(unresolved("{{ lai-suat }}", content, None)) == [
        (0, f"«{{{{ lai-suat }}}}»: {advice}")
    ]
    assert expand("{{ vay-von-ho-ngheo.lai-suat so }}", content, None, draw) == "6,24%"
    assert expand("{{ tinh-den }}", content, None, draw) == "23/11/2026"


def test_a_new_rate_changes_the_sentence(town: Town, content: Content) -> None:
    """The officer types a rate once."""
    town.fact(amount=None, rate="7,2", unit="một năm")
    changed = town.content()
    policy = changed.policies[LOAN]

    assert expand("Lãi {{ muc-vay }}.", changed, policy, draw) == "Lãi 7,2% một năm."


@pytest.mark.parametrize("text", ["{ lai-suat }", "{{ lai-suat }", "{{\n}}", "{% if %}", "100%"])
def test_other_braces_stay_as_they_are(content: Content, policy: Policy, text: str) -> None:
    """Only a whole insert on one line is one."""
    assert expand(text, content, policy, draw) == text


def test_every_block_can_be_drawn(content: Content, policy: Policy) -> None:
    """Whatever the guide lists as a block is one."""
    for name in facts.BLOCKS:
        assert expand(f"{{{{ {name} }}}}", content, policy, draw) == draw(name, policy)


def test_a_long_run_of_blanks_is_read_at_once() -> None:
    """A page full of blanks after two braces does not stop the machine for an afternoon."""
    work = "from loa.ask.facts import INSERT; INSERT.search('{{' + ' ' * 50_000)"

    assert subprocess.run([sys.executable, "-c", work], timeout=LONGEST).returncode == 0
