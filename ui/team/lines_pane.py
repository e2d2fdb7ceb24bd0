"""What has a pane in common that is one list, each line opening a section of somebody's file?"""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.lines import LinesView
from ui.team.pane import Pane


class LinesPane(Pane):
    """One list. `section` is the part of their file that a line opens; `named` names the list."""

    section = ""
    named = ""
    made_when_seen = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = LinesView(self.named)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.list.activated.connect(self._open_chosen)
        self.setFocusProxy(self.list)

    def take_keyboard(self) -> None:
        self.list.choose_first()
        self.list.setFocus()

    def person_in_view(self) -> str:
        chosen = self.list.chosen()
        return chosen.about if chosen else ""

    def _open_chosen(self) -> None:
        if self.person_in_view():
            self.section_asked.emit(self.person_in_view(), self.section)
