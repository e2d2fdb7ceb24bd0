"""Who is the call about? Two letters, then the brief is one press away and a message is written."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from carelink.cover.covering import say_stand
from carelink.errors import Refused, StoreTrouble
from carelink.facts import Message
from carelink.names import kept_apart
from carelink.said import worker_told_apart
from db.covering import take_message, take_message_back
from ui.desk import Desk
from ui.drafting import Drafting, with_draft
from ui.fields import ChoiceField, TextField
from ui.labels import label
from ui.look.tokens import SPACE_12, SPACE_16
from ui.person_bar import PersonBar
from ui.person_field import PersonField
from ui.small_form import SmallForm
from ui.standing_in import stand_today
from ui.worker_options import worker_options

_URGENT = (("yes", "Urgent"), ("no", "Can wait"))
_NOBODY = "Whoever is their adviser"
# What a message that is begun is kept under; the window knows by it where to go on.
_DRAFTS = "message"


class CallPane(QScrollArea):
    """`brief_asked`, `person_opened` fire with their id; `said` and `offered` are the page's."""

    brief_asked = Signal(str)
    person_opened = Signal(str)
    said = Signal(str)
    offered = Signal(str, str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.person_id = ""
        self.who = PersonField(desk.people, "Who is it about?")
        self.bar = PersonBar()
        self.brief_button = QPushButton("Brief")
        self.open_button = QPushButton("Open the file")
        self.away = label("", "strong")
        self.message = SmallForm(
            "Take a message",
            "Save the message",
            [
                TextField("caller", "Who is ringing?", "The young person, or somebody for them"),
                TextField("words", "What do they say?", lines=3),
                ChoiceField("worker_id", "For whom?", [("", _NOBODY)]),
                ChoiceField("urgent", "How soon?", _URGENT, across=2),
            ],
        )
        self.drafting = Drafting(desk, _DRAFTS, self)
        self._filling = False
        self._known = QWidget()
        self._lay_out()
        self.who.picked.connect(self.show_person)
        self.brief_button.clicked.connect(self._ask_brief)
        self.open_button.clicked.connect(self._open)
        self.message.asked.connect(self._save)
        self.message.closed.connect(self.start_anew)
        self.drafting.troubled.connect(self.said)
        for field in self.message.fields:
            field.changed.connect(self._on_typed)

    def show_person(self, person_id: str) -> None:
        """Turn to this person: who is here for them, and a message about them, begun or empty."""
        self.person_id = person_id
        self.refresh()
        draft = self.drafting.waiting_for(person_id)
        self.drafting.begin(draft)
        held = draft.content if draft else {}
        self._filling = True
        self.message.start("", {"worker_id": self._adviser_id(), "urgent": "no", **held})
        self._filling = False
        self._known.show()

    def refresh(self) -> None:
        """Say anew who is here for them; what is being typed stays."""
        if not self.person_id:
            return
        case = self.desk.case(self.person_id)
        self.bar.show_case(case, self.desk)
        options = worker_options(self.desk.workers(), self.desk.day, _NOBODY)
        asked: Any = self.message.fields[2]
        self._filling = True
        asked.set_options(options)
        self._filling = False
        self.away.setText(self._say_away())

    def start_anew(self) -> None:
        """The call is over: what was begun is kept, and stands there again with the person."""
        self.drafting.begin(None)
        self.person_id = ""
        self._known.hide()
        self.who.set_person(None)
        self.who.setFocus()

    def step_back(self) -> bool:
        """Esc: nobody is chosen any more; False where nobody was."""
        if not self.person_id:
            return False
        self.start_anew()
        return True

    def _on_typed(self) -> None:
        """Kept from the first letter; with no words left there is nothing to keep."""
        if self._filling or not self.person_id:
            return
        held: dict[str, Any] = {field.name: field for field in self.message.fields}
        content = {name: field.value() for name, field in held.items()}
        begun = content["caller"] or content["words"]
        self.drafting.write(self.person_id, content if begun else {})

    def _adviser_id(self) -> str:
        held = self.desk.case(self.person_id).adviser_on(self.desk.day)
        return held.worker_id if held else ""

    def _say_away(self) -> str:
        """Whether their adviser is here, and who is in their place until when."""
        adviser = self._adviser_id()
        workers = self.desk.workers()
        stand = stand_today(self.desk, adviser)
        if not adviser or stand is None:
            return "They have no personal adviser. The message waits with all of those."
        name = kept_apart(worker_told_apart(adviser, workers))
        says = say_stand(stand, workers)
        return f"{name}: {says}." if says else f"{name} is here, as far as is recorded."

    def _save(self, values: dict[str, Any]) -> None:
        person_id = self.person_id
        urgent = {"yes": True, "no": False}.get(values.pop("urgent"))
        message = Message("", person_id, urgent=urgent, **values)
        try:
            draft_id = self.drafting.draft_id
            taking = with_draft(take_message, draft_id)
            message_id = self.desk.do(taking, message, about=person_id, team=True)
        except Refused as refused:
            self.message.show_problems(refused.problems)
            return
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))
            return
        says = self._say_saved(message)
        self.drafting.forget()
        self.start_anew()

        def undo() -> None:
            self.desk.do(take_message_back, message_id, about=person_id, team=True)

        self.offered.emit(says, "Undo", undo)

    def _say_saved(self, message: Message) -> str:
        """For whom it waits now."""
        stand = stand_today(self.desk, message.worker_id) if message.worker_id else None
        if stand is None:
            return "The message is saved, for whoever is their adviser."
        workers = self.desk.workers()
        name = kept_apart(worker_told_apart(message.worker_id, workers))
        if stand.covered:
            here = kept_apart(worker_told_apart(stand.here, workers))
            return f"The message is saved for {name}; {here} has it meanwhile."
        if stand.gap:
            return f"The message is saved for {name}, who is away, and nobody stands in."
        return f"The message is saved for {name}."

    def _ask_brief(self) -> None:
        self.brief_asked.emit(self.person_id)

    def _open(self) -> None:
        self.person_opened.emit(self.person_id)

    def _lay_out(self) -> None:
        self.setObjectName("clear")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.brief_button.setToolTip("What to know before talking to them (B)")
        self.bar.add_button(self.brief_button)
        self.bar.add_button(self.open_button)
        known = QVBoxLayout(self._known)
        known.setContentsMargins(0, 0, 0, 0)
        known.setSpacing(SPACE_12)
        for part in (self.bar, self.away, self.message):
            known.addWidget(part)
        inner = QWidget()
        inner.setObjectName("page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_16)
        column.addWidget(self.who)
        column.addWidget(self._known)
        column.addStretch(1)
        self._known.hide()
        self.setWidget(inner)
        self.setFocusProxy(self.who)
