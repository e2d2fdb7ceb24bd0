"""What do they work at or learn, and if nothing, why?"""

from carelink.figures.contract import Indicator, contract, table_of
from carelink.figures.dividing import Category, Division
from carelink.figures.gatherings import ROLL, Member
from carelink.figures.populations import BIRTHDAY_COHORT, LEFT_CARE
from carelink.figures.subjects.people import AGE, BIRTHDAY_AGE, LEFT
from carelink.figures.themes import WORK

ACTIVITY = "activity"
_KINDS = {
    "1": "higher_education",
    "2": "other_education",
    "3": "training_or_work",
    "4": "apprenticeship",
    "5": "training_or_work",
}
_REASONS = {"G4": "illness", "G6": "parenting", "G5": "other_reasons"}
DIVISIONS = (
    Division(
        ACTIVITY,
        "Work and learning",
        (
            Category(
                "eet",
                "In education, employment or training",
                (
                    Category(
                        "in_education",
                        "In education",
                        (
                            Category("higher_education", "Higher education"),
                            Category("other_education", "Other education"),
                        ),
                    ),
                    Category(
                        "in_work",
                        "In an apprenticeship, training or work",
                        (
                            Category("apprenticeship", "Apprenticeship"),
                            Category("training_or_work", "Training or work"),
                        ),
                    ),
                ),
            ),
            Category(
                "not_eet",
                "Not in education, employment or training",
                (
                    Category("illness", "Illness or disability"),
                    Category("parenting", "Pregnancy or parenting"),
                    Category("other_reasons", "Other reasons"),
                ),
            ),
            Category("not_known", "Not known"),
        ),
        sensitive=True,
    ),
)
BIRTHDAY = "_birthday"
_TABLES = {
    ROLL: table_of(
        ACTIVITY, "Work and learning, by age", WORK, ROLL, (ACTIVITY, AGE), True, status=LEFT
    ),
    BIRTHDAY_COHORT: table_of(
        ACTIVITY + BIRTHDAY,
        "Work and learning around their birthday",
        WORK,
        BIRTHDAY_COHORT,
        (ACTIVITY, BIRTHDAY_AGE),
        True,
    ),
}
TABLES = tuple(_TABLES.values())
# Each indicator with its category, what counts towards it, and which way is better.
_COUNTED = (
    (
        "eet",
        "eet",
        "In education, employment or training",
        "those in higher or other education, an apprenticeship, training or work, full time or "
        "part time, on {around}",
        "higher",
    ),
    (
        "higher_education",
        "higher_education",
        "In higher education",
        "those at university or in other higher education, full time or part time, on {around}",
        "higher",
    ),
    (
        "other_education",
        "other_education",
        "In other education",
        "those in education other than higher, full time or part time, on {around}",
        "",
    ),
    (
        "apprenticeship",
        "apprenticeship",
        "In an apprenticeship",
        "those in an apprenticeship, full time or part time, on {around}",
        "higher",
    ),
    (
        "training_or_work",
        "training_or_work",
        "In training or work",
        "those in training or work other than an apprenticeship, full time or part time, on "
        "{around}",
        "",
    ),
    (
        "not_eet_illness",
        "illness",
        "Not in work or learning: illness or disability",
        "those recorded on {around} as not in work or learning for illness or disability",
        "lower",
    ),
    (
        "not_eet_parenting",
        "parenting",
        "Not in work or learning: pregnancy or parenting",
        "those recorded on {around} as not in work or learning for pregnancy or parenting",
        "",
    ),
    (
        "not_eet_other",
        "other_reasons",
        "Not in work or learning: other reasons",
        "those recorded on {around} as not in work or learning for any other reason",
        "lower",
    ),
)
INDICATORS = tuple(
    Indicator(
        name + (BIRTHDAY if population == BIRTHDAY_COHORT else ""),
        1,
        title + (", around their birthday" if population == BIRTHDAY_COHORT else ""),
        WORK,
        table.name,
        (ACTIVITY, node),
        contract(
            counted,
            not_known="those whose activity is not known stay in the base",
            abroad="stays in the base, by what we know they do",
        ),
        better,
    )
    for population, table in _TABLES.items()
    for name, node, title, counted, better in _COUNTED
)


def answers(one: Member) -> dict[str, str]:
    """Where one person stands in these."""
    if one.population == BIRTHDAY_COHORT or (one.population == ROLL and one.status in LEFT_CARE):
        return {ACTIVITY: _activity(one)}
    return {}


def _activity(one: Member) -> str:
    activity = one.counted.activity
    code = activity.code if activity else ""
    if code in _REASONS:
        return _REASONS[code]
    return _KINDS.get(code[1:], "not_known") if code[:1] in ("F", "P") else "not_known"
