"""What is never more than what, whoever is counted? Cells that another bounds without adding up."""

from carelink.disclosure import Cell
from carelink.disclosure.cells import cell_at
from carelink.figures.gatherings import ROLL
from carelink.figures.populations import BIRTHDAY_COHORT
from carelink.figures.subjects.homes import HOME, JUDGED, SUITABLE
from carelink.figures.subjects.people import AGE, BIRTHDAY_AGE, LEFT, STATUS

_AGES = {
    ROLL: (AGE, ("", "16", "17-18", "19-21", "22-24", "not_known")),
    BIRTHDAY_COHORT: (BIRTHDAY_AGE, ("", "17-18", "19-21")),
}


def _homes() -> list[tuple[tuple[Cell, ...], Cell]]:
    """Custody and no fixed home are never suitable: by every age and in all."""
    pairs = []
    for population, (dimension, ages) in _AGES.items():
        fixed = {"population": population, **({STATUS: LEFT} if population == ROLL else {})}
        for age in ages:
            at = {**fixed, **({dimension: age} if age else {})}
            parts = tuple(
                cell_at({**at, HOME: node}.items()) for node in ("custody", "no_fixed_home")
            )
            never = {**at, HOME: JUDGED, SUITABLE: "not_suitable"}
            pairs.append((parts, cell_at(never.items())))
    return pairs


AT_MOST: tuple[tuple[tuple[Cell, ...], Cell], ...] = tuple(_homes())
