"""How are amounts and numbers asked? Typed freely; what is no number is said beside the input."""

import re

from PySide6.QtWidgets import QLineEdit, QWidget

from carelink.errors import Problem
from ui.fields import Field

_POUNDS = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{1,2}))?", re.ASCII)
_NUMBER = re.compile(r"\d{1,4}(\.\d+)?", re.ASCII)


class _NumberField(Field):
    """One line; what it holds means something or is said not to."""

    says_wrong = ""

    def __init__(self, name: str, asks: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, asks, hint, parent)
        self.input = QLineEdit()
        self.input.textChanged.connect(self._on_changed)
        self.hold(self.input)

    @property
    def typed(self) -> str:
        return self.input.text().strip()

    def set_typed(self, typed: str) -> None:
        self.input.setText(typed)

    def value(self) -> float | None:
        """What was typed as a number; None for nothing, or for what is no number."""
        raise NotImplementedError

    def not_understood(self) -> Problem | None:
        if self.typed and self.value() is None:
            return Problem(self.name, f'"{self.typed}" {self.says_wrong}')
        return None


class MoneyField(_NumberField):
    """Pounds and pence as people write them; the value is whole pence."""

    says_wrong = "is not an amount we understand. Try, say, 120.50."

    def value(self) -> int | None:
        """Whole pence."""
        found = _POUNDS.fullmatch(self.typed)
        if found is None:
            return None
        pounds, pence = found.groups()
        return int(pounds.replace(",", "")) * 100 + int((pence or "0").ljust(2, "0"))

    def set_value(self, pence: int | None) -> None:
        self.input.setText("" if pence is None else f"{pence // 100}.{pence % 100:02d}")


class NumberField(_NumberField):
    """A number such as hours a week."""

    says_wrong = "is not a number we understand. Try, say, 7.5."

    def value(self) -> float | None:
        return float(self.typed) if _NUMBER.fullmatch(self.typed) else None

    def set_value(self, number: float | None) -> None:
        self.input.setText("" if number is None else f"{number:g}")
