"""Are we in touch with them?"""

from carelink.figures.contract import Indicator, contract, table_of
from carelink.figures.dividing import Category, Division
from carelink.figures.gatherings import ROLL, Member
from carelink.figures.populations import BIRTHDAY_COHORT, LEFT_CARE
from carelink.figures.subjects.people import AGE, BIRTHDAY_AGE, LEFT
from carelink.figures.subjects.work import BIRTHDAY
from carelink.figures.themes import SUPPORT

IN_TOUCH = "in_touch"
DIVISIONS = (
    Division(
        IN_TOUCH,
        "In touch with us",
        (Category("yes", "In touch"), Category("no", "No contact on record that got through")),
    ),
)
TABLES = (
    table_of(
        IN_TOUCH, "In touch with us, by age", SUPPORT, ROLL, (IN_TOUCH, AGE), True, status=LEFT
    ),
    table_of(
        IN_TOUCH + BIRTHDAY,
        "In touch with us around their birthday",
        SUPPORT,
        BIRTHDAY_COHORT,
        (IN_TOUCH, BIRTHDAY_AGE),
        True,
    ),
)
INDICATORS = tuple(
    Indicator(
        IN_TOUCH + birthday,
        1,
        f"In touch with us{said}",
        SUPPORT,
        IN_TOUCH + birthday,
        (IN_TOUCH, "yes"),
        contract(
            "those with whom a contact got through, from an answered message to a visit, "
            "{touched}; a contact that another system records without saying how it was made "
            "counts, an attempt without an answer does not",
            chose_not="they stay in the base, and are in touch by the same test",
            not_known="those with no such contact on record count as not in touch",
            abroad="stays in the base, and is in touch by the same test",
        ),
        "higher",
    )
    for birthday, said in (("", ""), (BIRTHDAY, ", around their birthday"))
)


def answers(one: Member) -> dict[str, str]:
    """Where one person stands in these."""
    if one.population == BIRTHDAY_COHORT or (one.population == ROLL and one.status in LEFT_CARE):
        return {IN_TOUCH: "yes" if one.counted.in_touch else "no"}
    return {}
