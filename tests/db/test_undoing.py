"""What was just recorded is taken back whole, or not at all."""

from datetime import date

import pytest
from sqlalchemy import select

from carelink.errors import ChangedMeanwhile
from carelink.facts import Activity, Confirmation, Contact, Event, Home, Promise
from db.reading import read_case
from db.recording import Note, record_note
from db.tables import VERSIONS
from db.trail import remove
from db.undoing import AT_ONCE, undo_note
from tests.desks import AMAL, TODAY, made_desk

NOTE = Note(
    Contact("N1", AMAL, "W1", TODAY, "seen_at_home"),
    (Confirmation(AMAL, "N1", "home", "changed", "N2"),),
    Home(AMAL, date(2026, 11, 20), type="Z", row_id="N3"),
    Activity(AMAL, date(2026, 11, 20), code="F4", row_id="N4"),
    (Event("N5", AMAL, "suitability_check", TODAY, "yes", "W1"),),
    (Promise("N6", AMAL, "N1", "ring the bank", TODAY, date(2026, 11, 27)),),
)


@pytest.fixture
def store(tmp_path):
    made = made_desk(tmp_path).store
    yield made
    made.close()


def case_in(store):
    with store.reading() as connection:
        return read_case(connection, AMAL)


def test_a_note_is_taken_back_with_all_that_came_of_it(store):
    before = case_in(store)
    with store.writing() as writing:
        record_note(writing, NOTE)
    assert case_in(store) != before
    with store.writing() as writing:
        assert undo_note(writing, NOTE, before) == "N1"
    assert case_in(store) == before


def test_the_reason_is_kept_with_what_was(store):
    before = case_in(store)
    with store.writing() as writing:
        record_note(writing, NOTE)
        undo_note(writing, NOTE, before)
    with store.reading() as connection:
        rows = connection.execute(select(VERSIONS.c.object_id, VERSIONS.c.reason)).all()
    taken = {row.object_id for row in rows if row.reason == AT_ONCE}
    assert taken == {"N1", "N2", "N3", "N4", "N5", "N6"}


def test_a_contact_alone_opens_nothing_again(store):
    alone = Note(NOTE.contact)
    before = case_in(store)
    with store.writing() as writing:
        record_note(writing, alone)
    with store.writing() as writing:
        undo_note(writing, alone, before)
    assert case_in(store) == before


def test_what_somebody_took_out_meanwhile_leaves_the_rest_as_it_is(store):
    before = case_in(store)
    with store.writing() as writing:
        record_note(writing, NOTE)
    with store.writing() as writing:
        remove(writing, "promises", "N6", "made twice")
    after = case_in(store)
    with pytest.raises(ChangedMeanwhile), store.writing() as writing:
        undo_note(writing, NOTE, before)
    assert case_in(store) == after
