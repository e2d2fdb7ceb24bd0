"""Which plans wait for a manager? Asked of the store once, and again only where one may have come.

Most gestures are about somebody whose plan does not wait: the question, which looks through every
version of every plan, is then not asked.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from carelink.case import CaseFile

if TYPE_CHECKING:
    from db.approving import Waiting


class PlansWaiting:
    """The plans that wait, as the store last said; `ask` puts a question of db to it."""

    def __init__(self, ask: Callable[..., Any]) -> None:
        self._ask = ask
        self._held: list[Waiting] | None = None

    def all(self) -> "list[Waiting]":
        """Every version that waits, the longest first."""
        if self._held is None:
            from db.approving import read_waiting

            self._held = self._ask(read_waiting)
        return list(self._held)

    def look_again(self, case: CaseFile) -> None:
        """This case has changed: where a plan of theirs waits or waited, it is asked anew."""
        waits = any(
            version.sent_on and not version.returned_on and not version.approved_on
            for version in case.plan_versions
        )
        person_id = case.person.person_id
        if waits or any(one.version.person_id == person_id for one in self._held or ()):
            self._held = None

    def forget(self) -> None:
        """Ask anew: the workers may have changed, or the day."""
        self._held = None
