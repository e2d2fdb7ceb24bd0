"""Why this one, and where else could they go? A proposal's chosen line, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.fields import ChoiceField, Option
from ui.labels import label
from ui.workload.pane import Panel


class LinePanel(Panel):
    """`moved(to)` fires with another adviser's id, `kept` to leave them where they are.

    `pinned` asks to keep them where they are for good; `applied`, `thrown_away`, `covered` and
    `asked_anew` are about the whole proposal.
    """

    moved = Signal(str)
    kept = Signal()
    pinned = Signal()
    applied = Signal()
    thrown_away = Signal()
    covered = Signal()
    asked_anew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.says = label("")
        self.problem = label("", "problem")
        self.problem.hide()
        self.apply = QPushButton("Apply")
        self.apply.setObjectName("main")
        self.apply.setToolTip("Asks for a handover for each of them; one Undo takes it all back")
        self.throw = QPushButton("Throw away")
        self.cover = QPushButton("Ask somebody to stand in instead…")
        self.anew = QPushButton("Ask something else")
        self.name = label("", "heading")
        self.why = label("")
        self.to = ChoiceField("to_worker", "Move to…", [("", "Choose an adviser")])
        self.move_button = QPushButton("Move them")
        self.keep = QPushButton("Leave them where they are")
        self.pin = QPushButton("Pin them to their adviser…")
        self._of_the_line: tuple[QWidget, ...] = (
            *(self.name, self.why, self.to, self.move_button, self.keep, self.pin),
        )
        whole = (self.says, self.problem, self.apply, self.throw, self.cover, self.anew)
        for part in (*whole, *self._of_the_line):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.apply.clicked.connect(self.applied)
        self.throw.clicked.connect(self.thrown_away)
        self.cover.clicked.connect(self.covered)
        self.anew.clicked.connect(self.asked_anew)
        self.move_button.clicked.connect(self._on_move)
        self.keep.clicked.connect(self.kept)
        self.pin.clicked.connect(self.pinned)
        self.setFocusProxy(self.apply)

    def show_whole(self, heading: str, says: str, problem: str, *, may_cover: bool) -> None:
        """What the proposal comes to; a problem stands in the way of applying it."""
        self.heading.setText(heading)
        self.says.setText(says)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.apply.setEnabled(not problem)
        self.cover.setVisible(may_cover)

    def show_line(
        self, name: str, why: str, options: list[Option], to: str, *, may_stay: bool, may_pin: bool
    ) -> None:
        """One person: why they go there, and who else there is."""
        self.name.setText(name)
        self.why.setText(why)
        self.to.set_options([("", "Choose an adviser"), *options])
        self.to.set_value(to)
        for part in self._of_the_line:
            part.show()
        self.keep.setVisible(may_stay)
        self.pin.setVisible(may_pin)

    def show_nobody(self) -> None:
        """No line is chosen."""
        for part in self._of_the_line:
            part.hide()

    def _on_move(self) -> None:
        if self.to.value():
            self.moved.emit(self.to.value())
