"""Which indicators are there, and what does each promise? Its contract in plain words.

A change in what is counted raises the version, so that a reader can see where a line breaks.
Source: the definitions of the Department for Education's yearly return (SSDA903, OC3).
"""

from carelink.figures.contract import Definition, Indicator, Points
from carelink.figures.gatherings import ROLL, TURNED_17, TURNED_18
from carelink.figures.populations import BIRTHDAY_COHORT, IN_TOUCH_WITHIN, Window
from carelink.figures.subjects.listed import SUBJECTS
from carelink.figures.subjects.work import BIRTHDAY
from carelink.figures.themes import THEMES
from carelink.figures.whitelist import TABLES

__all__ = ["INDICATORS", "Definition", "Indicator", "define", "population_of"]

INDICATORS: tuple[Indicator, ...] = tuple(
    sorted(
        (one for subject in SUBJECTS for one in subject.INDICATORS),
        key=lambda one: list(THEMES).index(one.theme),
    )
)
_BY_TABLE = {table.name: table for table in TABLES}
_RETURNED = (
    "those who went back to a parent for six months before turning 18 are owed advice alone and "
    "are not counted"
)
_DIED = "not counted from that day on"
_TURNED = (
    "those who turned {age} in the twelve months to the day and were eligible, relevant or former "
    "relevant on that birthday"
)
_BY_POPULATION: dict[str, tuple[str, ...]] = {
    ROLL: (
        "everybody on the roll on the day of the release",
        "young people aged 16 to 24 whose status that day is relevant or former relevant, or who "
        "from 21 on are helped with education, have asked for support or may still take it up",
        "those still looked after; those who qualify for advice alone; those whose status or date "
        "of birth cannot be told",
        _DIED,
        _RETURNED,
    ),
    BIRTHDAY_COHORT: (
        "counted as the Department for Education counts: around each person's birthday in the year "
        "to 31 March",
        "young people who turned 17, 18, 19, 20 or 21 in the year, by their status on that "
        "birthday: relevant or former relevant, or at 21 helped with education, asking for support "
        "or free to take it up",
        "those still looked after on that birthday (at 17 and 18 also where no end is on record); "
        "those whose care passed to another authority; those who qualify for advice alone; those "
        "whose status or date of birth cannot be told",
        "those who died on or before the birthday are not counted",
        _RETURNED,
    ),
    TURNED_17: (
        "everybody whose birthday lies in the twelve months to the day of the release",
        _TURNED.format(age=17),
        "everybody else; those whose date of birth is not known cannot be counted",
        "those who died on or before the birthday are not counted",
        _RETURNED,
    ),
    TURNED_18: (
        "everybody whose birthday lies in the twelve months to the day of the release",
        _TURNED.format(age=18),
        "everybody else; those whose date of birth is not known cannot be counted",
        "those who died on or before the birthday are not counted",
        _RETURNED,
    ),
}
# A table that is not of care leavers alone counts everybody we work with.
_EVERYBODY = (
    "everybody on the roll on the day of the release",
    "everybody from 16 to 24 with a leaving-care status, or whose status cannot be told",
    "those under 16 or from 25 on, and those to whom nothing is owed",
    _DIED,
    "those who went back to a parent for six months before turning 18 are counted with those who "
    "are owed advice alone",
)


def population_of(indicator: Indicator) -> str:
    """Whom an indicator counts."""
    return _BY_TABLE[indicator.table].population


def define(indicator: Indicator, window: Window) -> Definition:
    """The whole contract of an indicator, in sentences."""
    population = population_of(indicator)
    around, touched = "the day", f"in the {IN_TOUCH_WITHIN} up to the day"
    if population == BIRTHDAY_COHORT:
        stretch = f"{window.before} before the birthday to {window.after} after it"
        around = f"the birthday (what is known for a single day counts from {stretch})"
        touched = f"from {stretch}"
    says = (*_of_people(indicator), *indicator.points)
    return Definition(
        f"{indicator.name.removesuffix(BIRTHDAY)}.{population}",
        indicator.version,
        indicator.title,
        tuple((about, _sentence(one, around, touched)) for about, one in says),
    )


def _of_people(indicator: Indicator) -> Points:
    table = _BY_TABLE[indicator.table]
    says = _BY_POPULATION[table.population]
    if table.population == ROLL and dict(table.fixed).get("status") != "left_care":
        says = _EVERYBODY
    names = ("Basis", "Who is in", "Who is out", "Died", "Returned home")
    return tuple(zip(names, says, strict=True))


def _sentence(says: str, around: str, touched: str) -> str:
    filled = says.format(around=around, touched=touched)
    return f"{filled[0].upper()}{filled[1:]}."
