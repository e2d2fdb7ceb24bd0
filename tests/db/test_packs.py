"""What is read for a pack is enough: it comes out as from everybody's whole file."""

import pytest

from carelink.facts import KINDS, OF_THE_TEAM
from carelink.meetings.asked import Asked, TeamFacts
from carelink.meetings.packs import needs_of, pack_of
from carelink.meetings.supervision import advisers_of
from carelink.meetings.words import MEETING_LABELS
from carelink.money.catalogue import load_catalogue
from carelink.rulebook import load_rulebook
from db.made_up import made_up_roll
from db.packs import read_for_packs
from db.reading import OF_THE_FILE, read_case, read_of_the_team, read_people, read_workers
from db.trail import add
from tests.stores import TODAY, made_store

_PEOPLE = 30


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A made-up roll in a store."""
    store = made_store(tmp_path_factory.mktemp("packs"))
    with store.writing() as writing:
        for kind, facts in made_up_roll(_PEOPLE, 7, TODAY).items():
            add(writing, kind, facts)
    yield store
    store.close()


@pytest.fixture(scope="module")
def whole(store):
    """The same asked of everybody's whole file."""
    with store.reading() as connection:
        ids = [person.person_id for person in read_people(connection)]
        team = TeamFacts(
            read_workers(connection),
            tuple(read_of_the_team(connection, "meetings")),
            tuple(read_of_the_team(connection, "meeting_actions")),
            tuple(read_of_the_team(connection, "absences")),
        )
        cases = [read_case(connection, person_id) for person_id in ids]
    return Asked(cases, team, load_rulebook(), load_catalogue(), TODAY)


@pytest.mark.parametrize("kind", MEETING_LABELS)
def test_the_pack_is_the_same_as_from_whole_files_and_nothing_more_is_read(store, whole, kind):
    with store.reading() as connection:
        read = read_for_packs(connection, [kind], load_rulebook(), load_catalogue(), TODAY)
    for worker_id in advisers_of(whole) if kind == "supervision" else [""]:
        assert pack_of(kind, read, "team", worker_id) == pack_of(kind, whole, "team", worker_id)
    for left_out in OF_THE_FILE - needs_of([kind]):
        assert not any(getattr(case, left_out) for case in read.cases), left_out


def test_what_packs_ask_for_are_facts_of_young_people():
    assert needs_of(MEETING_LABELS) <= set(KINDS) - OF_THE_TEAM
