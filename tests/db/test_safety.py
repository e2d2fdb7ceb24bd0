"""Who may set and end a flag, and how is a time missing written down?"""

from datetime import date

import pytest

from carelink.errors import Refused
from carelink.facts import MissingEpisode, Person, SafetyFlag
from db.reading import read_case
from db.safety import (
    change_flag,
    change_missing,
    end_flag,
    put_flag_back,
    put_missing_back,
    record_missing,
    set_flag,
    take_flag_back,
)
from db.trail import add
from tests.stores import made_store

FLAG = SafetyFlag(
    "F1",
    "p1",
    "online",
    "medway_2017_1",
    "Messages from somebody they do not know.",
    date(2026, 11, 2),
    tool="Screening tool",
    tool_on=date(2026, 11, 1),
    review_on=date(2027, 1, 2),
    expires_on=date(2027, 5, 2),
)


@pytest.fixture(params=["team_manager", "personal_adviser"])
def role(request):
    return request.param


@pytest.fixture
def sam(tmp_path, role):
    store = made_store(tmp_path, role=role)
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam", date_of_birth=date(2010, 5, 6))])
        set_by_another = FLAG._replace(flag_id="F0", set_by="W9", set_by_role="team_manager")
        add(writing, "safety_flags", [set_by_another])
    yield store
    store.close()


def do(store, verb, *args):
    with store.writing() as writing:
        return verb(writing, *args)


def flags(store):
    with store.reading() as connection:
        return {flag.flag_id: flag for flag in read_case(connection, "p1").safety_flags}


@pytest.mark.parametrize("role", ["team_manager"], indirect=True)
def test_a_manager_sets_and_ends_a_flag_and_the_role_is_kept_with_it(sam):
    claimed = FLAG._replace(set_by_role="practice_manager")
    do(sam, set_flag, claimed)
    kept = flags(sam)["F1"]
    assert (kept.set_by, kept.set_by_role) == ("Amina Yusuf", "team_manager")
    do(sam, end_flag, kept, date(2026, 11, 23), "The messages have stopped.")
    assert flags(sam)["F1"].ended_on == date(2026, 11, 23)
    do(sam, take_flag_back, "F1")
    assert set(flags(sam)) == {"F0"}


@pytest.mark.parametrize("role", ["team_manager"], indirect=True)
def test_a_flag_from_elsewhere_that_lacks_its_tool_can_be_ended_and_the_end_undone(sam):
    bare = SafetyFlag("F2", "p1", "online", set_on=date(2026, 1, 1))
    with sam.writing() as writing:
        add(writing, "safety_flags", [bare])
    do(sam, end_flag, bare, date(2026, 11, 23), "Over.")
    with pytest.raises(Refused):
        do(sam, end_flag, flags(sam)["F2"], None, "Over.")
    do(sam, put_flag_back, flags(sam)["F2"], bare)
    assert flags(sam)["F2"] == bare


@pytest.mark.parametrize("role", ["personal_adviser"], indirect=True)
def test_anybody_else_is_refused_in_words_and_may_keep_the_plan_up_to_date(sam):
    kept = flags(sam)["F0"]
    for verb, args in (
        (set_flag, (FLAG._replace(set_by_role="team_manager"),)),
        (end_flag, (kept, date(2026, 11, 23), "Over")),
        (change_flag, (kept, kept._replace(level="medway_2017_3"))),
        (take_flag_back, ("F0",)),
        (put_flag_back, (kept._replace(level="x"), kept)),
    ):
        with pytest.raises(Refused, match="Only a practice manager or a team manager"):
            do(sam, verb, *args)
    assert flags(sam) == {"F0": kept}
    do(sam, change_flag, kept, kept._replace(plan_on=date(2026, 11, 20)))
    assert flags(sam)["F0"].plan_on == date(2026, 11, 20)
    do(sam, put_flag_back, flags(sam)["F0"], kept)
    assert flags(sam) == {"F0": kept}


def test_a_time_missing_is_kept_with_its_times_as_they_are_written(sam):
    do(sam, record_missing, MissingEpisode("p1", date(2026, 11, 20), "6pm", row_id="M1"))
    with sam.reading() as connection:
        (missing,) = read_case(connection, "p1").missing_episodes
    assert missing.missing_time == "18:00"
    back = missing._replace(found_on=date(2026, 11, 21), found_time="9.40pm")
    do(sam, change_missing, missing, back)
    with sam.reading() as connection:
        (now,) = read_case(connection, "p1").missing_episodes
    assert now.found_time == "21:40"
    with pytest.raises(Refused):
        do(sam, change_missing, now, now._replace(found_time="late"))
    do(sam, put_missing_back, now, missing)
    with sam.reading() as connection:
        assert read_case(connection, "p1").missing_episodes == (missing,)
