"""What could be written about actions and about "you said, we did"? Proposed, to be read first."""

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from carelink.dates import show
from carelink.voice.said_and_did import for_a_group

if TYPE_CHECKING:
    from ui.desk import Desk

_READ_AT_ONCE = 250
_MOST = 6


def actions_since(desk: "Desk", since: date | None, until: date) -> str:
    """What meetings asked for and what came of it since the last release, a line each."""
    lines = []
    for action in desk.of_the_team("meeting_actions"):
        asked = action.on is not None and action.on <= until and (not since or action.on > since)
        done = action.done_on
        if done is not None and done <= until and (not since or done > since):
            lines.append(f"Done: {action.what.strip()} {action.done_words.strip()}".strip())
        elif asked and done is None:
            due = f" (by {show(action.due_on)})" if action.due_on else ""
            lines.append(f"To do: {action.what.strip()}{due}")
    return "\n".join(lines)


def said_and_done(desk: "Desk", until: date) -> str:
    """The newest of what young people said and what we did, no name in it; any thread."""
    everyone = [person.person_id for person in desk.people()]
    parts = range(0, len(everyone), _READ_AT_ONCE)
    cases = (
        case
        for first in parts
        for case in desk.read(everyone[first : first + _READ_AT_ONCE], ("promises", "statements"))
    )
    rows = (row for row in for_a_group(cases, until).rows if row.on and row.on <= until)
    return "\n".join(f"You said: {row.said} We did: {row.did}" for row in islice(rows, _MOST))
