from datetime import date

import pytest

from carelink.facts import (
    Activity,
    Allocation,
    Confirmation,
    Contact,
    DutyAnswer,
    Event,
    Home,
    Person,
    Promise,
    Snooze,
    Worker,
)
from db.housing import record_move
from db.recording import (
    Note,
    add_person,
    allocate,
    answer_duty,
    link_user,
    record_activity,
    record_contact,
    record_note,
    snooze_duty,
)
from db.store import Store
from db.trail import add
from tests.stores import PASSPHRASE, TODAY, case_of, clock_at, do, refused

SEEN = Contact("c1", "p1", "w1", date(2026, 11, 20), "seen_at_home", "worker", "Kettle on.")


@pytest.fixture
def sam(store: Store) -> Store:
    """A store with Sam, 19, and two workers in it."""
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam", date_of_birth=date(2007, 5, 6))])
        add(writing, "workers", [Worker("w1", "Jo"), Worker("w2", "Ade")])
    return store


def test_a_note_is_recorded_whole(sam: Store) -> None:
    note = Note(
        SEEN,
        (Confirmation("", "", "money", "same"),),
        Home("", date(2026, 11, 1), type="U", suitable="1"),
        Activity("", date(2026, 9, 1), code="F4"),
        (Event("e1", "", "suitability_check", outcome="done"),),
        (Promise("", "", what="Ring the landlord", due_on=date(2026, 12, 1)),),
    )
    assert do(sam, record_note, note) == "c1"
    case = case_of(sam)
    assert case.contacts == (SEEN,)
    assert case.confirmations[0][:4] == ("p1", "c1", "money", "same")
    assert case.homes[0].person_id == case.activities[0].person_id == "p1"
    assert case.events[0][1:6] == ("p1", "suitability_check", SEEN.on, "done", "w1")
    assert (case.promises[0].contact_id, case.promises[0].made_on) == ("c1", SEEN.on)


def test_all_there_is_to_put_right_in_a_note_is_said_at_once(sam: Store) -> None:
    note = Note(
        SEEN._replace(rung="", on=date(2026, 11, 25)),
        home=Home("p1", date(2026, 11, 1), type="?"),
        activity=Activity("p1", None, code="F4"),
        promises=(Promise("", "p1", due_on=date(2026, 12, 1)),),
    )
    assert sorted(refused(sam, record_note, note)) == [
        "activity.start",
        "home.type",
        "on",
        "promises.what",
        "rung",
    ]


def test_the_same_note_twice_is_refused_and_kept_once(sam: Store) -> None:
    do(sam, record_contact, SEEN)
    assert refused(sam, record_contact, SEEN) == [""]
    assert case_of(sam).contacts == (SEEN,)


def test_a_contact_without_an_id_is_given_one(sam: Store) -> None:
    given = do(sam, record_contact, SEEN._replace(contact_id=""))
    assert case_of(sam).contacts[0].contact_id == given
    assert len(given) == 32


def test_a_contact_with_nobody_is_refused(sam: Store) -> None:
    assert refused(sam, record_contact, SEEN._replace(person_id="p9")) == ["person_id"]


def test_a_new_home_ends_the_one_before_it(sam: Store) -> None:
    do(sam, record_move, Home("p1", date(2026, 1, 1), type="Z"))
    do(sam, record_move, Home("p1", date(2026, 6, 1), type="U"))
    assert [(home.type, home.end) for home in case_of(sam).homes] == [
        ("Z", date(2026, 6, 1)),
        ("U", None),
    ]


def test_a_home_known_of_late_leaves_the_later_one_open(sam: Store) -> None:
    do(sam, record_move, Home("p1", date(2026, 6, 1), type="U"))
    do(sam, record_move, Home("p1", date(2026, 1, 1), date(2026, 2, 1), type="Z"))
    assert [home.end for home in case_of(sam).homes] == [date(2026, 2, 1), None]


def test_a_home_of_which_only_a_day_was_known_ends_too(sam: Store) -> None:
    do(sam, add, "homes", [Home("p1", type="Z", known_on=date(2026, 3, 1))])
    do(sam, record_move, Home("p1", date(2026, 6, 1), type="U"))
    assert {home.end for home in case_of(sam).homes} == {date(2026, 6, 1), None}


def test_new_work_ends_what_was_before_it(sam: Store) -> None:
    do(sam, record_activity, Activity("p1", date(2026, 1, 1), code="G5"))
    do(sam, record_activity, Activity("p1", date(2026, 9, 1), code="F4"))
    assert [activity.end for activity in case_of(sam).activities] == [date(2026, 9, 1), None]


def test_a_home_or_work_that_cannot_be_is_refused(sam: Store) -> None:
    assert refused(sam, record_move, Home("p1", date(2027, 1, 1), type="U")) == ["start"]
    assert refused(sam, record_activity, Activity("p1", date(2026, 1, 1), code="?")) == ["code"]


def test_a_person_is_added_once(sam: Store) -> None:
    assert do(sam, add_person, Person("p2", "Noor")) == "p2"
    assert refused(sam, add_person, Person("p2", "Somebody else")) == ["person_id"]
    assert refused(sam, add_person, Person("p3", date_of_birth=date(2030, 1, 1))) == [
        "date_of_birth"
    ]


def test_an_allocation_ends_the_one_before_it_in_that_role_alone(sam: Store) -> None:
    for worker, role, start in (
        ("w1", "social_worker", date(2025, 1, 1)),
        ("w1", "personal_adviser", date(2025, 1, 1)),
        ("w2", "personal_adviser", date(2026, 11, 1)),
    ):
        do(sam, allocate, Allocation("p1", worker, role, start))
    ends = {(held.worker_id, held.role): held.end for held in case_of(sam).allocations}
    assert ends == {
        ("w1", "social_worker"): None,
        ("w1", "personal_adviser"): date(2026, 11, 1),
        ("w2", "personal_adviser"): None,
    }


def test_an_allocation_needs_a_worker_and_a_day(sam: Store) -> None:
    assert refused(sam, allocate, Allocation("p1", "w9", start=TODAY)) == ["worker_id"]
    assert refused(sam, allocate, Allocation("p1", "w1")) == ["start"]


def test_a_user_says_which_worker_they_are(sam: Store) -> None:
    from db.store import open_store

    for _ in range(2):
        do(sam, link_user, "w1")
    assert refused(sam, link_user, "w9") == ["worker_id"]
    sam.close()
    again = open_store(sam.path, user=sam.user.name, passphrase=PASSPHRASE, clock=clock_at(TODAY))
    assert again.user.worker_id == "w1"
    again.close()


def test_a_line_is_set_aside_with_a_reason_and_not_past_the_law(sam: Store) -> None:
    local = Snooze("p1", "pa_contact_8w", until=date(2026, 12, 1), reason="Away with family")
    assert do(sam, snooze_duty, local)
    assert case_of(sam).snoozes[0].on == TODAY
    assert refused(sam, snooze_duty, local._replace(reason="")) == ["reason"]
    law = local._replace(duty="pathway_review_6m")
    assert refused(sam, snooze_duty, law) == ["until"]


def test_an_answer_to_a_duty_is_asked_again_within_a_year(sam: Store) -> None:
    answer = DutyAnswer("p1", "pa_contact_8w", "declined", reason="Her own wish", decided_by="p1")
    assert refused(sam, answer_duty, answer) == ["ask_again_on"]
    assert do(sam, answer_duty, answer._replace(ask_again_on=date(2027, 5, 1)))
    assert case_of(sam).duty_answers[0].on == TODAY


def test_a_reference_nobody_has_is_refused_for_any_answer(sam: Store) -> None:
    answer = DutyAnswer("p9", "pa_contact_8w", "declined", reason="x")
    assert refused(sam, answer_duty, answer) == ["person_id"]
