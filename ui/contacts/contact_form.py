"""Record a contact: what is typed is kept as a draft, and saving says what the note answered."""

from datetime import date, timedelta
from functools import partial
from uuid import uuid4

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from carelink.case import CaseFile
from carelink.dates import show
from carelink.errors import Problem, Refused, StoreTrouble
from carelink.facts import Person
from carelink.names import kept_apart
from carelink.receipt import say_receipt
from db.drafts import Draft
from ui.contacts.answers import Answers, as_draft, from_draft
from ui.contacts.note_of import Written, note_of
from ui.contacts.note_pane import NotePane
from ui.contacts.receipt_view import ReceiptView
from ui.contacts.saving import FORM, Saved, save_note, take_back
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.drafting import Drafting, say_when
from ui.page import Page

# Within eight weeks there is to be another: the day before they end is offered.
_NEXT = timedelta(days=55)
_KEPT = "What you type is kept from the first letter. Ctrl Enter saves."
_WAITING_SHOWN = 3


class ContactForm(Page):
    """The two-minute note; `start` asks about somebody, or about whoever is chosen in it."""

    title = "Record a contact"

    def __init__(self, desk: Desk, signals: DeskSignals, parent: QWidget | None = None) -> None:
        super().__init__(desk, signals, parent)
        self.setObjectName("page")
        self._about = self._was_about = ""
        self._saved: Saved | None = None
        self._titles = {rule.duty: rule.title for rule in desk.rulebook.rules}
        self.drafting = Drafting(desk, FORM, self)
        self.pane = NotePane(desk.people, self._today)
        self.pane.note.heed(desk.wording)
        self.receipt = ReceiptView()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pane)
        self._stack.addWidget(self.receipt)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.pane.changed.connect(self._on_changed)
        self.pane.save_asked.connect(self.save)
        self.drafting.troubled.connect(self.said)
        self.receipt.opened.connect(self._open)
        self.receipt.another.connect(self._another)
        self.receipt.undone.connect(self._undo_shown)
        self._load("", None)

    def start(self, person_id: str) -> None:
        """Ask about this person; what was being typed about another is kept as a draft."""
        if self._is_asking() and self.drafting.draft_id and person_id in ("", self._about):
            return
        self.drafting.begin(None)
        self._load(person_id, self.drafting.waiting_for(person_id))
        if not person_id:
            self._tell_waiting()

    def save(self) -> None:
        """Save the note, or show what is to be put right beside each field."""
        self.drafting.flush()
        try:
            note = note_of(self.pane.note.answers(), self._case(), self._written())
            saved = save_note(self.desk, note, self.drafting.draft_id, self._typed())
        except Refused as refused:
            self._show_problems(refused)
        except StoreTrouble as trouble:
            self.said.emit(f"The contact is not saved; it is kept as a draft. {trouble}")
        else:
            self._on_saved(saved)

    def refresh(self) -> None:
        self.sum_said.emit(_KEPT if self._is_asking() else "")
        self.pane.show_about(self._about, self.desk)

    def concerns(self, person_id: str) -> bool:
        return person_id == self._about

    def person_in_view(self) -> str:
        return self._about if self._is_asking() or not self._saved else self._saved.person_id

    def keep_drafts(self) -> None:
        self.drafting.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        self.drafting.flush()
        super().hideEvent(event)

    def _load(self, person_id: str, draft: Draft | None) -> None:
        """Begin with the draft, or with an empty note: nothing of the last one remains."""
        answers = self._at_first(person_id)
        if draft is not None:
            answers = from_draft(draft.content)._replace(person_id=person_id)
        self._about = self._was_about = person_id
        self.drafting.begin(draft)
        self.pane.show_answers(answers, self._person(person_id))
        self.pane.show_about(person_id, self.desk)
        if draft is not None:
            when = say_when(draft.saved_at, self.desk.day)
            self.pane.notice.say(f"A draft from {when}.", ("Start afresh", self._start_afresh))
        self._show(self.pane)

    def _show(self, side: QWidget) -> None:
        self._stack.setCurrentWidget(side)
        self.setFocusProxy(side)
        self.refresh()

    def _at_first(self, person_id: str) -> Answers:
        day = self.desk.day
        return Answers(person_id=person_id, on=show(day), next_on=show(day + _NEXT))

    def _on_changed(self) -> None:
        answers = self.pane.note.answers()
        if answers.person_id != self._about and not self._turn_to(answers.person_id):
            return
        self.drafting.write(self._about, self._typed())

    def _turn_to(self, person_id: str) -> bool:
        """Another is chosen in the form; whether what stands in it stays, now about them."""
        self._about = person_id
        typed = self._typed()
        if person_id and not typed:
            self.start(person_id)
            return False
        if person_id and self._was_about and person_id != self._was_about:
            now, was = self._name(person_id), self._name(self._was_about)
            self.pane.notice.say(f"What you have typed is now about {now}, not about {was}.")
        self._was_about = person_id or self._was_about
        self.pane.show_about(person_id, self.desk)
        return True

    def _tell_waiting(self) -> None:
        waiting = [draft for draft in self.drafting.waiting() if draft.person_id]
        if not waiting or self.drafting.draft_id:
            return
        acts = [
            (f"{self._name(draft.person_id)}, {say_when(draft.saved_at, self.desk.day)}", go)
            for draft in waiting[:_WAITING_SHOWN]
            for go in [partial(self.start, draft.person_id)]
        ]
        self.pane.notice.say("Not finished yet:", *acts)

    def _start_afresh(self) -> None:
        draft = self.drafting.throw_away()
        self._load(self._about, None)
        self.setFocus()
        if draft is not None:
            self.offered.emit("The draft is thrown away.", "Undo", partial(self._have_back, draft))

    def _have_back(self, draft: Draft) -> None:
        self.drafting.begin(None)
        self.drafting.take_up(draft)
        self._load(draft.person_id, draft)

    def _show_problems(self, refused: Refused) -> None:
        problems = list(refused.problems)
        if not self._about:
            problems.insert(0, Problem("person_id", "Choose whom this is about."))
        self.pane.show_problems(problems)

    def _on_saved(self, saved: Saved) -> None:
        self._saved = saved
        self.drafting.forget()
        self._load("", None)
        name = self._name(saved.person_id)
        self.receipt.show_receipt(name, saved.receipt, self._titles)
        self._show(self.receipt)
        self.setFocus()
        says = say_receipt(saved.receipt, self._titles)
        self.offered.emit(says, "Undo", partial(self._undo, saved))

    def _undo_shown(self) -> None:
        if self._saved is not None:
            self._undo(self._saved)

    def _undo(self, saved: Saved) -> None:
        """Take the note back; where its receipt still stands, what was typed comes back too."""
        try:
            take_back(self.desk, saved)
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))
            return
        self.said.emit("Taken back. What you had typed is kept as a draft.")
        if not self._is_asking() and self._saved is saved:
            self.start(saved.person_id)
            self.setFocus()

    def _open(self) -> None:
        if self._saved is not None:
            self.person_opened.emit(self._saved.person_id)

    def _another(self) -> None:
        self.start("")
        self.setFocus()

    def _is_asking(self) -> bool:
        return self._stack.currentWidget() is self.pane

    def _typed(self) -> dict[str, str]:
        at_first = self._at_first(self._about)
        return as_draft(self.pane.note.answers(), at_first, self.desk.day)

    def _written(self) -> Written:
        return Written(self.desk.user.worker_id, self.desk.day, _new_id)

    def _case(self) -> CaseFile:
        return self.desk.case(self._about) if self._about else CaseFile(Person(""))

    def _person(self, person_id: str) -> Person | None:
        return self.desk.case(person_id).person if person_id else None

    def _name(self, person_id: str) -> str:
        return kept_apart(self.desk.case(person_id).person.name)

    def _today(self) -> date:
        return self.desk.day


def _new_id() -> str:
    return uuid4().hex
