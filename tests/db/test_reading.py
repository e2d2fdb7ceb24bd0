import gc
from datetime import UTC, date, datetime
from typing import Any

import pytest

from carelink.errors import Refused
from carelink.facts import KINDS, OF_THE_TEAM, Allocation, Contact, Home, Person, Worker
from db.reading import (
    read_case,
    read_caseload,
    read_cases,
    read_people,
    read_rows,
    read_workers,
    version_of,
)
from db.store import Store
from db.trail import add


def keep(store: Store, **facts: list[Any]) -> None:
    with store.writing() as writing:
        for kind, said in facts.items():
            add(writing, kind, said)


def test_a_case_file_has_every_kind_of_fact(store: Store) -> None:
    keep(store, people=[Person("p1")])
    with store.writing() as writing:
        for kind, (fact, key, _) in KINDS.items():
            if "person_id" in fact._fields and kind != "people":
                said = {name: "x" for name in fact._fields if fact.__annotations__[name] is str}
                add(writing, kind, [fact(**{**said, "person_id": "p1", key: f"{kind}-1"})])
    with store.reading() as connection:
        case = read_case(connection, "p1")
    for kind in KINDS:
        if kind != "people" and kind not in OF_THE_TEAM:
            assert len(getattr(case, kind)) == 1, kind


def test_the_whole_case_has_its_notes_and_the_roll_does_not(store: Store) -> None:
    keep(store, people=[Person("p1")], contacts=[Contact("c1", "p1", note="Kettle on.")])
    with store.reading() as connection:
        assert read_case(connection, "p1").contacts[0].note == "Kettle on."
        assert read_cases(connection)[0].contacts == (Contact("c1", "p1"),)


def test_contacts_are_in_date_order_with_the_undated_first(store: Store) -> None:
    days = [date(2026, 3, 1), None, date(2025, 1, 1), date(2026, 3, 1)]
    contacts = [Contact(f"c{n}", "p1", on=day) for n, day in enumerate(days)]
    keep(store, people=[Person("p1")], contacts=contacts)
    with store.reading() as connection:
        case = read_case(connection, "p1")
    assert [contact.contact_id for contact in case.contacts] == ["c1", "c2", "c0", "c3"]


def test_the_order_does_not_hang_on_when_rows_were_written(store: Store) -> None:
    homes = [Home("p1", date(2026, month, 1), row_id=f"h{month}") for month in (5, 1, 3)]
    keep(store, people=[Person("p1")], homes=homes)
    with store.reading() as connection:
        assert [home.row_id for home in read_case(connection, "p1").homes] == ["h1", "h3", "h5"]


def test_each_has_their_own_and_everybody_the_workers(store: Store) -> None:
    keep(
        store,
        people=[Person("p2"), Person("p1")],
        workers=[Worker("w1", "Jo")],
        contacts=[Contact("c1", "p1"), Contact("c2", "p2")],
    )
    with store.reading() as connection:
        first, second = read_cases(connection)
        (only,) = read_cases(connection, ["p2"])
        assert [person.person_id for person in read_people(connection)] == ["p1", "p2"]
        assert read_workers(connection) == {"w1": Worker("w1", "Jo")}
    assert [case.person.person_id for case in (first, second)] == ["p1", "p2"]
    assert only.contacts == second.contacts == (Contact("c2", "p2"),)
    assert first.workers == {"w1": Worker("w1", "Jo")}


def test_many_people_are_picked_out_of_everyone(store: Store) -> None:
    keep(store, people=[Person(f"p{n:04}") for n in range(700)])
    wanted = [f"p{n:04}" for n in range(600)]
    with store.reading() as connection:
        cases = read_cases(connection, wanted)
        assert read_cases(connection, []) == []
    assert [case.person.person_id for case in cases] == wanted


def test_nobody_is_told_of_in_words(store: Store) -> None:
    with store.reading() as connection:
        with pytest.raises(Refused, match="Nobody with the reference p9"):
            read_case(connection, "p9")
        assert read_cases(connection, ["p9"]) == []
        assert version_of(connection, "people", "p9") is None


def test_a_caseload_is_who_is_allocated_on_the_day(store: Store) -> None:
    keep(
        store,
        people=[Person(f"p{n}") for n in range(6)],
        allocations=[
            Allocation("p1", "w1", start=date(2026, 1, 1), end=date(2026, 6, 1)),
            Allocation("p2", "w1", start=date(2026, 6, 1)),
            Allocation("p3", "w1", start=date(2026, 6, 2)),
            Allocation("p4", "w1"),
            Allocation("p4", "w1", role="duty"),
            Allocation("p5", "w2"),
        ],
    )
    with store.reading() as connection:
        assert read_caseload(connection, "w1", date(2026, 6, 1)) == ["p2", "p4"]


def test_rows_say_where_they_came_from(store: Store) -> None:
    with store.writing("by hand") as writing:
        add(writing, "people", [Person("p2"), Person("p1")])
        add(writing, "homes", [Home("p1", row_id="h1"), Home("p2", row_id="h2")])
    with store.reading() as connection:
        people = list(read_rows(connection, "people"))
        (only,) = read_rows(connection, "homes", "p2")
    assert [person.person_id for person, _ in people] == ["p1", "p2"]
    assert people[0][1] == (datetime(2026, 11, 24, 12, tzinfo=UTC), "Amina Yusuf", "by hand")
    assert only[0] == Home("p2", row_id="h2")


@pytest.mark.parametrize("looking", [True, False])
def test_the_search_for_garbage_goes_on_as_it_was(store: Store, looking: bool) -> None:
    was = gc.isenabled()
    (gc.enable if looking else gc.disable)()
    try:
        with store.reading() as connection:
            read_cases(connection)
        assert gc.isenabled() == looking
    finally:
        (gc.enable if was else gc.disable)()
