"""Who is not in work or learning, since when, why, what stands in the way and what comes next?

Each reason is a group of its own and never one heap: somebody who is ill is not asked about jobs
like somebody who looks for one. Held every six to eight weeks. Source: seeds 1F1, 1F4.
"""

from collections.abc import Mapping
from datetime import date

from carelink.facts import Activity
from carelink.learning.history import say_barrier, why_not
from carelink.learning.out_of_work import Out, out_since
from carelink.learning.words import BARRIER_LABELS
from carelink.meetings.asked import Asked, Someone
from carelink.meetings.cells import adviser_of, answer_of, latest_item, lead_of, sentences
from carelink.meetings.draft import TYPED, Draft, DraftColumn, DraftGroup, DraftRow
from carelink.meetings.marked import Cell, Typed
from carelink.meetings.sums import say_list
from carelink.words import IN_WORK_OR_LEARNING, NOT_IN_WORK_OR_LEARNING

_COLUMNS = (
    DraftColumn("Since", 2),
    DraftColumn("What stands in the way", 3),
    DraftColumn("What we do next", 4, TYPED),
    DraftColumn("By when", 2),
    DraftColumn("Last decided", 3),
    DraftColumn("Lead", 2),
    DraftColumn("Personal adviser", 2),
)
_UNKNOWN = "not known"
# The group of each reason, in the order of the list. Shape: by what `why_not` says.
_GROUPS: Mapping[str, str] = {
    "other reasons": "Other reasons",
    "illness or disability": "Illness or disability",
    "pregnancy or parenting": "Pregnancy or parenting",
    "in custody": "In custody",
}
_CUSTODY = "in custody"


def eet(asked: Asked) -> Draft:
    """Group by group, whoever has been without for longest first; then who nobody has asked."""
    groups: dict[str, list[Someone]] = {why: [] for why in (*_GROUPS, _UNKNOWN)}
    for one in asked.roll:
        why = _why(asked, one)
        if why is not None:
            groups[why].append(one)
    for held in groups.values():
        held.sort(key=lambda one: (_since(asked, one).since or date.min, one.order))
    unknown = groups.pop(_UNKNOWN)
    return Draft(
        "eet",
        say_list(
            asked,
            [one for held in groups.values() for one in held],
            "they are not in work or learning",
            unknown,
            "no work or learning is recorded for the day",
        ),
        _COLUMNS,
        (
            *(
                DraftGroup(
                    _GROUPS[why],
                    tuple(_row(asked, one, why) for one in held),
                    "Nobody is in this group.",
                )
                for why, held in groups.items()
            ),
            DraftGroup(
                "Not recorded: ask them",
                tuple(_row(asked, one, _UNKNOWN) for one in unknown),
                "Of everyone it is known what they do.",
            ),
        ),
    )


def _why(asked: Asked, one: Someone) -> str | None:
    """Which group they stand in; None for who is in work or learning."""
    activity = one.case.activity_on(asked.day)
    if activity is not None and activity.code in IN_WORK_OR_LEARNING:
        return None
    if activity is not None and activity.code in NOT_IN_WORK_OR_LEARNING:
        why = why_not(one.case, activity, asked.day)
        return why if why in _GROUPS else _UNKNOWN
    home = one.case.home_on(asked.day)
    return _CUSTODY if home is not None and home.type == "X" else _UNKNOWN


def _since(asked: Asked, one: Someone) -> Out:
    return out_since(one.case, asked.day) or Out(None)


def _row(asked: Asked, one: Someone, why: str) -> DraftRow:
    activity = one.case.activity_on(asked.day)
    item = latest_item(asked, one, "eet")
    cells: tuple[Cell, ...] = (
        _when(_since(asked, one)),
        _barrier(activity),
        Typed(activity.next_step) if activity and activity.next_step else "Not agreed yet",
        _by_when(activity, asked.day),
        answer_of(item, "Not talked about yet"),
        lead_of(asked, item),
        adviser_of(asked, one),
    )
    return DraftRow(one.case, cells, _because(asked, one, why))


def _because(asked: Asked, one: Someone, why: str) -> Cell:
    activity = one.case.activity_on(asked.day)
    if activity is None or activity.code not in NOT_IN_WORK_OR_LEARNING:
        in_custody = "In custody. " if why == _CUSTODY else ""
        return f"{in_custody}No work or learning is recorded for the day."
    out = _since(asked, one)
    since: Cell = ("since ", out.since, ".") if out.since else "since when is not recorded."
    return sentences(f"{_GROUPS[why]}," if why in _GROUPS else "Why is not known,", since)


def _when(out: Out) -> Cell:
    if out.since is None:
        return "Not recorded"
    return ("Before ", out.since) if out.at_least else out.since


def _barrier(activity: Activity | None) -> Cell:
    if activity is None or not activity.barrier:
        return "Not recorded: ask them"
    said = say_barrier(activity)
    return said if activity.barrier in BARRIER_LABELS else Typed(said)


def _by_when(activity: Activity | None, day: date) -> Cell:
    if activity is None or activity.next_step_on is None:
        return "No day is set"
    if activity.next_step_on < day:
        return ("We are late, by ", activity.next_step_on)
    return activity.next_step_on
