import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from carelink.errors import ChangedMeanwhile, Refused
from carelink.facts import Contact, Home, Person, Promise, Provenance
from db.reading import read_case, read_rows, version_of
from db.store import Store
from db.tables import TRAIL, VERSIONS
from db.trail import add, amend, remove

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)


def trail_of(store: Store, kind: str) -> list[tuple[str, str, str]]:
    """Action, object and fields, in order."""
    wanted = select(TRAIL.c.action, TRAIL.c.object_id, TRAIL.c.fields)
    with store.reading() as connection:
        rows = connection.execute(wanted.where(TRAIL.c.kind == kind).order_by(TRAIL.c.seq))
        return [tuple(row) for row in rows]


@pytest.fixture
def sam(store: Store) -> Store:
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam", uasc=False)])
    return store


def test_what_is_added_leaves_a_row_that_names_its_fields_and_no_value(sam: Store) -> None:
    with sam.writing("a spreadsheet") as writing:
        add(writing, "contacts", [Contact("c1", "p1", on=date(2026, 5, 3), note="secret")])
        add(writing, "contacts", [Contact("c2", "p1"), Contact("c3", "p1", alone=False)])
    assert trail_of(sam, "contacts") == [
        ("add", "c1", "contact_id,person_id,on,note"),
        ("add", "c2", "contact_id,person_id"),
        ("add", "c3", "contact_id,person_id,alone"),
    ]
    with sam.reading() as connection:
        last = connection.execute(select(TRAIL).order_by(TRAIL.c.seq.desc())).first()
    assert last is not None
    assert (last.at, last.who, last.origin) == (AT, "Amina Yusuf", "a spreadsheet")
    assert "secret" not in str(last)


def test_a_gesture_that_fails_leaves_neither_the_fact_nor_its_trail(sam: Store) -> None:
    def half_a_gesture() -> None:
        with sam.writing() as writing:
            add(writing, "contacts", [Contact("c1", "p1")])
            amend(writing, "people", "p1", {"known_as": "Sami"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_a_gesture()
    assert trail_of(sam, "contacts") == []
    with sam.reading() as connection:
        case = read_case(connection, "p1")
        assert connection.execute(select(VERSIONS)).all() == []
    assert (case.contacts, case.person.known_as) == ((), "Sam")


def test_a_fact_without_an_id_is_given_one(sam: Store) -> None:
    with sam.writing() as writing:
        ids = add(writing, "homes", [Home("p1", date(2026, 1, 1)), Home("p1", row_id="mine")])
    assert ids[1] == "mine"
    assert len(ids[0]) == 32
    with sam.reading() as connection:
        assert {home.row_id for home in read_case(connection, "p1").homes} == set(ids)


def test_nothing_to_add_leaves_nothing(sam: Store) -> None:
    with sam.writing() as writing:
        assert add(writing, "homes", []) == []
    assert trail_of(sam, "homes") == []


def test_an_id_that_is_taken_is_refused(sam: Store) -> None:
    with pytest.raises(Refused, match="repeats"), sam.writing() as writing:
        add(writing, "people", [Person("p1", "Somebody else")])
    with sam.reading() as connection:
        assert read_case(connection, "p1").person.known_as == "Sam"


def test_only_what_differs_is_changed_and_what_it_was_is_kept(sam: Store) -> None:
    changes = {"known_as": "Sami", "legal_name": "", "date_of_birth": date(2007, 2, 3)}
    with sam.writing("a form") as writing:
        assert amend(writing, "people", "p1", changes)
    assert trail_of(sam, "people")[1] == ("amend", "p1", "known_as,date_of_birth")
    with sam.reading() as connection:
        person = read_case(connection, "p1").person
        (kept,) = connection.execute(select(VERSIONS)).all()
        assert version_of(connection, "people", "p1") == 2
    assert (person.known_as, person.date_of_birth) == ("Sami", date(2007, 2, 3))
    was = json.loads(kept.was)
    assert (kept.kind, kept.object_id, kept.version) == ("people", "p1", 1)
    assert (was["known_as"], was["date_of_birth"], was["uasc"]) == ("Sam", None, False)
    assert was["recorded_at"] == "2026-11-24T12:00:00+00:00"


def test_a_change_that_changes_nothing_writes_nothing(sam: Store) -> None:
    with sam.writing() as writing:
        assert not amend(writing, "people", "p1", {"known_as": "Sam", "uasc": False})
    assert len(trail_of(sam, "people")) == 1
    with sam.reading() as connection:
        assert version_of(connection, "people", "p1") == 1


def test_what_someone_else_changed_meanwhile_is_not_overwritten(sam: Store) -> None:
    with sam.reading() as connection:
        read = version_of(connection, "people", "p1")
    with sam.writing() as writing:
        amend(writing, "people", "p1", {"known_as": "Sami"}, expected_version=read)
    with pytest.raises(ChangedMeanwhile), sam.writing() as writing:
        amend(writing, "people", "p1", {"pronouns": "they"}, expected_version=read)
    with pytest.raises(ChangedMeanwhile), sam.writing() as writing:
        remove(writing, "people", "p1", "a mistake", expected_version=read)
    with sam.reading() as connection:
        person = read_case(connection, "p1").person
    assert (person.known_as, person.pronouns) == ("Sami", "")


def test_what_is_gone_cannot_be_changed(sam: Store) -> None:
    for verb in (
        lambda writing: amend(writing, "promises", "r1", {"what": "x"}),
        lambda writing: remove(writing, "promises", "r1", "x"),
    ):
        with pytest.raises(ChangedMeanwhile), sam.writing() as writing:
            verb(writing)


def test_what_is_removed_is_kept_with_the_reason(sam: Store) -> None:
    with sam.writing() as writing:
        add(writing, "promises", [Promise("r1", "p1", what="Ring the landlord")])
        remove(writing, "promises", "r1", "Recorded for the wrong person")
    assert trail_of(sam, "promises")[1][:2] == ("remove", "r1")
    with sam.reading() as connection:
        assert read_case(connection, "p1").promises == ()
        (kept,) = connection.execute(select(VERSIONS)).all()
    assert json.loads(kept.was)["what"] == "Ring the landlord"
    assert kept.reason == "Recorded for the wrong person"


def test_a_person_with_anything_recorded_cannot_be_removed(sam: Store) -> None:
    with sam.writing() as writing:
        add(writing, "contacts", [Contact("c1", "p1")])
    with pytest.raises(Refused), sam.writing() as writing:
        remove(writing, "people", "p1", "tidying")


def test_what_was_recorded_elsewhere_keeps_its_own_provenance(sam: Store) -> None:
    theirs = Provenance(datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC), "J. Okafor", "the old system")
    with sam.writing("a bundle") as writing:
        add(writing, "contacts", [Contact("c1", "p1"), Contact("c2", "p1")], [theirs] * 2)
        amend(writing, "contacts", "c2", {"note": "n"})
    with sam.reading() as connection:
        said = {fact.contact_id: whose for fact, whose in read_rows(connection, "contacts")}
    assert said == {"c1": theirs, "c2": Provenance(AT, "Amina Yusuf", "a bundle")}


@pytest.mark.parametrize("table", ["trail", "versions"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET object_id = 'x'"])
def test_the_trail_and_the_versions_cannot_be_changed(sam: Store, table: str, change: str) -> None:
    with sam.writing() as writing:
        amend(writing, "people", "p1", {"known_as": "Sami"})
    with pytest.raises(Refused), sam.writing() as writing:
        writing.connection.exec_driver_sql(change.format(table))
    assert [action for action, *_ in trail_of(sam, "people")] == ["add", "amend"]


def test_the_trail_is_numbered_without_a_gap_across_failures(sam: Store) -> None:
    for n in range(6):
        try:
            with sam.writing() as writing:
                add(writing, "contacts", [Contact(f"{n}{m}", "p1") for m in range(3)])
                if n % 2:
                    raise ZeroDivisionError
        except ZeroDivisionError:
            pass
    with sam.reading() as connection:
        numbers = connection.scalars(select(TRAIL.c.seq).order_by(TRAIL.c.seq)).all()
    assert list(numbers) == list(range(1, len(numbers) + 1))
