"""Is every weakness found? Sound releases pass, and each way of weakening one is caught."""

import json
from itertools import product

import pytest

from carelink.attack import Known, Published, attack
from tests.carelink.attack.files import Table, flat, published

HOME = {"Total": ("suitable", "unsuitable"), "suitable": ("own", "family", "shared")}
AGE = flat("age", 3)
# Rows are homes in the order own, family, shared, unsuitable; columns are ages.
PEOPLE = [
    *(12, 20, 31),
    *(3, 14, 9),
    *(2, 17, 22),
    *(11, 8, 13),
]
HOMES = Table("homes", {"home": HOME, "age": AGE}, PEOPLE)
SMALL = {("family", "age0"), ("shared", "age0")}
# Two small homes of one age, and the same homes of another age, so that no line has a lone one.
HIDDEN = SMALL | {("family", "age2"), ("shared", "age2")}


def kinds(verdict):
    return {one.kind for one in verdict.failures}


def exact(table=HOMES, hidden=HIDDEN, **meta):
    return published([table], table.exact(hidden), **meta)


# Each lowest figure a multiple of 5 beside the truth, and every total within 4 of its own.
SHOWN = [
    *(10, 20, 30),
    *(5, 15, 10),
    *(0, 15, 25),
    *(10, 10, 10),
]


def shown_of(table=HOMES, lowest=SHOWN):
    return Table(table.name, table.below, lowest).truth


def rounded(table=HOMES, lowest=SHOWN, **other):
    figures = shown_of(table, lowest)
    rows = [table.row(cell, other.get(cell[0], one), "5a") for cell, one in figures.items()]
    return published([table], rows)


def test_a_sound_exact_release_is_safe_with_every_hidden_figure_bounded():
    verdict = attack([exact(values=4)], values=4)
    assert verdict.safe
    assert verdict.complete
    assert verdict.figures == 4
    assert {(one.at, one.low, one.high) for one in verdict.bounds} == {
        ("age age0, home family", 1, 4),
        ("age age0, home shared", 1, 4),
        ("age age2, home family", 8, 11),
        ("age age2, home shared", 20, 23),
    }
    assert verdict.narrowest == 4


def test_a_hidden_figure_with_four_possible_values_is_too_few():
    verdict = attack([exact()])
    assert kinds(verdict) == {"too_few"}
    assert len(verdict.failures) == 4


@pytest.mark.parametrize("left", sorted(HIDDEN))
def test_a_hidden_figure_shown_after_all_gives_the_others_away(left):
    verdict = attack([exact(hidden=HIDDEN - {left})], values=4)
    assert not verdict.safe
    assert "pinned" in kinds(verdict)


def test_a_lone_hidden_figure_is_worked_out_from_its_line():
    verdict = attack([exact(hidden={("family", "age0")})])
    assert ("pinned", "age age0, home family", "It can only be 3.") in {
        (one.kind, one.at, one.says) for one in verdict.failures
    }


def test_a_figure_left_out_of_the_file_is_worked_out_as_a_hidden_one_is():
    rows = HOMES.exact(HIDDEN)
    four_out = published([HOMES], [row for row in rows if row["value"] != "c"])
    assert kinds(attack([four_out], values=7)) == {"too_few"}
    one_out = [row for row in HOMES.exact() if row["value"] != 3]
    assert "pinned" in kinds(attack([published([HOMES], one_out)]))


def test_a_small_exact_figure_is_seen():
    verdict = attack([exact(hidden=())])
    assert kinds(verdict) == {"small_shown"}
    assert {one.at for one in verdict.failures} == {
        "age age0, home family",
        "age age0, home shared",
    }


def test_a_sound_rounded_release_is_safe():
    verdict = attack([rounded()])
    assert verdict.safe
    assert verdict.figures == len(HOMES.members)
    assert verdict.narrowest >= 5


def test_nearest_five_cell_by_cell_beside_an_exact_total_is_caught():
    shown = {cell: (one + 2) // 5 * 5 for cell, one in HOMES.truth.items()}
    rows = [HOMES.row(cell, one, "5") for cell, one in shown.items() if set(cell) != {"Total"}]
    rows.append(HOMES.row(("Total", "Total"), HOMES.truth["Total", "Total"]))
    verdict = attack([published([HOMES], rows)])
    assert {"does_not_add_up", "too_few"} <= kinds(verdict)


def test_rounded_figures_that_no_true_counts_can_have_are_refused():
    verdict = attack([rounded(own=300)])
    assert not verdict.safe
    assert not verdict.complete
    assert "does_not_add_up" in kinds(verdict)


def percents(table, digits, of_true):
    """Every home as a per cent of its age, of the true counts or of the shown ones."""
    shown = shown_of(table)
    source = table.truth if of_true else shown
    for home, age in product(("own", "family", "shared", "unsuitable"), AGE["Total"]):
        n, of = source[home, age], source["Total", age]
        scale = 10**digits
        value = (200 * scale * n + of) // (2 * of)
        said = f"{value // scale}.{value % scale}" if digits else str(value)
        yield table.row(
            (home, age),
            said,
            measure="pct",
            pct_of="home",
            n=shown[home, age],
            of=shown["Total", age],
        )


def with_percents(**how):
    counts = [HOMES.row(cell, one, "5a") for cell, one in shown_of().items()]
    return published([HOMES], [*counts, *percents(HOMES, **how)])


@pytest.mark.parametrize("digits", [0, 1])
def test_per_cents_of_true_counts_unpick_rounded_ones(digits):
    verdict = attack([with_percents(digits=digits, of_true=True)])
    assert "percent" in kinds(verdict)
    assert kinds(verdict) & {"too_few", "pinned"}
    assert len(verdict.failures) > 12


def test_per_cents_of_shown_figures_say_nothing_more():
    verdict = attack([with_percents(digits=0, of_true=False)])
    assert verdict.safe
    assert verdict.bounds == attack([rounded()]).bounds


# The list of homes that a council published in December 2022: 165 of 180 in suitable ones.
# Source: shared/domain/seed-systems.md 1N 5, rules.md 5.
HOMES_2022 = {
    "residential": 5,
    "staying_put": 17,
    "shared_lives": 5,
    "family": 25,
    "supported": 38,
    "foyer": 10,
    "university": 10,
    "own_tenancy": 55,
}


def homes_of_2022(unsuitable):
    below = {"Total": ("suitable", "unsuitable"), "suitable": tuple(HOMES_2022)}
    table = Table("homes", {"home": below}, [*HOMES_2022.values(), 15])
    rows = [row for row in table.exact() if row["home"] != "unsuitable"]
    return [published([table], [*rows, *unsuitable(table)])]


def test_the_list_of_homes_of_december_2022_shows_two_groups_of_five():
    verdict = attack(homes_of_2022(lambda table: []))
    assert {(one.kind, one.at) for one in verdict.failures} == {
        ("small_shown", "home residential"),
        ("small_shown", "home shared_lives"),
    }


def test_who_is_not_in_a_suitable_home_follows_by_subtraction_if_hidden():
    verdict = attack(homes_of_2022(lambda table: [table.row(("unsuitable",), "c")]))
    assert ("pinned", "home unsuitable", "It can only be 15.") in {
        (one.kind, one.at, one.says) for one in verdict.failures
    }


def one_leaves(table, cell):
    """The same table after one person has left that cell."""
    after = dict(table.lowest)
    after[cell] -= 1
    return Table(table.name, table.below, list(after.values()))


def test_one_leaver_between_two_exact_releases_is_named_by_the_difference():
    after = one_leaves(HOMES, ("own", "age1"))
    both = [exact(), published([after], after.exact(HIDDEN))]
    verdict = attack(both, changed={1: {"homes": 1}}, values=4)
    assert ("small_change", "age age1, home own") in {
        (one.kind, one.at) for one in verdict.failures
    }


def test_a_leaver_from_a_line_that_is_held_back_is_not():
    """All that holds the leaver is hidden in the new release: any home, any age is possible."""
    after = one_leaves(HOMES, ("own", "age1"))
    hidden = [cell for cell in after.truth if "Total" not in cell] + [
        cell for cell in after.truth if set(cell) != {"Total"} and "Total" in cell
    ]
    both = [exact(), published([after], after.exact(set(hidden)))]
    verdict = attack(both, changed={1: {"homes": 1}}, values=4)
    assert "small_change" not in kinds(verdict)


def test_steady_rounded_figures_do_not_show_a_leaver():
    verdict = attack([rounded(), rounded()], changed={1: {"homes": 1}})
    assert verdict.safe
    assert verdict.figures == 2 * len(HOMES.members)


def test_two_releases_narrow_what_one_leaves_open():
    """Nobody changed, so a figure rounded once up and once down is pinned between the two."""
    line = Table("homes", {"age": AGE}, [12, 21, 33])
    both = [rounded(line, [10, 20, 35]), rounded(line, [15, 25, 30])]
    alone, followed = attack(both), attack(both, changed={1: {"homes": 0}})
    assert alone.safe
    assert "too_few" in kinds(followed)


def test_figures_held_a_little_farther_from_the_truth_are_still_followed():
    """One person came, and nothing fits within 4: the reader learns that a figure was held."""
    line = Table("homes", {"age": AGE}, [12, 21, 33])
    both = [rounded(line, [10, 20, 35]), rounded(line, [20, 20, 35])]
    verdict = attack(both, changed={1: {"homes": 1}})
    assert verdict.complete
    assert "too_few" in kinds(verdict)
    far = [rounded(line, [10, 20, 35]), rounded(line, [40, 20, 35])]
    assert not attack(far, changed={1: {"homes": 1}}).complete


def test_a_sensitive_line_in_one_category_is_seen_and_a_hidden_one_is_not():
    people = [*(9, 0, 7), *(0, 0, 8), *(0, 0, 6), *(0, 12, 7)]
    table = Table("homes", {"home": HOME, "age": AGE}, people)
    open_to_all = attack([published([table], table.exact(), sensitive=["home"])])
    assert ("one_category", "age age0, home own") in {
        (one.kind, one.at) for one in open_to_all.failures
    }
    assert attack([published([table], table.exact())]).safe
    homes = [cell for cell in table.truth if cell[1] in ("age0", "age1")]
    hidden = {cell for cell in homes if cell[0] != "Total"}
    closed = attack([published([table], table.exact(hidden), sensitive=["home"])])
    assert "one_category" not in kinds(closed)


# Medway in the year to 31 March 2025, ages 17-18 and 19-21. Source: Department for Education,
# children looked after in England; shared/domain/rules.md 5.
COHORT = Table(
    "activity",
    {"activity": {"Total": ("eet", "not_eet", "unknown")}, "age": {"Total": ("17-18", "19-21")}},
    [*(41, 90), *(18, 55), *(4, 15)],
    population="birthday_cohort",
)
COHORT_SHOWN = [*(40, 90), *(20, 55), *(5, 15)]


def medway(count, source="DfE 2025", **at):
    return Known(0, {"population": "birthday_cohort", **at}, count, source)


def test_published_totals_narrow_the_small_figures_beside_them():
    """The whole and those in education or work are known: the rest is not ours, its parts are."""
    known = [
        medway(63, age="17-18"),
        medway(41, age="17-18", activity="eet"),
        medway(160, age="19-21"),
        medway(90, age="19-21", activity="eet"),
    ]
    alone = attack([rounded(COHORT, COHORT_SHOWN)])
    told = attack([rounded(COHORT, COHORT_SHOWN)], known=known)
    assert alone.safe
    assert told.not_used == ()
    before = {one.at: (one.low, one.high) for one in alone.bounds}
    after = {one.at: (one.low, one.high) for one in told.bounds}
    assert "activity eet, age 17-18" not in after
    # 63 less 41 are 22, and 16 to 22 of them are shown as 20: at most 6 are left for the others.
    assert before["activity unknown, age 17-18"] == (1, 9)
    assert after["activity unknown, age 17-18"] == (1, 6)
    assert after["activity not_eet, age 17-18"] == (16, 21)
    assert told.safe


def test_a_total_of_other_people_is_left_out_and_named():
    verdict = attack(
        [rounded(COHORT, COHORT_SHOWN)], known=[medway(135, activity="eet", age="17-18")]
    )
    assert verdict.safe
    [unused] = verdict.not_used
    assert "135" in str(unused)
    assert "DfE 2025" in str(unused)
    strange = medway(57, home="suitable")
    assert attack([rounded(COHORT, COHORT_SHOWN)], known=[strange]).not_used[0].known == strange


@pytest.mark.parametrize(
    "damage",
    [
        lambda one: one._replace(figures=one.figures.replace(",20,", ",25,", 1)),
        lambda one: one._replace(figures=one.figures[:-20]),
        lambda one: one._replace(figures=""),
        lambda one: one._replace(meta="{"),
        lambda one: one._replace(meta="[]"),
        lambda one: one._replace(meta=one.meta.replace('"own"', '"tent"')),
        lambda one: Published("a,b\n1,2\n", json.dumps({})),
        lambda one: Published('table,measure,value\n"a', json.dumps({})),
        lambda one: Published("table,measure,value\n", json.dumps({})),
    ],
)
def test_a_damaged_release_is_refused(damage):
    sound = rounded()
    for all_of_it in ([damage(sound)], [damage(sound), sound]):
        verdict = attack(all_of_it)
        assert not verdict.safe
        assert not verdict.complete
        assert kinds(verdict) == {"damaged"}


def test_no_time_is_never_safe():
    verdict = attack([exact()], values=4, seconds=0.0)
    assert not verdict.safe
    assert not verdict.complete
    assert kinds(verdict) == {"out_of_time"}


def test_a_strangers_file_is_read():
    """Other columns, totals by name, brackets round symbols, thousands with a comma."""
    figures = (
        "note,Region,table,measure,value,home\n"
        ',E12,homes,count,"1,200",All\n'
        ",E12,homes,count,[c],a\n"
        ",E12,homes,count,[c],b\n"
        ",E12,homes,count,[c],d\n"
    )
    meta = {"hierarchies": {"home": {"All": ["a", "b", "d"]}}, "total_labels": ["", "All"]}
    verdict = attack([Published(figures, json.dumps(meta))])
    assert verdict.safe
    assert {(one.low, one.high) for one in verdict.bounds} == {(0, 1200)}


def test_the_same_question_has_the_same_answer():
    one, other = (attack([rounded(), rounded()], changed={1: {"homes": 7}}) for _ in range(2))
    assert one._replace(seconds=0) == other._replace(seconds=0)
