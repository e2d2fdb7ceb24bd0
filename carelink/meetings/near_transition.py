"""Who of those in care nears 18, and has each an adviser, a plan, a passport and a home in sight?

For the meeting with the children-in-care team. A personal adviser is named by 17; being 17 without
one comes first. Source: seeds 1C5, 1C6.
"""

from datetime import date

from carelink.dates import birthday
from carelink.meetings.asked import Asked, Someone
from carelink.meetings.cells import adviser_of, duty_cell, named, sentences
from carelink.meetings.draft import Draft, DraftColumn, DraftGroup, DraftRow
from carelink.meetings.marked import Cell
from carelink.meetings.sums import say_list

_COLUMNS = (
    DraftColumn("Turns 18", 2),
    DraftColumn("Social worker", 2),
    DraftColumn("Personal adviser", 3),
    DraftColumn("Introduced", 3),
    DraftColumn("Needs assessed", 3),
    DraftColumn("Pathway plan", 3),
    DraftColumn("Health passport", 3),
    DraftColumn("Home after 18", 3),
)
_DUTIES = (
    ("pa_introduction_pre18", "Met"),
    ("needs_assessment_eligible", "Assessed"),
    ("pathway_plan_first", "Approved"),
    ("health_history_18", "Given"),
    ("housing_plan_pre18", "Agreed"),
)


def near_transition(asked: Asked) -> Draft:
    """Those of 17 without an adviser, those of 17 with one, those of 16; each by their birthday."""
    near = [one for one in asked.roll if one.age in (16, 17)]
    near.sort(key=lambda one: (one.case.person.date_of_birth or date.max, one.order))
    unknown = [one for one in asked.roll if one.age is None]
    without = [one for one in near if one.age == 17 and not one.case.adviser_on(asked.day)]
    having = [one for one in near if one.age == 17 and one.case.adviser_on(asked.day)]
    groups = [
        DraftGroup(
            "17 without a personal adviser",
            tuple(_row(asked, one, "17, and no personal adviser is named.") for one in without),
            "Everyone of 17 has a personal adviser.",
        ),
        DraftGroup(
            "17 with a personal adviser",
            tuple(_row(asked, one, "17, with a personal adviser.") for one in having),
            "Nobody of 17 has a personal adviser yet." if without else "Nobody on the roll is 17.",
        ),
        DraftGroup(
            "16",
            tuple(_row(asked, one, "16.") for one in near if one.age == 16),
            "Nobody on the roll is 16.",
        ),
    ]
    if unknown:
        says = "The date of birth is not recorded, so we cannot tell their age."
        groups.append(DraftGroup("Cannot tell", tuple(_row(asked, one, says) for one in unknown)))
    return Draft(
        "near_transition",
        say_list(asked, near, "they are 16 or 17", unknown, "the date of birth is not recorded"),
        _COLUMNS,
        tuple(groups),
    )


def _row(asked: Asked, one: Someone, because: str) -> DraftRow:
    born = one.case.person.date_of_birth
    turns: Cell = birthday(born, 18) if born else "Not recorded"
    return DraftRow(
        one.case,
        (
            turns,
            _social_worker(asked, one),
            _adviser(asked, one),
            *(duty_cell(asked.duty(one, duty), done) for duty, done in _DUTIES),
        ),
        because,
    )


def _adviser(asked: Asked, one: Someone) -> Cell:
    """Who, and since when: named at 17 or before is what is asked for."""
    held = one.case.adviser_on(asked.day)
    if held is None or held.start is None:
        return adviser_of(asked, one)
    return sentences(adviser_of(asked, one), ("since ", held.start))


def _social_worker(asked: Asked, one: Someone) -> Cell:
    held = one.case.allocated_on(asked.day, "social_worker")
    latest = max(held, key=lambda given: given.start or date.min, default=None)
    return named(asked, latest.worker_id) if latest else "None recorded"
