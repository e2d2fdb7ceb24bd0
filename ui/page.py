"""What has every page in common? It refreshes when it is seen, and asks the window for the rest."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.desk_signals import DeskSignals


class Page(QWidget):
    """A place in the rail. Override `refresh`; it runs when something changed and we are seen.

    `person_opened(person_id)` asks for the person's page, `section_asked(person_id, name)` for what
    waits in one section of their file, `contact_asked(person_id)` for the
    note ("" lets the worker choose whom), `left` goes back to where we came from,
    `share_asked(person_id)` asks for the shared view, `brief_asked(person_id)` for the brief,
    `said(text)` tells something on the message bar, and `offered(text, word, then)` tells it with
    one thing to do about it ("Undo"). `sum_said(text)` is the line under the title.
    """

    person_opened = Signal(str)
    section_asked = Signal(str, str)
    contact_asked = Signal(str)
    share_asked = Signal(str)
    brief_asked = Signal(str)
    left = Signal()
    said = Signal(str)
    offered = Signal(str, str, object)
    sum_said = Signal(str)

    title = ""

    def __init__(self, desk: Desk, signals: DeskSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        signals.case_changed.connect(self._on_case_changed)
        signals.day_changed.connect(self._mark_stale)
        signals.roll_read.connect(self._mark_stale)

    def refresh(self) -> None:
        """Show what the desk holds now."""

    def person_in_view(self) -> str:
        """Whom the page is about or has chosen, for N; empty for nobody."""
        return ""

    def explain(self) -> None:
        """W: bring forward why the chosen thing is here."""

    def step_back(self) -> bool:
        """Esc: close what stands open on the page; False when there was nothing to close."""
        return False

    def keep_drafts(self) -> None:
        """The window locks or closes: whatever is being typed is kept now."""

    def concerns(self, person_id: str) -> bool:
        """Whether a change to this person shows here; a page about one person overrides it."""
        return True

    def show_anew(self) -> None:
        """We have just been brought forward: what has changed is shown, the keyboard is ours."""
        if self.isVisible():
            self._refresh_if_stale()
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_if_stale()

    def _on_case_changed(self, person_id: str) -> None:
        if self.concerns(person_id):
            self._mark_stale()

    def _mark_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh_if_stale()

    def _refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()
