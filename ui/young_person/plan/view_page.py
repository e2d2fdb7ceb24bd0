"""What do they think of the plan, how did they take part, and what is still to be said?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from carelink.case import CaseFile
from carelink.errors import Problem
from carelink.facts import PlanVersion
from carelink.plan.gaps import Gap, gaps_of
from carelink.plan.matters import MATTERS
from carelink.plan.version import WholeVersion, held_on, is_review
from carelink.plan.words import AGREEMENT_LABELS, CHOSE_NOT_TO, TOOK_PART_LABELS
from ui.fields import ChoiceField, DateField, Field, TextField, show_problems
from ui.labels import label
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from ui.side_by_side import SideBySide

_NOT_YET = "not_yet"
_HOW = [*TOOK_PART_LABELS.items(), (_NOT_YET, "Not yet")]


class ViewPage(QWidget):
    """`changed` fires at every letter, `matter_asked(key, field)` for a gap, `send_asked`."""

    changed = Signal()
    matter_asked = Signal(str, str)
    send_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._filling = False
        self._started: dict[str, str] = {}
        self._ways: dict[QObject, Gap] = {}
        self.took_part = ChoiceField("took_part", "How did they take part?", _HOW, across=6)
        self.took_part_how = TextField("took_part_how", "How was it done?", "Where, who, how")
        self.no_part_why = TextField("no_part_why", "Why not, as far as you know?", lines=2)
        self.others = TextField("others_took_part", "Who else took part?")
        self.agreement = ChoiceField(
            "agreement", "Do they agree?", list(AGREEMENT_LABELS.items()), across=3
        )
        self.agreement_words = TextField("agreement_words", "In their own words", lines=3)
        self.held_on = DateField("held_on", "When was the review held?", today)
        self.general = label("", "problem")
        self.send = QPushButton("Send to the manager")
        self._left = label("", "quiet")
        self._links = QVBoxLayout()
        self._links.setSpacing(SPACE_4)
        self._lay_out()
        self._connect()

    @property
    def fields(self) -> tuple[Field, ...]:
        return (
            self.took_part,
            self.no_part_why,
            self.took_part_how,
            self.others,
            self.agreement,
            self.agreement_words,
            self.held_on,
        )

    def show_version(self, case: CaseFile, whole: WholeVersion, day: date) -> None:
        """Show this version's own facts; what was typed is replaced."""
        self._filling = True
        version = whole.version
        for field in self.fields:
            if field.name not in ("held_on", "took_part"):
                field.set_typed(getattr(version, field.name))
            field.show_problem("")
        not_yet = _NOT_YET if version.no_part_why else ""
        self.took_part.set_value(version.took_part or not_yet)
        reviewed = is_review(case, whole)
        self.held_on.setVisible(reviewed)
        self.held_on.set_value((held_on(case, version) or day) if reviewed else None)
        self.general.hide()
        self._filling = False
        self._started = self._held()
        self._show_what_is_asked()
        self.show_gaps(case, whole, day)

    def show_gaps(self, case: CaseFile, whole: WholeVersion, day: date) -> None:
        """What is still to be said in the matters, each a way to its place."""
        while (item := self._links.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._ways = {}
        gaps = [gap for gap in gaps_of(case, whole, day) if gap.matter]
        for key in dict.fromkeys(gap.matter for gap in gaps):
            here = [gap for gap in gaps if gap.matter == key]
            button = QPushButton(MATTERS[key].question)
            button.setObjectName("link")
            button.clicked.connect(self._on_way)
            self._ways[button] = here[0]
            self._links.addWidget(button)
            self._links.addWidget(label(" ".join(gap.says for gap in here), "small"))
        must = sum(gap.must for gap in gaps)
        rest = len(gaps) - must
        waits = f"Before it can go: {must}." if must else "Nothing in the matters stops it going."
        self._left.setText(waits + (f" Would be good to have: {rest}." if rest else ""))

    def version(self, before: PlanVersion) -> PlanVersion:
        """The version with what stands in the fields."""
        took = self.took_part.value()
        return before._replace(
            took_part="" if took == _NOT_YET else took,
            took_part_how=self.took_part_how.value(),
            others_took_part=self.others.value(),
            no_part_why=self.no_part_why.value() if took in (_NOT_YET, CHOSE_NOT_TO) else "",
            agreement=self.agreement.value(),
            agreement_words=self.agreement_words.value(),
        )

    @property
    def day_held(self) -> date | None:
        """The day the review was held; None for a first version."""
        return None if self.held_on.isHidden() else self.held_on.value()

    def not_understood(self) -> list[Problem]:
        """What was typed as a day and is none, and a reason that is asked for."""
        found = self.held_on.not_understood()
        return [found] if found else []

    @property
    def started(self) -> dict[str, str]:
        """The fields as they were read when the page was shown."""
        return self._started

    @property
    def was_touched(self) -> bool:
        """Whether anything differs from how the page began."""
        return self._held() != self._started

    def typed(self) -> dict[str, str]:
        """What a draft keeps; nothing while nothing was touched."""
        return self._held() if self.was_touched else {}

    def put_back(self, content: Mapping[str, str]) -> None:
        """What a draft kept."""
        self._filling = True
        for field in self.fields:
            if field.name in content:
                field.set_typed(content[field.name])
        self._filling = False
        self._show_what_is_asked()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each beside its field, the rest above the button."""
        named = [problem._replace(field=problem.field.lstrip(".")) for problem in problems]
        rest = show_problems(self.fields, named)
        self.general.setText(rest)
        self.general.setVisible(bool(rest))

    def links(self) -> list[QPushButton]:
        """The ways to what is still to be said, in order."""
        return [button for button in self._ways if isinstance(button, QPushButton)]

    def _held(self) -> dict[str, str]:
        return {field.name: field.typed for field in self.fields}

    def _on_way(self) -> None:
        gap = self._ways[self.sender()]
        self.matter_asked.emit(gap.matter, gap.field)

    def _on_changed(self) -> None:
        if not self._filling:
            self._show_what_is_asked()
            self.changed.emit()

    def _show_what_is_asked(self) -> None:
        took = self.took_part.value()
        self.no_part_why.setVisible(took in (_NOT_YET, CHOSE_NOT_TO))
        self.took_part_how.setVisible(took not in ("", _NOT_YET, CHOSE_NOT_TO))

    def _connect(self) -> None:
        self.send.clicked.connect(self.send_asked)
        for field in self.fields:
            field.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        self.send.setObjectName("main")
        self.general.hide()
        theirs = _card("Their view", *self.fields)
        gaps = _card("Still to be said", self._left)
        held = gaps.layout()
        assert isinstance(held, QVBoxLayout)
        held.addLayout(self._links)
        held.addWidget(self.general)
        held.addWidget(self.send)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_12)
        whole.addWidget(label("What do I think of my plan?", "heading"))
        whole.addWidget(SideBySide((theirs, gaps), at_least=340))
        whole.addStretch(1)


def _card(title: str, *widgets: QWidget) -> QFrame:
    frame = QFrame()
    frame.setObjectName("card")
    frame.setAccessibleName(title)
    column = QVBoxLayout(frame)
    column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
    column.setSpacing(SPACE_8)
    column.addWidget(label(title, "heading"))
    for widget in widgets:
        column.addWidget(widget)
    return frame
