"""A year of two-monthly releases of small made-up rolls: who stood where on each day.

People enter, leave, age and move; of some steps exactly one or two people changed, of some nobody,
and some put a record right for a day that was released already. Made from any source of chance: a
seeded one for thousands of rolls, hypothesis' own for the few that it shrinks.
"""

from datetime import date, timedelta
from itertools import product
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from carelink.disclosure.cells import cell_at, cells_of
from carelink.figures.contract import table_of
from carelink.figures.dividing import Category, Division, dimension_of
from carelink.figures.levels import Level

FIRST_DAY = date(2025, 9, 30)
TWO_MONTHS = timedelta(days=61)
RELEASES = 6
# How many people change between two releases; None: as many as in an ordinary two months.
STEPS = {"nobody": 0, "one": 1, "two": 2, "put_right": 1, "usual": None, "many": None}


class Lists(NamedTuple):
    """Which tables are released, of which dimensions, and which shares are made of them.

    Shape: `tables` may be of any level; `counted` is the category of a table that makes a per cent;
    `at_most` are parts that are never more than a whole.
    """

    name: str
    divisions: tuple
    tables: tuple
    counted: dict
    at_most: tuple = ()

    def dimensions_at(self, level):
        return {one.name: dimension_of(one, level) for one in self.divisions}

    @property
    def dimensions(self):
        return self.dimensions_at(Level.FULL)


class Standing(NamedTuple):
    """Who stood in which category on a day. Shape: person to one mapping for each population."""

    as_at: date
    seats: dict
    step: str


def division(name, *parts, sensitive=False):
    """A dimension of these categories, a pair where one is made of others."""
    made = [
        Category(part, f"{name} {part}")
        if isinstance(part, str)
        else Category(part[0], f"{name} {part[0]}", tuple(Category(one, one) for one in part[1]))
        for part in parts
    ]
    return Division(name, name.capitalize(), tuple(made), sensitive)


# None of these names is that of a dimension of the Board's own lists.
AGED = division("aged", "17", "18", "19", "20")
AGED_IN_GROUPS = division("aged_in_groups", "17", ("18_to_20", ("18", "19", "20")))
LIVES = division(
    "lives", ("judged", ("own", "family", "custody")), "abroad", "not_recorded", sensitive=True
)
DOES = division(
    "does", ("in_eet", ("education", "work")), "not_in_eet", "not_known", sensitive=True
)
STANDS = division("stands", "relevant", "former_relevant", "qualifying")
SUITS = division("suits", "suitable", "not_suitable", "not_known")
REACHED = division("reached", "yes", "no", sensitive=True)
ROLL, COHORT = "roll", "birthday_cohort"


def _lists(name, divisions, tables, counted, at_most=()):
    made = tuple(
        table_of(title, f"Of {title}", "numbers", population, across, True, **fixed)
        for title, population, fixed, across in tables
    )
    return Lists(name, divisions, made, counted, at_most)


def _in_custody_is_not_suitable():
    for age in ("", "17", "18", "19", "20"):
        at = {"population": ROLL, "lives": "judged"} | ({"aged": age} if age else {})
        part = cell_at((at | {"lives": "custody"}).items())
        yield (part,), cell_at((at | {"suits": "not_suitable"}).items())


_HOMES_BY_AGE = ("homes", ROLL, {}, ("aged", "lives"))
LISTS = (
    _lists("one table", (AGED, LIVES), (_HOMES_BY_AGE,), {"homes": ("lives", "judged")}),
    _lists(
        "linked by age",
        (AGED_IN_GROUPS, LIVES, DOES),
        (
            ("homes", ROLL, {}, ("aged_in_groups", "lives")),
            ("activities", ROLL, {}, ("aged_in_groups", "does")),
        ),
        {"homes": ("lives", "judged"), "activities": ("does", "in_eet")},
    ),
    _lists(
        "a chain",
        (STANDS, AGED, DOES),
        (
            ("statuses", ROLL, {}, ("stands", "aged")),
            ("activities", ROLL, {}, ("aged", "does")),
        ),
        {"activities": ("does", "in_eet")},
    ),
    _lists(
        "a base of its own",
        (AGED, LIVES, SUITS),
        (_HOMES_BY_AGE, ("suitable", ROLL, {"lives": "judged"}, ("aged", "suits"))),
        {"suitable": ("suits", "suitable")},
        tuple(_in_custody_is_not_suitable()),
    ),
    _lists(
        "two populations",
        (AGED_IN_GROUPS, LIVES, REACHED),
        (
            ("homes", ROLL, {}, ("aged_in_groups", "lives")),
            ("in_touch", COHORT, {}, ("aged_in_groups", "reached")),
        ),
        {"in_touch": ("reached", "yes")},
    ),
    _lists(
        "one line", (LIVES,), (("homes", ROLL, {}, ("lives",)),), {"homes": ("lives", "judged")}
    ),
)
TWO_AGES = division("two_ages", "18", "19")
TWO_HOMES = division("two_homes", "own", "custody", sensitive=True)
TWO_WAYS = division("two_ways", "in_eet", "not_in_eet", sensitive=True)
# Tables so small that every table of whole numbers that fits can be counted out.
TINY = (
    _lists("tiny", (TWO_AGES, TWO_HOMES), (("homes", ROLL, {}, ("two_ages", "two_homes")),), {}),
    _lists(
        "tiny and linked",
        (TWO_AGES, TWO_HOMES, TWO_WAYS),
        (
            ("homes", ROLL, {}, ("two_ages", "two_homes")),
            ("activities", ROLL, {}, ("two_ages", "two_ways")),
        ),
        {},
    ),
)


def counted(seats, tables, dimensions):
    """The true count of every cell, from who stands where: slow and plain."""
    counts = dict.fromkeys(cells_of(tables, dimensions), 0)
    for seat in (one for answers in seats.values() for one in answers):
        for cell in {at for table in tables for at in _cells_with(seat, table, dimensions)}:
            counts[cell] += 1
    return counts


def _cells_with(seat, table, dimensions):
    """The cells of a table in which somebody with these lowest categories is counted."""
    above = {
        name: dimensions[name].above(seat[name]) if name in dimensions else (seat[name],)
        for name in seat
    }
    inside = all(node in above.get(name, ()) for name, node in table.fixed)
    if inside and all(name in above for name in table.across):
        for nodes in product(*(above[name] for name in table.across)):
            yield cell_at((*table.fixed, *zip(table.across, nodes, strict=True)))


def year_of(chance, lists, people, releases=RELEASES):
    """The days of a year's releases, each with who stood where; `chance` as random.Random."""
    making = _Making(chance, lists, people)
    yield Standing(FIRST_DAY, making.seats(), "usual")
    day = FIRST_DAY
    for _ in range(releases - 1):
        step = chance.choice(tuple(STEPS))
        day = day if step == "put_right" else day + TWO_MONTHS
        making.change(step)
        yield Standing(day, making.seats(), step)


class _Making:
    """People as they come, go and move."""

    def __init__(self, chance, lists, people):
        self.chance, self.lists = chance, lists
        self.populations = {table.population for table in lists.tables}
        self.leaves = {name: one.leaves for name, one in lists.dimensions.items()}
        # Some categories are much fuller than others, and some are nearly empty.
        self.lean = chance.choice((0, 1, 3, 8))
        self.numbers = 0
        self.people = {}
        for _ in range(people):
            self.enter()

    def seats(self):
        return {who: tuple(map(self._asked, held)) for who, held in self.people.items()}

    def _asked(self, seat):
        """Whose home is not judged is not asked whether it suits, and custody never does."""
        if "suits" not in seat or seat["lives"] in ("own", "family"):
            return dict(seat)
        if seat["lives"] == "custody":
            return seat | {"suits": "not_suitable"}
        return {name: node for name, node in seat.items() if name != "suits"}

    def leaf(self, name):
        leaves = self.leaves[name]
        return self.chance.choice((leaves[0],) * self.lean + leaves)

    def enter(self):
        self.numbers += 1
        roll = {"population": ROLL, **{name: self.leaf(name) for name in self.leaves}}
        seats = [roll]
        if COHORT in self.populations and self.chance.randint(0, 2):
            seats.append({**roll, "population": COHORT})
        self.people[f"P{self.numbers}"] = seats

    def leave(self, who):
        del self.people[who]

    def move(self, who):
        """Into another category of one dimension, in every population alike."""
        name = self.chance.choice(tuple(self.leaves))
        was = self.people[who][0][name]
        other = self.chance.choice([leaf for leaf in self.leaves[name] if leaf != was])
        self.people[who] = [{**seat, name: other} for seat in self.people[who]]

    def age(self, who):
        """A year older; who is too old leaves."""
        name = next((name for name in self.leaves if "age" in name), None)
        if name is None:
            self.move(who)
            return
        ages = self.leaves[name]
        at = ages.index(self.people[who][0][name]) + 1
        if at == len(ages):
            self.leave(who)
        else:
            self.people[who] = [{**seat, name: ages[at]} for seat in self.people[who]]

    def change(self, step):
        many = STEPS[step]
        if many is None:
            share = {"usual": 6, "many": 2}[step]
            many = max(3, len(self.people) // share)
        ways = (self.move,) if step == "put_right" else (self.leave, self.move, self.age, self.come)
        others = list(self.people)
        self.chance.shuffle(others)
        for who in others[:many]:
            self.chance.choice(ways)(who)
        for _ in range(many - len(others)):
            self.enter()

    def come(self, _):
        """Somebody new instead of a change to this one."""
        self.enter()


def years(lists=LISTS, most=25, releases=3):
    """Any small roll and its releases, small enough that hypothesis can make it smaller still."""
    return st.builds(
        lambda one, chance, people: (one, list(year_of(chance, one, people, releases))),
        st.sampled_from(lists),
        st.randoms(use_true_random=False),
        st.integers(0, most),
    )


def seeded_year(seed, lists=LISTS, most=60, releases=RELEASES):
    """The same year for the same number: any list of tables, any roll, now and then one of 150."""
    chance = Random(seed)
    one = chance.choice(lists)
    people = 150 if most >= 60 and chance.random() < 0.05 else chance.randint(0, most)
    return one, list(year_of(chance, one, people, releases))
