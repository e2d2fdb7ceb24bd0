"""One meeting: its list with what is carried, the panel of the chosen line, and what is typed."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from carelink.meetings.pack import Carried, Pack
from carelink.said import worker_told_apart
from ui.desk import Desk
from ui.keys import CTRL_ENTER, within
from ui.lines import LinesView, ListLine
from ui.meetings.actions_panel import ActionsPanel
from ui.meetings.carried_panel import CarriedPanel
from ui.meetings.decided_before import decided_before
from ui.meetings.hold_panel import HoldPanel
from ui.meetings.meeting_lines import (
    ACTIONS,
    CARRIED,
    HOLD,
    ROW,
    pack_lines,
    say_how_many,
)
from ui.meetings.minutes import Typed, TypedMinutes
from ui.meetings.panel import MeetingPanel, SaysPanel
from ui.meetings.person_panel import PersonPanel
from ui.two_panes import TwoPanes

_PLAIN = Qt.KeyboardModifier.NoModifier


class PackPane(QWidget):
    """The list of one meeting beside what explains and records.

    `typed` fires when what has been typed has changed; `done_asked(carried, words)`,
    `carry_asked(carried, due_on, words)` and `held` when something is to be recorded.
    """

    typed = Signal()
    done_asked = Signal(object, str)
    carry_asked = Signal(object, object, str)
    held = Signal()
    person_opened = Signal(str)

    def __init__(
        self, kind: str, desk: Desk, *, records: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kind = kind
        self.pack: Pack | None = None
        self.minutes = TypedMinutes()
        self.recorded: Mapping[str, str] = {}
        self._records = records
        self._usual: Typed = {}
        self._marked: dict[str, str] = {}
        self._shown = ""
        self.list = _PackList("The list of this meeting")
        self.person = PersonPanel(kind, self._today, desk.wording, records=records)
        self.carried = CarriedPanel(self._today, records=records)
        self.general = ActionsPanel(self._today)
        self.hold = HoldPanel(self._today)
        self._said = SaysPanel("What this list is about")
        self._panels = QStackedWidget()
        for panel in (self._said, self.person, self.carried, self.general, self.hold):
            self._panels.addWidget(panel)
        self.panes = TwoPanes(self.list, self._panels)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self.setFocusProxy(self.list)
        self._connect()

    def show_pack(self, pack: Pack, recorded: Mapping[str, str], usual: Typed) -> None:
        """Show this pack; the chosen line stays chosen where it is still there."""
        first = self.pack is None
        self.pack, self.recorded, self._usual = pack, recorded, usual
        self._marked = {}
        was_at = self.list.currentIndex().row()
        self.show_lines()
        if first:
            self._choose_first()
        elif self.list.chosen() is None:
            at = min(max(was_at, 0), self.list.lines.rowCount() - 1)
            self.list.setCurrentIndex(self.list.lines.index(at, 0))
        self._show_chosen()

    def show_lines(self) -> None:
        """The lines as they are now that more has been typed."""
        if self.pack is not None:
            lines = pack_lines(self.pack, self.minutes, self.recorded, self._marked)
            self.list.show_lines(lines if self._records else _without_writing(lines))

    def take_up(self, minutes: TypedMinutes) -> None:
        """Go on with what was typed before, or with nothing."""
        self.minutes = minutes
        self.show_lines()
        self._show_chosen(anew=True)

    def person_in_view(self) -> str:
        """Whom the chosen line is about; empty for nobody."""
        chosen = self.list.chosen()
        return chosen.about if chosen else ""

    def step_back(self) -> bool:
        """Back to the list; False when the keyboard is there already."""
        if self.panes.panel_covers or not self.list.hasFocus():
            self.panes.ask_for_panel(False)
            self.list.setFocus()
            return True
        return False

    def show_problem_of(self, group: str) -> MeetingPanel:
        """Bring forward what a problem is about: a person, an action, or the meeting's head."""
        if group.isdigit():
            self._choose(ACTIONS)
            return self.general
        if group and self._choose_person(group):
            return self.person
        self._choose(HOLD)
        return self.hold

    def explain(self) -> None:
        """The panel of the chosen line, with the keyboard in it."""
        self.panes.ask_for_panel()
        shown = self._panels.currentWidget()
        if isinstance(shown, PersonPanel | CarriedPanel | ActionsPanel | HoldPanel):
            shown.take_keyboard()

    def mark(self, one: Carried, word: str) -> None:
        """Say of a carried action what has just been recorded; the keyboard goes on."""
        key = f"{CARRIED} {one.item_id or one.action_id}"
        self._marked[key] = word
        self.show_lines()
        ahead = self.list.lines.rows()[self.list.lines.row_of(key) + 1 :]
        still = [line for line in ahead if line.state is not None and line.word != "Done"]
        if still:
            self._choose(still[0].key)
        self.take_keyboard_back()

    def take_keyboard_back(self) -> None:
        """The keyboard is on the list again, where Ctrl Z undoes what was recorded last."""
        self.panes.ask_for_panel(False)
        self.list.setFocus()

    def next_person(self) -> None:
        """On to the next person nothing is decided about, the keyboard on the list."""
        self.show_lines()
        rows = self.list.lines.rows()
        at = self.list.currentIndex().row()
        ahead = [*rows[at + 1 :], *rows[: at + 1]]
        still = [line for line in ahead if line.key.startswith(f"{ROW} ") and self._is_open(line)]
        self._choose(still[0].key if still else HOLD)
        self.take_keyboard_back()

    def _is_open(self, line: ListLine) -> bool:
        return not self.minutes.decided(line.about) and line.about not in self.recorded

    def _today(self) -> date:
        return self.desk.day

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.list.activated.connect(self.explain)
        self.list.numbered.connect(self._on_number)
        within(self.list, self.next_person, *CTRL_ENTER)
        self.person.typed.connect(self._on_about_person)
        self.person.answered.connect(self.show_lines)
        self.person.next_asked.connect(self.next_person)
        self.person.person_opened.connect(self.person_opened)
        self.carried.done_asked.connect(self._on_done)
        self.carried.carry_asked.connect(self._on_carry)
        self.general.typed.connect(self._on_adding)
        self.general.added.connect(self._on_added)
        self.general.taken_out.connect(self._on_taken_out)
        self.hold.typed.connect(self._on_head)
        self.hold.held.connect(self.held)

    def _choose_first(self) -> None:
        """What is carried and open first, else the first person."""
        rows = self.list.lines.rows()
        found = [line for line in rows if line.state is not None]
        still = [line for line in found if line.word != "Done"]
        if still or found:
            self._choose((still or found)[0].key)

    def _choose(self, key: str) -> None:
        self.list.choose(key)
        self.list.scrollTo(self.list.currentIndex())

    def _choose_person(self, person_id: str) -> bool:
        rows = self.list.lines.rows()
        line = next((r for r in rows if r.key.startswith(ROW) and r.about == person_id), None)
        if line is not None:
            self._choose(line.key)
        return line is not None

    def _on_chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        self._show_chosen()

    def _is_being_typed(self, chosen: ListLine) -> bool:
        """Whether the panel of this very line holds what somebody is in the midst of typing."""
        shown = self._panels.currentWidget()
        kind, of = chosen.key.split(" ")[0], self._shown
        if kind == ROW:
            same = of == chosen.about and shown is self.person
            return same and bool(self.minutes.about(chosen.about))
        if of != chosen.key:
            return False
        if kind == CARRIED:
            return shown is self.carried and self.carried.is_typed
        return (kind == ACTIONS and shown is self.general) or (kind == HOLD and shown is self.hold)

    def _show_chosen(self, *, anew: bool = False) -> None:
        """Show the panel of the chosen line; what is being typed in it is left alone."""
        chosen, pack = self.list.chosen(), self.pack
        if chosen is None or pack is None:
            return
        if not anew and self._is_being_typed(chosen):
            self.hold.say_sum(say_how_many(pack, self.minutes, self.recorded))
            return
        kind = chosen.key.split(" ")[0]
        self._shown = chosen.about if kind == ROW else chosen.key
        if kind == CARRIED and (one := self._carried_of(chosen)) is not None:
            self.carried.show_carried(one)
            self._panels.setCurrentWidget(self.carried)
        elif kind == ROW:
            self._show_person(chosen)
        elif kind == ACTIONS:
            self.general.show_actions(self.minutes.actions, self.minutes.adding)
            self._panels.setCurrentWidget(self.general)
        elif kind == HOLD:
            self._show_hold(pack)
        else:
            self._say_about(pack, chosen)

    def _show_person(self, chosen: ListLine) -> None:
        assert self.pack is not None
        row = next(row for row in self.pack.rows if row.person_id == chosen.about)
        case, day = self.desk.case(row.person_id), self.desk.day
        before = decided_before(case, self.desk.of_the_team("meetings"), day)
        given = case.adviser_on(day)
        adviser = worker_told_apart(given.worker_id, self.desk.workers()) if given else ""
        self.person.show_row(self.pack, row, before, adviser)
        self.person.show_typed(self.minutes.about(row.person_id))
        self._panels.setCurrentWidget(self.person)

    def _show_hold(self, pack: Pack) -> None:
        title = f"{pack.title}: {pack.about}" if pack.about else pack.title
        says = say_how_many(pack, self.minutes, self.recorded)
        self.hold.show_head(title, says, self._usual, self.minutes.head)
        self._panels.setCurrentWidget(self.hold)

    def _say_about(self, pack: Pack, chosen: ListLine) -> None:
        self._said.show_words(chosen.title, "\n".join([pack.said, *pack.notes]))
        self._panels.setCurrentWidget(self._said)

    def _carried_of(self, chosen: ListLine) -> Carried | None:
        wanted = chosen.key.removeprefix(f"{CARRIED} ")
        listed = self.pack.carried if self.pack else ()
        return next((one for one in listed if wanted in (one.item_id, one.action_id)), None)

    def _on_number(self, number: int) -> None:
        """A number in the list: the decision it names, or Done and Carry on."""
        shown = self._panels.currentWidget()
        if not self._records:
            return
        if shown is self.person:
            self.person.choose_answer(number)
        elif shown is self.carried and number == 1:
            self.carried.mark_done()
        elif shown is self.carried and number == 2:
            self.panes.ask_for_panel()
            self.carried.due_on.setFocus()

    def _on_about_person(self, person_id: str, said: Typed) -> None:
        was = bool(self.minutes.decided(person_id))
        self.minutes.say_about(person_id, said)
        if was != bool(self.minutes.decided(person_id)):
            self.show_lines()
        self.typed.emit()

    def _on_done(self, words: str) -> None:
        chosen = self.list.chosen()
        if chosen is not None and (one := self._carried_of(chosen)) is not None:
            self.done_asked.emit(one, words)

    def _on_carry(self, due_on: object, words: str) -> None:
        chosen = self.list.chosen()
        if chosen is not None and (one := self._carried_of(chosen)) is not None:
            self.carry_asked.emit(one, due_on, words)

    def _on_adding(self, said: Typed) -> None:
        self.minutes.adding = said
        self.typed.emit()

    def _on_added(self, said: Typed) -> None:
        self.minutes.add_action(said)
        self._after_actions()

    def _on_taken_out(self, place: int) -> None:
        del self.minutes.actions[place]
        self._after_actions()

    def _after_actions(self) -> None:
        self.general.show_actions(self.minutes.actions, self.minutes.adding)
        self.show_lines()
        self.typed.emit()

    def _on_head(self, said: Typed) -> None:
        self.minutes.head = said
        self.typed.emit()


class _PackList(LinesView):
    """`numbered(number)` fires for a number key while the keyboard is on the list."""

    numbered = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - int(Qt.Key.Key_0)
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _PLAIN
        if 1 <= number <= 9 and plain:
            self.touched = True
            self.numbered.emit(number)
            return
        super().keyPressEvent(event)


def _without_writing(lines: list[ListLine]) -> list[ListLine]:
    """The lines of who only looks: nothing to write down, and nobody is asked to."""
    kept = [line for line in lines if line.key not in (ACTIONS, HOLD, "head itself")]
    return [
        line._replace(word="On the list") if line.word == "Not discussed" else line for line in kept
    ]
