"""What the desk keeps up to date case by case comes to the same as everything added up anew."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.approvals.waiting import Waiting
from carelink.approvals.words import HOME
from carelink.duties import duties_of
from carelink.facts import Contact, Decision, Home
from carelink.money.unclaimed import Unclaimed, added, less
from carelink.oversight.alarms import Alarm, Alarms, Sort
from carelink.oversight.words import AGREED
from carelink.rulebook import load_rulebook
from carelink.status import Standing
from carelink.team import part_of
from carelink.words import State, Status
from db.deciding import decide, undo_decision
from db.recording import Note, record_note
from tests.desks import AMAL, HANNA, JAMIE, TODAY, made_desk, opened_desk
from tests.people import a_former_relevant
from ui.added_up import AddedUp
from ui.held import Held

_PEOPLE = st.sampled_from("ABCDE")
_DAYS = st.sampled_from([None, TODAY, TODAY - timedelta(days=3)])
_SORTS = st.sampled_from([Sort.NEVER, Sort.PROMISE])
_NUMBERS = st.integers(0, 1000)
_BOOK = load_rulebook()
_FIGURES = st.builds(Unclaimed, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS)


def _part(who):
    """What somebody adds to the team's page."""
    born = {"person_id": who, "known_as": "Sam", "date_of_birth": date(2007, 5, 10)}
    case = a_former_relevant(people=born)
    return part_of(case, duties_of(case, _BOOK, TODAY), _BOOK, TODAY)


_PARTS = {who: _part(who) for who in "ABCDE"}


@st.composite
def helds(draw, who):
    """Somebody with some alarms and things that wait; all have one name and must be told apart."""
    name = "Sam"
    alarms = [
        Alarm(who, name, "", draw(_SORTS), State.NEVER, (f"k{at}",), "", day)
        for at, day in enumerate(draw(st.lists(_DAYS, max_size=3)))
    ]
    waiting = [
        Waiting(who, name, "", HOME, f"{who}{at}", day, "", "")
        for at, day in enumerate(draw(st.lists(_DAYS, max_size=2)))
    ]
    return Held(
        day=TODAY,
        standing=Standing(Status.FORMER_RELEVANT, None, ()),
        line=None,
        adviser="",
        says="",
        part=draw(st.sampled_from([None, _PARTS[who]])),
        unclaimed=draw(_FIGURES),
        waiting=tuple(waiting),
        alarms=Alarms(tuple(alarms), draw(st.integers(0, 3))),
    )


@st.composite
def changes(draw):
    who = draw(_PEOPLE)
    return who, draw(st.one_of(st.none(), helds(who)))


def everything(told):
    return told.alarms, told.decided, told.waiting, told.unclaimed, told.sums.team()


@given(st.lists(changes(), max_size=12))
def test_after_any_changes_the_sums_and_lists_are_those_of_everybody_added_up_anew(made):
    kept, now = AddedUp(), {}
    for who, held in made:
        kept.put(who, held)
        now.pop(who, None)
        if held is not None:
            now[who] = held
        assert everything(kept) == everything(AddedUp(sorted(now.items())))
    assert kept.unclaimed == added(held.unclaimed for held in now.values())
    assert len(kept.alarms) == sum(len(held.alarms.open) for held in now.values())


@given(_FIGURES, _FIGURES)
def test_what_is_added_and_taken_away_leaves_what_there_was(one, other):
    assert less(added([one, other]), other) == one


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path)
    yield made
    made.store.close()


def asked(desk):
    return desk.team(), desk.alarms(), desk.to_agree(), desk.unclaimed()


def test_after_every_gesture_the_desk_says_what_one_that_reads_all_anew_says(desk):
    before = asked(desk)
    seen = Contact("", HANNA, "W1", TODAY, "seen", "worker", worry="Owes rent.")
    hostel = Home("", TODAY - timedelta(days=2), None, "E", "2", row_id="")
    desk.do(record_note, Note(seen, home=hostel._replace(person_id=HANNA)), about=HANNA)
    after = asked(desk)
    assert after != before
    alarm = next(one for one in after[1][0] if one.person_id == AMAL)
    agreed = Decision("", AMAL, " ".join(alarm.keys), None, AGREED, TODAY + timedelta(days=14))
    decision = desk.do(decide, agreed, about=AMAL)
    assert asked(desk) == asked(opened_desk(desk.store))
    assert desk.alarms()[1] == len(alarm.keys)
    desk.do(undo_decision, decision, about=AMAL)
    assert asked(desk) == after


def test_whoever_is_off_the_roll_adds_nothing(desk):
    assert desk.held(JAMIE).part is None
    assert sum(desk.team().counts.values()) == 3
    assert JAMIE not in {one.person_id for one in desk.alarms()[0]}


def test_a_desk_with_nobody_on_it_comes_to_nothing(tmp_path):
    desk = made_desk(tmp_path, facts={})
    assert desk.team().said == "0 young people"
    assert desk.alarms() == ([], 0)
    assert desk.to_agree() == []
    assert desk.unclaimed() == Unclaimed()
    desk.store.close()
