"""How is one thing asked? A label, an input, a hint, and a line for what is wrong with it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from carelink.errors import Problem
from carelink.wording import Wording
from carelink.words import UNPRINTABLE
from ui.labels import label
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_16
from ui.side_by_side import SideBySide
from ui.typed_dates import shown_back, understood

Option = tuple[str, str]
# How much of a text is looked through at every letter.
_HEEDED = 20_000


class Field(QWidget):
    """A labelled input. `name` is the field that a Problem names; `changed` fires on any change."""

    changed = Signal()

    def __init__(self, name: str, asks: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.asks = asks
        self._label = label(asks, "strong")
        self._hint = label(hint, "small")
        if not hint:
            self._hint.hide()  # shown before it has a parent it would flash up as a window
        self._problem = label("", "problem")
        self._problem.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4)
        self._column.addWidget(self._label)
        self._column.addWidget(self._hint)

    def hold(self, widget: QWidget, asked: QWidget | None = None) -> None:
        """Put the input in its place; `asked` is the widget that takes the keyboard."""
        self._asked = asked or widget
        self._asked.setAccessibleName(self.asks)
        self._asked.setAccessibleDescription(self._hint.text())
        self._label.setBuddy(self._asked)
        self.setFocusProxy(self._asked)
        self._column.addWidget(widget)
        self._column.addWidget(self._problem)

    def ask(self, asks: str) -> None:
        """Ask it in other words."""
        self.asks = asks
        self._label.setText(asks)
        self._asked.setAccessibleName(asks)

    def show_hint(self, says: str) -> None:
        """Say something else between what is asked and the input."""
        self._hint.setText(says)
        self._hint.setVisible(bool(says))
        self._describe()

    @property
    def typed(self) -> str:
        """What stands in the input, understood or not; a draft keeps it."""
        raise NotImplementedError

    def set_typed(self, typed: str) -> None:
        """Put back what was typed."""
        raise NotImplementedError

    def not_understood(self) -> Problem | None:
        """The problem to show when something was typed that means nothing here."""
        return None

    @property
    def problem(self) -> str:
        """What is wrong, as shown; empty when nothing is."""
        return "" if self._problem.isHidden() else self._problem.text()

    def show_problem(self, says: str) -> None:
        """Say what is wrong beside the input; an empty text takes it away."""
        self._problem.setText(says)
        self._problem.setVisible(bool(says))
        self._asked.setProperty("wrong", bool(says))
        self._asked.style().polish(self._asked)
        self._describe()

    def _describe(self) -> None:
        described = " ".join(part for part in (self.problem, self._hint.text()) if part)
        self._asked.setAccessibleDescription(described)

    def _on_changed(self) -> None:
        if self.problem:
            self.show_problem("")
        self.changed.emit()


class TextField(Field):
    """Free text, one line or several; Tab always leaves it."""

    def __init__(
        self, name: str, asks: str, hint: str = "", *, lines: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, asks, hint, parent)
        self.input: QLineEdit | QPlainTextEdit
        if lines == 1:
            self.input = QLineEdit()
            self.input.textChanged.connect(self._on_changed)
        else:
            self.input = QPlainTextEdit()
            self.input.setTabChangesFocus(True)
            height = self.input.fontMetrics().lineSpacing() * lines + 4 * SPACE_8
            self.input.setMinimumHeight(height)
            self.input.setMaximumHeight(height)
            self.input.textChanged.connect(self._on_changed)
        self.hold(self.input)
        self.kinder = label("", "small")
        self.kinder.hide()
        self._column.insertWidget(self._column.indexOf(self._problem), self.kinder)

    def heed(self, wording: Wording) -> None:
        """Say under the text which of its words could be kinder; the text stays as it is."""

        def say() -> None:
            self.kinder.setText(wording.say(self.value()[:_HEEDED]))
            self.kinder.setVisible(bool(self.kinder.text()))

        self.input.textChanged.connect(say)
        say()

    def value(self) -> str:
        """What was typed, without the control characters that pasting may bring along."""
        if isinstance(self.input, QPlainTextEdit):
            return UNPRINTABLE.sub("", self.input.toPlainText()).strip()
        return UNPRINTABLE.sub("", self.input.text()).strip()

    def set_value(self, value: str) -> None:
        if isinstance(self.input, QPlainTextEdit):
            self.input.setPlainText(value)
        else:
            self.input.setText(value)

    @property
    def typed(self) -> str:
        return self.value()

    def set_typed(self, typed: str) -> None:
        self.set_value(typed)


class DateField(Field):
    """A day, typed freely; the line under it shows what was understood."""

    def __init__(
        self,
        name: str,
        asks: str,
        today: Callable[[], date],
        *,
        hint: str = 'For example "3 5 26", "today", "-3" or "fri"',
        ahead: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, asks, hint, parent)
        self._today = today
        self._ahead = ahead
        self.input = QLineEdit()
        self.input.textChanged.connect(self._on_typed)
        self.hold(self.input)
        self.understood = label("", "quiet")
        self._column.insertWidget(self._column.indexOf(self._problem), self.understood)
        self.understood.hide()

    def value(self) -> date | None:
        return understood(self.input.text(), self._today(), ahead=self._ahead)

    @property
    def typed(self) -> str:
        return self.input.text().strip()

    def set_value(self, day: date | None) -> None:
        self.input.setText(f"{day.day} {day:%B} {day.year}" if day else "")

    def set_typed(self, typed: str) -> None:
        self.input.setText(typed)

    def not_understood(self) -> Problem | None:
        if self.typed and self.value() is None:
            return Problem(
                self.name, f'"{self.typed}" is not a date we understand. Try, say, 27 3 2027.'
            )
        return None

    def _on_typed(self) -> None:
        back = shown_back(self.input.text(), self._today(), ahead=self._ahead)
        self.understood.setText(back)
        self.understood.setVisible(bool(back))
        self._on_changed()


class ChoiceBox(QComboBox):
    """A list in which letters find an option: no single key of the window is meant by them."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if event.text().isprintable() and event.text() and not held:
                event.accept()
                return True
        return super().event(event)


class ChoiceField(Field):
    """One of several. Few options are buttons side by side, one press each; many are a list."""

    def __init__(
        self,
        name: str,
        asks: str,
        options: Sequence[Option],
        hint: str = "",
        *,
        across: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, asks, hint, parent)
        self._options = tuple(options)
        self._list: QComboBox | None = None
        self._buttons: dict[str, QPushButton] = {}
        if across:
            self._hold_buttons(across)
        else:
            self._list = ChoiceBox()
            for value, word in self._options:
                self._list.addItem(word, value)
            self._list.currentIndexChanged.connect(self._on_changed)
            self.hold(self._list)

    def value(self) -> str:
        """The value chosen; empty when nothing is."""
        if self._list is not None:
            return str(self._list.currentData() or "")
        return next((v for v, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        if self._list is not None:
            self._list.setCurrentIndex(self._list.findData(value))
            return
        self._group.setExclusive(False)
        for held, button in self._buttons.items():
            button.setChecked(held == value)
        self._group.setExclusive(True)

    @property
    def typed(self) -> str:
        return self.value()

    def set_typed(self, typed: str) -> None:
        self.set_value(typed)

    def word_of(self, value: str) -> str:
        """The word of one option; a value that is not offered is said as it stands."""
        return dict(self._options).get(value, value)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these in the list instead; the value chosen stays while it is offered."""
        if self._list is None or tuple(options) == self._options:
            return
        self._options = tuple(options)
        chosen = self.value()
        was_blocked = self._list.blockSignals(True)
        self._list.clear()
        for value, word in self._options:
            self._list.addItem(word, value)
        self._list.setCurrentIndex(max(0, self._list.findData(chosen)))
        self._list.blockSignals(was_blocked)
        if self.value() != chosen:
            self._on_changed()

    def button(self, value: str) -> QPushButton:
        """The button of one option, for shortcuts and tests."""
        return self._buttons[value]

    def _hold_buttons(self, across: int) -> None:
        self._group = QButtonGroup(self)
        for value, word in self._options:
            button = QPushButton(word)
            button.setObjectName("option")
            button.setCheckable(True)
            button.setAccessibleName(f"{self.asks}: {word}")
            button.toggled.connect(self._on_changed)
            self._group.addButton(button)
            self._buttons[value] = button
        buttons = tuple(self._buttons.values())
        rooms = [_room_for(button) for button in buttons]
        held = SideBySide(buttons, rooms, across, gap=SPACE_8, fill=False)
        first = buttons[0]
        named = first.accessibleName()
        self.hold(held, first)
        first.setAccessibleName(named)


def _room_for(button: QPushButton) -> int:
    """The width a button takes when its word is bold, as it is when chosen."""
    font = QFont(button.font())
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(button.text()) + 2 * SPACE_16 + SPACE_4


def show_problems(fields: Sequence[Field], problems: Sequence[Problem]) -> str:
    """Put each problem beside its field and the keyboard on the first; gives back the rest."""
    by_name: dict[str, list[str]] = {}
    for problem in problems:
        by_name.setdefault(problem.field, []).append(problem.says)
    wrong = []
    for field in fields:
        field.show_problem(" ".join(by_name.pop(field.name, [])))
        if field.problem:
            wrong.append(field)
    said = " ".join(says for rest in by_name.values() for says in rest)
    if wrong:
        wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        spoken = " ".join(field.problem for field in wrong)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(wrong[0], spoken))
    return said
