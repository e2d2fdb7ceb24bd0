from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.duties import duties_of
from carelink.rulebook import load_rulebook
from carelink.week import (
    FIRST_MEETING,
    Group,
    days_ago,
    due_words,
    group_of,
    line_of,
    sentence_of,
    set_aside_on,
    week_of,
)
from carelink.words import State
from tests.people import a_case, a_former_relevant

TODAY = date(2026, 11, 24)
RULES = load_rulebook()

HOME = {"start": date(2025, 6, 1), "type": "U", "suitable": "1", "provided_by_authority": True}
ADVISER = {"worker_id": "W1", "role": "personal_adviser", "start": date(2025, 1, 1)}


def line(case, day=TODAY):
    return line_of(case, duties_of(case, RULES, day), RULES, day)


def test_the_line_is_the_duty_that_has_waited_longest():
    case = a_former_relevant(
        plans=[{"approved_on": date(2025, 5, 1)}], homes=[HOME], allocations=[ADVISER]
    )
    worst = min(
        duty.due_on
        for duty in duties_of(case, RULES, TODAY)
        if duty.is_late and RULES.rule(duty.duty).who != "team_manager"
    )
    assert line(case).duty.due_on == worst
    assert line(case).group is Group.TODAY


def test_what_only_the_manager_can_do_is_not_on_the_advisers_line():
    case = a_former_relevant()
    assert any(duty.duty == "pa_allocation" for duty in duties_of(case, RULES, TODAY))
    told = {line(case, TODAY + timedelta(days=n)).duty.duty for n in range(0, 400, 20)}
    assert not told & {"pa_allocation", "pa_vacancy"}


def test_a_late_duty_is_said_as_ours_in_days():
    case = a_former_relevant(
        contacts=[{"on": date(2026, 9, 1), "rung": "seen"}], allocations=[ADVISER]
    )
    duty = next(d for d in duties_of(case, RULES, TODAY) if d.duty == "pa_contact_8w")
    said = sentence_of(case, duty, RULES.rule("pa_contact_8w"), TODAY)
    assert said == "We are 28 days late with a visit"


def test_nobody_contacted_yet_is_said_from_the_day_of_allocation():
    allocated = {**ADVISER, "start": TODAY - timedelta(days=41)}
    case = a_former_relevant(allocations=[allocated])
    duty = next(d for d in duties_of(case, RULES, TODAY) if d.duty == "pa_contact_8w")
    said = sentence_of(case, duty, RULES.rule("pa_contact_8w"), TODAY)
    assert said == "No contact recorded. Allocated 41 days ago"


def test_a_missing_fact_is_named_in_plain_words_without_its_column():
    case = a_former_relevant(homes=[{**HOME, "provided_by_authority": None}])
    duty = next(d for d in duties_of(case, RULES, TODAY) if d.duty == "pa_visit_2m")
    assert duty.state is State.CANNOT_TELL
    said = sentence_of(case, duty, RULES.rule("pa_visit_2m"), TODAY)
    assert said == "We cannot tell about a visit: who provides the home is not recorded"


@pytest.mark.parametrize(
    ("ahead", "group"),
    [
        (0, Group.TODAY),
        (1, Group.THIS_WEEK),
        (6, Group.THIS_WEEK),
        (7, Group.COMING_UP),
        (14, Group.COMING_UP),
        (15, Group.FINE),
    ],
)
def test_the_week_is_the_seven_days_from_today(ahead, group):
    seen = TODAY + timedelta(days=ahead) - timedelta(days=56)
    case = a_former_relevant(contacts=[{"on": seen, "rung": "seen"}])
    duty = next(d for d in duties_of(case, RULES, TODAY) if d.duty == "pa_contact_8w")
    assert group_of(duty, TODAY) is group


def test_a_snoozed_duty_leaves_the_line_to_the_next_until_its_day():
    case = a_former_relevant()
    first = line(case).duty.duty
    until = TODAY + timedelta(days=3)
    snoozed = a_former_relevant(
        snoozes=[{"duty": first, "on": TODAY, "until": until, "reason": "They are away."}]
    )
    assert line(snoozed).duty.duty != first
    assert line(snoozed).set_aside == 1
    assert line(snoozed, until).duty.duty == first
    assert set_aside_on(snoozed, duties_of(snoozed, RULES, until), until) == frozenset()


def test_what_law_asks_is_never_set_aside_once_it_is_late():
    law = "pa_visit_pre_review"
    until = TODAY + timedelta(days=20)
    moved = TODAY - timedelta(days=8)
    facts = {
        "homes": [{**HOME, "start": moved}],
        "snoozes": [{"duty": law, "on": moved, "until": until, "reason": "They are away."}],
    }
    waiting = a_former_relevant(**facts)
    assert law in set_aside_on(waiting, duties_of(waiting, RULES, TODAY), TODAY)
    reviewed = a_former_relevant(**facts, plan_reviews=[{"held_on": TODAY - timedelta(days=1)}])
    assert law not in set_aside_on(reviewed, duties_of(reviewed, RULES, TODAY), TODAY)
    assert line(reviewed).set_aside == 0


def test_someone_owed_nothing_is_not_required_and_still_counted():
    case = a_case(
        people={"date_of_birth": date(2008, 1, 1)},
        circumstances=[
            {
                "kind": "special_guardianship",
                "start": date(2020, 1, 1),
                "detail": "was_looked_after",
            }
        ],
        care_periods=[{"start": date(2018, 1, 1), "end": date(2020, 1, 1), "legal_status": "C2"}],
    )
    told = line(case)
    assert told.group is Group.NOT_REQUIRED
    assert week_of([told]).said == "1 = 1 not required"


@given(
    st.lists(
        st.tuples(
            st.dates(date(2001, 1, 1), date(2010, 11, 1)),
            st.lists(st.dates(date(2024, 1, 1), date(2026, 11, 24)), max_size=4),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_the_groups_always_add_up_and_the_worst_come_first(people):
    lines = []
    for place, (born, seen, with_home) in enumerate(people):
        case = a_former_relevant(
            born=born,
            people={"person_id": f"P{place}", "date_of_birth": born, "uasc": False},
            contacts=[{"on": day, "rung": "seen_at_home"} for day in seen],
            homes=[HOME] if with_home else [],
        )
        duties = duties_of(case, RULES, TODAY)
        if duties:
            lines.append(line_of(case, duties, RULES, TODAY))
    week = week_of(lines)
    assert sum(week.counts.values()) == len(week.lines) == len(lines)
    ranks = [list(Group).index(told.group) for told in week.lines]
    assert ranks == sorted(ranks)
    if lines:
        total, _, parts = week.said.partition(" = ")
        assert int(total) == sum(int(part.split()[0]) for part in parts.split(" + "))


def test_an_empty_caseload_says_nought():
    assert week_of([]).said == "0 young people"


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (TODAY, "today"),
        (date(2026, 11, 25), "tomorrow, Wednesday 25 November"),
        (date(2026, 11, 27), "on Friday 27 November"),
        (date(2027, 5, 3), "on Monday 3 May 2027"),
    ],
)
def test_a_due_day_is_said_from_today(due_on, said):
    assert due_words(due_on, TODAY) == said


def test_days_are_counted_with_their_word():
    assert days_ago(TODAY - timedelta(days=1), TODAY) == "1 day"
    assert days_ago(TODAY - timedelta(days=1200), TODAY) == "1,200 days"


@pytest.mark.parametrize(
    ("duty", "facts", "said"),
    [
        ("pathway_review_6m", {}, "There is no date to count a plan review from"),
        ("pathway_review_on_request", {}, "Nothing is due"),
        ("pa_vacancy", {"allocations": [ADVISER]}, "Nothing is due"),
        (
            "pa_contact_8w",
            {"contacts": [{"on": date(2026, 11, 1), "rung": "seen"}]},
            "On track. Next: PA contact every eight weeks, 27 December 2026",
        ),
        (
            "setting_up_home_allowance",
            {
                "homes": [{**HOME, "start": date(2026, 11, 10), "tenancy": "own"}],
                "duty_answers": [
                    {
                        **{"duty": "setting_up_home_allowance", "answer": "declined"},
                        **{"on": date(2026, 11, 12), "reason": "Not yet"},
                        "ask_again_on": date(2027, 2, 1),
                    }
                ],
            },
            "Said no to the setting-up-home allowance. Not yet granted. The first tenancy began on "
            "10 November 2026. They said no on 12 November 2026: Not yet. We ask again on "
            "1 February 2027. Due by 8 December 2026",
        ),
    ],
)
def test_every_state_has_its_sentence(duty, facts, said):
    case = a_former_relevant(**facts)
    row = next(row for row in duties_of(case, RULES, TODAY) if row.duty == duty)
    assert sentence_of(case, row, RULES.rule(duty), TODAY) == said


def test_nobody_contacted_yet_and_nobody_allocated_is_said_as_never():
    case = a_former_relevant()
    row = next(row for row in duties_of(case, RULES, TODAY) if row.duty == "lost_contact")
    assert row.state is State.NEVER
    said = sentence_of(case, row, RULES.rule("lost_contact"), TODAY)
    assert said.startswith("Contact: never done; we are ")


def promised(due, **more):
    return {"what": "ring the bank", "made_on": date(2026, 10, 1), "due_on": due, **more}


LATE = {"contacts": [{"on": date(2026, 9, 1), "rung": "seen"}], "allocations": [ADVISER]}


def test_a_late_promise_makes_the_line_where_no_duty_presses():
    case = a_case(promises=[promised(date(2026, 11, 21)), promised(date(2026, 11, 23))])
    told = line_of(case, (), RULES, TODAY)
    assert told.sentence == "We are 3 days late with a promise: ring the bank"
    assert (told.group, told.state, told.promises_late) == (Group.TODAY, State.OVERDUE, 1)
    assert told.waits_for == "promises-0"


@pytest.mark.parametrize(
    ("ahead", "group", "says"),
    [
        (0, Group.TODAY, "A promise is due today: ring the bank"),
        (1, Group.THIS_WEEK, "A promise is due tomorrow: ring the bank"),
        (6, Group.THIS_WEEK, "A promise is due in 6 days: ring the bank"),
        (7, Group.NOT_REQUIRED, "Nothing is due"),
    ],
)
def test_a_promise_due_within_the_week_makes_the_line_where_no_duty_presses(ahead, group, says):
    case = a_case(promises=[promised(TODAY + timedelta(days=ahead))])
    told = line_of(case, (), RULES, TODAY)
    assert (told.group, told.sentence) == (group, says)


def test_a_late_duty_comes_before_a_late_promise_which_is_counted_beside_it():
    case = a_former_relevant(promises=[promised(date(2026, 11, 1))], **LATE)
    told = line(case)
    assert told.duty is not None
    assert told.sentence == line(a_former_relevant(**LATE)).sentence
    assert (told.waits_for, told.promises_late) == ("", 1)


@pytest.mark.parametrize(
    "settled",
    [
        {"kept_on": date(2026, 11, 20)},
        {"broken_on": date(2026, 11, 22), "broken_why": "Shut"},
        {"made_on": date(2026, 11, 25)},
        {"due_on": None},
    ],
)
def test_a_promise_settled_not_yet_made_or_without_a_day_does_not_press(settled):
    told = line_of(a_case(promises=[promised(date(2026, 11, 1), **settled)]), (), RULES, TODAY)
    assert (told.group, told.promises_late) == (Group.NOT_REQUIRED, 0)


def test_no_promise_presses_after_a_death():
    people = {"date_of_death": date(2026, 11, 1)}
    case = a_case(people=people, promises=[promised(date(2026, 11, 20))])
    assert line_of(case, (), RULES, TODAY).promises_late == 0


def told_us(**more):
    return {"kind": "complaint", "on": date(2026, 11, 2), "words": "Nobody rang", **more}


def test_a_late_answer_makes_the_line_where_no_duty_presses():
    case = a_case(statements=[told_us()], promises=[promised(date(2026, 11, 20))])
    told = line_of(case, (), RULES, TODAY)
    assert told.sentence == "We are 8 days late with an answer to their complaint"
    assert (told.group, told.waits_for) == (Group.TODAY, "statements-0")
    assert (told.promises_late, told.answers_late) == (1, 0)


def test_an_answer_due_within_the_week_says_when():
    told = line_of(a_case(statements=[told_us(on=date(2026, 11, 12))]), (), RULES, TODAY)
    assert told.sentence == "An answer to their complaint is due in 2 days"
    card = told_us(kind="mind_of_my_own", respond_by=TODAY)
    told = line_of(a_case(statements=[card]), (), RULES, TODAY)
    assert told.sentence == "An answer to their Mind of My Own statement is due today"


def test_a_late_answer_is_counted_beside_a_late_duty():
    told = line(a_former_relevant(statements=[told_us()], **LATE))
    assert told.duty is not None
    assert (told.promises_late, told.answers_late) == (0, 1)


def test_an_answer_given_or_not_asked_for_does_not_press():
    answered = told_us(answered_on=date(2026, 11, 20), answer="Sorry")
    thanks = told_us(kind="compliment")
    told = line_of(a_case(statements=[answered, thanks]), (), RULES, TODAY)
    assert (told.group, told.answers_late) == (Group.NOT_REQUIRED, 0)


def test_in_its_group_a_promise_stands_after_the_duties():
    promise = line_of(a_case(promises=[promised(date(2026, 1, 1))]), (), RULES, TODAY)
    duty = line(a_former_relevant(**LATE))
    assert promise.group is duty.group is Group.TODAY
    assert week_of([promise, duty]).lines == (duty, promise)


def test_the_sum_is_right_with_promises_in_it():
    lines = [
        line_of(a_case(people={"person_id": f"P{at}"}, promises=[promised(due)]), (), RULES, TODAY)
        for at, due in enumerate([date(2026, 11, 1), date(2026, 11, 27), date(2027, 1, 1)])
    ]
    assert week_of(lines).said == "3 = 1 today + 1 this week + 1 not required"


def handed_over(*, on=date(2026, 11, 2), seen=(), **facts):
    """Somebody off to a new adviser, with a promise or a duty beside it where the test asks."""
    allocations = [
        {"worker_id": "W1", "role": "personal_adviser", "start": date(2023, 1, 1), "end": on},
        {"worker_id": "W2", "role": "personal_adviser", "start": on},
    ]
    contacts = [{"worker_id": who, "on": day, "rung": "seen"} for who, day in seen]
    return a_case(allocations=allocations, contacts=contacts, **facts)


def line_without_duties(case, day=TODAY):
    return line_of(case, [], load_rulebook(), day)


def test_the_first_meeting_with_a_new_adviser_makes_the_line_where_nothing_presses_more():
    found = line_without_duties(handed_over())
    assert (found.group, found.state, found.waits_for) == (
        Group.TODAY,
        State.NEVER,
        FIRST_MEETING,
    )
    assert found.sentence == "We are 8 days late with the first meeting with their new adviser"
    assert line_without_duties(handed_over(on=date(2026, 11, 12))).group is Group.THIS_WEEK
    assert line_without_duties(handed_over(seen=[("", TODAY)])).group is Group.TO_FIND_OUT
    met = line_without_duties(handed_over(seen=[("W2", TODAY)]))
    assert (met.waits_for, met.meeting) == ("", "")


def test_beside_a_duty_that_has_waited_longer_the_first_meeting_is_a_word():
    given = [
        {"worker_id": a.worker_id, "role": a.role, "start": a.start, "end": a.end}
        for a in handed_over().allocations
    ]
    found = line(a_former_relevant(allocations=given))
    assert found.duty is not None
    assert found.meeting == "first meeting late"


def test_a_promise_that_gave_way_to_the_first_meeting_is_counted_beside_it():
    late = {"what": "Ring the bank", "due_on": date(2026, 11, 20), "made_on": date(2026, 11, 1)}
    found = line_without_duties(handed_over(promises=[late]))
    assert found.waits_for == FIRST_MEETING
    assert found.promises_late == 1


def test_no_first_meeting_presses_after_a_death():
    assert line_without_duties(handed_over(people={"died": True})).waits_for == ""


def test_a_line_set_aside_comes_back_on_the_day_a_manager_returns_it():
    snooze = {"row_id": "S1", "duty": "pa_contact_8w", "on": TODAY, "until": date(2027, 1, 1)}
    answer = {"subject": "snooze", "subject_id": "S1", "on": date(2026, 11, 26)}
    case = a_former_relevant(
        snoozes=[snooze], homes=[HOME], approvals=[{**answer, "answer": "returned"}]
    )
    for day, aside in ((TODAY, 1), (date(2026, 11, 25), 1), (date(2026, 11, 26), 0)):
        assert line(case, day).set_aside == aside
    agreed = a_former_relevant(
        snoozes=[snooze], homes=[HOME], approvals=[{**answer, "answer": "agreed"}]
    )
    assert line(agreed, date(2026, 11, 26)).set_aside == 1
