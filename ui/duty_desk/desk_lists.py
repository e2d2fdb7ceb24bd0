"""What waits at the desk: messages for me, for whoever I stand in for, for all; who is away."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from carelink.cover.covering import Stand
from carelink.dates import show
from carelink.errors import Refused, StoreTrouble
from carelink.facts import Absence, Cover, Message
from carelink.words import ADVISER
from db.covering import (
    answer_message,
    change_absence,
    change_cover,
    put_message_back,
    put_team_fact_back,
    read_messages,
    record_away,
    take_away_back,
)
from ui.desk import Desk
from ui.duty_desk.desk_forms import absence_form, away_form, cover_form, done_form
from ui.duty_desk.desk_lines import away_lines, count_away, fact_of, message_lines
from ui.labels import label
from ui.lines import LinesView
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.side_by_side import SideBySide
from ui.small_form import SmallForm
from ui.standing_in import covered_today, stand_today
from ui.worker_options import worker_options

MINE, COVERED, ALL, AWAY = range(4)
_WORDS = ("For me", "Standing in", "Everybody's", "Who is away")


class DeskLists(QFrame):
    """`person_opened` fires with the person's id; `said` and `offered` as a page's."""

    person_opened = Signal(str)
    said = Signal(str)
    offered = Signal(str, str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setMinimumWidth(280)
        self.desk = desk
        self.form: SmallForm | None = None
        self._messages: list[Message] = []
        self._stands: dict[str, Stand | None] = {}
        self._at = MINE if desk.user.role == ADVISER else ALL
        self.buttons = [QPushButton(word) for word in _WORDS]
        self.says = label("", "quiet")
        self.list = LinesView("What waits at the desk")
        self.words = label("")
        self.done_button = QPushButton("Done…")
        self.open_button = QPushButton("Open the file")
        self.away_button = QPushButton("Somebody is away…")
        self.change_button = QPushButton("Change…")
        self._lay_out()
        self._group.idClicked.connect(self.choose)
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.list.activated.connect(self._on_activated)
        self.done_button.clicked.connect(self._ask_done)
        self.open_button.clicked.connect(self._open)
        self.away_button.clicked.connect(self._ask_away)
        self.change_button.clicked.connect(self._ask_change)

    def refresh(self) -> None:
        self._messages = self.desk.ask(read_messages)
        self._stands = {one.message_id: self._stand_of(one) for one in self._messages}
        for at in (MINE, COVERED, ALL):
            self.buttons[at].setText(f"{_WORDS[at]} ({len(self._of(at)):,})")
        away = count_away(self.desk.workers(), self._absences, self.desk.day)
        self.buttons[AWAY].setText(f"{_WORDS[AWAY]} ({away:,})")
        self._show_list()

    @property
    def number(self) -> int:
        """How many messages wait, whoever they are for."""
        return len(self._messages)

    def choose(self, at: int) -> None:
        """Show another list."""
        self._at = at
        self.buttons[at].setChecked(True)
        self.close_form()
        self._show_list()
        self.list.setFocus()

    def person_in_view(self) -> str:
        chosen = self.list.chosen()
        return chosen.about if chosen else ""

    def step_back(self) -> bool:
        """Esc: close the form; False when none was open."""
        if self.form is None:
            return False
        self.close_form()
        return True

    def close_form(self) -> None:
        """Back from a form to the list."""
        form, self.form = self.form, None
        if form is not None:
            self._stack.setCurrentIndex(0)
            if (held := self._stack.widget(1)) is not None:
                self._stack.removeWidget(held)
                held.deleteLater()
            self.list.setFocus()

    @property
    def _absences(self) -> list[Absence]:
        return self.desk.of_the_team("absences")

    @property
    def _covers(self) -> list[Cover]:
        return self.desk.of_the_team("covers")

    def _of(self, at: int) -> list[Message]:
        me = self.desk.user.worker_id
        covered = {stand.worker_id for stand in covered_today(self.desk, me)}
        if at == ALL:
            return self._messages
        wanted = {me} if at == MINE else covered
        return [
            one
            for one in self._messages
            if (stand := self._stands[one.message_id]) is not None and stand.worker_id in wanted
        ]

    def _stand_of(self, one: Message) -> Stand | None:
        """How the work of whoever it is for stands; of one who has left, of the adviser now."""
        asked = self.desk.workers().get(one.worker_id)
        if asked is None or (asked.end is not None and asked.end <= self.desk.day):
            held = self.desk.case(one.person_id).adviser_on(self.desk.day)
            return stand_today(self.desk, held.worker_id) if held else None
        return stand_today(self.desk, one.worker_id)

    def _show_list(self) -> None:
        workers, day = self.desk.workers(), self.desk.day
        if self._at == AWAY:
            rows = away_lines(workers, self._absences, self._covers, day)
        else:
            names = {person.person_id: person.name for person in self.desk.people()}
            rows = message_lines(self._of(self._at), names, self._stands, workers, day)
        self.list.show_lines(rows)
        if self.list.chosen() is None:
            self.list.choose_first()
        self.buttons[self._at].setChecked(True)
        self._show_chosen()

    def _show_chosen(self, *_: object) -> None:
        chosen = self.list.chosen()
        is_away = self._at == AWAY
        for button in (self.done_button, self.open_button):
            button.setVisible(not is_away)
            button.setEnabled(bool(chosen and chosen.about))
        for button in (self.away_button, self.change_button):
            button.setVisible(is_away)
        self.change_button.setEnabled(bool(chosen and chosen.state is not None))
        parts = (chosen.title, chosen.sentence, chosen.aside) if chosen and chosen.state else ()
        self.words.setText("\n".join(part for part in parts if part))

    def _message(self) -> Message | None:
        chosen = self.list.chosen()
        return next((m for m in self._messages if chosen and m.message_id == chosen.key), None)

    def _ask_done(self) -> None:
        one = self._message()
        if one is not None:
            form = done_form(lambda: self.desk.day)
            self._open_form(form, partial(self._on_done, one))
            form.start(" ".join(one.words.split()), {"done_on": self.desk.day})

    def _on_done(self, one: Message, values: dict[str, Any]) -> None:
        about = one.person_id
        done = self._do(answer_message, one, values["done_on"], values["done_words"], about=about)
        if done:
            self._offer("Done.", put_message_back, done, one, about=about)

    def _ask_away(self) -> None:
        form = away_form(lambda: self.desk.day, self._workers())
        self._open_form(form, self._on_away)
        own = self.desk.user.worker_id
        form.start("", {"worker_id": own, "first_on": self.desk.day})

    def _on_away(self, values: dict[str, Any]) -> None:
        absence = Absence(
            values["worker_id"], values["kind"], values["first_on"], values["back_on"]
        )
        cover = None
        if values["cover_id"]:
            until = values["cover_until"] or values["back_on"]
            cover = Cover(values["worker_id"], values["cover_id"], values["first_on"], until)
        ids = self._do(record_away, absence, cover)
        if ids:
            back = values["back_on"]
            says = f"Recorded, back on {show(back)}." if back else "Recorded; no day back is known."
            self._offer(says, take_away_back, ids)

    def _ask_change(self) -> None:
        chosen = self.list.chosen()
        before = fact_of(chosen, [*self._absences, *self._covers]) if chosen else None
        if before is None:
            return
        make = absence_form if isinstance(before, Absence) else cover_form
        form = make(lambda: self.desk.day, self._workers())
        self._open_form(form, partial(self._on_changed, before))
        form.start("", before._asdict())

    def _on_changed(self, before: Absence | Cover, values: dict[str, Any]) -> None:
        after = before._replace(**values)
        is_absence = isinstance(before, Absence)
        kind, verb = ("absences", change_absence) if is_absence else ("covers", change_cover)
        if self._do(verb, before, after):
            self._offer("Changed.", put_team_fact_back, kind, after, before)

    def _workers(self) -> Sequence[tuple[str, str]]:
        return worker_options(self.desk.workers(), self.desk.day, "Choose a worker")

    def _open_form(self, form: SmallForm, then: Callable[[dict[str, Any]], None]) -> None:
        self.close_form()
        self.form = form
        form.asked.connect(then)
        form.closed.connect(self.close_form)
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_16)
        column.addWidget(form)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self._stack.addWidget(scroll)
        self._stack.setCurrentWidget(scroll)

    def _do(self, verb: Callable[..., Any], *args: Any, about: str = "") -> Any:
        """One gesture; None where it could not be: what is wrong is said beside its field."""
        try:
            answer = self.desk.do(verb, *args, about=about, team=True)
        except Refused as refused:
            if self.form is not None:
                self.form.show_problems(refused.problems)
            else:
                self.said.emit(str(refused))
            return None
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))
            return None
        self.close_form()
        return answer if answer is not None else True

    def _offer(self, says: str, verb: Callable[..., Any], *args: Any, about: str = "") -> None:
        self.offered.emit(says, "Undo", partial(self._do, verb, *args, about=about))

    def _open(self) -> None:
        if self.person_in_view():
            self.person_opened.emit(self.person_in_view())

    def _on_activated(self, index: QModelIndex) -> None:
        self._open()

    def _lay_out(self) -> None:
        self._group = QButtonGroup(self)
        for at, button in enumerate(self.buttons):
            button.setObjectName("option")
            button.setCheckable(True)
            self._group.addButton(button, at)
        rooms = [button.sizeHint().width() + 3 * SPACE_16 for button in self.buttons]
        acts = (self.done_button, self.open_button, self.away_button, self.change_button)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.list, 1)
        below = QVBoxLayout()
        below.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_12)
        below.setSpacing(SPACE_12)
        below.addWidget(self.words)
        below.addWidget(
            SideBySide(acts, [a.sizeHint().width() for a in acts], gap=SPACE_8, fill=False)
        )
        column.addLayout(below)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, SPACE_8, 0, 0)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_8)
        top.addWidget(SideBySide(self.buttons, rooms, gap=SPACE_8, fill=False))
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)
