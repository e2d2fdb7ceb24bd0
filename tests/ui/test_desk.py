from datetime import timedelta

import pytest

from carelink.errors import Refused
from carelink.facts import Contact
from carelink.week import Group
from db.recording import record_contact
from tests.desks import AHMED, AMAL, HANNA, JAMIE, TODAY, made_desk, opened_desk
from ui.desk import Desk


def test_a_gesture_is_told_and_changes_the_one_case(desk):
    told = []
    desk.on_change(told.append)
    before = desk.week()
    untouched = desk.held(HANNA)
    desk.do(record_contact, Contact("N1", AMAL, "W1", TODAY, "seen_at_home"), about=AMAL)
    assert told == [AMAL]
    assert desk.duties(AMAL) != ()
    assert desk.case(AMAL).contacts[-1].contact_id == "N1"
    assert desk.held(HANNA) is untouched
    assert desk.week() != before
    assert sum(desk.week().counts.values()) == sum(before.counts.values())


def test_a_refused_gesture_keeps_nothing_and_tells_nobody(desk):
    told = []
    desk.on_change(told.append)
    ahead = Contact("N1", AMAL, "W1", TODAY + timedelta(days=1), "seen")
    with pytest.raises(Refused):
        desk.do(record_contact, ahead, about=AMAL)
    assert told == []
    assert "N1" not in {contact.contact_id for contact in desk.case(AMAL).contacts}


def test_a_week_is_one_workers_or_everybodys(desk):
    assert {line.person_id for line in desk.week().lines} == {AMAL, HANNA, AHMED}
    assert {line.person_id for line in desk.week("W1").lines} == {AMAL, HANNA, AHMED}
    assert desk.week("W2").lines == ()
    assert JAMIE in {person.person_id for person in desk.people()}


def test_a_case_read_before_a_gesture_does_not_overwrite_what_came_after(desk):
    stale = desk.hold(desk.read([AMAL])[0])
    desk.do(record_contact, Contact("N1", AMAL, "W1", TODAY, "seen"), about=AMAL)
    after = desk.held(AMAL)
    desk.take([stale])
    assert desk.held(AMAL) is after
    assert after != stale[1]


def test_a_new_day_asks_for_everybody_again(tmp_path):
    days = [TODAY]
    made = made_desk(tmp_path)
    desk = Desk(made.store, made.rulebook, lambda: days[0])
    desk.read_all()
    assert desk.unread() == []
    assert not desk.turn_day()
    assert desk.known(AMAL).day == TODAY
    old = (AMAL, desk.held(AMAL))
    days[0] = TODAY + timedelta(days=30)
    assert desk.turn_day()
    assert set(desk.unread()) == {AMAL, HANNA, AHMED, JAMIE}
    assert desk.still_reading == "reading the roll: 0 of 4"
    desk.take([old])
    assert AMAL in desk.unread()
    assert desk.known(AMAL).day == days[0]
    assert desk.still_reading == "reading the roll: 1 of 4"
    desk.read_all()
    assert desk.still_reading == ""
    made.store.close()


def test_our_own_caseload_is_read_first(tmp_path):
    from db.recording import link_user

    first = made_desk(tmp_path)
    with first.store.writing() as writing:
        link_user(writing, "W1")
    path = first.store.path
    first.store.close()
    store = _opened_again(path)
    desk = Desk(store, first.rulebook, lambda: TODAY)
    desk.take_names(desk.names())
    assert desk.user.worker_id == "W1"
    assert set(desk.unread()[:3]) == {AMAL, HANNA, AHMED}
    store.close()


def _opened_again(path):
    from db.store import open_store
    from tests.stores import PASSPHRASE, USER, clock_at

    return open_store(path, user=USER, passphrase=PASSPHRASE, clock=clock_at(TODAY))


def test_the_people_are_known_before_their_cases_are(desk):
    fresh = Desk(desk.store, desk.rulebook, lambda: TODAY)
    assert fresh.people() == []
    assert fresh.still_reading == "reading the roll"
    fresh.take_names(fresh.names())
    assert len(fresh.people()) == 4
    assert fresh.still_reading == "reading the roll: 0 of 4"
    assert fresh.counted() == (0, 4)
    assert fresh.week().lines == ()
    assert fresh.standing(AMAL).reason
    assert fresh.counted() == (1, 4)


def test_the_team_is_answered_from_the_desk(desk):
    team = desk.team()
    assert sum(team.counts.values()) == 3


def test_someone_dead_has_no_line_and_no_duty(desk):
    assert desk.known(JAMIE).line is None
    assert desk.duties(JAMIE) == ()
    assert desk.week().counts[Group.NOT_REQUIRED] == 0


def test_closing_forgets_everybody(tmp_path):
    made = made_desk(tmp_path)
    desk = opened_desk(made.store)
    desk.close()
    assert desk.people() == []
    assert desk.counted()[0] == 0
