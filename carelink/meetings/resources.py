"""For whom is a home to be found or agreed: none, none from a day on, only one for an emergency?

A home whose provider was downgraded is brought to the panel within one week. Source: seeds 1E4,
1E5, 1E12.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from carelink.facts import Home, HousingStep
from carelink.home.steps import steps_of
from carelink.home.words import OUTCOME_LABELS
from carelink.meetings.asked import Asked, Someone
from carelink.meetings.cells import adviser_of, answer_of, latest_item, sentences
from carelink.meetings.draft import TYPED, Draft, DraftColumn, DraftGroup, DraftRow
from carelink.meetings.homes import Matter, matters_of, nights_now
from carelink.meetings.marked import Cell, On, Part, Typed, kind_of_home
from carelink.meetings.sums import say_list

_COLUMNS = (
    DraftColumn("Lives now", 3),
    DraftColumn("Provider", 2, TYPED),
    DraftColumn("Nights now", 2),
    DraftColumn("Checked before use", 3),
    DraftColumn("What the panel said", 3),
    DraftColumn("Last decided", 3),
    DraftColumn("Personal adviser", 2),
)
_OF_THE_HOME: Mapping[Matter, str] = {
    Matter.NO_HOME: "No fixed home",
    Matter.NO_HOME_FROM_A_DAY: "No home from a day on",
    Matter.BED_AND_BREAKFAST: "Bed and breakfast",
    Matter.EMERGENCY: "Emergency homes",
}
_NOT_FIT, _PUT_OFF = "Temporary homes found not fit", "Put off by the panel"
_GROUPS = (*_OF_THE_HOME.values(), _NOT_FIT, _PUT_OFF)
_NO_GRADES = (
    "CareLink keeps no grade of a provider. Add by hand whoever lives with one that was "
    "downgraded: the panel hears of them within one week."
)


def resources(asked: Asked) -> Draft:
    """Each once, by what presses most; within a group by name."""
    placed: dict[str, list[DraftRow]] = {title: [] for title in _GROUPS}
    listed: list[Someone] = []
    unknown: list[Someone] = []
    for one in asked.roll:
        found = list(_found(asked, one))
        if found:
            because = sentences(*(says for _, says in found))
            placed[found[0][0]].append(_row(asked, one, because))
            listed.append(one)
        elif any(held.matter is Matter.NOT_KNOWN for held in matters_of(asked, one)):
            unknown.append(one)
    return Draft(
        "resources",
        say_list(
            asked,
            listed,
            "a home is to be found or agreed for them",
            unknown,
            "where they live is not recorded",
        ),
        _COLUMNS,
        tuple(
            DraftGroup(title, tuple(rows), "Nobody is in this group.")
            for title, rows in placed.items()
        ),
        (_NO_GRADES,),
    )


def _found(asked: Asked, one: Someone) -> Iterator[tuple[str, Cell]]:
    """Each group they belong to, with the sentence that says why, the most pressing first."""
    for held in matters_of(asked, one):
        if held.matter in _OF_THE_HOME:
            yield _OF_THE_HOME[held.matter], held.because
    checked = _checked(asked, one)
    if checked is not None and checked.outcome == "not_fit":
        yield _NOT_FIT, ("Their temporary home was found not fit", *_when(checked), ".")
    said = _last(one, "resources_panel")
    if said is not None and said.outcome == "put_off":
        yield _PUT_OFF, (_PUT_OFF, *_when(said), ".")


def _row(asked: Asked, one: Someone, because: Cell) -> DraftRow:
    home, nights = one.case.home_on(asked.day), nights_now(asked, one)
    checked, said = _checked(asked, one), _last(one, "resources_panel")
    cells: tuple[Cell, ...] = (
        kind_of_home(home),
        _provider(home),
        nights.this_spell if nights else 0,
        _came_of(checked) if checked else "No check is recorded",
        _came_of(said) if said else "The panel has not considered them",
        answer_of(latest_item(asked, one, "resources"), "Not talked about yet"),
        adviser_of(asked, one),
    )
    return DraftRow(one.case, cells, because)


def _provider(home: Home | None) -> Cell:
    """A provider's name can give a protected address away, so it is left out with it."""
    if home is None or not home.provider:
        return "Not recorded"
    return "Protected, not shown" if home.protected else Typed(home.provider)


def _checked(asked: Asked, one: Someone) -> HousingStep | None:
    """The last check of the home they live in now: one made before another move is of another."""
    home, last = one.case.home_on(asked.day), _last(one, "temporary_check")
    if home is None or last is None:
        return None
    homes = sorted(
        h.start for h in one.case.homes if h.start and home.start and h.start < home.start
    )
    after = homes[-1] if homes else date.min
    return last if last.on is not None and last.on >= after else None


def _came_of(step: HousingStep) -> Cell:
    label: Part = OUTCOME_LABELS.get(step.outcome, "").capitalize()
    label = label or Typed(step.outcome or "Not known yet")
    return (label, *_when(step))


def _when(step: HousingStep) -> tuple[Part, ...]:
    return (" ", On(step.on)) if step.on else ()


def _last(one: Someone, kind: str) -> HousingStep | None:
    return next((step for step in steps_of(one.case) if step.kind == kind), None)
