"""Have they a doctor and a dentist, and was the health passport in their hands by 18?"""

from collections.abc import Mapping
from datetime import date

from carelink.case import CaseFile
from carelink.dates import birthday
from carelink.duties.lookups import satisfying
from carelink.figures.contract import Indicator, contract, table_of
from carelink.figures.dividing import Category, Division
from carelink.figures.gatherings import ROLL, TURNED_18, Member
from carelink.figures.populations import LEFT_CARE
from carelink.figures.subjects.people import LEFT
from carelink.figures.themes import HEALTH
from carelink.health.parts import PART
from carelink.health.passport import part_as_known
from carelink.health.words import GIVEN, NONE, RECORDED

GP, DENTIST, PASSPORT = "gp", "dentist_12m", "passport"
DIVISIONS = (
    Division(
        GP,
        "GP surgery",
        (
            Category("registered", "Registered"),
            Category("not_registered", "Not registered"),
            Category("not_known", "Not known, or chose not to say"),
        ),
    ),
    Division(
        DENTIST,
        "Dental check",
        (
            Category("within_12_months", "In the last twelve months"),
            Category("longer_ago", "Longer ago"),
            Category("not_recorded", "None recorded"),
        ),
    ),
    Division(
        PASSPORT,
        "Health passport",
        (
            Category("by_18", "Given before they turned 18"),
            Category(
                "not_by_18",
                "Not given before they turned 18",
                (
                    Category("later", "Given later"),
                    Category("chose_not", "Offered, and they chose not to have it"),
                    Category("not_given", "Not given"),
                ),
            ),
            Category("no_date", "Given, on which day is not recorded"),
        ),
        total="All who turned 18",
    ),
)
TABLES = (
    table_of(GP, "Registered with a GP", HEALTH, ROLL, (GP,), status=LEFT),
    table_of(DENTIST, "Last dental check", HEALTH, ROLL, (DENTIST,), status=LEFT),
    table_of(PASSPORT, "Health passport by 18", HEALTH, TURNED_18, (PASSPORT,)),
)
INDICATORS = (
    Indicator(
        "gp_registered",
        1,
        "Registered with a GP",
        HEALTH,
        GP,
        (GP, "registered"),
        contract(
            "those whose health passport names a GP surgery on the day",
            chose_not="those who chose not to say stay in the base, as not known",
            not_known="those who were not asked, or of whom it is not known, stay in the base",
        ),
        "higher",
    ),
    Indicator(
        DENTIST,
        1,
        "Dental check in the last twelve months",
        HEALTH,
        DENTIST,
        (DENTIST, "within_12_months"),
        contract(
            "those with a dental check completed in the twelve months to the day",
            chose_not="they stay in the base, and count only if a check is recorded",
            not_known="those with no dental check on record stay in the base",
        ),
        "higher",
    ),
    Indicator(
        "passport_by_18",
        1,
        "Health passport given by 18",
        HEALTH,
        PASSPORT,
        (PASSPORT, "by_18"),
        contract(
            "those to whom the health history was given from 16 on, at latest on the last day that "
            "the rules allow before turning 18",
            chose_not="they stay in the base, in a category of their own",
            not_known="those to whom it was given on a day not recorded stay in the base",
        ),
        "higher",
    ),
)


def answers(one: Member) -> dict[str, str]:
    """Where one person stands in these."""
    if one.population == TURNED_18:
        return {PASSPORT: _passport(one)}
    if one.population != ROLL or one.status not in LEFT_CARE:
        return {}
    gp = part_as_known(one.case, PART[GP], one.day).answer
    known: Mapping[str, str] = {RECORDED: "registered", NONE: "not_registered"}
    return {GP: known.get(gp, "not_known"), DENTIST: _dentist(one.case, one.year_from, one.day)}


def _dentist(case: CaseFile, since: date, day: date) -> str:
    checks = [
        check.completed_on
        for check in case.assessments
        if check.kind == "dental" and check.completed_on and check.completed_on <= day
    ]
    if not checks:
        return "not_recorded"
    return "within_12_months" if max(checks) >= since else "longer_ago"


def _passport(one: Member) -> str:
    born = one.case.person.date_of_birth
    assert born is not None  # whoever turned 18 has a date of birth
    given = satisfying(one.case, GIVEN, birthday(born, 16))
    rule = one.gatherings.rulebook.in_force(one.day)["health_history_18"]
    if given:
        return "by_18" if min(given) <= rule.lead.before(one.day) else "later"
    events = [event for event in one.case.events if event.kind == GIVEN]
    if any(event.on is None and event.outcome not in ("no", "declined") for event in events):
        return "no_date"
    declined = any(event.outcome in ("no", "declined") for event in events)
    return "chose_not" if declined else "not_given"
