"""What happens to the team, whom is it about, and from which day? Asked beside the answer."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from carelink.errors import Problem
from carelink.facts import Worker
from carelink.names import kept_apart
from carelink.reallocation.scenario import NEW, Away, Hours, Leaver, Scenario, Starter
from carelink.words import ADVISER
from carelink.workload.load import Workload
from ui.desk import Desk
from ui.fields import ChoiceField, DateField, Field, TextField, show_problems
from ui.keys import CTRL_ENTER, within
from ui.labels import label
from ui.look.tokens import SPACE_12, SPACE_16
from ui.number_fields import NumberField

LEAVES, BEGINS, AWAY, HOURS = "leaves", "begins", "away", "hours"
MUST, EVEN = "must", "even"
_KINDS = (
    (LEAVES, "Somebody leaves"),
    (BEGINS, "Somebody begins"),
    (AWAY, "Somebody is away"),
    (HOURS, "Other hours"),
)
_MAY_MOVE = ((MUST, "As few as needed"), (EVEN, "Others too, to even out"))
_AHEAD = 'For example "today", "+14" or "7 12"'
# Which fields each kind asks for.
_ASKED = {
    LEAVES: ("worker_id", "on"),
    BEGINS: ("name", "fte", "on", "languages", "district", "team"),
    AWAY: ("worker_id", "on", "back_on"),
    HOURS: ("worker_id", "fte", "on"),
}
_DAY_ASKED = {
    LEAVES: "First day without them",
    BEGINS: "First day here",
    AWAY: "First day away",
    HOURS: "First day with these hours",
}


class ScenarioForm(QWidget):
    """`asked(scenario, even_out)` fires when all is understood; `stopped` when it is to stop."""

    asked = Signal(object, bool)
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._desk = desk
        self.kind = ChoiceField("kind", "What happens?", _KINDS, across=2)
        self.who = ChoiceField("worker_id", "Whom is it about?", [("", "Choose an adviser")])
        self.name = TextField("name", "Name of the new adviser")
        self.fte = NumberField("fte", "Part of a full week (FTE)", "1 is full time, 0.6 three days")
        self.on = DateField("on", "From which day?", lambda: desk.day, hint=_AHEAD, ahead=True)
        self.back_on = DateField(
            "back_on", "First day back, if it is known", lambda: desk.day, hint="", ahead=True
        )
        self.languages = TextField("languages", "Languages beside English", "If they are known")
        self.district = TextField("district", "Postcode district they work from", "Such as ME4")
        self.team = ChoiceField("team", "Team", [("", "Not in a team")])
        self.may_move = ChoiceField("may_move", "Who may move?", _MAY_MOVE, across=2)
        self.fields: tuple[Field, ...] = (
            *(self.kind, self.who, self.name, self.fte, self.on, self.back_on),
            *(self.languages, self.district, self.team, self.may_move),
        )
        self.general = label("", "problem")
        self.general.hide()
        self.go = QPushButton("Work it out")
        self.go.setObjectName("main")
        self.go.setToolTip("Work it out (Ctrl Enter). Nothing is written.")
        self.stop = QPushButton("Stop")
        self.stop.hide()
        self.working = label("", "quiet")
        self.working.hide()
        self._lay_out()
        self.kind.set_value(LEAVES)
        self.may_move.set_value(MUST)
        self._on_kind()
        self.kind.changed.connect(self._on_kind)
        self.go.clicked.connect(self.submit)
        self.stop.clicked.connect(self.stopped)
        within(self, self.submit, *CTRL_ENTER)
        self.setFocusProxy(self.who)

    def show_load(self, load: Workload) -> None:
        """Offer the advisers there are, by name, and the teams."""
        advisers = [(one.worker.worker_id, kept_apart(one.name)) for one in load.advisers]
        self.who.set_options([("", "Choose an adviser"), *advisers])
        teams = sorted({one.worker.team for one in load.advisers if one.worker.team})
        self.team.set_options([("", "Not in a team"), *((team, team) for team in teams)])
        if len(teams) == 1 and not self.name.typed:
            self.team.set_value(teams[0])

    def submit(self) -> None:
        """Ask, unless something is not understood or it is being worked out already."""
        if not self.go.isEnabled():
            return
        wanted = [field for field in self.fields if not field.isHidden()]
        wrong = [problem for field in wanted if (problem := field.not_understood())]
        on = self.on.value()
        if on is None and not wrong:
            wrong.append(Problem("on", "Give the day from which it is so."))
        self.show_problems(wrong)
        if not wrong and on is not None:
            self.asked.emit(self._scenario(on), self.may_move.value() == EVEN)

    def show_problems(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        """Each beside its field, the rest above the button."""
        rest = show_problems(self.fields, problems)
        self.general.setText(rest)
        self.general.setVisible(bool(rest))

    def show_working(self, says: str) -> None:
        """Say that it works, and offer to stop; an empty text ends it."""
        self.working.setText(says)
        self.working.setVisible(bool(says))
        self.go.setEnabled(not says)
        self.stop.setVisible(bool(says))

    def _scenario(self, on: date) -> Scenario:
        kind, who = self.kind.value(), self.who.value()
        if kind == BEGINS:
            new = Worker(
                worker_id=NEW,
                name=self.name.value(),
                role=ADVISER,
                team=self.team.value(),
                fte=self.fte.value(),
                languages=self.languages.value(),
                district=self.district.value().upper(),
            )
            return Starter(new, on)
        if kind == AWAY:
            return Away(who, on, self.back_on.value())
        if kind == HOURS:
            return Hours(who, self.fte.value() or 0.0, on)
        return Leaver(who, on)

    def _on_kind(self) -> None:
        kind = self.kind.value() or LEAVES
        always = ("kind", "may_move")
        for field in self.fields:
            field.setVisible(field.name in (*always, *_ASKED[kind]))
        self.on.show_hint(f"{_DAY_ASKED[kind]}. {_AHEAD}")
        self.setFocusProxy(self.name if kind == BEGINS else self.who)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(label("What if?", "heading"))
        column.addWidget(label("It is worked out and shown. Nothing is written yet.", "quiet"))
        for field in self.fields:
            column.addWidget(field)
        for part in (self.general, self.working, self.go, self.stop):
            column.addWidget(part)
        column.addStretch(1)
