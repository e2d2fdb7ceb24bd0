"""The list of tables holds what makes it safe to attack and protect as one."""

import pytest

from carelink.disclosure import TOTAL
from carelink.disclosure.cells import cells_of
from carelink.figures.at_most import AT_MOST
from carelink.figures.contract import OF_PEOPLE, OF_THE_COUNT
from carelink.figures.counting import UNKNOWN
from carelink.figures.dimensions import DIVISIONS, LABELS, dimensions_at
from carelink.figures.dividing import every
from carelink.figures.gatherings import POPULATIONS, Gatherings
from carelink.figures.indicators import INDICATORS, define
from carelink.figures.levels import Level
from carelink.figures.populations import window_of
from carelink.figures.whitelist import TABLES, THEMES, tables_at
from carelink.rulebook import load_rulebook
from tests.carelink.figures.rolls import AS_AT

WINDOW = window_of(load_rulebook())
LEVELS = pytest.mark.parametrize("level", list(Level))


def grown_together(edges):
    """Whether an edge closes a ring among those before it."""
    tree = {}

    def root(node):
        while tree.get(node, node) != node:
            node = tree[node]
        return node

    for one, other in edges:
        if root(one) == root(other):
            return True
        tree[root(one)] = root(other)
    return False


@pytest.mark.parametrize("population", POPULATIONS)
def test_two_way_tables_share_dimensions_without_a_ring(population):
    edges = [table.across for table in TABLES if table.population == population]
    assert not grown_together([across for across in edges if len(across) == 2])


def test_a_ring_would_be_seen():
    assert grown_together([("a", "b"), ("b", "c"), ("c", "a")])


def test_no_table_is_more_than_two_way():
    assert all(1 <= len(table.across) <= 2 for table in TABLES)


def test_no_table_has_an_adviser_nor_ethnicity_beside_coming_alone_and_home():
    for table in TABLES:
        named = {*dict(table.fixed), *table.across}
        assert not named & {"adviser", "worker", "worker_id", "team"}
        assert not {"ethnicity", "uasc", "home"} <= named


def test_every_table_is_of_one_population_and_one_theme():
    assert len({table.name for table in TABLES}) == len(TABLES)
    for table in TABLES:
        assert dict(table.fixed)["population"] == table.population
        assert table.population in POPULATIONS
        assert table.theme in THEMES
        assert not {name for name, _ in table.fixed} & set(table.across)


@LEVELS
def test_what_a_table_fixes_is_itself_a_figure_of_another(level):
    """So that the total of every table stands in a line, and what is outside it is protected."""
    tables, dimensions = tables_at(level), dimensions_at(level)
    plain = {table.name: table.plain for table in tables}
    for table in tables:
        if len(table.fixed) > 1:
            others = [one for name, one in plain.items() if name != table.name]
            assert table.fixed in cells_of(others, dimensions), table.name
            smaller = [one for one in others if len(one.fixed) < len(table.fixed)]
            assert table.fixed in cells_of(smaller, dimensions), table.name


@LEVELS
def test_every_figure_of_a_pair_that_bounds_another_is_on_the_list(level):
    shown = set(cells_of([table.plain for table in tables_at(level)], dimensions_at(level)))
    if level is Level.FULL:
        assert all(whole in shown and shown.issuperset(parts) for parts, whole in AT_MOST)


@LEVELS
def test_what_a_level_leaves_out_is_nowhere_in_its_tables(level):
    full, cut = dimensions_at(Level.FULL), dimensions_at(level)
    for name, dimension in cut.items():
        assert set(dimension.nodes) <= set(full[name].nodes)
        for leaf in full[name].leaves:
            above = dimension.above(leaf)
            assert above[-1] == TOTAL
            assert above[0] in dimension.leaves
            assert set(above) <= set(full[name].above(leaf))


def test_the_whole_set_is_small_enough_to_protect_as_one():
    cells = cells_of([table.plain for table in tables_at(Level.FULL)], dimensions_at(Level.FULL))
    assert 300 <= len(cells) <= 600


def test_what_could_harm_is_marked():
    marked = {one.name for one in DIVISIONS if one.sensitive}
    assert marked >= {"activity", "home", "suitable", "nights", "uasc"}


def test_every_category_has_words_of_its_own():
    for one in DIVISIONS:
        names = [part.name for part in every(one.parts)]
        assert len(set(names)) == len(names)
        assert set(LABELS[one.name].nodes) == {TOTAL, *names}


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.name)
def test_the_contract_says_everything_that_a_contract_must(indicator):
    definition = define(indicator, WINDOW)
    about = [about for about, _ in definition.points]
    assert [one for one in about if one != "Base"] == [*OF_PEOPLE, *OF_THE_COUNT]
    for _, says in definition.points:
        assert says[0].isupper()
        assert says.endswith(".")
        assert "{" not in says


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.name)
def test_an_indicator_is_a_category_of_its_own_table(indicator):
    table = next(one for one in TABLES if one.name == indicator.table)
    name, node = indicator.counted
    assert name in table.across
    assert node in dimensions_at(Level.FULL)[name].nodes
    assert node not in UNKNOWN
    assert indicator.theme == table.theme
    assert indicator.better in ("higher", "lower", "")


def test_indicators_and_definitions_have_names_of_their_own():
    assert len({one.name for one in INDICATORS}) == len(INDICATORS)
    assert len({define(one, WINDOW).id for one in INDICATORS}) == len(INDICATORS)


def test_headlines_are_by_age_and_numbers_alone():
    names = {table.name.removesuffix("_birthday") for table in tables_at(Level.HEADLINE)}
    assert names == {"status", "activity", "home", "suitable", "in_touch"}


def test_every_population_has_its_days_in_words():
    periods = Gatherings(load_rulebook(), AS_AT).periods
    assert tuple(periods) == POPULATIONS
    assert all(first <= last <= AS_AT and says for first, last, says in periods.values())
