"""What has every pane of the team's page in common? A word on its button, and a list of its own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk


class Pane(QWidget):
    """One way of looking at the team. Override `refresh`; it runs when something has changed.

    `word_said(text)` fires when the button of the pane is to say something else; `word` is what it
    says at first. The others ask the page for what a page can do, as `Page` has them.
    """

    word_said = Signal(str)
    person_opened = Signal(str)
    section_asked = Signal(str, str)
    contact_asked = Signal(str)
    said = Signal(str)
    offered = Signal(str, str, object)

    word = ""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

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
