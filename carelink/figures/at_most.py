"""What is never more than what, whoever is counted? Cells that another bounds without adding up.

A reader who knows how the figures are made could use it, so it is used against every release. Where
the records are at odds with it (a duty that ended, a move of today), it is left out that time.
"""

from carelink.disclosure import Cell
from carelink.disclosure.cells import cell_at
from carelink.figures.dividing import IN, OUT
from carelink.figures.gatherings import ROLL
from carelink.figures.populations import BIRTHDAY_COHORT
from carelink.figures.subjects.duties_in_time import DUTY_OF
from carelink.figures.subjects.homes import HOME, JUDGED, SUITABLE
from carelink.figures.subjects.homes_over_time import NIGHTS, STAYING_PUT, STAYING_PUT_BASE
from carelink.figures.subjects.money import CLAIMS_BASE, RECEIVED, TOLD
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


def _at(**nodes: str) -> Cell:
    return cell_at({"population": ROLL, STATUS: LEFT, **nodes}.items())


def _others() -> list[tuple[tuple[Cell, ...], Cell]]:
    """Who stays put lives with a former carer; what reached them they were told of."""
    claims = {CLAIMS_BASE: IN}
    return [
        ((_at(**{AGE: "16"}), _at(**{AGE: "22-24"})), _at(**{STAYING_PUT_BASE: OUT})),
        (
            (_at(**{STAYING_PUT_BASE: IN, STAYING_PUT: "yes"}),),
            _at(**{HOME: "former_foster_carer"}),
        ),
        (
            (_at(**{STAYING_PUT_BASE: IN, STAYING_PUT: "not_known"}),),
            _at(**{HOME: "not_recorded"}),
        ),
        (
            (_at(**{HOME: "emergency"}), _at(**{HOME: "bed_and_breakfast"})),
            _at(**{NIGHTS: "some"}),
        ),
        ((_at(**claims, **{RECEIVED: "received_all"}),), _at(**claims, **{TOLD: "told_all"})),
        ((_at(**claims, **{TOLD: "told_none"}),), _at(**claims, **{RECEIVED: "received_none"})),
    ]


def _of_everybody(**nodes: str) -> Cell:
    return cell_at({"population": ROLL, **nodes}.items())


def _duties() -> list[tuple[tuple[Cell, ...], Cell]]:
    """Where the status cannot be told no duty can; a plan is owed to whom its review is."""
    pairs: list[tuple[tuple[Cell, ...], Cell]] = []
    unknown = _of_everybody(status="cannot_tell")
    for name in DUTY_OF:
        of_it = {f"{name}_base": IN, name: "cannot_tell"}
        pairs.append(((unknown,), _of_everybody(**of_it)))
    plan, review = ({f"{name}_base": IN} for name in ("plan_in_place", "review_6m"))
    pairs.append(((_of_everybody(**plan),), _of_everybody(**review)))
    pairs.append(((_of_everybody(**review),), _of_everybody(**plan)))
    return pairs


AT_MOST: tuple[tuple[tuple[Cell, ...], Cell], ...] = (
    *_homes(),
    *_others(),
    *_duties(),
)
