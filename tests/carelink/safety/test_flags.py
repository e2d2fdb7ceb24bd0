"""How does a flag stand, what does it lack, and what is refused?"""

from datetime import date

import pytest

from carelink.errors import Refused
from carelink.facts import MissingEpisode, SafetyFlag
from carelink.safety.checks import check_end, check_episode, check_flag, check_may_set
from carelink.safety.flags import flags_of, say_flag, say_flag_state
from carelink.safety.words import LEVELS, say_level
from carelink.words import ROLES
from tests.people import a_case

TODAY = date(2026, 11, 24)
A_CASE = a_case(people={"date_of_birth": date(2007, 5, 10)})


def a_flag(**more):
    said = {
        "flag_id": "F1",
        "person_id": "A1",
        "kind": "criminal_exploitation",
        "level": "medway_2017_2",
        "concerns": "Older men wait for them outside the hostel.",
        "set_on": date(2026, 9, 1),
        "set_by": "W1",
        "set_by_role": "team_manager",
        "tool": "Screening tool",
        "tool_on": date(2026, 8, 30),
        "plan_on": date(2026, 9, 2),
        "review_on": date(2026, 12, 1),
        "expires_on": date(2027, 3, 1),
    }
    return SafetyFlag(**{**said, **more})


def fields(check, fact, case=A_CASE):
    with pytest.raises(Refused) as refused:
        check(case, fact, TODAY)
    return [problem.field for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2026, 12, 1), "Stands"),
        (date(2026, 12, 13), "Stands. We are 12 days late with its review, due 1 December 2026"),
        (date(2027, 2, 28), "Stands. We are 89 days late with its review, due 1 December 2026"),
        (date(2027, 3, 1), "Ran out on 1 March 2027, 0 days ago. Review it or end it"),
        (date(2027, 3, 13), "Ran out on 1 March 2027, 12 days ago. Review it or end it"),
    ],
)
def test_a_flag_that_ran_out_says_so_and_does_not_go_by_itself(day, says):
    assert say_flag_state(a_flag(), day) == says
    assert flags_of(a_case(safety_flags=[a_flag()._asdict()]), day)


def test_a_flag_that_was_ended_says_when_and_why():
    ended = a_flag(ended_on=date(2026, 11, 1), ended_why="They moved away.")
    assert say_flag_state(ended, TODAY) == "Ended on 1 November 2026: They moved away."
    assert say_flag_state(ended, date(2026, 10, 31)) == "Stands"


def test_what_a_flag_lacks_is_said_and_its_level_is_never_a_number_alone():
    bare = SafetyFlag("F1", "A1", "online")
    told = {line.about: line.says for line in say_flag(A_CASE, bare, TODAY)}
    assert told == {
        "How it stands": "Stands",
        "Level": "Level not recorded",
        "What gives concern": "Not recorded",
        "Set": "day not recorded, not recorded by whom, role not recorded",
        "Tool": "No tool is recorded",
        "Safety plan": "None yet",
        "Next review": "No day is set",
        "Runs out": "No day is set",
    }
    for code, level in LEVELS.items():
        assert level.says in say_level(code)
        assert level.version in say_level(code)
    assert say_level("Amber, in the words of another council").startswith("Amber")


@pytest.mark.parametrize("role", ROLES)
def test_only_a_manager_may_set_one(role):
    if role == "team_manager":
        check_may_set(role)
    else:
        with pytest.raises(Refused, match="Only a practice manager or a team manager"):
            check_may_set(role)
    check_may_set("practice_manager")


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"kind": "bad"}, ["kind"]),
        ({"level": "2"}, ["level"]),
        ({"concerns": " "}, ["concerns"]),
        ({"tool": "", "tool_on": None}, ["tool", "tool_on"]),
        ({"tool_on": date(2026, 9, 2)}, ["tool_on"]),
        ({"review_on": None}, ["review_on"]),
        ({"expires_on": None}, ["expires_on"]),
        ({"review_on": date(2027, 3, 2)}, ["review_on"]),
        ({"expires_on": date(2027, 9, 3)}, ["expires_on"]),
        ({"set_on": date(2026, 11, 25)}, ["set_on"]),
        ({"plan_on": date(2026, 11, 25)}, ["plan_on"]),
        ({"ended_on": date(2026, 11, 1)}, ["ended_why"]),
        ({"ended_why": "Gone"}, ["ended_on"]),
        ({"ended_on": date(2026, 8, 1), "ended_why": "Gone"}, ["ended_on"]),
        ({"ended_on": date(2026, 11, 25), "ended_why": "Gone"}, ["ended_on"]),
        ({"ended_on": TODAY, "ended_why": "Gone\x00"}, ["ended_why"]),
        ({"concerns": "Men\x00"}, ["concerns"]),
        ({"tool": "Tool\x00"}, ["tool"]),
        ({"review_on": date(2026, 9, 1)}, ["review_on"]),
        ({"set_on": None, "ended_on": TODAY, "ended_why": "Gone"}, ["set_on"]),
        ({"set_on": None, "level": "2"}, ["set_on", "level"]),
        ({"expires_on": date(2027, 9, 3), "plan_on": None}, ["expires_on"]),
    ],
)
def test_a_flag_that_cannot_stand_is_refused_beside_its_field(more, wrong):
    assert [*dict.fromkeys(fields(check_flag, a_flag(**more)))] == wrong


def test_a_flag_may_stand_without_a_plan_and_keeps_the_words_it_was_set_with():
    check_flag(A_CASE, a_flag(plan_on=None), TODAY)
    check_flag(A_CASE, a_flag(tool_on=date(2026, 9, 1), expires_on=date(2027, 9, 2)), TODAY)
    check_flag(A_CASE, a_flag(review_on=date(2027, 3, 1)), TODAY)
    check_flag(A_CASE, a_flag(ended_on=date(2026, 9, 1), ended_why="Set by mistake."), TODAY)
    old = a_flag(level="Red, by an earlier table")
    case = a_case(safety_flags=[old._asdict()])
    check_flag(case, old._replace(plan_on=TODAY), TODAY)
    assert fields(check_flag, old._replace(flag_id="F2"), case) == ["level"]
    assert fields(check_flag, old._replace(level="Black"), case) == ["level"]


def test_a_flag_is_ended_on_a_day_that_has_been_with_a_reason_whatever_else_it_lacks():
    bare = SafetyFlag("F1", "A1", "online", set_on=date(2026, 9, 1))
    ended = bare._replace(ended_on=TODAY, ended_why="They moved away.")
    check_end(A_CASE, ended, TODAY)
    assert fields(check_end, bare._replace(ended_why="Over")) == ["ended_on"]
    assert fields(check_end, ended._replace(ended_on=date(2026, 11, 25))) == ["ended_on"]
    assert fields(check_end, ended._replace(ended_on=date(2026, 8, 31))) == ["ended_on"]
    assert fields(check_end, ended._replace(ended_why=" ")) == ["ended_why"]
    assert fields(check_end, ended._replace(ended_why="Over\x00")) == ["ended_why"]


def an_episode(**more):
    return MissingEpisode(**{"person_id": "A1", "missing_on": date(2026, 11, 20), **more})


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"missing_on": None}, ["missing_on"]),
        ({"missing_on": date(2026, 11, 25)}, ["missing_on"]),
        ({"missing_time": "evening"}, ["missing_time"]),
        ({"found_on": date(2026, 11, 19)}, ["found_on"]),
        ({"found_on": date(2026, 11, 25)}, ["found_on"]),
        ({"found_on": TODAY, "interviewed_on": date(2026, 11, 25)}, ["interviewed_on"]),
        (
            {"found_on": TODAY, "interview_offered_on": date(2026, 11, 25)},
            ["interview_offered_on"],
        ),
        (
            {"found_on": TODAY, "interview_offered_on": date(2026, 11, 23)},
            ["interview_offered_on"],
        ),
        ({"interview_offered_on": TODAY}, ["interview_offered_on"]),
        ({"interviewed_time": "9.40pm"}, ["interviewed_on"]),
        ({"detail": "A\x00"}, ["detail"]),
        ({"interviewed_by": "A\x00"}, ["interviewed_by"]),
        ({"found_time": "21:40"}, ["found_on"]),
        ({"interviewed_on": date(2026, 11, 22)}, ["interviewed_on"]),
        (
            {"found_on": date(2026, 11, 23), "interviewed_on": date(2026, 11, 22)},
            ["interviewed_on"],
        ),
        (
            {"missing_time": "18:00", "found_on": date(2026, 11, 20), "found_time": "17:00"},
            ["found_on"],
        ),
    ],
)
def test_days_and_times_missing_must_be_able_to_be_so(more, wrong):
    assert fields(check_episode, an_episode(**more)) == wrong


def test_no_two_times_missing_at_once_and_no_time_that_never_was():
    case = a_case(missing_episodes=[{"missing_on": date(2026, 11, 1), "row_id": "M1"}])
    assert fields(check_episode, an_episode(), case) == ["missing_on"]
    spring = an_episode(missing_on=date(2026, 3, 29), missing_time="01:30")
    assert fields(check_episode, spring) == ["missing_time"]
    same_day = an_episode(missing_time="18:00", found_on=date(2026, 11, 20))
    check_episode(A_CASE, same_day, TODAY)
    check_episode(A_CASE, same_day._replace(found_time="18:00"), TODAY)
    next_day = same_day._replace(found_on=date(2026, 11, 21), found_time="09:00")
    interview = {"interview_offered_on": next_day.found_on, "interviewed_on": next_day.found_on}
    check_episode(A_CASE, next_day._replace(**interview, interviewed_time="11:00"), TODAY)


def test_times_missing_may_follow_each_other_on_one_day_and_each_may_be_changed():
    case = a_case(
        missing_episodes=[
            {"missing_on": date(2026, 11, 1), "found_on": date(2026, 11, 3), "row_id": "M1"},
            {"missing_on": date(2026, 11, 22), "row_id": "M2"},
            {"missing_on": None, "row_id": "M3"},
        ]
    )
    between = an_episode(missing_on=date(2026, 11, 3), found_on=date(2026, 11, 22))
    check_episode(case, between, TODAY)
    for first, last in ((2, 22), (3, 23)):
        one = between._replace(missing_on=date(2026, 11, first), found_on=date(2026, 11, last))
        assert fields(check_episode, one, case) == ["missing_on"]
    check_episode(case, case.missing_episodes[1]._replace(missing_time="18:00"), TODAY)
