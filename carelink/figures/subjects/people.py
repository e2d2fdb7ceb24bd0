"""How many do we work with? By legal status, by age, and how many came here alone."""

from carelink.figures.contract import Indicator, contract, table_of
from carelink.figures.dividing import Category, Division
from carelink.figures.gatherings import ROLL, Member
from carelink.figures.populations import BIRTHDAY_COHORT, LEFT_CARE
from carelink.figures.themes import PEOPLE
from carelink.words import STATUS_LABELS, Status

LEFT, STATUS, UASC = "left_care", "status", "uasc"
# The age on a day, and that of a birthday: those of the yearly return have two bands alone.
AGE, BIRTHDAY_AGE = "age_band", "age"


def _of(*statuses: Status) -> tuple[Category, ...]:
    return tuple(Category(status.value, STATUS_LABELS[status]) for status in statuses)


DIVISIONS = (
    Division(
        STATUS,
        "Legal status",
        (
            Category("looked_after", "Looked after", _of(Status.NOT_YET_ELIGIBLE, Status.ELIGIBLE)),
            Category(
                LEFT,
                "Care leavers",
                _of(
                    Status.RELEVANT,
                    Status.FORMER_RELEVANT,
                    Status.PROGRAMME_CONTINUES,
                    Status.EDUCATION_SUPPORT,
                    Status.SUPPORT_21_TO_25,
                    Status.OFFER_21_TO_25,
                ),
            ),
            Category(
                "advice_only",
                "Advice and assistance alone",
                _of(Status.QUALIFYING, Status.QUALIFYING_21_TO_25),
            ),
            Category(Status.CANNOT_TELL.value, "Cannot tell"),
        ),
        total="Everybody",
    ),
    Division(
        AGE,
        "Age",
        (
            Category("16", "16"),
            Category("17-18", "17 to 18"),
            Category("19-21", "19 to 21"),
            Category("22-24", "22 to 24"),
            Category("not_known", "Date of birth not known"),
        ),
        total="All ages",
    ),
    Division(
        BIRTHDAY_AGE,
        "Age reached",
        (Category("17-18", "17 to 18"), Category("19-21", "19 to 21")),
        total="All ages",
    ),
    Division(
        UASC,
        "Came here alone as a child",
        (
            Category("yes", "Came here alone, seeking asylum"),
            Category("no", "Did not"),
            Category("not_known", "Not known"),
        ),
        sensitive=True,
    ),
)
TABLES = (
    table_of("status", "Who we work with, by status and age", PEOPLE, ROLL, (STATUS, AGE), True),
    table_of(
        UASC, "Care leavers who came here alone as children", PEOPLE, ROLL, (UASC,), status=LEFT
    ),
)
INDICATORS = (
    Indicator(
        "former_uasc",
        1,
        "Came here alone as a child, seeking asylum",
        PEOPLE,
        UASC,
        (UASC, "yes"),
        contract("those recorded as having come here alone as a child, seeking asylum"),
    ),
)


def answers(one: Member) -> dict[str, str]:
    """Where one person stands in these."""
    if one.population == BIRTHDAY_COHORT:
        return {BIRTHDAY_AGE: one.counted.age_band}
    if one.population != ROLL:
        return {}
    came = {True: "yes", False: "no", None: "not_known"}[one.case.person.uasc]
    status = {STATUS: one.status.value, AGE: one.counted.age_band}
    return {**status, UASC: came} if one.status in LEFT_CARE else status
