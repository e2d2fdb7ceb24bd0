"""What changed since a pack, from the real store: the trail, the pack kept, and who may ask."""

from datetime import date
from functools import partial

import pytest

from carelink.changes import Comparison
from carelink.errors import Refused
from carelink.facts import Contact, HealthItem
from db.counting import count_everybody
from db.releases import record_release
from db.trail import add, amend
from tests.desks import made_desk, opened_desk
from tests.released import a_release
from tests.stores import clock_at
from tests.teams import a_team
from ui.comparing import HowFar, Since, compare

THEN, NOW = date(2026, 9, 26), date(2026, 11, 24)


@pytest.fixture
def desk(tmp_path):
    """A team whose pack was prepared in September; today is in November."""
    facts = a_team()
    facts["contacts"] = [one for one in facts["contacts"] if one.on <= THEN]
    first = made_desk(tmp_path, THEN, facts)
    keep(first, counted_on(first, THEN), THEN)
    first.store._clock = clock_at(NOW)
    yield opened_desk(first.store, NOW)
    first.store.close()


def counted_on(desk, day):
    """Who stands where on a day, as a release would keep it."""
    with desk.store.reading() as connection:
        return count_everybody(connection, desk.rulebook, desk.catalogue, day).seats


def keep(desk, seats, day):
    release = a_release(day)
    desk.do(partial(record_release, level="full", seats=seats), release)
    return release.hash


def since(desk):
    from db.releases import read_releases

    with desk.store.reading() as connection:
        kept, *_ = read_releases(connection)
    return Since(kept.as_at, kept.hash)


def result(desk, since, after=NOW):
    *steps, last = compare(desk, since, after)
    assert steps
    assert all(isinstance(step, HowFar) for step in steps)
    assert isinstance(last, Comparison)
    return last


def test_what_was_put_right_and_what_happened_are_told_apart_and_add_up(desk):
    home = desk.case("MED-0003").homes[0]
    desk.do(amend, "homes", home.row_id, {"suitable": "2"}, about="MED-0003")
    visit = Contact("late", "MED-0004", "W1", date(2026, 11, 20), "seen")
    desk.do(add, "contacts", [visit], about="MED-0004")
    found = result(desk, since(desk))
    assert found.as_kept is True
    assert all(figure.reconciles for figure in found.figures)
    listed = [
        (change.name, str(change.kind), change.number, change.base)
        for change in found.changes
        if change.figure[:2] == ("roll", "suitable_accommodation")
    ]
    assert listed == [("ሐና ተስፋዬ", "corrected", -1, 0)]
    corrected = next(one for one in found.changes if one.kind == "corrected")
    assert "is not suitable (recorded by Amina Yusuf, 24 November 2026)" in corrected.says


def test_what_only_their_file_shows_is_compared_too(desk):
    known = HealthItem("MED-0003", "gp", "recorded", "Marlowe Park", date(2026, 9, 1))
    desk.do(add, "health_items", [known], about="MED-0003")
    found = result(desk, since(desk), THEN)
    (only,) = found.changes
    assert (only.figure.indicator, str(only.kind), only.number) == ("gp_registered", "corrected", 1)
    assert "recorded by Amina Yusuf, 24 November 2026" in only.says


def test_nothing_recorded_since_and_the_same_day_again_is_no_change(desk):
    found = result(desk, since(desk), THEN)
    assert found.changes == ()
    assert found.as_kept is True


def test_a_pack_that_was_counted_before_something_was_recorded_says_so(desk):
    counted = counted_on(desk, NOW)
    for person_id in ("MED-0003", "MED-0004", "MED-0005"):
        home = desk.case(person_id).homes[0]
        desk.do(amend, "homes", home.row_id, {"suitable": "2"}, about=person_id)
    hash = keep(desk, counted, NOW)
    assert result(desk, Since(NOW, hash)).as_kept is False
    assert result(desk, since(desk)).as_kept is True


def test_a_day_alone_is_taken_as_it_was_known_when_it_ended(desk):
    assert result(desk, Since(THEN), THEN).changes == ()
    before_all = result(desk, Since(date(2026, 1, 1)), date(2026, 1, 1))
    assert before_all.as_kept is None
    assert {change.kind for change in before_all.changes} == {"corrected"}
    assert all("Was not in the store then" in one.says for one in before_all.changes)


def test_only_a_manager_may_ask_and_a_pack_unknown_here_is_said(desk):
    with pytest.raises(Refused, match="No pack"):
        list(compare(desk, Since(THEN, "f" * 64), NOW))
    desk.user = desk.user._replace(role="board_viewer")
    with pytest.raises(Refused, match="team manager alone"):
        list(compare(desk, Since(THEN), NOW))
