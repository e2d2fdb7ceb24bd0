"""How is one fact of the file asked for? Its fields in one scroll, kept from the first letter."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.errors import ChangedMeanwhile, Problem, Refused, StoreTrouble
from carelink.facts import KINDS
from db.one_fact import Check
from ui.desk import Desk
from ui.drafting import Drafting, say_when, with_draft
from ui.fields import Field, TextField, show_problems
from ui.held import Known
from ui.keys import CTRL_ENTER, within
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.notice import Notice
from ui.young_person.fact_fields import FactFields
from ui.young_person.gesture import Gesture, changing, recording
from ui.young_person.meanwhile import MeanwhilePanel

# Fields that hold what the young person said, or a name: no word of these is ours to choose.
THEIR_OWN = frozenset(
    {
        *("words", "said", "about_me", "agreement_words", "outcome_words", "views"),
        *("known_as", "legal_name", "previous_names", "name", "phone", "pronouns", "gender"),
    }
)


class FactForm(QWidget):
    """A form for one fact. Say its `kind`, `check` and words, and override `make_fields`.

    Each field bears the name of a field of the fact. `start` fills it for a person; with a fact
    it changes that one. `saved(says, undo)` fires when it is kept, `undo` taking it back (None
    where it cannot be); `closed` when it is left: what was typed stays as a draft.
    A form whose saving does more than record one fact overrides `gesture`.
    """

    saved = Signal(str, object)
    closed = Signal()
    said = Signal(str)

    kind = ""
    title = ""
    title_of_change = ""
    save_word = "Save"
    says_saved = "Saved."
    check: ClassVar[Check]

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.desk = desk
        self.known: Known | None = None
        self.before: Any = None
        self._filling = False
        self.drafting = Drafting(desk, self.kind, self)
        self.heading = label(self.title, "heading")
        self.notice = Notice()
        self.meanwhile = MeanwhilePanel(self._take_theirs)
        self.general = label("", "problem")
        self.fields: tuple[Field, ...] = tuple(self.make_fields())
        self._held = FactFields(self.fields)
        self.save_button = QPushButton(self.save_word)
        self.close_button = QPushButton("Close")
        self._lay_out()
        self._connect()

    # For each form to say

    def make_fields(self) -> Sequence[Field]:
        """The fields in their order, each named as the fact's own field."""
        raise NotImplementedError

    def prepare(self) -> None:
        """The person has changed: fit options and hints to them; nothing is filled in yet."""

    def usual(self, name: str) -> Any:
        """What a field begins with where the fact says nothing: today's date, say."""
        return None

    def new_fact(self, values: dict[str, Any]) -> Any:
        """The fact that these values make."""
        make: Any = KINDS[self.kind].fact
        return make(**{KINDS[self.kind].key: "", "person_id": self.person_id, **values})

    def gesture(self, values: dict[str, Any]) -> Gesture:
        """What saving does. Raises: Refused for what the fields alone can tell."""
        check = type(self).check
        if self.before is not None:
            after = self.before._replace(**values)
            return changing(self.kind, self.before, after, check, self.says_saved)
        return recording(self.kind, self.new_fact(values), check, self.says_saved)

    def says_after(self, answer: Any) -> str:
        """What is said once it is kept, where that is only known then; else empty."""
        return ""

    # What the page does with it

    @property
    def person_id(self) -> str:
        return self.known.case.person.person_id if self.known else ""

    def today(self) -> date:
        """The desk's day, for date fields."""
        return self.desk.day

    def start(self, known: Known, fact: Any = None) -> None:
        """Begin for this person, empty or with a fact to change; a draft left is taken up."""
        self.known, self.before = known, fact
        self.save_button.setEnabled(True)
        changes = fact is not None and bool(self.title_of_change)
        self.heading.setText(self.title_of_change if changes else self.title)
        self.drafting.turn_to(self.draft_name(fact))
        self._fill(fact)
        draft = self.drafting.waiting_for(self.person_id)
        self.drafting.begin(draft)
        if draft is not None:
            self._put_back(draft.content)
            self.meanwhile.show_differences(self._held.changed_since(draft.content, self.before))
            when = say_when(draft.saved_at, self.desk.day)
            self.notice.say(
                f"This was left unfinished, last typed {when}.",
                ("Throw it away", self.throw_away),
            )

    def draft_name(self, fact: Any) -> str:
        """The name its drafts are kept under: each fact that is changed has its own."""
        return f"{self.kind} {getattr(fact, KINDS[self.kind].key)}" if fact else self.kind

    def values(self) -> dict[str, Any]:
        """What the fields mean, by the fact's own field names and in its types."""
        return self._held.values(self.kind)

    def save(self) -> None:
        """Check and keep it; what is wrong is shown beside its field and nothing is kept."""
        if not self.save_button.isEnabled():
            return  # the second press of a double click: it is kept already
        wrong = [problem for field in self.fields if (problem := field.not_understood())]
        if wrong:
            self.show_problems(wrong)
            return
        try:
            gesture = self.gesture(self.values())
            answer = self.desk.do(
                with_draft(gesture.verb, self.drafting.draft_id),
                *gesture.args,
                about=self.person_id,
            )
        except Refused as refused:
            self.show_problems(refused.problems)
        except ChangedMeanwhile as changed:
            self._show_both(changed)
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))
        else:
            self.save_button.setEnabled(False)
            self.drafting.forget()
            says = self.says_after(answer) or gesture.says
            self.saved.emit(says, gesture.way_back(answer))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each beside its field, the rest above the button."""
        rest = show_problems(self.fields, problems)
        self.general.setText(rest)
        self.general.setVisible(bool(rest))

    def keep_draft(self) -> None:
        """Keep now what is being typed."""
        self.drafting.flush()

    def throw_away(self) -> None:
        """Let the draft go and begin again."""
        self.drafting.throw_away()
        self.notice.clear()
        self._fill(self.before)
        self.drafting.begin(None)

    def leave(self) -> None:
        """Close; what was typed stays as a draft."""
        self.keep_draft()
        self.closed.emit()

    # Within

    def _fill(self, fact: Any) -> None:
        self._filling = True
        self.prepare()
        self.notice.clear()
        self.meanwhile.clear()
        self.show_problems(())
        self._held.fill(fact, self.usual)
        self._filling = False
        self._held.begin()

    def _put_back(self, content: Any) -> None:
        self._filling = True
        self._held.put_back(content)
        self._filling = False

    def _on_changed(self) -> None:
        if not self._filling and self.known is not None:
            held = self._held.to_keep(of_change=self.before is not None)
            self.drafting.write(self.person_id, held)

    def _show_both(self, changed: ChangedMeanwhile) -> None:
        """Ours stays in the fields we touched; theirs comes in where we touched nothing."""
        if changed.now is None:
            self.said.emit(str(changed))
            return
        differences = self._held.take_in(self.before, changed.now)
        self.before = changed.now
        self.meanwhile.show_differences(differences)
        if not differences:
            self.notice.say("Someone else changed this meanwhile; theirs is taken in. Save again.")

    def _take_theirs(self, name: str) -> None:
        self._held.take(name, self.before)

    def _lay_out(self) -> None:
        self.save_button.setObjectName("main")
        self.save_button.setToolTip(f"{self.save_word} (Ctrl Enter)")
        self.close_button.setToolTip("What you typed is kept as a draft (Esc)")
        self.general.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_8, SPACE_12, SPACE_16)
        column.setSpacing(SPACE_12)
        for above in (self.heading, self.notice, self.meanwhile):
            column.addWidget(above)
        for field in self.fields:
            column.addWidget(field)
            if isinstance(field, TextField) and field.name not in THEIR_OWN:
                field.heed(self.desk.wording)
        column.addWidget(self.general)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(self.save_button)
        row.addWidget(self.close_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.setFocusProxy(self.fields[0])

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.leave)
        self.drafting.troubled.connect(self.said)
        for field in self.fields:
            field.changed.connect(self._on_changed)
        within(self, self.save, *CTRL_ENTER)
