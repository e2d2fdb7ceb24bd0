"""Whose home is there to talk about: none, not suitable, for a while, ending, the next one near?

Everybody stands once, where it presses most; beside it stands all else that is so.
Source: seeds 1E4, 1E9, 1E11 to 1E16.
"""

from collections.abc import Mapping

from carelink.facts import HousingStep
from carelink.home.steps import step_label, steps_of
from carelink.home.words import OUTCOME_LABELS, STEPS, WAITING
from carelink.meetings.asked import Asked, Someone
from carelink.meetings.cells import adviser_of, answer_of, latest_item, sentences
from carelink.meetings.draft import Draft, DraftColumn, DraftGroup, DraftRow
from carelink.meetings.homes import Found, Matter, matters_of, nights_now, nights_unsettled
from carelink.meetings.marked import Cell, On, Part, Typed, kind_of_home
from carelink.meetings.sums import say_list
from carelink.said import counted

_COLUMNS = (
    DraftColumn("Lives now", 3),
    DraftColumn("Nights now", 2),
    DraftColumn("Nights since 1 April", 2),
    DraftColumn("Steps towards a home", 4),
    DraftColumn("Preparation", 2),
    DraftColumn("Rent guarantor", 2),
    DraftColumn("Last decided", 3),
    DraftColumn("Personal adviser", 2),
)
_GROUPS: Mapping[Matter, str] = {
    Matter.NO_HOME: "No fixed home",
    Matter.NO_HOME_FROM_A_DAY: "No home from a day on",
    Matter.BED_AND_BREAKFAST: "Bed and breakfast",
    Matter.EMERGENCY: "Emergency homes",
    Matter.UNSUITABLE: "In a home that is not suitable",
    Matter.HOME_ENDS: "Expected to move within six months, or past the day",
    Matter.STAYING_PUT_ENDS: "Staying put ends within six months",
    Matter.GETTING_READY: "A step towards a home waits for an answer",
    Matter.NOT_KNOWN: "Where they live is not known",
}


def housing(asked: Asked) -> Draft:
    """By what presses most; within it by name."""
    placed: dict[Matter, list[DraftRow]] = {matter: [] for matter in _GROUPS}
    listed: list[Someone] = []
    unknown: list[Someone] = []
    for one in asked.roll:
        found = matters_of(asked, one)
        if found:
            placed[found[0].matter].append(_row(asked, one, found))
            (unknown if found[0].matter is Matter.NOT_KNOWN else listed).append(one)
    return Draft(
        "housing",
        say_list(
            asked,
            listed,
            "of where they live or will live",
            unknown,
            "where they live is not recorded",
        ),
        _COLUMNS,
        tuple(
            DraftGroup(_GROUPS[matter], tuple(rows), "Nobody is in this group.")
            for matter, rows in placed.items()
        ),
    )


def _row(asked: Asked, one: Someone, found: list[Found]) -> DraftRow:
    nights = nights_now(asked, one)
    cells: tuple[Cell, ...] = (
        kind_of_home(one.case.home_on(asked.day)),
        nights.this_spell if nights else 0,
        sum(held.this_year for held in nights_unsettled(asked, one)),
        _waiting(one),
        _preparation(one),
        _guarantor(one),
        answer_of(latest_item(asked, one, "housing"), "Not talked about yet"),
        adviser_of(asked, one),
    )
    return DraftRow(one.case, cells, sentences(*(held.because for held in found)))


def _waiting(one: Someone) -> Cell:
    """The last step of each kind that waits for an answer, each with its day."""
    said: list[Cell] = []
    for kind in STEPS:
        last = _last(one, kind)
        if last is not None and last.outcome in WAITING and last.on:
            label = OUTCOME_LABELS[last.outcome]
            said.append((f"{step_label(last)}: {label} since ", last.on, "."))
    return sentences(*said) if said else "None waits"


def _preparation(one: Someone) -> Cell:
    """Only the sessions that they took part in count as had."""
    held = [step for step in one.case.housing_steps if step.kind == "tenancy_preparation"]
    taken = sum(step.outcome == "took_part" for step in held)
    return f"{taken} of {counted(len(held), 'session')}" if held else "None recorded"


def _guarantor(one: Someone) -> Cell:
    last = _last(one, "rent_guarantor")
    if last is None:
        return "Not asked for"
    label: Part = OUTCOME_LABELS.get(last.outcome, "").capitalize()
    label = label or Typed(last.outcome or "Not known")
    return (label, ", ", On(last.on)) if last.on else label


def _last(one: Someone, kind: str) -> HousingStep | None:
    return next((step for step in steps_of(one.case) if step.kind == kind), None)
