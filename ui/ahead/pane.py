"""What has every pane of what is to come in common? One column that scrolls as a whole."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.ahead.taken import Taken
from ui.background import Background
from ui.chart_view import ChartView
from ui.desk import Desk
from ui.look.tokens import SPACE_12, SPACE_16


class AheadPane(QScrollArea):
    """Override `show_taken`. `person_opened` and `said` ask the page for what a page can do.

    `sum_said` is the line under the title while this pane is shown.
    """

    person_opened = Signal(str)
    said = Signal(str)
    sum_said = Signal(str)

    word = ""

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.background = background
        self.sum = ""
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("clear")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        self.column.setSpacing(SPACE_12)
        self.setWidget(inner)

    def show_taken(self, taken: Mapping[str, Taken]) -> None:
        """Show what follows from these; by person."""
        raise NotImplementedError

    @property
    def at_rest(self) -> bool:
        """Whether everything that was asked for is shown, drawings too."""
        return bool(self.sum) and all(chart.at_rest for chart in self.findChildren(ChartView))

    def say_sum(self, says: str) -> None:
        """What stands under the title."""
        self.sum = says
        self.sum_said.emit(says)

    def on_trouble(self, trouble: Exception) -> None:
        """A fault in our own working out is no thing to hide."""
        raise trouble
