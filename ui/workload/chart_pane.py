"""How does the load look? The chart of it, with its figures as a table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from carelink.charts import Load, WorkerLoad
from carelink.workload.load import AdviserLoad, Workload
from ui.background import Background
from ui.chart_view import ChartView
from ui.desk import Desk
from ui.look.tokens import SPACE_16
from ui.workload.pane import Pane


class ChartPane(Pane):
    """Everybody's people and weight beside the range for their hours, by name."""

    word = "Chart"

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.chart = ChartView(background)
        inner = QWidget()
        inner.setObjectName("clear")
        held = QVBoxLayout(inner)
        held.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        held.addWidget(self.chart)
        held.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.setFocusProxy(self.chart.picture)

    def show_load(self, load: Workload) -> None:
        workers = tuple(self._worker(one) for one in load.advisers)
        self.chart.show_chart(Load("People and weight of each adviser", workers, "weight"))

    def _worker(self, one: AdviserLoad) -> WorkerLoad:
        """What one adviser carries, and the range for the hours they work."""
        people, target = float(len(one.people)), self.desk.weights.target
        if one.fte is None:
            says = "No hours are worked" if one.worker.fte == 0 else "No FTE is recorded"
            return WorkerLoad(one.name, people, one.weight, None, says)
        own = (round(target.low * one.fte, 1), round(target.high * one.fte, 1))
        return WorkerLoad(one.name, people, one.weight, own)
