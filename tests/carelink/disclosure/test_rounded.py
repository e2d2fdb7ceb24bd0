"""Rounded figures: all adds up, none is far from the truth, and they stay what they were."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carelink.disclosure import Limits, Why
from carelink.disclosure.rounded import preference, rounded
from carelink.disclosure.unsafe import Unsafe
from tests.carelink.disclosure.tables import ROLL, frozen_of, frozen_sets, recounted

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def adds_up(frozen, shown):
    return all(
        shown[line.whole] == sum(shown[part] for part in line.parts) for line in frozen.lines
    )


@quick
@given(frozen_sets())
def test_every_line_adds_up_each_figure_is_within_4_and_nought_stays_nought(drawn):
    frozen, _ = drawn
    protected = rounded(frozen)

    assert set(protected.shown) == set(frozen.cells)
    assert adds_up(frozen, protected.shown)
    for cell, figure in protected.shown.items():
        truth = frozen.counts[cell]
        assert figure % 5 == 0
        assert abs(figure - truth) <= 4
        assert figure == truth or truth % 5
        assert figure == 0 or truth
    assert protected.proven
    assert not protected.why


@quick
@given(frozen_sets())
def test_the_same_question_has_the_same_answer(drawn):
    frozen, _ = drawn
    again = frozen._replace(counts=dict(reversed(frozen.counts.items())))

    assert list(rounded(frozen).shown.items()) == list(rounded(again).shown.items())


@quick
@given(frozen_sets(), st.integers(0, 8))
def test_a_figure_stays_what_it_was_unless_the_truth_has_moved_5_away(drawn, leavers):
    frozen, people = drawn
    before = rounded(frozen)
    across = tuple(table.across for table in frozen.tables)
    fewer = people[leavers:]
    counts = recounted(frozen, across, fewer)
    after = rounded(frozen._replace(counts=counts, last=before.shown))

    assert adds_up(frozen, after.shown)
    assert all(abs(after.shown[cell] - counts[cell]) <= 4 for cell in frozen.cells)
    if all(abs(before.shown[cell] - counts[cell]) <= 4 for cell in frozen.cells):
        assert after.shown == before.shown


@quick
@given(frozen_sets(), st.integers(1, 2))
def test_where_one_or_two_people_changed_nothing_shown_changes(drawn, leavers):
    frozen, people = drawn
    before = rounded(frozen)
    across = tuple(table.across for table in frozen.tables)
    counts = recounted(frozen, across, people[leavers:])
    now = frozen._replace(counts=counts, last=before.shown, held=frozenset(frozen.cells))
    after = rounded(now)

    assert after.shown == before.shown
    for cell, figure in after.shown.items():
        assert (cell in after.why) == (abs(figure - counts[cell]) > 4)
        assert abs(figure - counts[cell]) <= 6


def test_a_held_figure_farther_than_6_from_the_truth_is_made_anew():
    frozen = frozen_of({"age": 2}, (("age",),), [{"age": "age0"}] * 12)
    last = dict.fromkeys(frozen.cells, 5) | {ROLL: 20}
    protected = rounded(frozen._replace(last=last, held=frozenset(frozen.cells)))

    assert adds_up(frozen, protected.shown)
    assert protected.shown[ROLL] in (10, 15)


def test_a_part_is_never_more_than_what_it_is_part_of_in_the_shown_figures_either():
    people = [{"age": f"age{n % 4}", "eet": "eet0"} for n in range(32)]
    frozen = frozen_of({"age": 4, "eet": 2}, (("age",), ("age", "eet")), people)
    ages = [cell for cell in frozen.cells if len(cell) == 2 and cell[0][0] == "age"]
    for n in range(20):
        keyed = frozen._replace(
            key=bytes([n]), at_most=tuple(((ages[at],), ages[(at + 1) % 4]) for at in range(3))
        )
        shown = rounded(keyed).shown
        assert all(shown[ages[at]] <= shown[ages[at + 1]] for at in range(3))


def test_the_key_settles_which_way_a_figure_goes():
    people = [{"age": f"age{n % 9}"} for n in range(9 * 7)]
    frozen = frozen_of({"age": 9}, (("age",),), people)
    ways = {tuple(rounded(frozen._replace(key=bytes([n]))).shown.values()) for n in range(9)}

    assert len(ways) > 3
    assert 0 < preference(b"", ROLL) < 1
    assert preference(b"one", ROLL) != preference(b"other", ROLL)


def test_out_of_time_or_without_an_answer_nothing_is_shown():
    people = [{"age": f"age{n % 3}"} for n in range(14)]
    frozen = frozen_of({"age": 3}, (("age",),), people)
    with pytest.raises(Unsafe, match="time"):
        rounded(frozen._replace(limits=Limits(seconds=0.0)))

    wrong = frozen._replace(counts=dict(frozen.counts) | {ROLL: 60})
    with pytest.raises(Unsafe, match="adds up"):
        rounded(wrong)


@pytest.mark.parametrize("many", [0, 1])
def test_nobody_or_one_person_is_rounded_too(many):
    frozen = frozen_of({"age": 3}, (("age",),), [{"age": "age0"}] * many)
    shown = rounded(frozen).shown

    assert set(shown.values()) <= {0, 5}
    assert adds_up(frozen, shown)
    assert many or not any(shown.values())


def test_a_figure_kept_beyond_4_is_marked():
    frozen = frozen_of({"age": 1}, (("age",),), [])
    last = dict.fromkeys(frozen.cells, 5)
    protected = rounded(frozen._replace(last=last, held=frozenset(frozen.cells)))

    assert protected.shown == last
    assert set(protected.why.values()) == {Why.CHANGE}
