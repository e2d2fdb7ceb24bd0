"""Who waits for us longest, whoever's work it is, and why?"""

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.lines import LinesView
from ui.team.explained_pane import ExplainedPane
from ui.team.team_lines import lines_of, person_of
from ui.why_panel import WhyPanel


class WaitsPane(ExplainedPane):
    """The late ones of every adviser in one list, each explained beside it."""

    word = "Who waits"
    made_when_seen = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = LinesView("Who waits, the longest first")
        self.panel = WhyPanel(snoozes=False)
        self.lay_out(self.panel)
        self.list.activated.connect(self._open_chosen)
        self.panel.contact_asked.connect(self.contact_asked)
        self.panel.person_opened.connect(self.person_opened)

    def refresh(self) -> None:
        if self.desk.still_reading:
            return
        self.follow(lines_of(self.desk.team()))

    def person_in_view(self) -> str:
        chosen = self.list.chosen()
        return person_of(chosen) if chosen else ""

    def show_chosen(self) -> None:
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
