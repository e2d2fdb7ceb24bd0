"""How does the plan stand, and what is to be done with it next? The first card of the section."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.case import CaseFile, has_died
from carelink.dates import show
from carelink.duties.duty import Duty
from carelink.plan.gaps import say_complete, took_part
from carelink.plan.version import (
    current_version,
    open_version,
    running_plan,
    say_version,
    versions_of,
)
from carelink.plan.words import VersionState
from carelink.words import State
from ui.held import Known
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.marks import Mark
from ui.side_by_side import SideBySide
from ui.young_person.plan.said import say_state, say_their_part, sentences, state_mark

_WORDS = {
    "write": "Begin a review",
    "read": "Read it",
    "copy": "They have their copy…",
    "since": "Since last time…",
    "invite": "Invitation…",
    "asked": "A review is asked for…",
    "often": "How often we keep in touch…",
    "assessed": "Needs were assessed…",
    "drop": "Throw the draft away",
}


class StateCard(QFrame):
    """`asked(name)` fires for a button: its name in `_WORDS`."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName("The pathway plan")
        self._mark = Mark()
        self._stands = label("", "strong")
        self._lines = label()
        self._buttons = {name: QPushButton(word) for name, word in _WORDS.items()}
        for button in self._buttons.values():
            button.clicked.connect(self._on_pressed)
        self._buttons["write"].setObjectName("main")
        stands = QHBoxLayout()
        stands.setSpacing(SPACE_8)
        stands.addWidget(self._mark)
        stands.addWidget(self._stands, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addWidget(label("The pathway plan", "heading"))
        column.addLayout(stands)
        column.addWidget(self._lines)
        rooms = [button.sizeHint().width() + SPACE_16 for button in self._buttons.values()]
        buttons = list(self._buttons.values())
        column.addWidget(SideBySide(buttons[:3], rooms[:3], gap=SPACE_8, fill=False))
        column.addWidget(SideBySide(buttons[3:], rooms[3:], gap=SPACE_8, fill=False))

    def button(self, name: str) -> QPushButton:
        """The button of this name."""
        return self._buttons[name]

    def take_keyboard(self) -> None:
        """The keyboard to the first button that is in sight."""
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        if shown:
            shown[0].setFocus()

    def show_case(self, known: Known, day: date, *, manages: bool) -> None:
        """Show how this person's plan stands."""
        case = known.case
        versions = versions_of(case)
        latest = versions[-1] if versions else None
        self._mark.state = state_mark(latest) if latest else _no_version(known, day)
        self._mark.update()
        if latest is not None:
            self._stands.setText(f"{say_version(latest)}. {say_state(case, latest)}.")
        else:
            self._stands.setText(_say_no_version(known, day))
        self._lines.setText("\n".join(_lines(known, day)))
        self._show_buttons(case, day, manages)

    def _show_buttons(self, case: CaseFile, day: date, manages: bool) -> None:
        being, current = open_version(case), current_version(case)
        plan, alive = running_plan(case, day), not has_died(case.person)
        sent = being is not None and being.state is VersionState.SENT
        approved = plan is not None and bool(plan.approved_on or current)
        going_on = being is not None and not sent
        word = "Go on writing" if going_on else "Begin a review" if approved else "Begin the plan"
        self._buttons["write"].setText(word)
        self._buttons["read"].setText("Read and approve" if sent and manages else "Read it")
        shown = {
            "write": alive and not sent,
            "read": bool(case.plan_versions),
            "copy": alive and current is not None and current.version.copy_given_on is None,
            "since": alive and approved,
            "invite": alive and approved,
            "asked": alive and approved,
            "often": alive and approved,
            "assessed": alive and not approved,
            "drop": being is not None and being.version.sent_on is None,
        }
        for name, button in self._buttons.items():
            button.setVisible(shown[name])

    def _on_pressed(self) -> None:
        pressed = self.sender()
        self.asked.emit(next(name for name, held in self._buttons.items() if held is pressed))


def _lines(known: Known, day: date) -> list[str]:
    case = known.case
    versions = versions_of(case)
    lines = []
    if versions:
        latest = versions[-1]
        told = took_part(latest) or latest.version.no_part_why
        theirs = say_their_part(latest) if told else ""
        lines.append(sentences(say_complete(case, latest, day), theirs))
        if latest.version.returned_why and latest.version.approved_on is None:
            lines.append(f"The manager's comment: “{latest.version.returned_why}”")
        current = current_version(case)
        if current is not None and current is not latest:
            lines.append(f"Until it is approved, version {current.number} holds.")
        if current is not None and current.version.copy_given_on is None:
            lines.append("We have not given them their copy yet.")
    plan = running_plan(case, day)
    if plan is not None and plan.contact_every_days:
        lines.append(f"Agreed: in touch at least every {plan.contact_every_days} days.")
    waits = _say_assessed(case, day) if is_owed(known) else ""
    lines += [waits, _say_next(known.duties)]
    return [line for line in lines if line]


def _say_assessed(case: CaseFile, day: date) -> str:
    """What a first plan waits for; nothing once a plan is approved."""
    plan = running_plan(case, day)
    if has_died(case.person) or (plan is not None and (plan.approved_on or current_version(case))):
        return ""
    if not case.needs_assessed:
        return "No needs assessment is recorded; it comes before the first plan is approved."
    return f"Needs assessed on {show(case.needs_assessed[-1])}."


def _say_next(duties: Collection[Duty]) -> str:
    """When the next review is due, as what is due has it."""
    due = next((duty for duty in duties if duty.duty == "pathway_review_6m"), None)
    if due is None or due.due_on is None:
        return ""
    late = due.state in (State.OVERDUE, State.NEVER)
    return f"The next review {'was' if late else 'is'} due by {show(due.due_on)}."


def is_owed(known: Known) -> bool:
    """Whether a plan is owed to them at all; one begun already is gone on with in any case."""
    duty = next((d for d in known.duties if d.duty == "pathway_plan_in_place"), None)
    owed = duty is not None and duty.state is not State.NOT_REQUIRED
    return owed or bool(known.case.plan_versions)


def _no_version(known: Known, day: date) -> State:
    if running_plan(known.case, day):
        return State.NO_DATE
    return State.NEVER if is_owed(known) else State.NOT_REQUIRED


def _say_no_version(known: Known, day: date) -> str:
    case, plan = known.case, running_plan(known.case, day)
    if plan is None and not is_owed(known) and not case.plans:
        return "No pathway plan is recorded; none is owed with this status."
    if plan is None:
        ended = max((held.ended_on for held in case.plans if held.ended_on), default=None)
        return f"The plan ended on {show(ended)}." if ended else "No pathway plan is recorded."
    on = plan.approved_on or plan.started_on
    dated = f" of {show(on)}" if on else ", its date not recorded,"
    return f"There is a plan{dated} of which CareLink holds the dates alone."
