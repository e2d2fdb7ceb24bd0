"""What is written beside the figures? A box for each theme, with what is wrong in it beside it."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from carelink.errors import StoreTrouble
from carelink.release.commentary import Found
from db.releases import read_releases
from ui.background import Background, Job
from ui.desk import Desk
from ui.drafting import Drafting
from ui.fields import TextField
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.release.guarding import (
    ACTIONS,
    LET_STAND,
    QUALITY,
    YOU_SAID,
    Roll,
    guarded,
    in_the_way,
    roll_of,
)
from ui.release.in_hand import InHand
from ui.release.proposals import actions_since, said_and_done
from ui.scrolling import Scrolling
from ui.side_by_side import SideBySide

DRAFT = "board_pack"
_NOTHING = "Nothing is frozen yet: freeze a cut-off day first. What you typed before is kept."
_UNSAFE = "No safe release was found, so there is nothing to write beside. What you typed is kept."
_ABOUT = (
    "Whole sentences for the Board. What could point at somebody, and a number that the tables do "
    "not show, is said beside its box and must go first; a number may stand where you say why."
)
_ASKS = {
    QUALITY: "What is not known, and what we do about it",
    ACTIONS: "Actions since the last pack",
    YOU_SAID: "You said, we did",
    LET_STAND: "Why a number that is not in the tables may stand (kept, never printed)",
}
_REST_MS = 300


class WordsPane(QWidget):
    """The fifth step. `changed` fires when what is written, or what is wrong with it, has changed.

    Shape: `words` is by theme, and by quality, actions and you_said.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.sum = _NOTHING
        self.fields: dict[str, TextField] = {}
        self._background = background
        self._job: Job | None = None
        self._in_hand: InHand | None = None
        self.wrong = 0
        self._roll: Roll | None = None
        self._found: dict[tuple[str, str], tuple[Found, ...]] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)
        self._looking: Job | None = None
        self.drafting = Drafting(desk, DRAFT, self)
        self.drafting.troubled.connect(self.said)
        self.empty = label(_NOTHING, "quiet")
        self.about = label(_ABOUT, "quiet")
        self.propose = QPushButton("Propose actions and what we did")
        self.propose.setToolTip("From what meetings and promises have on record; read it first")
        self.propose.clicked.connect(self._on_propose)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(SPACE_16)
        self._lay_out()

    def show_in_hand(self, in_hand: InHand) -> None:
        """A box for each theme of the frozen set; what was typed before stays."""
        self._in_hand = in_hand
        release = in_hand.prepared.release
        if release is None:
            self.sum = _UNSAFE
            self.empty.setText(_UNSAFE)
            return
        self._roll, self._found = roll_of(self.desk, release), {}
        typed = {name: field.typed for name, field in self.fields.items()} or self._from_draft()
        self._make({one["id"]: one["title"] for one in release.said["themes"]} | _ASKS, typed)
        for part in (self.about, self.propose):
            part.show()
        self.empty.hide()
        self._check()

    @property
    def words(self) -> dict[str, str]:
        """What is written, without what was left empty."""
        return {name: field.value() for name, field in self.fields.items() if field.value()}

    def problems(self) -> int:
        """In how many boxes something must go before the pack can be prepared; looks at all."""
        self._check()
        return self.wrong

    def focus_on(self, name: str) -> None:
        """Put the keyboard into one box."""
        if name in self.fields:
            self.fields[name].setFocus()

    def forget(self) -> None:
        """It is kept with the release: the draft goes."""
        self.drafting.throw_away()

    def _from_draft(self) -> Mapping[str, str]:
        waiting = self.drafting.waiting()
        if not waiting:
            return {}
        self.drafting.begin(waiting[0])
        return {name: str(text) for name, text in waiting[0].content.items()}

    def _make(self, asks: Mapping[str, str], typed: Mapping[str, str]) -> None:
        if list(self.fields) != list(asks):
            while (item := self._boxes.takeAt(0)) is not None:
                if widget := item.widget():
                    widget.hide()
                    widget.deleteLater()
            self.fields = {name: TextField(name, says, lines=3) for name, says in asks.items()}
            for name, field in self.fields.items():
                field.set_value(typed.get(name, ""))
                field.heed(self.desk.wording)
                field.changed.connect(self._on_typed)
                self._boxes.addWidget(field)
        self.setFocusProxy(next(iter(self.fields.values())))

    def _on_typed(self) -> None:
        self.drafting.write("", self.words)
        self._rest.start()

    def _look(self) -> None:
        """Look through what changed, off the screen's thread: a long roll has many names."""
        if self._in_hand is None or self._roll is None or self._looking is not None:
            return
        in_hand, roll, unread = self._in_hand, self._roll, self._unread()
        self._looking = self._background.run(
            lambda: {key: guarded(in_hand, roll, *key) for key in unread},
            self._take_found,
            self._on_trouble,
        )

    def _take_found(self, found: Mapping[tuple[str, str], tuple[Found, ...]]) -> None:
        self._looking = None
        self._found |= found
        if self._unread():
            self._rest.start()
        else:
            self._check()

    def _texts(self) -> dict[str, str]:
        """What is looked through: why a number may stand is not printed."""
        return {name: field.value() for name, field in self.fields.items() if name != LET_STAND}

    def _unread(self) -> list[tuple[str, str]]:
        return [key for key in self._texts().items() if key not in self._found]

    def _check(self) -> None:
        """Say beside each box what is wrong in it; only what changed is looked through again."""
        self._rest.stop()
        if self._in_hand is None or self._roll is None:
            return
        for key in self._unread():
            self._found[key] = guarded(self._in_hand, self._roll, *key)
        found = {key[0]: self._found[key] for key in self._texts().items()}
        for name in found:
            field = self.fields[name]
            says = " ".join(one.says for one in found[name])
            if field.problem != says:
                field.show_problem(says)
        self.wrong = len(in_the_way(found, self.words.get(LET_STAND, "")))
        written = sum(1 for name in self.words if name not in _ASKS)
        themes = len(self.fields) - len(_ASKS)
        wrong = f" {self.wrong} to put right." if self.wrong else ""
        self.sum = f"{written} of {themes} themes have words.{wrong}"
        self.changed.emit()

    def _on_propose(self) -> None:
        assert self._in_hand is not None
        until = self._in_hand.wish.as_at
        earlier = [one.as_at for one in self.desk.ask(read_releases) if one.as_at < until]
        self._put(ACTIONS, actions_since(self.desk, max(earlier, default=None), until))
        self.propose.setEnabled(False)
        self._job = self._background.run(
            lambda: said_and_done(self.desk, until), self._take_said, self._on_trouble
        )

    def _take_said(self, text: str) -> None:
        self._job = None
        self.propose.setEnabled(True)
        self._put(YOU_SAID, text)
        if not (text or self.fields[ACTIONS].value()):
            self.said.emit("Nothing is on record that could be proposed.")

    def _put(self, name: str, text: str) -> None:
        """Below what is there, never instead of it."""
        field = self.fields[name]
        if text and text not in field.value():
            field.set_value("\n".join(part for part in (field.value(), text) if part))

    def _on_trouble(self, trouble: Exception) -> None:
        self._job = self._looking = None
        self.propose.setEnabled(True)
        if not isinstance(trouble, StoreTrouble):
            raise trouble
        self.said.emit(str(trouble))

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(self.empty)
        column.addWidget(self.about)
        column.addWidget(SideBySide((self.propose,), gap=SPACE_8, fill=False))
        column.addLayout(self._boxes)
        column.addStretch(1)
        for part in (self.about, self.propose):
            part.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolling(inner))
