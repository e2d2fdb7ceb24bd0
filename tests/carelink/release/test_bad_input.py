"""Bad input to a release: it is refused with a reason or made coarser, and never unsafe."""

from dataclasses import replace

import pytest

from carelink.attack import Known
from carelink.disclosure import Limits, Mode
from carelink.errors import Refused
from carelink.figures.counting import Counting
from carelink.figures.levels import Level
from carelink.release.safe import safe_release
from carelink.rulebook import load_rulebook
from tests.carelink.figures.rolls import AS_AT, a_care_leaver, a_home, a_roll, an_activity
from tests.carelink.release.small_boards import FULLY, Seated, board_of, kept, released
from tests.carelink.release.years import FIRST_DAY, LISTS, Standing

MODES = (Mode.ROUNDED, Mode.EXACT)
LINES = LISTS[1]


def counting(cases):
    found = Counting(load_rulebook(), AS_AT)
    for case in cases:
        found.take(case)
    return found


def alike(people, **where):
    seat = {"population": "roll", "aged_in_groups": "18", "lives": "own", "does": "work", **where}
    return {f"P{number}": (seat,) for number in range(people)}


def day(seats, mode=Mode.ROUNDED, *, earlier=(), lists=LINES, **more):
    with board_of(lists, **FULLY):
        seated = Seated(lists, Standing(FIRST_DAY, seats, ""))
        return safe_release(seated, FIRST_DAY, mode=mode, earlier=earlier, **more)


@pytest.mark.parametrize("mode", MODES)
def test_an_empty_team_is_refused(mode):
    with pytest.raises(Refused, match="Nobody is on the roll on 20 May 2026"):
        safe_release(counting([]), AS_AT, mode=mode)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("people", [1, 5])
def test_one_young_person_or_a_handful_is_refused(mode, people):
    with pytest.raises(Refused, match="So few people"):
        safe_release(counting(a_roll(people, eet=1)), AS_AT, mode=mode)


@pytest.mark.parametrize("mode", MODES)
def test_everybody_in_one_category_is_never_told(mode):
    prepared = day(alike(40), mode)
    if prepared.release is None:
        assert prepared.tried
        assert prepared.offers
    elif prepared.mode is Mode.EXACT:
        counts = prepared.release.counts
        empty = {"17", "19", "20"}
        divided = [cell for cell in counts if {"lives", "does"} & dict(cell).keys()]
        theirs = [cell for cell in divided if dict(cell).get("aged_in_groups") not in empty]
        assert {counts[cell] for cell in theirs} == {"c"}
    else:
        # That nobody is in another one may not be certain: a shown 0 can mean 4.
        assert all(bound.values >= 5 for bound in prepared.verdict.bounds)


@pytest.mark.parametrize("mode", MODES)
def test_a_roll_of_which_nothing_is_known_is_safe_or_refused(mode):
    cases = [a_care_leaver(AS_AT.replace(year=AS_AT.year - 19)) for _ in range(40)]
    prepared = safe_release(counting(cases), AS_AT, mode=mode)

    assert prepared.level is not Level.FULL
    if prepared.release is None:
        assert prepared.tried
    else:
        assert prepared.verdict.safe


def test_a_table_that_is_not_on_the_list_is_refused_by_its_name():
    with pytest.raises(Refused, match="There is no table by_adviser on the list"):
        safe_release(counting(a_roll(40, eet=20)), AS_AT, only=["by_adviser"])


def two_days():
    seats = alike(60) | {
        f"Q{n}": alike(1, lives="custody", does="not_in_eet")["P0"] for n in range(9)
    }
    year = [Standing(FIRST_DAY, seats, "")]
    with board_of(LINES, **FULLY):
        [first] = released(LINES, year, Mode.ROUNDED)
    return seats, kept(first)


def test_a_damaged_release_in_the_ledger_stops_every_later_one():
    seats, earlier = two_days()
    broken = earlier.release.figures.replace(",60,", ",65,", 1)
    assert broken != earlier.release.figures
    damaged = earlier._replace(release=replace(earlier.release, figures=broken))
    with pytest.raises(Refused, match="damaged in the ledger"):
        day(seats, earlier=[damaged])


def test_the_other_mode_is_refused_once_figures_were_released():
    seats, earlier = two_days()
    with pytest.raises(Refused, match="released before as rounded"):
        day(seats, Mode.EXACT, earlier=[earlier])


@pytest.mark.parametrize("mode", MODES)
def test_a_solver_out_of_time_gives_no_release_and_says_so(mode):
    seats, _ = two_days()
    prepared = day(seats, mode, limits=Limits(seconds=0.0))
    assert prepared.release is None
    assert any("time" in tried.says.lower() for tried in prepared.tried)
    assert prepared.offers


def test_what_others_know_can_make_a_release_unsafe_and_then_a_coarser_one_is_given():
    people = (
        alike(20)
        | {f"Q{n}": alike(1, lives="custody", does="not_in_eet")["P0"] for n in range(3)}
        | {f"R{n}": alike(1, lives="family", does="not_in_eet")["P0"] for n in range(4)}
    )
    told = [Known(0, {"population": "roll", "lives": "family"}, 4, "somebody inside")]
    assert day(people, Mode.EXACT).level is Level.FULL
    prepared = day(people, Mode.EXACT, known=told)
    assert "It can only be" in prepared.tried[0].says
    assert prepared.release is None or prepared.level is not Level.FULL


def test_real_case_files_of_a_small_team_give_headlines_alone():
    homes, work = (a_home(),), (an_activity("F5"),)
    born = AS_AT.replace(year=AS_AT.year - 19)
    cases = [a_care_leaver(born, homes=homes, activities=work) for _ in range(12)]
    cases += a_roll(12)
    prepared = safe_release(counting(cases), AS_AT)
    assert prepared.level is Level.HEADLINE
    assert prepared.release is None or prepared.verdict.safe
