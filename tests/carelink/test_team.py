from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from carelink.duties import duties_of
from carelink.rulebook import load_rulebook
from carelink.team import Sums, part_of, team_of
from carelink.words import State
from tests.people import a_case, a_former_relevant

TODAY = date(2026, 11, 24)
RULES = load_rulebook()
WORKER = {"worker_id": "W1", "name": "Jo Field"}


def somebody(name, **facts):
    people = {"person_id": name, "known_as": name, "date_of_birth": date(2007, 5, 10)}
    return a_former_relevant(people=people, workers=[WORKER], **facts)


def team(*cases):
    parts = [part_of(case, duties_of(case, RULES, TODAY), RULES, TODAY) for case in cases]
    return team_of(part for part in parts if part)


def with_jo(start=date(2025, 5, 10)):
    return [{"worker_id": "W1", "role": "personal_adviser", "start": start}]


def test_every_duty_adds_up_to_the_roll_and_so_does_the_sum():
    told = team(somebody("A"), somebody("B", allocations=with_jo()), somebody("C"))
    assert all(sum(states.values()) == 3 for states in told.states.values())
    assert len(told.states) == len(RULES.rules)
    assert sum(told.counts.values()) == 3
    assert told.said.startswith("3 = ")


def test_the_longest_wait_comes_first_whoever_it_belongs_to():
    seen = [{"on": TODAY - timedelta(days=90), "rung": "seen_at_home"}]
    short = somebody("Abel", allocations=with_jo(), contacts=seen)
    long = somebody("Zoe", allocations=with_jo())
    told = team(short, long)
    assert [line.name for line in told.late] == ["Zoe", "Abel"]
    dues = [line.duty.due_on for line in told.late]
    assert dues == sorted(dues)
    assert {line.adviser for line in told.late} == {"Jo Field"}


def test_someone_without_an_adviser_is_on_the_managers_page():
    told = team(somebody("A"))
    assert told.late[0].adviser == ""
    assert somebody("A").adviser_name(TODAY) == ""
    assert somebody("A", allocations=with_jo()).adviser_name(TODAY) == "Jo Field"
    tomorrow = with_jo(TODAY + timedelta(days=1))
    assert somebody("A", allocations=tomorrow).adviser_name(TODAY) == ""


def test_a_worry_in_a_note_is_shown_for_eight_weeks_the_newest_first():
    days = [0, 56, 57]
    contacts = [
        {"on": TODAY - timedelta(days=ago), "rung": "seen", "worry": f"{ago} days old"}
        for ago in days
    ]
    told = team(somebody("A", contacts=contacts))
    assert [worry.worry for worry in told.worries] == ["0 days old", "56 days old"]
    assert told.worries[0].name == "A"


def test_an_empty_team_says_nought():
    assert team().said == "0 young people"


def test_someone_off_the_roll_adds_nothing_and_someone_on_time_has_no_line():
    gone = a_former_relevant(people={"date_of_birth": date(2007, 5, 10), "died": True})
    with_nothing_late = a_former_relevant(
        born=TODAY.replace(year=TODAY.year - 18),
        allocations=with_jo(start=date(2025, 5, 10)),
        plans=[{"approved_on": date(2026, 11, 1)}],
    )
    assert part_of(gone, duties_of(gone, RULES, TODAY), RULES, TODAY) is None
    told = team(gone, with_nothing_late)
    assert sum(told.counts.values()) == 1
    assert told.late == ()


def test_who_is_18_without_a_health_passport_is_on_a_list_and_leaves_it_when_given():
    given = [{"kind": "health_history_given", "on": date(2025, 3, 1), "outcome": "done"}]
    declined = [{"kind": "health_history_given", "on": date(2025, 3, 1), "outcome": "declined"}]
    told = team(somebody("A"), somebody("B", events=given), somebody("C", events=declined))
    assert [line.name for line in told.passports] == ["A", "C"]
    assert all(line.duty.is_late for line in told.passports)


def test_who_soon_turns_18_without_one_is_on_it_too():
    care = [{"start": date(2018, 1, 1)}]
    for born, listed in ((date(2009, 1, 10), 1), (date(2009, 6, 10), 0)):
        person = {"person_id": "A", "date_of_birth": born, "uasc": False}
        told = team(a_case(people=person, care_periods=care))
        assert len(told.passports) == listed, born


_SEEN = (0, 40, 90, None)


def seen_ago(name, days):
    """Somebody seen so many days ago with a worry, and promised something; or never at all."""
    if days is None:
        return somebody(name, allocations=with_jo(), contacts=[])
    on = TODAY - timedelta(days=days)
    contacts = [{"contact_id": f"N{days}", "on": on, "rung": "seen", "worry": f"{days} days old"}]
    promised = [{"promise_id": f"M{days}", "what": "ring", "made_on": on, "due_on": on}]
    return somebody(name, allocations=with_jo(), contacts=contacts, promises=promised)


PARTS = {
    days: part_of(case, duties_of(case, RULES, TODAY), RULES, TODAY)
    for days in _SEEN
    if (case := seen_ago("Somebody", days))
}


def part_as(part, who):
    """The same part, with everything in it another person's; A and B have one name."""
    their = {"person_id": who, "name": "Sam" if who in "AB" else who}
    return part._replace(
        late=part.late and part.late._replace(**their),
        worries=tuple(worry._replace(**their) for worry in part.worries),
        passport=part.passport and part.passport._replace(**their),
        waiting=tuple(one._replace(**their) for one in part.waiting),
        **their,
    )


def test_the_parts_that_come_and_go_have_something_of_every_list():
    told = team_of(part_as(part, str(days)) for days, part in PARTS.items())
    assert all((told.late, told.worries, told.passports, told.waiting))


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from([*_SEEN, "gone"]))))
def test_what_changes_is_taken_away_and_put_in_and_comes_to_the_same_as_adding_all_up(changes):
    sums, now = Sums(), {}
    for who, days in changes:
        part = None if days == "gone" else part_as(PARTS[days], who)
        now[who] = part
        sums.put(who, part)
        on_roll = [held for held in now.values() if held]
        told, anew = sums.team(), team_of(on_roll)
        assert told == anew, "the figures and every list, in the same order"
        for duty, states in told.states.items():
            assert sum(states.values()) == len(on_roll)
            everyone = [one for state in State for one in sums.people_in(duty, state)]
            assert sorted(one.person_id for one in everyone) == sorted(p.person_id for p in on_roll)


def test_who_is_in_a_state_stands_by_the_longest_wait_then_by_name():
    sums = Sums()
    for name, days in (("Zoe", 90), ("Abel", 90), ("Cara", 300), ("Dee", 3)):
        case = seen_ago(name, days)
        sums.put(name, part_of(case, duties_of(case, RULES, TODAY), RULES, TODAY))
    late = sums.people_in("pa_contact_8w", State.OVERDUE)
    assert [one.name for one in late] == ["Cara", "Abel", "Zoe"]
    assert [one.due_on for one in late] == sorted(one.due_on for one in late)
    assert {one.adviser for one in late} == {"Jo Field"}
    assert sums.people_in("no_such_duty", State.OVERDUE) == []
