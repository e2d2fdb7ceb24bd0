"""Why a figure is hidden or held, in the words a manager reads in the preview."""

from datetime import date

import pytest

from carelink.disclosure import Mode, Protected, Why
from carelink.figures.levels import Level
from carelink.release.prepared import Prepared
from tests.released import a_release, at
from ui.release.in_hand import InHand
from ui.release.reasons import last_release_said, preview_of, say_cell
from ui.releasing import Wish

CELL = at(home="not_suitable", age_band="17-18")
OTHER = at(home="suitable", age_band="17-18")
SINCE = "26 September 2026"


def in_hand(mode, why, counted=3):
    """A frozen set of which one cell is hidden or held, with the truth beside it."""
    hidden = {CELL, OTHER} if mode is Mode.EXACT else ()
    release = a_release(hidden=hidden)
    shown = {
        cell: int(value) if value.isdigit() else None for cell, value in release.counts.items()
    }
    counts = {cell: value or 0 for cell, value in shown.items()} | {CELL: counted}
    protected = Protected(mode, shown, {CELL: why} if why else {})
    prepared = Prepared(release, protected, counts, None, Level.FULL, mode, (), (), {}, seats={})
    return InHand(Wish(date(2026, 11, 24)), None, prepared)


def the_cell(held):
    rows = preview_of(held, "roll_home_age", SINCE).rows
    return next(cell for row in rows for cell in row.cells if cell.cell == CELL)


@pytest.mark.parametrize(
    ("why", "says"),
    [
        (Why.SMALL, "Under the threshold: 1 to 5 are never printed."),
        (Why.PROTECTS, "Protects another: a hidden figure could be worked out from it."),
        (Why.CHANGE, "Would show a change of one or two people since 26 September 2026."),
        (Why.SMALL_SUM, "What is hidden in its line would be 5 or fewer together."),
        (Why.ONE_CATEGORY, "Would tell of a whole group that all of them are in one category."),
    ],
)
def test_a_hidden_figure_says_its_reason_with_the_truth_beside_it(why, says):
    cell = the_cell(in_hand(Mode.EXACT, why))
    assert cell.says == "c (3) hidden"
    assert say_cell(cell) == (
        f"Not suitable, Ages 17 to 18. Hidden, printed as c; counted 3. {says}"
    )


def test_a_held_figure_says_since_when():
    cell = the_cell(in_hand(Mode.ROUNDED, Why.CHANGE, counted=4))
    assert cell.says == "10 (4) held"
    assert say_cell(cell) == (
        "Not suitable, Ages 17 to 18. Printed as 10; counted 4. Held as printed before: would show "
        "a change of one or two people since 26 September 2026."
    )


def test_what_is_neither_is_said_too():
    assert the_cell(in_hand(Mode.ROUNDED, None, 12)).why == "Rounded so that every line adds up."
    cell = next(
        cell
        for row in preview_of(in_hand(Mode.EXACT, Why.SMALL), "roll_home_age", SINCE).rows
        for cell in row.cells
        if cell.cell == at()
    )
    assert cell.why == "As counted."
    assert cell.where == "All homes, All ages"


def test_every_reason_there_is_has_its_words():
    for why in Why:
        assert the_cell(in_hand(Mode.EXACT, why)).why


def test_the_last_release_before_the_cut_off_day_is_named():
    held = in_hand(Mode.ROUNDED, None)
    days = [date(2026, 3, 31), date(2026, 9, 26), date(2026, 12, 1)]
    assert last_release_said(held, days) == "26 September 2026"
    assert last_release_said(held, []) == "an earlier release"
