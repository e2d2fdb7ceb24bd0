"""As at which day, how protected and how fine? Then everybody is counted, once."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from carelink.dates import show
from carelink.errors import Refused, StoreTrouble
from carelink.release.about import AUDIENCE
from db.releases import read_releases
from ui.background import Background, Job
from ui.desk import Desk
from ui.fields import ChoiceField, DateField, TextField, show_problems
from ui.keys import CTRL_ENTER, within
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.notice import Act, Notice
from ui.release.in_hand import LEVELS, MODES, MODES_COST, InHand, freeze, last_month_end
from ui.releasing import Wish
from ui.scrolling import Scrolling
from ui.side_by_side import SideBySide

_FREEZE, _STOP = "Freeze and make safe", "Stop"


class CutOffPane(QWidget):
    """The first step. `frozen(in_hand)` fires when a set is frozen, `sum_said(text)` on the way."""

    frozen = Signal(object)
    sum_said = Signal(str)

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._background = background
        self._job: Job | None = None
        self._in_hand: InHand | None = None
        self.sum = "Nothing is frozen yet."
        self.as_at = DateField("as_at", "Cut-off day", lambda: desk.day, hint="")
        self.as_at.set_value(desk.day)
        self.month_end = QPushButton()
        self.mode = ChoiceField("mode", "How protected", list(MODES.items()), MODES_COST, across=2)
        self.level = ChoiceField("level", "How fine", list(LEVELS.items()))
        self.audience = TextField("audience", "For whom")
        self.audience.set_value(AUDIENCE)
        self.general = label("", "problem")
        self.button = QPushButton(_FREEZE)
        self.button.setObjectName("main")
        self.button.setToolTip(f"{_FREEZE} (Ctrl Enter)")
        self.notice = Notice()
        self.says = label("", "strong")
        self.proof = label("", "quiet")
        self.tried = label("", "quiet")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.as_at)

    def refresh(self) -> None:
        """Offer what fits today and the ledger: the mode of what was released before."""
        end = last_month_end(self.desk.day)
        self.month_end.setText(f"{show(end)}, the last month's end")
        if not self.mode.value():
            kept = [one for one in self.desk.ask(read_releases) if one.mode in MODES]
            self.mode.set_value(kept[-1].mode if kept else "rounded")

    def freeze(self) -> None:
        """Count and protect as the fields say."""
        wish = self._wish()
        if wish is None:
            return
        same_day = self._in_hand is not None and self._in_hand.wish.as_at == wish.as_at
        keep = same_day and not self.is_older and self._in_hand is not None
        counting = self._in_hand.counting if keep and self._in_hand else None
        self._give_up()
        self.notice.clear()
        self.button.setText(_STOP)
        self._say("Counting everybody…" if counting is None else "Making the figures safe…")
        self._job = self._background.run_in_steps(
            lambda: freeze(self.desk, wish, counting), self._take, self._on_trouble
        )

    @property
    def at_rest(self) -> bool:
        """Whether nothing is being worked out."""
        return self._job is None

    def stop(self) -> None:
        """Give up what is being worked out; what was frozen before stays."""
        self._give_up()
        self._say(self._in_hand.says if self._in_hand else "Stopped: nothing is frozen.")

    is_older = False

    def grow_old(self) -> None:
        """Something was recorded since: the frozen set stands as it was, and says so."""
        if self._in_hand is not None and not self.is_older:
            self.is_older = True
            self.notice.say(
                "Something was recorded since this was frozen. It stands as it was.",
                ("Freeze anew", self.freeze),
            )

    def _on_button(self) -> None:
        if self._job is None:
            self.freeze()
        else:
            self.stop()

    def _on_month_end(self) -> None:
        self.as_at.set_value(last_month_end(self.desk.day))

    def _wish(self) -> Wish | None:
        day: date | None = self.as_at.value()
        for field in (self.as_at, self.mode, self.level, self.audience):
            field.show_problem("")
        self.general.hide()
        if day is None or day > self.desk.day:
            self.as_at.show_problem("Give a day up to today, for example 31 3 2026.")
            self.as_at.setFocus()
            return None
        return Wish(day, self.mode.value(), self.level.value(), self.audience.value())

    def _take(self, found: "str | InHand") -> None:
        if isinstance(found, str):
            self._say(found)
            return
        self._give_up()
        self._in_hand, self.is_older = found, False
        self._say(found.says)
        self.says.setText(found.says)
        self.proof.setText(found.proof)
        done = found.prepared
        tried = [
            f"{LEVELS[one.level.value]}, {one.mode.value}: not safe. {one.says}"
            for one in done.tried
        ]
        if tried and done.release is not None:
            tried.insert(0, "It could not be made safe as asked, so it is coarser than that.")
        self.tried.setText("\n".join(tried))
        for part in (self.says, self.proof, self.tried):
            part.setVisible(bool(part.text()))
        if done.release is None:
            self.notice.say(" ".join(done.offers) or "Nothing safe can be shown.", *self._offers())
        self.frozen.emit(found)

    def _offers(self) -> list[Act]:
        """Another way to show them, for the button of each."""
        assert self._in_hand is not None
        done = self._in_hand.prepared
        levels = list(LEVELS)[1:]
        coarser = levels[levels.index(done.level.value) + 1 :]
        acts: list[Act] = [(LEVELS[level], self._trying(level=level)) for level in coarser]
        if done.mode.value == "exact" and not self.desk.ask(read_releases):
            acts.append(("Rounded", self._trying(mode="rounded")))
        return acts

    def _trying(self, *, level: str = "", mode: str = "") -> Callable[[], None]:
        def then() -> None:
            if level:
                self.level.set_value(level)
            if mode:
                self.mode.set_value(mode)
            self.freeze()

        return then

    def _on_trouble(self, trouble: Exception) -> None:
        self._give_up()
        if isinstance(trouble, Refused):
            fields = (self.as_at, self.mode, self.level, self.audience)
            rest = show_problems(fields, trouble.problems)
            self.general.setText(rest)
            self.general.setVisible(bool(rest))
            self._say("Nothing is frozen.")
        elif isinstance(trouble, StoreTrouble):
            self._say(str(trouble))
        else:
            raise trouble

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.give_up()
        self._job = None
        self.button.setText(_FREEZE)

    def _say(self, says: str) -> None:
        self.sum = says
        self.sum_said.emit(says)

    def _connect(self) -> None:
        self.button.clicked.connect(self._on_button)
        self.month_end.clicked.connect(self._on_month_end)
        within(self, self.freeze, *CTRL_ENTER)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        for field in (self.as_at, self.level, self.audience):
            field.setMaximumWidth(420)
        column.addWidget(self.as_at)
        column.addWidget(SideBySide((self.month_end,), gap=SPACE_8, fill=False))
        parts: list[QWidget] = [self.mode, self.level, self.audience, self.general]
        for part in parts:
            column.addWidget(part)
        column.addWidget(SideBySide((self.button,), gap=SPACE_8, fill=False))
        below: list[QWidget] = [self.notice, self.says, self.proof, self.tried]
        for part in below:
            column.addWidget(part)
            part.hide()
        self.general.hide()
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolling(inner))
