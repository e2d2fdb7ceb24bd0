"""How does what waits for a manager become lines? Plans first, then kind by kind, longest first."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from carelink.approvals.limits import Limits
from carelink.approvals.waiting import Waiting, say_waits
from carelink.approvals.words import SUBJECTS_LABELS
from carelink.money.words import pounds
from carelink.names import kept_apart
from carelink.words import State
from ui.lines import ListLine
from ui.team.waiting_plans import plan_lines

if TYPE_CHECKING:
    from db.approving import Waiting as PlanWaiting

PLAN = "plan"
_WAITS = "Waits"
_PLANS = "Plans to read and approve"
_NONE = ListLine("nothing waits", "Nothing waits for a manager.")
# Who may not answer it, by what it is about.
Owns = Mapping[tuple[str, str], str]


def say_to_agree(number: int) -> str:
    """What the button of the list says."""
    return f"To agree ({number:,})"


def say_what_waits(limits: Limits) -> str:
    """What comes to stand in the list, for when nothing in it is chosen."""
    amount, days = pounds(limits.grant_above_pence), limits.grant_asked_for_days
    return (
        "Here stand plans that were sent, local standards set aside, duties decided as not "
        f"required, emergency homes while they run, grants above {amount} of the last {days:,} "
        "days, and legal statuses asked for in place of those worked out. Each waits for a "
        "manager who neither asked for it nor recorded it."
    )


def key_of(one: Waiting) -> str:
    """The key of its line."""
    return f"{one.subject} {one.subject_id}"


def to_agree_lines(
    plans: "Sequence[PlanWaiting]", waiting: Sequence[Waiting], owns: Owns, day: date
) -> list[ListLine]:
    """A heading for each kind that has any, and a line for each; that nothing waits is said."""
    rows: list[ListLine] = []
    if plans:
        rows += [_heads("plans", _PLANS, len(plans)), *_plan_lines(plans, day)]
    for subject, held in _by_subject(waiting):
        rows.append(_heads(subject, SUBJECTS_LABELS[subject], len(held)))
        rows += [_line(one, owns, day) for one in held]
    return rows or [_NONE]


def kinds_waiting(
    plans: "Sequence[PlanWaiting]", waiting: Sequence[Waiting], day: date
) -> list[ListLine]:
    """One line for each kind that has any: how many, and who has waited longest; it opens them."""
    kinds: list[ListLine] = []
    if plans:
        kinds.append(_kind(_PLANS, len(plans), _plan_lines(plans[:1], day)[0]))
    for subject, held in _by_subject(waiting):
        kinds.append(_kind(SUBJECTS_LABELS[subject], len(held), _line(held[0], {}, day)))
    return kinds


def _kind(label: str, number: int, first: ListLine) -> ListLine:
    says = f"The longest: {first.title}. {first.sentence}"
    return first._replace(title=f"{label} ({number:,})", sentence=says, aside="")


def _heads(kind: str, label: str, number: int) -> ListLine:
    return ListLine(f"group {kind}", f"{label} ({number:,})")


def _by_subject(waiting: Sequence[Waiting]) -> Iterator[tuple[str, list[Waiting]]]:
    """What waits of each kind that has any, in the order of the kinds."""
    for subject in SUBJECTS_LABELS:
        if held := [one for one in waiting if one.subject == subject]:
            yield subject, held


def _plan_lines(plans: "Sequence[PlanWaiting]", day: date) -> list[ListLine]:
    return [line._replace(key=f"{PLAN} {line.key}", word=_WAITS) for line in plan_lines(plans, day)]


def _line(one: Waiting, owns: Owns, day: date) -> ListLine:
    """Whose answer it cannot be is told by a mark and a word of its own."""
    own = (one.subject, one.subject_id) in owns
    return ListLine(
        key_of(one),
        kept_apart(one.name),
        say_waits(one, day),
        State.NOT_REQUIRED if own else State.DUE_SOON,
        one.adviser or "No personal adviser",
        about=one.person_id,
        word="Not by you" if own else _WAITS,
    )
