"""Team: who waits for us longest, whoever's work it is, and how every duty's count adds up."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.oversight.managers import say_who_decides
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.one_of_several import OneOfSeveral
from ui.page import Page
from ui.team.decide_pane import DecidePane
from ui.team.duties_pane import DutiesPane
from ui.team.pane import Pane
from ui.team.passports_pane import PassportsPane
from ui.team.promises_pane import PromisesPane
from ui.team.to_agree_pane import ToAgreePane
from ui.team.waits_pane import WaitsPane

# By name, in the order of the buttons; the page opens with the first.
_PANES: Mapping[str, type[Pane]] = {
    "decide": DecidePane,
    "waits": WaitsPane,
    "duties": DutiesPane,
    "to_agree": ToAgreePane,
    "passports": PassportsPane,
    "promises": PromisesPane,
}


class TeamView(Page):
    """A button for each pane, and the pane that is asked for below them."""

    title = "Team"

    def __init__(self, desk: Desk, signals: DeskSignals, parent: QWidget | None = None) -> None:
        super().__init__(desk, signals, parent)
        self.panes: dict[str, Pane] = {name: made(desk) for name, made in _PANES.items()}
        self._several = OneOfSeveral([(pane.word, pane) for pane in self.panes.values()])
        self.buttons = dict(zip(self.panes, self._several.buttons, strict=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._several)
        for name, pane in self.panes.items():
            pane.word_said.connect(self.buttons[name].setText)
            pane.person_opened.connect(self.person_opened)
            pane.section_asked.connect(self.section_asked)
            pane.contact_asked.connect(self.contact_asked)
            pane.said.connect(self.said)
            pane.offered.connect(self.offered)
        self._decide.to_agree_asked.connect(self._to_agree)
        self._several.turned.connect(self._on_turned)
        self._on_turned()

    @property
    def pane(self) -> Pane:
        """The pane in view."""
        return list(self.panes.values())[self._several.at]

    def show_pane(self, name: str) -> None:
        """Bring a pane forward, the keyboard on its first line."""
        self.buttons[name].click()
        self.pane.take_keyboard()

    def _to_agree(self, key: str) -> None:
        """Bring forward what waits to be agreed to, the keyboard on the line with this key."""
        self.show_pane("to_agree")
        agreeing = self.panes["to_agree"]
        assert isinstance(agreeing, ToAgreePane)
        agreeing.list.choose(key)

    def refresh(self) -> None:
        reading = self.desk.still_reading
        self.sum_said.emit(f"Waiting: {reading}" if reading else self._sum())
        for pane in self.panes.values():
            pane.take_in()

    def concerns(self, person_id: str) -> bool:
        """Everybody does, and so does what is about the team alone."""
        return True

    def keep_drafts(self) -> None:
        self._decide.drafting.flush()

    def go_on_with(self, content: Mapping[str, str]) -> None:
        """A decision that was begun: its line, with what was typed."""
        self.show_pane("decide")
        self._decide.go_on_with(content)

    @property
    def _decide(self) -> DecidePane:
        pane = self.panes["decide"]
        assert isinstance(pane, DecidePane)
        return pane

    def person_in_view(self) -> str:
        return self.pane.person_in_view()

    def explain(self) -> None:
        self.pane.explain()

    def step_back(self) -> bool:
        return self.pane.step_back()

    def _sum(self) -> str:
        """How the roll adds up, what of everybody's money is unclaimed, and who decides here."""
        desk = self.desk
        decides = say_who_decides(desk.workers().values(), desk.user.role, desk.day)
        parts = [desk.team().said, desk.unclaimed().said, decides]
        return " · ".join(part for part in parts if part)

    def _on_turned(self) -> None:
        self.setFocusProxy(self.pane)
