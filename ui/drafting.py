"""How is what is being typed kept? The first letter at once, then every 0.4 seconds at most."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from carelink.dates import show
from carelink.errors import StoreTrouble
from db.drafts import Draft, drop_draft, keep_draft
from db.trail import Writing
from ui.desk import Desk

_AT_MOST_EVERY = 400
_HERE = ZoneInfo("Europe/London")


class Drafting(QObject):
    """One draft of a form being written; others may wait in the store for other people.

    `flushed` fires when a draft is kept, `troubled(says)` when it could not be: it is then only
    on the screen.
    """

    flushed = Signal()
    troubled = Signal(str)

    def __init__(self, desk: Desk, form: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._form = form
        self._draft: Draft | None = None
        self._waiting = False
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AT_MOST_EVERY)
        self._timer.timeout.connect(self.flush)

    @property
    def at_most_every(self) -> int:
        """How long typed letters may wait to be kept, in milliseconds."""
        return self._timer.interval()

    @property
    def draft_id(self) -> str:
        """The draft being written; empty while nothing has been typed."""
        return self._draft.draft_id if self._draft else ""

    def turn_to(self, form: str) -> None:
        """Write drafts of another name from now on; the last one is kept."""
        self.flush()
        self._draft = None
        self._form = form

    def waiting_for(self, person_id: str) -> Draft | None:
        """The newest draft about this person, left from before."""
        return next((draft for draft in self.waiting() if draft.person_id == person_id), None)

    def waiting(self) -> list[Draft]:
        """Our own unfinished forms of this name, the newest first."""
        return [draft for draft in self._desk.drafts() if draft.form == self._form]

    def begin(self, draft: Draft | None) -> None:
        """Go on with this draft, or with a fresh one at the first letter; the last is kept."""
        self.flush()
        self._draft = draft

    def write(self, person_id: str, content: dict[str, str]) -> None:
        """What the form holds now, and whom it is about."""
        if self._draft is None and not content:
            return
        draft_id = self.draft_id or uuid4().hex
        self._draft = Draft(draft_id, self._form, person_id, content)
        self._waiting = True
        if not self._timer.isActive():
            self.flush()

    def flush(self) -> None:
        """Keep now what is waiting to be kept; a draft with nothing left in it goes."""
        if not self._waiting or self._draft is None:
            return
        self._timer.start()
        try:
            if self._draft.content:
                self._desk.do(keep_draft, self._draft)
            else:
                self._desk.do(drop_draft, self._draft.draft_id)
        except StoreTrouble as trouble:
            self._tell(trouble)
        else:
            self._waiting = self._told = False
            self.flushed.emit()

    def forget(self) -> None:
        """The note is saved, its draft with it: nothing more is written of it."""
        self._waiting = False
        self._timer.stop()
        self._draft = None

    def throw_away(self) -> Draft | None:
        """Let the draft go; gives it back, so that it can be had again."""
        self.flush()
        draft = self._draft
        self.forget()
        if draft is not None:
            self._desk.do(drop_draft, draft.draft_id)
        return draft

    def take_up(self, draft: Draft) -> None:
        """Have a draft again that was thrown away."""
        self._draft = draft
        self._waiting = True
        self.flush()

    def _tell(self, trouble: StoreTrouble) -> None:
        """Once, not at every letter; it is tried again until it works."""
        if not self._told:
            self._told = True
            self.troubled.emit(f"What you type is not yet kept as a draft. {trouble}")


def with_draft(verb: Callable[..., Any], draft_id: str) -> Callable[..., Any]:
    """The verb, and the draft goes with it: both or neither."""
    return partial(_and_drop, verb, draft_id)


def _and_drop(verb: Callable[..., Any], draft_id: str, writing: Writing, *args: Any) -> Any:
    answer = verb(writing, *args)
    if draft_id:
        drop_draft(writing, draft_id)
    return answer


def say_when(at: datetime | None, today: date) -> str:
    """When a draft was kept, as one says it: today, 17:40; Friday, 17:40; 3 May 2026, 17:40."""
    if at is None:
        return "before"
    here = at.astimezone(_HERE)
    days = (today - here.date()).days
    day = "today" if days == 0 else f"{here:%A}" if 0 < days < 7 else show(here.date())
    return f"{day}, {here:%H:%M}"
