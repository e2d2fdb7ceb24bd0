"""Where one or two people changed since an earlier release, the line is held."""

from carelink.disclosure import TOTAL, Dimension, Table
from carelink.disclosure.cells import cell_at
from carelink.disclosure.grouping import small_share
from carelink.disclosure.holding import changed_people, held_cells
from tests.carelink.disclosure.tables import ROLL, dimension, frozen_of

DIMENSIONS = {"age": dimension("age", 3), "home": dimension("home", (2, 0))}
BY_AGE = Table("ages", ROLL, ("age",))
BY_BOTH = Table("homes", ROLL, ("age", "home"))
COHORT = Table("cohort", (("population", "cohort"),), ("age",))


def roll(*places, population="roll"):
    """People by their mark: each an age and a home."""
    return {
        f"m{at}": [{"population": population, "age": age, "home": home}]
        for at, (age, home) in enumerate(places)
    }


ALL_AT_HOME = roll(*[("age0", "home0.0")] * 4, *[("age1", "home1")] * 4)


def along(**categories):
    return cell_at((*ROLL, *categories.items()))


def held(tables, now, before=ALL_AT_HOME, hold_up_to=2):
    return held_cells(tables, DIMENSIONS, now, before, hold_up_to)


def test_nothing_is_held_where_nobody_changed():
    assert held([BY_AGE, BY_BOTH], ALL_AT_HOME) == frozenset()
    assert changed_people(BY_BOTH, DIMENSIONS, ALL_AT_HOME, ALL_AT_HOME) == 0


def test_one_person_left_and_every_line_with_them_is_held():
    now = {mark: where for mark, where in ALL_AT_HOME.items() if mark != "m0"}
    cells = held([BY_BOTH], now)

    assert changed_people(BY_BOTH, DIMENSIONS, now, ALL_AT_HOME) == 1
    assert {along(age="age0", home="home0.0"), along(age="age0", home="home1")} <= cells
    assert {along(age="age0"), along(home="home0"), along(home="home0.0"), along()} <= cells
    assert {along(age="age1", home="home0"), along(age="age2", home="home0.0")} <= cells
    assert along(age="age1", home="home1") not in cells


def test_a_move_within_a_group_holds_its_categories_and_not_the_ages():
    now = ALL_AT_HOME | {"m0": [{"population": "roll", "age": "age0", "home": "home0.1"}]}

    assert held([BY_AGE], now) == frozenset()
    assert along(age="age0", home="home0.1") in held([BY_BOTH], now)
    assert changed_people(BY_AGE, DIMENSIONS, now, ALL_AT_HOME) == 0


def test_three_changed_people_hide_one_another():
    now = {mark: where for mark, where in ALL_AT_HOME.items() if mark not in ("m0", "m1", "m2")}

    assert held([BY_AGE], now) == frozenset()
    assert held([BY_AGE], now, hold_up_to=3)


def test_another_population_is_not_touched():
    now = {mark: where for mark, where in ALL_AT_HOME.items() if mark != "m0"}
    assert held([COHORT], now) == frozenset()


def test_who_is_in_two_populations_is_found_in_the_one_a_table_speaks_of():
    both = {
        "m0": [
            {"population": "roll", "age": "age0", "home": "home1"},
            {"population": "cohort", "age": "age1"},
        ]
    }
    cells = held([COHORT, BY_AGE], both, before={})
    assert (("age", "age1"), ("population", "cohort")) in cells
    assert changed_people(COHORT, DIMENSIONS, both, {}) == 1


def test_a_base_dimension_says_who_is_counted():
    table = Table("asked", (*ROLL, ("home_base", "in")), ("home",))
    inside = {"m0": [{"population": "roll", "home": "home1", "home_base": "in"}]}
    outside = {"m0": [{"population": "roll", "home": "home1", "home_base": "out"}]}

    assert changed_people(table, DIMENSIONS, inside, {}) == 1
    assert changed_people(table, DIMENSIONS, outside, {}) == 0
    assert changed_people(table, DIMENSIONS, inside, outside) == 1


class Cut(Dimension):
    """As the figures cut a list: a lowest category of the full list is still known."""

    __slots__ = ()

    def above(self, leaf):
        return tuple(node for node in (leaf, leaf.split(".")[0], TOTAL) if node in self.nodes)


def test_a_shorter_list_still_knows_where_people_stood_on_the_long_one():
    short = {"home": Cut("home", {TOTAL: ("home0", "home1")})}
    table = Table("homes", ROLL, ("home",))
    within = ALL_AT_HOME | {"m0": [{"population": "roll", "age": "age0", "home": "home0.1"}]}
    across = ALL_AT_HOME | {"m0": [{"population": "roll", "age": "age0", "home": "home1"}]}

    assert held_cells([table], short, within, ALL_AT_HOME) == frozenset()
    assert held_cells([table], short, across, ALL_AT_HOME) == {
        along(),
        along(home="home0"),
        along(home="home1"),
    }


def test_a_category_that_is_no_more_is_another_than_todays():
    was = {"m0": [{"population": "roll", "age": "age_long_gone"}]}
    now = {"m0": [{"population": "roll", "age": "age0"}]}

    assert changed_people(BY_AGE, DIMENSIONS, now, was) == 1
    assert along(age="age1") in held_cells([BY_AGE], DIMENSIONS, now, was)


def test_the_share_of_small_counts_is_that_of_the_lowest_cells():
    people = [{"age": "age0"}] * 9 + [{"age": "age1"}] * 5
    frozen = frozen_of({"age": 3}, (("age",),), people)

    assert small_share(frozen) == 0.5
    assert small_share(frozen_of({"age": 3}, (("age",),), [])) == 0.0
