"""The rules files: each mistake refused by name, the council's standards laid over the law."""

import re
import textwrap
import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.dates import Span
from carelink.duties import FINDERS, duties_of
from carelink.errors import RulebookError
from carelink.rulebook import Rulebook, load_rulebook, packaged
from carelink.rules.reading import read_rules
from carelink.words import LAW, Basis, State, Status
from tests.carelink.lives import days_of_asking, lives
from tests.people import a_case, a_former_relevant

RULES = load_rulebook()
DUTIES = [pytest.param(rule, id=rule.duty) for rule in RULES.rules]
LOCAL = tuple(read_rules(packaged("medway.toml"), "medway.toml").duties)

# One local duty, written out whole; the tests put one mistake into it each.
GOOD = """council = "Elsewhere"

[pa_vacancy]
title = "No gap between advisers"
called = "a new personal adviser"
says = "When an adviser leaves, another is allocated within ten days."
changes = "Allocating a personal adviser."
who = "team_manager"
applies_to = ["eligible", "relevant", "former_relevant"]
repeats = true
may_decline = false

[[pa_vacancy.version]]
from = 2020-04-01
basis = "local_standard"
law = "Elsewhere's practice standard, 2020"
link = "https://elsewhere.example/standards"
within = "10 days"
notice = "5 days"
verified = true
checked_on = 2026-11-01
"""
LATER = """
[[pa_vacancy.version]]
from = 2024-04-01
basis = "local_standard"
law = "Elsewhere's practice standard, 2024"
within = "5 days"
notice = "5 days"
verified = true
checked_on = 2026-11-01
"""


HEAD = GOOD.partition("[[")[0]
OWED_TO = 'applies_to = ["eligible", "relevant", "former_relevant"]'


def with_line(line: str, old: str = "") -> str:
    """The good file with one line put into its version, or in the place of an old one."""
    assert old == "" or GOOD.count(old) == 1
    return GOOD.replace(old, line) if old else f"{GOOD}{line}\n"


def without_line(start: str) -> str:
    kept = [line for line in GOOD.splitlines() if not line.startswith(start)]
    assert len(kept) == len(GOOD.splitlines()) - 1
    return "\n".join(kept)


def refused(standards: str) -> str:
    with pytest.raises(RulebookError) as wrong:
        load_rulebook(standards)
    return str(wrong.value)


def test_the_good_file_is_taken():
    rule = load_rulebook(GOOD).rule("pa_vacancy")
    assert (str(rule.within), rule.notice, rule.from_council) == ("10 days", 5, "Elsewhere")
    assert rule.source_for(Basis.LOCAL) == "Elsewhere's practice standard, 2020"


def test_a_byte_order_mark_before_the_first_word_is_no_mistake():
    assert load_rulebook("\ufeff" + GOOD).council == "Elsewhere"


MISTAKES = {
    "a word in a version that is not known": (with_line('withing = "9 days"'), "withing"),
    "a word of the duty that is not known": (
        with_line('titel = "Gap"', 'title = "No gap between advisers"'),
        "titel",
    ),
    "no title": (without_line("title"), 'needs "title" in words'),
    "a title that is no text": (
        with_line("title = 3", 'title = "No gap between advisers"'),
        'needs "title" in words',
    ),
    "an empty sentence": (
        with_line('changes = " "', 'changes = "Allocating a personal adviser."'),
        'needs "changes" in words',
    ),
    "nobody who owes it": (without_line("who"), 'needs "who" in words'),
    "somebody unknown who owes it": (
        with_line('who = "the_team"', 'who = "team_manager"'),
        "personal_adviser, social_worker, nurse, team_manager",
    ),
    "repeats that is neither true nor false": (
        with_line('repeats = "yes"', "repeats = true"),
        'needs "repeats" as true or false',
    ),
    "no word on declining": (without_line("may_decline"), 'needs "may_decline" as true or false'),
    "no citation": (without_line("law"), 'a version without "law"'),
    "an empty citation": (
        with_line('law = ""', 'law = "Elsewhere\'s practice standard, 2020"'),
        'a version without "law"',
    ),
    "a citation that is no text": (
        with_line("law = 2020", 'law = "Elsewhere\'s practice standard, 2020"'),
        'a version without "law"',
    ),
    "a link that is no text": (
        with_line("link = 1", 'link = "https://elsewhere.example/standards"'),
        '"link" must be words in quotes',
    ),
    "a start in quotes": (
        with_line('from = "2020-04-01"', "from = 2020-04-01"),
        '"from" must be a date such as 2026-11-01, without quotes',
    ),
    "a start with a time": (
        with_line("from = 2020-04-01T09:00:00", "from = 2020-04-01"),
        '"from" must be a date',
    ),
    "no day on which it was checked": (without_line("checked_on"), '"checked_on" in each version'),
    "no word on whether it was verified": (without_line("verified"), 'needs "verified"'),
    "verified that is neither true nor false": (
        with_line('verified = "no"', "verified = true"),
        'needs "verified" (true or false)',
    ),
    "ends that is neither true nor false": (with_line("ends = 1"), '"ends" must be true or false'),
    "an unknown basis": (
        with_line('basis = "habit"', 'basis = "local_standard"'),
        "statute, regulation, statutory_guidance",
    ),
    "no basis": (without_line("basis"), '"basis" must be one of'),
    "an unknown basis of the interval": (
        with_line('interval_basis = "habit"'),
        '"basis" must be one of',
    ),
    "a council's standard that says it is law": (
        with_line('basis = "regulation"', 'basis = "local_standard"'),
        '"basis" must be local_standard or good_practice',
    ),
    "a span that is none": (
        with_line('within = "soon"', 'within = "10 days"'),
        '"within" must be a span such as "2 months"',
    ),
    "a span without its unit": (
        with_line("within = 10", 'within = "10 days"'),
        '"within" must be a span',
    ),
    "a span that runs backwards": (
        with_line('within = "-10 days"', 'within = "10 days"'),
        '"within" must be a span',
    ),
    "a span beyond a lifetime": (
        with_line('within = "101 years"', 'within = "10 days"'),
        '"within" must be at most 100 years',
    ),
    "a span beyond the calendar": (
        with_line('within = "9999 years"', 'within = "10 days"'),
        '"within" must be a span',
    ),
    "no span to count with": (without_line("within"), 'needs "within", a span of time'),
    "notice that is not in days": (
        with_line('notice = "2 weeks"', 'notice = "5 days"'),
        '"notice" must be in days',
    ),
    "no notice": (without_line("notice"), '"notice" must be a span'),
    "a status that is not known": (
        with_line('applies_to = ["everyone"]', OWED_TO),
        "a status that is not known ('everyone'",
    ),
    "nobody it is owed to": (
        with_line("applies_to = []", OWED_TO),
        'needs "applies_to"',
    ),
    "one status without its list": (
        with_line('applies_to = "eligible"', OWED_TO),
        'needs "applies_to"',
    ),
    "no version": (HEAD, "at least one version"),
    "a duty that is no table": ('pa_vacancy = "never"', "at least one version"),
    "a version that is no table": (HEAD + "version = 5", "[[pa_vacancy.version]]"),
    "a version that is no list": (
        with_line("[pa_vacancy.version]", "[[pa_vacancy.version]]"),
        "[[pa_vacancy.version]]",
    ),
    "versions in a list of numbers": (
        HEAD + "version = [1]",
        "[[pa_vacancy.version]]",
    ),
    "the newest version first": (
        GOOD.replace("from = 2020-04-01", "from = 2025-04-01") + LATER,
        "versions out of order; put the oldest first",
    ),
    "two versions of one day": (
        GOOD.replace("from = 2020-04-01", "from = 2024-04-01") + LATER,
        "versions out of order",
    ),
    "a second version without a start": (
        GOOD + LATER.replace("from = 2024-04-01\n", ""),
        "versions out of order",
    ),
    "an end before there was a beginning": (with_line("ends = true"), "ends before it began"),
}


@pytest.mark.parametrize(("standards", "says"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_refused_with_the_file_and_the_rule_named(standards, says):
    told = refused(standards)
    assert told.startswith("the council's standards file: [pa_vacancy] "), told
    assert says in told
    assert told.endswith(".")


TIGHTENED = {
    "tighten that is a number": ("tighten = 3", "[tighten.pa_visit_2m]"),
    "a tightened duty that is a number": ("[tighten]\npa_visit_2m = 3", "[tighten.pa_visit_2m]"),
    "a duty that is none": ('[tighten.pa_visit_3m]\nwithin = "1 week"', '"pa_visit_3m"'),
    "a span that the duty has not": ('[tighten.pa_visit_2m]\nlead = "1 week"', '"lead"'),
    "the notice": ('[tighten.pa_visit_2m]\nnotice = "1 day"', '"notice"'),
    "a window": ('[tighten.oc3_contact]\nbefore = "1 month"', '"before" of "oc3_contact" cannot'),
    "a span that is none": ('[tighten.pa_visit_2m]\nwithin = "often"', '"within" must be a span'),
    "longer than the law": (
        '[tighten.pa_visit_2m]\nwithin = "9 weeks"',
        '"pa_visit_2m" may be tightened, never loosened: 9 weeks can fall later than 2 months',
    ),
    "longer than the law in some months alone": (
        '[tighten.pa_visit_2m]\nwithin = "60 days"',
        "60 days can fall later than 2 months",
    ),
    "less time ahead of a birthday": (
        '[tighten.health_history_18]\nlead = "0 days"',
        "0 days can fall later than 1 day",
    ),
    "the law written anew": (
        GOOD.replace("pa_vacancy", "pa_visit_2m"),
        '"pa_visit_2m" is set by law. To ask for more, tighten it under [tighten]',
    ),
    "a duty of the council's own making": (
        GOOD.replace("pa_vacancy", "pa_birthday_card"),
        '"pa_birthday_card" is no duty that CareLink knows',
    ),
    "a name that is no text": ("council = 3", '"council" must be the council\'s name in quotes'),
    "the same word twice": ('council = "A"\ncouncil = "B"', "that can be read: Cannot "),
    "the same duty twice": (GOOD + GOOD.partition("\n")[2], "that can be read: Cannot "),
    "words without quotes": ("council = Elsewhere", "that can be read: Invalid value (at line 1"),
}


@pytest.mark.parametrize(("standards", "says"), TIGHTENED.values(), ids=TIGHTENED)
def test_what_a_council_may_not_say_is_refused(standards, says):
    told = refused(standards)
    assert told.startswith("the council's standards file"), told
    assert says in told


def test_a_mistake_in_a_packaged_file_is_named_by_that_file():
    with pytest.raises(RulebookError, match=re.escape("england.toml: [pa_vacancy] ")):
        read_rules(without_line("law"), "england.toml")


@pytest.mark.parametrize("says_little", ["", 'council = "Elsewhere"', "# Nothing yet."])
def test_a_council_that_says_little_keeps_medways_standards(says_little):
    rulebook = load_rulebook(says_little)
    assert rulebook.rules == RULES.rules
    assert {r.from_council for r in rulebook.rules if r.duty in LOCAL} == {"Medway"}


def test_what_a_council_says_of_one_duty_leaves_the_others_alone():
    rulebook = load_rulebook(GOOD)
    changed = [r.duty for r, was in zip(rulebook.rules, RULES.rules, strict=True) if r != was]
    assert changed == ["pa_vacancy"]
    assert rulebook.council == "Elsewhere"


def test_a_tightened_duty_says_whose_standard_it_is_and_stays_law():
    rule = load_rulebook('council = "Elsewhere"\n[tighten.pa_visit_2m]\nwithin = "6 weeks"').rule(
        "pa_visit_2m"
    )
    was = RULES.rule("pa_visit_2m")
    assert rule.within == Span(6, "week")
    assert (rule.basis, rule.interval_basis) == (Basis.REGULATION, Basis.LOCAL)
    assert (rule.law, rule.link, rule.from_council) == (was.law, was.link, "Elsewhere")


def test_a_tightened_duty_falls_due_sooner(today):
    homes = [{"start": date(2026, 10, 1), "type": "U", "provided_by_authority": True}]
    case = a_former_relevant(homes=homes)
    stricter = load_rulebook('[tighten.pa_visit_2m]\nwithin = "6 weeks"')
    assert row_of(case, RULES, "pa_visit_2m", today).due_on == date(2026, 12, 1)
    assert row_of(case, stricter, "pa_visit_2m", today).due_on == date(2026, 11, 12)


def test_more_time_ahead_of_a_birthday_is_stricter(today):
    stricter = load_rulebook('[tighten.health_history_18]\nlead = "3 months"')
    assert str(stricter.rule("health_history_18").lead) == "3 months"


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_eight_weeks_never_end_after_two_months(day):
    assert RULES.rule("pa_contact_8w").within.after(day) <= Span(2, "month").after(day)


_SPANS = st.builds(Span, st.integers(0, 70), st.sampled_from(("day", "week", "month")))


@given(_SPANS, st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_a_tightening_that_is_taken_is_never_later_than_the_law(span, day):
    standards = f'[tighten.pa_visit_2m]\nwithin = "{span}"'
    law = RULES.rule("pa_visit_2m").within
    try:
        tightened = load_rulebook(standards).rule("pa_visit_2m").within
    except RulebookError:
        later = [d for d in days_of_four_years() if span.after(d) > law.after(d)]
        assert later
    else:
        assert tightened.after(day) <= law.after(day)


def days_of_four_years() -> list[date]:
    return [date(2024, 1, 1) + timedelta(days=days) for days in range(4 * 366)]


@pytest.mark.parametrize("rule", DUTIES)
def test_every_packaged_rule_is_cited_dated_and_titled(rule):
    assert len(rule.law) > 10
    assert date(2026, 1, 1) <= rule.checked_on <= date(2026, 12, 31)
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    for sentence in (rule.says, rule.changes):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
    assert rule.effective_from is not None or rule.basis not in LAW
    assert rule.link.startswith("https://") or rule.basis not in LAW
    assert not rule.ends


def test_the_duties_of_the_rules_files_are_those_that_are_counted():
    assert sorted(rule.duty for rule in RULES.rules) == sorted(FINDERS)
    assert list(RULES.in_force(date(2026, 11, 24))) == [rule.duty for rule in RULES.rules]


def test_medways_own_standards_are_not_shown_as_law():
    assert {RULES.rule(duty).basis for duty in LOCAL} == {Basis.LOCAL}
    assert {rule.from_council for rule in RULES.rules if rule.duty not in LOCAL} == {""}


EVERYONE = ", ".join(f'"{status}"' for status in Status)


@settings(max_examples=20)
@given(st.data(), lives())
def test_a_council_may_owe_its_own_duties_to_anyone(data, case):
    rows = f"applies_to = [{EVERYONE}]"
    rulebook = load_rulebook(re.sub(r"(?m)^applies_to = .*", rows, packaged("medway.toml")))
    for day in data.draw(days_of_asking(case)):
        assert all(row.reason for row in duties_of(case, rulebook, day))


class Asked(dict[str, Span]):
    """Spans that note which of them were asked for."""

    def __init__(self, spans: Mapping[str, Span]) -> None:
        super().__init__(spans)
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> Span:
        self.names.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Span) -> Span:
        self.names |= {name} & set(self)
        return super().get(name, default)


def test_each_rule_has_the_spans_that_are_counted_with_and_no_others():
    asked = {rule.duty: Asked(rule.spans) for rule in RULES.rules}
    noting = {rule.duty: (rule._replace(spans=asked[rule.duty]),) for rule in RULES.rules}
    rulebook = Rulebook(noting, "Medway")
    for table in Path(__file__).with_name("cases").glob("*.toml"):
        for given_case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]:
            expected = given_case.pop("expect")
            del given_case["name"]
            case = a_case(**given_case)
            for day in {one["day"] for one in expected}:
                duties_of(case, rulebook, day)
    assert {duty: spans.names for duty, spans in asked.items()} == {
        rule.duty: set(rule.spans) for rule in RULES.rules
    }


def row_of(case, rulebook, duty, day):
    return next(row for row in duties_of(case, rulebook, day) if row.duty == duty)


def left(on: date, born: date = date(2005, 5, 10)):
    """A former relevant young person whose adviser left on the day."""
    adviser = {"worker_id": "W1", "role": "personal_adviser", "start": date(2023, 1, 1), "end": on}
    return a_former_relevant(born, allocations=[adviser])


@pytest.mark.parametrize(
    ("day", "due_on", "law"),
    [
        (date(2024, 3, 31), date(2024, 3, 30), "2020"),
        (date(2024, 4, 1), date(2024, 3, 25), "2024"),
    ],
)
def test_a_later_version_takes_effect_on_its_day(day, due_on, law):
    case = left(on=date(2024, 3, 20))
    row = row_of(case, load_rulebook(GOOD + LATER), "pa_vacancy", day)
    assert row.due_on == due_on
    assert row.source == f"Elsewhere's practice standard, {law}"


def test_before_the_first_version_the_first_one_answers():
    rulebook = load_rulebook(GOOD + LATER)
    assert str(rulebook.in_force(date(2015, 1, 1))["pa_vacancy"].within) == "10 days"
    assert str(rulebook.rule("pa_vacancy").within) == "5 days"


ENDS = LATER.replace('within = "5 days"\n', "ends = true\n")


def test_a_duty_that_has_ended_is_owed_to_nobody_from_its_day():
    rulebook = load_rulebook(GOOD + ENDS.replace("2024-04-01", "2026-11-24"))
    case = left(on=date(2026, 10, 1), born=date(2007, 5, 10))
    day_before = row_of(case, rulebook, "pa_vacancy", date(2026, 11, 23))
    assert (day_before.state, day_before.due_on) == (State.OVERDUE, date(2026, 10, 11))
    on_the_day = row_of(case, rulebook, "pa_vacancy", date(2026, 11, 24))
    assert (on_the_day.state, on_the_day.due_on) == (State.NOT_REQUIRED, None)
    assert on_the_day.reason == (
        "This duty ended on 24 November 2026; nobody is owed it any longer."
    )


def test_a_council_may_say_that_it_has_no_such_standard(today):
    never = GOOD.replace("from = 2020-04-01\n", "ends = true\n").replace('within = "10 days"\n', "")
    rows = duties_of(
        left(on=date(2026, 10, 1), born=date(2007, 5, 10)), load_rulebook(never), today
    )
    assert [row.duty for row in rows] == list(FINDERS)
    row = next(row for row in rows if row.duty == "pa_vacancy")
    assert (row.state, row.reason) == (State.NOT_REQUIRED, "Our standards do not ask for this.")


def test_a_duty_that_has_ended_is_not_owed_where_the_status_cannot_be_told(today):
    rulebook = load_rulebook(GOOD + ENDS)
    rows = duties_of(a_case(people={"date_of_birth": None}), rulebook, today)
    others = {row.state for row in rows if row.duty != "pa_vacancy"}
    assert others == {State.CANNOT_TELL}
    assert [row.state for row in rows if row.duty == "pa_vacancy"] == [State.NOT_REQUIRED]


def test_what_has_ended_need_not_be_tightened(today):
    rulebook = load_rulebook(GOOD + ENDS + '\n[tighten.pa_vacancy]\nwithin = "3 days"\n')
    assert str(rulebook.in_force(date(2021, 1, 1))["pa_vacancy"].within) == "3 days"
    assert rulebook.in_force(today)["pa_vacancy"].ends


@pytest.mark.parametrize(("within", "due_on"), [("8 weeks", 15), ("1 month", 20), ("56 days", 15)])
def test_eight_weeks_may_be_written_in_any_unit(within, due_on, today):
    text = packaged("medway.toml").replace('within = "56 days"', f'within = "{within}"')
    month = 11 if within == "1 month" else 12
    case = a_former_relevant(contacts=[{"on": date(2026, 10, 20), "rung": "seen"}])
    row = row_of(case, load_rulebook(text), "pa_contact_8w", today)
    assert row.due_on == date(2026, month, due_on)
    assert f"Every {within}." in row.reason


@pytest.mark.parametrize(
    ("agreed", "due_on", "told"),
    [(28, date(2026, 11, 17), "Every 28 days, as the plan agrees."), (90, None, "Every 8 weeks.")],
)
def test_a_plan_never_agrees_to_less_than_the_standard_in_weeks(agreed, due_on, told, today):
    text = packaged("medway.toml").replace('within = "56 days"', 'within = "8 weeks"')
    case = a_former_relevant(
        contacts=[{"on": date(2026, 10, 20), "rung": "seen"}],
        plans=[{"started_on": date(2026, 1, 1), "contact_every_days": agreed}],
    )
    row = row_of(case, load_rulebook(text), "pa_contact_8w", today)
    assert row.due_on == (due_on or date(2026, 12, 15))
    assert told in row.reason


README = packaged("README.md")


def examples() -> list[str]:
    """The blocks of rules in the page on amending, as they would be typed."""
    blocks = [block for block in README.split("\n\n") if block.startswith("    ")]
    return [textwrap.dedent(block) for block in blocks if "python3" not in block]


def test_the_page_on_amending_explains_every_word_of_the_rules_files():
    words = {"ends"}
    for name in ("england.toml", "medway.toml"):
        for duty in tomllib.loads(packaged(name)).values():
            if isinstance(duty, dict):
                words |= {*duty, *(word for version in duty["version"] for word in version)}
    assert {word for word in words - {"version"} if f"`{word}`" not in README} == set()


def test_the_examples_of_the_page_on_amending_are_taken_as_they_stand():
    version, *standards = examples()
    amended = read_rules(f"{packaged('england.toml')}\n{version}", "england.toml")
    assert [str(v["spans"]["within"]) for v in amended.duties["pa_visit_2m"]["version"]] == [
        "2 months",
        "6 weeks",
    ]
    rulebook = load_rulebook("\n".join(standards))
    assert rulebook.council == "Elsewhere"
    assert str(rulebook.rule("pa_visit_2m").within) == "6 weeks"
