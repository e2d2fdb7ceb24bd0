"""What must hold before a fact is recorded: every problem at once, each beside its field."""

from datetime import date

import pytest

from carelink.checks import (
    check_allocation,
    check_contact,
    check_duty_answer,
    check_event,
    check_snooze,
)
from carelink.errors import Refused
from carelink.facts import (
    Activity,
    Allocation,
    Contact,
    DutyAnswer,
    Event,
    Home,
    Person,
    Snooze,
)
from carelink.home.checks import check_home
from carelink.learning.checks import check_activity
from carelink.person.checks import check_person
from carelink.rulebook import load_rulebook
from carelink.words import ACTIVITY_LABELS, HOME_LABELS, LAW, LONGEST_TEXT, RUNGS
from tests.people import a_case

TODAY = date(2026, 11, 24)
TOMORROW = date(2026, 11, 25)
BORN = date(2007, 5, 10)
RULES = load_rulebook()
CASE = a_case(
    people={"date_of_birth": BORN},
    homes=[{"start": date(2026, 3, 1), "type": "U", "row_id": "H1"}],
    activities=[{"start": date(2026, 9, 1), "code": "F4", "row_id": "V1"}],
)


def problems(check, *facts):
    """What is refused, as field and sentence; each sentence is a whole one."""
    with pytest.raises(Refused) as refused:
        check(*facts)
    found = [tuple(problem) for problem in refused.value.problems]
    assert all(says.lstrip('"')[0].isupper() and says.endswith(".") for _, says in found), found
    assert str(refused.value) == " ".join(says for _, says in found)
    return found


def fields(check, *facts):
    return [field for field, _ in problems(check, *facts)]


def test_a_person_with_a_reference_alone_is_taken():
    check_person(Person("P1"), TODAY)
    check_person(Person("P1", date_of_birth=BORN, date_of_death=TODAY, died=True), TODAY)


def test_everything_wrong_with_a_person_is_said_at_once():
    person = Person(" ", date_of_birth=TOMORROW, date_of_death=date(2028, 1, 1))
    assert fields(check_person, person, TODAY) == ["person_id", "date_of_birth", "date_of_death"]


@pytest.mark.parametrize("died", [date(2007, 5, 9), TOMORROW])
def test_nobody_dies_before_they_are_born_or_in_the_future(died):
    person = Person("P1", date_of_birth=BORN, date_of_death=died)
    assert fields(check_person, person, TODAY) == ["date_of_death"]


def a_contact(**more):
    return Contact(**{"contact_id": "C1", "person_id": "A1", "on": TODAY, "rung": "spoke", **more})


@pytest.mark.parametrize("rung", RUNGS)
def test_a_contact_is_taken_however_far_it_got(rung):
    check_contact(CASE, a_contact(rung=rung, begun_by="worker", next_on=TOMORROW), TODAY)


def test_everything_wrong_with_a_contact_is_said_at_once():
    contact = a_contact(
        rung="",
        on=TOMORROW,
        begun_by="their_mother",
        next_on=TODAY,
        note="x" * (LONGEST_TEXT + 1),
        worry="x" * (LONGEST_TEXT + 1),
    )
    assert problems(check_contact, CASE, contact, TODAY) == [
        ("rung", "Choose what happened."),
        ("on", "The day of the contact must be today or in the past."),
        ("begun_by", "Choose who began it."),
        ("next_on", "The next contact must be after this one."),
        ("note", "The text is too long; 100,000 characters is the most."),
        ("worry", "The text is too long; 100,000 characters is the most."),
    ]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"on": None}, "Give the day of the contact."),
        ({"on": date(2007, 5, 9)}, "The day is before they were born (10 May 2007)."),
        ({"rung": "waved"}, "Choose what happened."),
        ({"next_on": TODAY}, "The next contact must be after this one."),
    ],
)
def test_a_contact_is_refused_in_one_sentence(more, says):
    assert [told for _, told in problems(check_contact, CASE, a_contact(**more), TODAY)] == [says]


def test_nobody_is_contacted_after_they_died():
    case = a_case(people={"date_of_birth": BORN, "date_of_death": date(2026, 6, 1)})
    check_contact(case, a_contact(on=date(2026, 6, 1)), TODAY)
    says = "The day is after they died on 1 June 2026."
    assert problems(check_contact, case, a_contact(on=date(2026, 6, 2)), TODAY) == [("on", says)]


def test_the_longest_text_is_taken():
    check_contact(CASE, a_contact(note="x" * LONGEST_TEXT), TODAY)


@pytest.mark.parametrize("kind", HOME_LABELS)
def test_a_home_of_every_kind_is_taken_where_it_is_not_suitable(kind):
    check_home(CASE, Home("A1", TODAY, type=kind, suitable="2", tenancy="none"), TODAY)


@pytest.mark.parametrize("kind", ["S", "X"])
def test_no_fixed_home_and_custody_are_never_suitable(kind):
    home = Home("A1", TODAY, type=kind, suitable="1")
    says = f'"{HOME_LABELS[kind]}" cannot be recorded as suitable.'
    assert problems(check_home, CASE, home, TODAY) == [("suitable", says)]


def test_everything_wrong_with_a_home_is_said_at_once():
    home = Home("A1", TOMORROW, TODAY, type="Q", suitable="3", tenancy="squat")
    told = fields(check_home, CASE, home, TODAY)
    assert told == ["start", "type", "suitable", "tenancy", "end"]


def test_a_home_may_be_left_on_the_day_it_began_and_end_in_the_future():
    check_home(CASE, Home("A1", TODAY, TODAY, type="U"), TODAY)
    check_home(CASE, Home("A1", TODAY, date(2027, 5, 1), type="U"), TODAY)


def test_two_homes_do_not_begin_on_one_day():
    home = Home("A1", date(2026, 3, 1), type="U")
    says = "A home that began that day is recorded already."
    assert problems(check_home, CASE, home, TODAY) == [("start", says)]
    check_home(CASE, home._replace(row_id="H1"), TODAY)
    check_home(CASE, home._replace(start=date(2026, 3, 2)), TODAY)


def test_a_home_needs_the_day_they_moved():
    says = "Give the day of the move."
    assert problems(check_home, CASE, Home("A1", type="U"), TODAY) == [("start", says)]


@pytest.mark.parametrize("code", sorted(set(ACTIVITY_LABELS) - {"F3", "P3"}))
def test_work_or_learning_is_taken_by_every_code_in_use(code):
    check_activity(CASE, Activity("A1", TODAY, code=code), TODAY)


@pytest.mark.parametrize("code", ["", "F9"])
def test_a_code_that_means_nothing_is_refused(code):
    activity = Activity("A1", TODAY, code=code)
    assert problems(check_activity, CASE, activity, TODAY) == [
        ("code", "Choose what they are doing.")
    ]


@pytest.mark.parametrize("code", ["F3", "P3"])
def test_a_code_no_longer_in_use_is_refused(code):
    says = "This code ended in 2022. Choose an apprenticeship, or training or work."
    activity = Activity("A1", TODAY, code=code)
    assert problems(check_activity, CASE, activity, TODAY) == [("code", says)]


def test_everything_wrong_with_work_or_learning_is_said_at_once():
    activity = Activity("A1", TOMORROW, TODAY, code="F9")
    assert fields(check_activity, CASE, activity, TODAY) == ["start", "code", "end"]
    assert fields(check_activity, CASE, Activity("A1", code="F9"), TODAY) == ["start", "code"]


def test_two_activities_do_not_begin_on_one_day():
    activity = Activity("A1", date(2026, 9, 1), code="F1")
    assert fields(check_activity, CASE, activity, TODAY) == ["start"]
    check_activity(CASE, activity._replace(row_id="V1"), TODAY)


def test_an_event_is_of_a_known_kind_on_a_day_that_has_been():
    check_event(Event("E1", "A1", "support_offer", TODAY, "declined"), TODAY)
    wrong = Event("E1", "A1", "birthday_party", TOMORROW, "maybe")
    assert fields(check_event, wrong, TODAY) == ["on", "kind", "outcome"]
    assert fields(check_event, Event("E1", "A1", "support_offer"), TODAY) == ["on"]


def test_an_allocation_is_to_a_worker_of_the_team():
    check_allocation(Allocation("A1", "W1", "personal_adviser", TODAY), {"W1"}, TODAY)
    wrong = Allocation("A1", "W2", "personal_adviser", TOMORROW, TODAY)
    assert fields(check_allocation, wrong, {"W1"}, TODAY) == ["start", "worker_id", "end"]


def a_snooze(duty, until, reason="On holiday"):
    return Snooze("A1", duty, TODAY, until, reason)


def test_a_line_is_set_aside_with_a_reason_until_a_day_after_today():
    rule = RULES.rule("pa_contact_8w")
    check_snooze(rule, date(2026, 11, 20), a_snooze("pa_contact_8w", date(2027, 11, 24)), TODAY)
    assert problems(check_snooze, rule, None, a_snooze("pa_contact_8w", TODAY, " "), TODAY) == [
        ("reason", "Say why this can wait."),
        ("until", "Choose a day after today."),
    ]
    assert fields(check_snooze, rule, None, a_snooze("pa_contact_8w", None), TODAY) == ["until"]


def test_nothing_is_set_aside_for_more_than_a_year():
    rule = RULES.rule("pa_contact_8w")
    snooze = a_snooze("pa_contact_8w", date(2027, 11, 25))
    assert problems(check_snooze, rule, None, snooze, TODAY) == [
        ("until", "Choose a day within the next twelve months.")
    ]


@pytest.mark.parametrize("duty", [rule.duty for rule in RULES.rules if rule.basis in LAW])
def test_what_law_asks_is_set_aside_until_its_day_and_no_longer(duty):
    rule, due_on = RULES.rule(duty), date(2026, 12, 15)
    check_snooze(rule, due_on, a_snooze(duty, due_on), TODAY)
    past = "This duty is law and cannot be set aside past the day it is due, 15 December 2026."
    after = a_snooze(duty, date(2026, 12, 16))
    assert problems(check_snooze, rule, due_on, after, TODAY) == [("until", past)]


@pytest.mark.parametrize("due_on", [None, date(2026, 11, 23), TODAY])
def test_what_law_asks_and_is_late_or_has_no_date_is_not_set_aside(due_on):
    rule = RULES.rule("pa_visit_2m")
    assert problems(check_snooze, rule, due_on, a_snooze("pa_visit_2m", TOMORROW), TODAY) == [
        ("until", "This duty is law and cannot be set aside.")
    ]


def an_answer(duty, answer="declined", **more):
    given = {"on": TODAY, "reason": "Not now", "ask_again_on": date(2027, 5, 24), **more}
    return DutyAnswer("A1", duty, answer, **given)


def test_everything_wrong_with_an_answer_is_said_at_once():
    wrong = an_answer("pa_visit_2m", "maybe", on=TOMORROW, reason="", ask_again_on=None)
    told = fields(check_duty_answer, RULES.rule("pa_visit_2m"), wrong, TODAY)
    assert told == ["on", "answer", "reason", "ask_again_on"]


@pytest.mark.parametrize("rule", RULES.rules, ids=[rule.duty for rule in RULES.rules])
def test_no_manager_decides_the_law_away(rule):
    check_duty_answer(rule, an_answer(rule.duty), TODAY)
    decided = an_answer(rule.duty, "not_required")
    if rule.basis in LAW:
        says = "This duty is law; it cannot be decided away."
        assert problems(check_duty_answer, rule, decided, TODAY) == [("answer", says)]
    else:
        check_duty_answer(rule, decided, TODAY)


@pytest.mark.parametrize("again", [None, TODAY, date(2026, 11, 23), date(2027, 11, 25)])
def test_we_ask_again_within_twelve_months(again):
    rule = RULES.rule("turning_21_plan")
    told = problems(check_duty_answer, rule, an_answer(rule.duty, ask_again_on=again), TODAY)
    says = "Choose the day to ask again, within twelve months of the answer."
    assert told == [("ask_again_on", says)]


@pytest.mark.parametrize("again", [TOMORROW, date(2027, 11, 24)])
def test_the_last_day_of_the_twelve_months_is_within_them(again):
    rule = RULES.rule("turning_21_plan")
    check_duty_answer(rule, an_answer(rule.duty, ask_again_on=again), TODAY)


def test_without_the_day_of_the_answer_that_day_alone_is_asked_for():
    rule = RULES.rule("turning_21_plan")
    undated = an_answer(rule.duty, on=None, ask_again_on=None)
    assert problems(check_duty_answer, rule, undated, TODAY) == [
        ("on", "Give the day of the answer.")
    ]


def test_a_control_character_is_refused_in_what_is_recorded():
    contact = a_contact(note="All well.\x00", worry="Cold\x1bflat")
    says = "The text holds a control character; take it out."
    assert problems(check_contact, CASE, contact, TODAY) == [("note", says), ("worry", says)]
    check_contact(CASE, a_contact(note="Two lines,\n\tand a tab"), TODAY)
