"""Had they an adviser by 17, and the same one throughout the year?"""

from carelink.figures.contract import Indicator, contract, table_of
from carelink.figures.dividing import Category, Division
from carelink.figures.gatherings import ROLL, TURNED_17, Member
from carelink.figures.populations import LEFT_CARE
from carelink.figures.subjects.people import LEFT
from carelink.figures.themes import SUPPORT
from carelink.words import ADVISER
from carelink.workload.continuity import LastYear, continuity_of

BY_17, YEAR = "adviser_by_17", "adviser_12m"
_YEARS = {LastYear.ONE: "one", LastYear.SEVERAL: "several", LastYear.NOBODY: "nobody"}
DIVISIONS = (
    Division(
        BY_17,
        "Personal adviser by 17",
        (
            Category("by_17", "By the day they turned 17"),
            Category("later", "Later"),
            Category("none_yet", "Not yet"),
            Category("no_date", "Since when is not recorded"),
        ),
        total="All who turned 17",
    ),
    Division(
        YEAR,
        "Personal advisers in the last twelve months",
        (
            Category("one", "One adviser and no other"),
            Category("several", "Two advisers or more"),
            Category("nobody", "Nobody"),
        ),
    ),
)
TABLES = (
    table_of(BY_17, "Personal adviser by 17", SUPPORT, TURNED_17, (BY_17,)),
    table_of(
        YEAR, "Personal advisers in the last twelve months", SUPPORT, ROLL, (YEAR,), status=LEFT
    ),
)
INDICATORS = (
    Indicator(
        BY_17,
        1,
        "Personal adviser by 17",
        SUPPORT,
        BY_17,
        (BY_17, "by_17"),
        contract(
            "those with whom a personal adviser worked by the day they turned 17",
            chose_not="they stay in the base, and count only if an adviser is named",
            not_known="those whose adviser has no first day on record stay in the base",
        ),
        "higher",
    ),
    Indicator(
        "same_adviser_12m",
        1,
        "One personal adviser throughout the last twelve months",
        SUPPORT,
        YEAR,
        (YEAR, "one"),
        contract(
            "those with one personal adviser and no other in the twelve months to the day; who "
            "covered for an adviser is not counted",
            chose_not="they stay in the base, and count only if an adviser is named",
            not_known="those with no adviser on record stay in the base, as with nobody",
        ),
        "higher",
    ),
)


def answers(one: Member) -> dict[str, str]:
    """Where one person stands in these."""
    if one.population == TURNED_17:
        return {BY_17: _by_17(one)}
    if one.population == ROLL and one.status in LEFT_CARE:
        return {YEAR: _YEARS[continuity_of(one.case, one.day).last_year]}
    return {}


def _by_17(one: Member) -> str:
    given = [one for one in one.case.allocations if one.role == ADVISER]
    starts = [held.start for held in given if held.start and held.start <= one.as_at]
    if any(start <= one.day for start in starts):
        return "by_17"
    if any(held.start is None for held in given):
        return "no_date"
    return "later" if starts else "none_yet"
