"""How do the plans that wait for a manager become lines? The longest waiting first."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from carelink.dates import show
from carelink.names import kept_apart
from carelink.words import State
from ui.lines import ListLine

if TYPE_CHECKING:
    from db.approving import Waiting

_NONE_KEY = "no plans"


def plan_lines(waiting: "Sequence[Waiting]", day: date) -> list[ListLine]:
    """A line for each, opening its person; where none waits, that is said."""
    if not waiting:
        return [ListLine(_NONE_KEY, "No plan waits to be read.")]
    return [_line(one, day) for one in waiting]


def _line(one: "Waiting", day: date) -> ListLine:
    version = one.version
    assert version.sent_on is not None
    name = one.known_as or one.legal_name or version.person_id
    days = (day - version.sent_on).days
    ago = "today" if days <= 0 else f"{days} {'day' if days == 1 else 'days'} ago"
    by = f" by {one.sent_by}" if one.sent_by else ""
    return ListLine(
        version.version_id,
        kept_apart(name),
        f"Sent on {show(version.sent_on)}{by}, {ago}",
        State.DUE_SOON,
        about=version.person_id,
    )
