"""What has every pane of the team's page in common? A word on its button, and a list of its own."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.desk import Desk


class Pane(QWidget):
    """One way of looking at the team. Override `refresh`; it runs when something has changed.

    `word_said(text)` fires when the button of the pane is to say something else; `word` is what it
    says at first. With `made_when_seen` only `say` runs for a pane out of sight, and `refresh` when
    it is brought forward. The other signals ask the page for what it can do, as `Page` has them.
    """

    word_said = Signal(str)
    person_opened = Signal(str)
    section_asked = Signal(str, str)
    contact_asked = Signal(str)
    said = Signal(str)
    offered = Signal(str, str, object)

    word = ""
    made_when_seen = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._to_make = False

    def take_in(self) -> None:
        """Something has changed: the button says so at once, the list when somebody sees it."""
        self._to_make = self.made_when_seen and not self.isVisible()
        if self._to_make:
            self.say()
        else:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._to_make:
            self._to_make = False
            self.refresh()

    def say(self) -> None:
        """Let the button say what has become of the list, which is not made."""

    def refresh(self) -> None:
        """Show what the desk holds now; while `desk.still_reading` not all of the roll is on it."""

    def take_keyboard(self) -> None:
        """The pane has been brought forward: the keyboard goes to its first line."""
        self.setFocus()

    def person_in_view(self) -> str:
        """Whom the chosen line is about; empty for nobody."""
        return ""

    def explain(self) -> None:
        """W: bring forward why the chosen line is here."""

    def step_back(self) -> bool:
        """Esc: close what stands open; False when there was nothing to close."""
        return False
