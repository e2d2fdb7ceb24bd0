"""Is what we owe them done in time? Four of our duties, of those to whom each is owed."""

from typing import NamedTuple

from carelink.figures.contract import Indicator, contract, table_of
from carelink.figures.dividing import IN, OUT, Category, Division, base_of
from carelink.figures.gatherings import ROLL, Member
from carelink.figures.themes import SUPPORT
from carelink.words import State


class _Owed(NamedTuple):
    """One duty as a figure: its name there, its id, and its words."""

    name: str
    duty: str
    title: str
    counted: str


_OWED = (
    _Owed(
        "contact_8w",
        "pa_contact_8w",
        "Seen within eight weeks",
        "those seen within the last eight weeks, or as often as their plan agrees, and those with "
        "whom the time is still running",
    ),
    _Owed(
        "visit_2m",
        "pa_visit_2m",
        "Visited at home in time",
        "those seen at home within the last two months, in a home that we provide",
    ),
    _Owed(
        "plan_in_place",
        "pathway_plan_in_place",
        "With a pathway plan in place",
        "those with a pathway plan that has not ended, and those whose first plan is not yet due",
    ),
    _Owed(
        "review_6m",
        "pathway_review_6m",
        "Plan reviewed in time",
        "those whose plan was reviewed, or begun, within the last six months",
    ),
)
# Which duty a dimension is about.
DUTY_OF = {one.name: one.duty for one in _OWED}
_LEAVES = {
    State.ON_TRACK: "on_time",
    State.DUE_SOON: "on_time",
    State.DECLINED: "on_time",
    State.OVERDUE: "late",
    State.NEVER: "never",
    State.NO_DATE: "no_date",
    State.CANNOT_TELL: "cannot_tell",
}
_PARTS = (
    Category("on_time", "In time"),
    Category("not_in_time", "We are late", (Category("late", "Late"), Category("never", "Never"))),
    Category(
        "not_told",
        "Cannot be told",
        (
            Category("no_date", "No date to count from"),
            Category("cannot_tell", "A fact is missing"),
        ),
    ),
)
DIVISIONS = tuple(
    division
    for one in _OWED
    for division in (
        Division(one.name, one.title, _PARTS, total="All to whom it is owed"),
        base_of(one.name, f"{one.title}: to whom it is owed", "It is owed", "It is not owed"),
    )
)
TABLES = tuple(
    table
    for one in _OWED
    for table in (
        table_of(
            f"{one.name}_base",
            f"{one.title}: to whom it is owed",
            SUPPORT,
            ROLL,
            (f"{one.name}_base",),
        ),
        table_of(
            one.name, one.title, SUPPORT, ROLL, (one.name,), False, **{f"{one.name}_base": IN}
        ),
    )
)
INDICATORS = tuple(
    Indicator(
        one.name,
        1,
        one.title,
        SUPPORT,
        one.name,
        (one.name, "on_time"),
        contract(
            one.counted,
            base="those to whom the duty is owed on the day, by the rules in force",
            chose_not="they stay in the base: in time until the day has passed, then late",
            not_required="those to whom the duty is not owed, by law or by a manager's decision, "
            "are left out of the base",
            not_known="those with no date to count from, or of whom a fact is missing, stay in the "
            "base and are not counted as in time",
            abroad="is left out where no visit or contact is owed abroad, else stays in the base",
        ),
        "higher",
    )
    for one in _OWED
)


def answers(one: Member) -> dict[str, str]:
    """Where one person stands in these."""
    answer: dict[str, str] = {}
    if one.population != ROLL:
        return answer
    for owed in _OWED:
        leaf = _LEAVES.get(one.duties[owed.duty].state)
        answer[f"{owed.name}_base"] = IN if leaf else OUT
        if leaf:
            answer[owed.name] = leaf
    return answer
