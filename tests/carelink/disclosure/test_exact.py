"""Exact figures: the fewest are hidden that leave no hidden one exposed. Checked by trying all."""

from functools import cache
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from carelink.disclosure import Limits, Mode, Why
from carelink.disclosure.exact import exact
from carelink.disclosure.greedy import by_hand
from carelink.disclosure.primary import costs_of, perhaps_nought, primary_of, totals_of
from carelink.disclosure.puzzle import puzzles_of
from carelink.disclosure.reader import Reader
from carelink.disclosure.repair import NoneSafe, Repair
from carelink.disclosure.unsafe import Unsafe
from tests.carelink.disclosure.tables import ROLL, dimension, frozen_of, recounted

quick = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
# Smaller numbers than ours make tables small enough to try every pattern and every possible count.
SMALL = Limits(small_up_to=2, values=3)


def splits(total, many):
    """Every way of dividing so many people into so many cells."""
    if many == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in splits(total - first, many - 1):
            yield (first, *rest)


@cache
def worlds(tables, cells, joint, total):
    """Every set of counts with this total that adds up, a row each, the columns as in `cells`.

    Shape: `joint` are the lowest cells that everybody is in one of, with the cells that hold each.
    """
    into = np.array([[cell in held for cell in cells] for held in joint], dtype=np.int16)
    return np.unique(np.array(list(splits(total, len(joint))), dtype=np.int16) @ into, axis=0)


def worlds_of(frozen):
    names = sorted(frozen.dimensions)
    leaves = product(*(frozen.dimensions[name].leaves for name in names))
    across = tuple(table.across for table in frozen.tables)
    joint = []
    for one in leaves:
        counts = recounted(frozen, across, [dict(zip(names, one, strict=True))])
        joint.append(frozenset(cell for cell, count in counts.items() if count))
    return worlds(across, frozen.cells, tuple(joint), frozen.counts[ROLL])


def possible(frozen, hidden):
    """For each hidden cell the least and the greatest count that fits, all worlds being tried."""
    nought = perhaps_nought(frozen, primary_of(frozen))
    every = worlds_of(frozen)
    fits = np.ones(len(every), dtype=bool)
    for at, cell in enumerate(frozen.cells):
        if cell not in hidden:
            fits &= every[:, at] == frozen.counts[cell]
        elif cell not in nought:
            fits &= every[:, at] >= 1
    ends = every[fits].min(axis=0), every[fits].max(axis=0)
    return {
        cell: (int(ends[0][at]), int(ends[1][at]))
        for at, cell in enumerate(frozen.cells)
        if cell in hidden
    }


def sums_hold(frozen, hidden):
    """Whether no line with a shown whole has so few people in its hidden parts together."""
    return all(
        line.whole in hidden
        or not 0
        < frozen.sum_of(part for part in line.parts if part in hidden)
        <= frozen.limits.small_up_to
        for line in frozen.lines
    )


def safe(frozen, hidden):
    return sums_hold(frozen, hidden) and all(
        high - low + 1 >= frozen.limits.values for low, high in possible(frozen, hidden).values()
    )


def cheapest(frozen):
    """The least that hiding others costs, all patterns being tried; None where none is safe."""
    primary = set(primary_of(frozen))
    costs, totals = costs_of(frozen), totals_of(frozen)
    others = [
        cell
        for cell in frozen.cells
        if cell not in primary and cell not in totals and frozen.counts[cell]
    ]
    patterns = (set(some) for many in range(len(others) + 1) for some in combinations(others, many))
    for more in sorted(patterns, key=lambda some: sum(costs[cell] for cell in some)):
        if safe(frozen, primary | more):
            return sum(costs[cell] for cell in more)
    return None


@st.composite
def tiny(draw):
    """A table of so few people that every pattern and every count behind it can be tried."""
    shapes, across = draw(
        st.sampled_from(
            [
                ({"age": 2, "home": 2}, (("age", "home"),)),
                ({"age": 4}, (("age",),)),
                ({"home": (2, 2)}, (("home",),)),
                ({"age": 2, "home": 2, "eet": 2}, (("age",), ("home",), ("age", "eet"))),
            ]
        )
    )
    leaves = {name: dimension(name, shape).leaves for name, shape in shapes.items()}
    person = st.fixed_dictionaries({name: st.sampled_from(one) for name, one in leaves.items()})
    people = draw(st.lists(person, min_size=3, max_size=9))
    sensitive = draw(st.sampled_from([(), ("home",), ("eet",)]))
    return frozen_of(shapes, across, people, sensitive=sensitive, limits=SMALL)


@quick
@given(tiny())
def test_no_pattern_is_cheaper_and_none_is_found_where_there_is_none(frozen):
    least = cheapest(frozen)
    if least is None:
        with pytest.raises(Unsafe):
            exact(frozen)
        return
    protected = exact(frozen)
    assert protected.proven
    assert protected.gap == 0
    assert protected.cost == pytest.approx(least)


@quick
@given(tiny())
def test_every_hidden_figure_keeps_its_values_and_no_other_would_do_with_fewer(frozen):
    try:
        protected = exact(frozen)
    except Unsafe:
        assume(False)
    hidden = {cell for cell, shown in protected.shown.items() if shown is None}
    assert safe(frozen, hidden)
    for cell in hidden:
        if protected.why[cell] in (Why.PROTECTS, Why.SMALL_SUM):
            assert not safe(frozen, hidden - {cell})


@quick
@given(tiny())
def test_what_is_there_when_time_runs_out_is_safe_too(frozen):
    primary = {cell: why for cell, why in primary_of(frozen).items() if cell != ROLL}
    assume(frozen.counts[ROLL] > SMALL.small_up_to)
    hidden = set(primary)
    for puzzle in puzzles_of(frozen, primary):
        repair = Repair(puzzle, Reader(puzzle, SMALL.values, 10.0), SMALL.small_up_to)
        try:
            mask = repair.mended(puzzle.forced)
        except NoneSafe:
            assert cheapest(frozen) is None
            return
        hidden |= {cell for cell, is_hidden in zip(puzzle.cells, mask, strict=True) if is_hidden}
    assert safe(frozen, hidden)


def a_pack(many=160):
    """Two tables that share the ages, with rare homes."""
    people = [
        {
            "age": f"age{n % 3}",
            "home": f"home{min((n * 7) % 11 % 6, n % 5)}",
            "eet": f"eet{n % 2}.{(n * n) % 3}",
        }
        for n in range(many)
    ]
    return frozen_of(
        {"age": 3, "home": 6, "eet": (3, 3)}, (("age", "home"), ("age", "eet")), people
    )


def test_what_is_shown_is_true_and_small_figures_are_not_shown():
    frozen = a_pack()
    protected = exact(frozen)

    assert protected.mode is Mode.EXACT
    assert set(protected.shown) == set(frozen.cells)
    for cell, shown in protected.shown.items():
        assert shown in (None, frozen.counts[cell])
        assert shown is None or shown == 0 or shown > 5
        assert (shown is None) == (cell in protected.why)
    assert protected.shown[ROLL] == 160


def test_the_same_question_has_the_same_answer():
    frozen = a_pack()
    again = frozen._replace(counts=dict(reversed(frozen.counts.items())))
    assert exact(frozen).shown == exact(again).shown


def test_by_hand_at_least_as_much_is_hidden():
    frozen = a_pack(90)
    protected = exact(frozen)
    hand = by_hand(frozen)

    assert protected.cost <= hand.cost
    assert hand.hidden >= len(primary_of(frozen))


def test_a_group_all_of_one_category_is_hidden_with_its_noughts():
    people = [{"age": "age0", "home": "home1"}] * 12
    people += [{"age": "age1", "home": f"home{n % 3}"} for n in range(36)]
    frozen = frozen_of({"age": 2, "home": 3}, (("age", "home"),), people, sensitive=("home",))
    shown = exact(frozen).shown
    of_the_group = [cell for cell in frozen.cells if ("age", "age0") in cell and len(cell) == 3]
    assert len(of_the_group) == 3
    assert all(shown[cell] is None for cell in of_the_group)

    plain = frozen_of({"age": 2, "home": 3}, (("age", "home"),), people)
    assert None not in exact(plain).shown.values()


def test_a_whole_group_in_a_wider_category_is_hidden_unless_it_is_harmless():
    people = [{"age": f"age{n % 2}", "home": f"home0.{n % 3}"} for n in range(60)]
    people += [{"age": "age0", "home": "home1"}] * 30
    shapes, across = {"age": 2, "home": (3, 0)}, (("age", "home"),)
    inside = (("age", "age1"), ("home", "home0"), *ROLL)

    shown = exact(frozen_of(shapes, across, people, sensitive=("home",))).shown
    assert shown[inside] is None
    plain = frozen_of(shapes, across, people, sensitive=("home",), harmless=("home0",))
    assert exact(plain).shown[inside] == 30


def test_a_category_that_nobody_is_in_is_shown_as_nought_all_the_same():
    people = [{"age": "age0", "home": "home1"}] * 12
    people += [{"age": "age1", "home": f"home{n % 3}"} for n in range(36)]
    frozen = frozen_of({"age": 2, "home": 4}, (("age", "home"),), people, sensitive=("home",))
    shown = exact(frozen).shown

    assert shown[(*(("age", "age0"), ("home", "home3")), *ROLL)] == 0


def test_held_lines_are_hidden_but_the_total_never():
    people = [{"age": f"age{n % 3}"} for n in range(60)]
    frozen = frozen_of({"age": 3}, (("age",),), people)
    protected = exact(frozen._replace(held=frozenset(frozen.cells)))

    assert protected.shown == {cell: 60 if cell == ROLL else None for cell in frozen.cells}
    assert set(protected.why.values()) == {Why.CHANGE}


def test_hidden_parts_are_never_few_people_together():
    counts = {"age0": 3, "age1": 5, "age2": 30, "age3": 31}
    people = [{"age": age} for age, many in counts.items() for _ in range(many)]
    limits = Limits(small_up_to=9, values=3)
    protected = exact(frozen_of({"age": 4}, (("age",),), people, limits=limits))

    assert list(protected.why.values()) == [Why.SMALL, Why.SMALL, Why.SMALL_SUM]
    assert protected.proven
    enough = exact(
        frozen_of({"age": 4}, (("age",),), people, limits=limits._replace(small_up_to=7))
    )
    assert list(enough.why.values()) == [Why.SMALL, Why.SMALL]


def test_parts_that_are_at_most_a_whole_are_reckoned_with():
    people = [{"age": f"age{n % 2}", "home": f"home{min(n % 7, 2)}"} for n in range(40)]
    frozen = frozen_of({"age": 2, "home": 3}, (("age",), ("home",)), people)
    few = next(cell for cell in frozen.cells if ("home", "home0") in cell)
    bound = frozen._replace(
        at_most=(((few,), next(cell for cell in frozen.cells if ("age", "age0") in cell)),)
    )
    assert exact(frozen).cost <= exact(bound).cost


def test_what_was_hidden_before_is_hidden_again_where_it_costs_no_more():
    people = [{"age": "age0"}] * 3 + [{"age": f"age{n}"} for n in (1, 2, 3) for _ in range(20)]
    frozen = frozen_of({"age": 4}, (("age",),), people)
    for again in ("age1", "age2", "age3"):
        before = next(cell for cell in frozen.cells if ("age", again) in cell)
        protected = exact(frozen._replace(last={before: None}))
        assert protected.shown[before] is None
        assert protected.why[before] is Why.SMALL_SUM


def test_so_few_people_or_no_time_and_nothing_is_shown():
    with pytest.raises(Unsafe, match="few people"):
        exact(frozen_of({"age": 2}, (("age",),), [{"age": "age0"}] * 4))
    with pytest.raises(Unsafe, match="time"):
        exact(a_pack()._replace(limits=Limits(seconds=0.0)))
    one_line = frozen_of({"age": 2}, (("age",),), [{"age": "age0"}] * 7)
    assert exact(one_line).shown[ROLL] == 7


def test_nobody_is_shown_as_nobody():
    frozen = frozen_of({"age": 2}, (("age",),), [])
    protected = exact(frozen)
    assert set(protected.shown.values()) == {0}
    assert recounted(frozen, (("age",),), []) == frozen.counts
