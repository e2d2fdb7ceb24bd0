"""Who waits for us longest, whoever's work it is, and why?"""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.lines import LinesView
from ui.team.pane import Pane
from ui.team.team_lines import lines_of, person_of
from ui.two_panes import TwoPanes
from ui.why_panel import WhyPanel


class WaitsPane(Pane):
    """The late ones of every adviser in one list, each explained beside it."""

    word = "Who waits"
    made_when_seen = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = LinesView("Who waits, the longest first")
        self.panel = WhyPanel(snoozes=False)
        self._panes = TwoPanes(self.list, self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panes)
        self.list.selectionModel().currentChanged.connect(self._explain_chosen)
        self.list.activated.connect(self._open_chosen)
        self.panel.contact_asked.connect(self.contact_asked)
        self.panel.person_opened.connect(self.person_opened)
        self.panel.left.connect(self.step_back)
        self._panes.turned.connect(self.panel.show_way_back)
        self.setFocusProxy(self.list)

    def refresh(self) -> None:
        if self.desk.still_reading:
            return
        had = self.list.chosen()
        self.list.show_lines(lines_of(self.desk.team()))
        if not self.list.touched or had is None or self.list.chosen() is None:
            self.list.choose_first()
        self._explain_chosen()

    def person_in_view(self) -> str:
        chosen = self.list.chosen()
        return person_of(chosen) if chosen else ""

    def explain(self) -> None:
        if self.list.chosen() is not None:
            self._panes.ask_for_panel()
            self.panel.take_keyboard()

    def step_back(self) -> bool:
        if self._panes.panel_covers or not self.list.hasFocus():
            self._panes.ask_for_panel(False)
            self.list.setFocus()
            return True
        return False

    def _explain_chosen(self) -> None:
        chosen = self.list.chosen()
        person_id = person_of(chosen) if chosen else ""
        if chosen is None or not person_id:
            self.panel.say_only("Nobody waits", "Nobody is late with a contact or a review.")
            if chosen is not None:
                self.panel.say_only("Team", chosen.title)
            return
        known = self.desk.known(person_id)
        duty = next((held for held in known.duties if held.duty == chosen.about), None)
        if duty is None:
            self.panel.say_only(known.case.person.name, chosen.sentence, person_id=person_id)
        else:
            self.panel.explain(known.case, duty, self.desk.rule(duty.duty), self.desk.day)

    def _open_chosen(self) -> None:
        if self.person_in_view():
            self.person_opened.emit(self.person_in_view())
