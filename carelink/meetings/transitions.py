"""Who turns 18 in the next six months, and what has the panel decided for each?

Everyone is on it, whatever else is so. Source: seeds 1D1.
"""

from collections.abc import Iterator
from datetime import date

from carelink.dates import birthday, months_after, show
from carelink.meetings.asked import Asked, Someone
from carelink.meetings.cells import adviser_of, answer_of, latest_item, lead_of, sentences
from carelink.meetings.draft import TYPED, Draft, DraftColumn, DraftGroup, DraftRow
from carelink.meetings.marked import Cell, On, Typed, kind_of_home
from carelink.meetings.sums import say_list
from carelink.words import STATUS_LABELS

MONTHS_AHEAD = 6
_NO_BIRTHDAY = "The date of birth is not recorded, so we cannot tell when they turn 18."
# What leaves the question of the Care Act open.
OPEN_ANSWERS = frozenset({"", "assessment_asked", "put_off"})
_COLUMNS = (
    DraftColumn("Turns 18", 2),
    DraftColumn("Care Act", 3),
    DraftColumn("Service", 2, TYPED),
    DraftColumn("Lead", 2),
    DraftColumn("Personal adviser", 2),
    DraftColumn("Lives now", 3),
)


def transitions(asked: Asked) -> Draft:
    """Those not decided yet first, then those decided, each by the day they turn 18."""
    until = months_after(asked.day, MONTHS_AHEAD)
    listed = [one for one in asked.people if (_turns_18(one) or date.min) > asked.day]
    listed = [one for one in listed if (_turns_18(one) or date.max) <= until]
    listed.sort(key=lambda one: (_turns_18(one) or date.max, one.order))
    unknown = [one for one in asked.people if one.case.person.date_of_birth is None]
    return Draft(
        "transitions",
        say_list(
            asked,
            listed,
            f"they turn 18 by {show(until)}",
            unknown,
            "the date of birth is not recorded",
        ),
        _COLUMNS,
        (
            DraftGroup(
                "Not decided yet",
                tuple(_row(asked, one) for one in listed if not _is_decided(asked, one)),
                "Nobody on the list waits for a decision.",
            ),
            DraftGroup(
                "Decided",
                tuple(_row(asked, one) for one in listed if _is_decided(asked, one)),
                "Nobody on the list has been decided about yet.",
            ),
            *_doubtful(asked, unknown),
        ),
    )


def _turns_18(one: Someone) -> date | None:
    born = one.case.person.date_of_birth
    return birthday(born, 18) if born else None


def _is_decided(asked: Asked, one: Someone) -> bool:
    item = latest_item(asked, one, "transitions")
    return item is not None and item.answer not in OPEN_ANSWERS


def _row(asked: Asked, one: Someone) -> DraftRow:
    turns, item = _turns_18(one), latest_item(asked, one, "transitions")
    cells: tuple[Cell, ...] = (
        turns or "Not recorded",
        answer_of(item, "The panel has not considered them"),
        Typed(item.service) if item and item.service else "Not named yet",
        lead_of(asked, item),
        adviser_of(asked, one),
        kind_of_home(one.case.home_on(asked.day)),
    )
    status = STATUS_LABELS[one.standing.status].lower()
    off = "" if one.on_roll else f"Not on the roll: {status}."
    if turns is None:
        return DraftRow(one.case, cells, sentences(_NO_BIRTHDAY, off))
    return DraftRow(one.case, cells, sentences(("Turns 18 ", On(turns), "."), off))


def _doubtful(asked: Asked, unknown: list[Someone]) -> Iterator[DraftGroup]:
    """Those without a date of birth are asked about, and never left off in silence."""
    if unknown:
        yield DraftGroup("Cannot tell", tuple(_row(asked, one) for one in unknown))
