"""How do a list and what explains it share the window? Side by side, or one at a time if narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

SIDE_BY_SIDE = 760


class TwoPanes(QSplitter):
    """`turned(narrow)` fires when there is, or is no longer, only room for one of the two."""

    turned = Signal(bool)

    def __init__(self, main: QWidget, panel: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._main = main
        self._panel = panel
        self._panel_asked = False
        self._panel_wanted = True
        self.narrow = False
        self.addWidget(main)
        self.addWidget(panel)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self.setSizes([600, 400])

    def ask_for_panel(self, asked: bool = True) -> None:
        """Bring the panel forward where there is room for one only; False brings the list back."""
        self._panel_asked = asked
        self._arrange()

    def want_panel(self, wanted: bool) -> None:
        """Whether there is anything for the panel to explain."""
        self._panel_wanted = wanted
        self._arrange()

    @property
    def panel_covers(self) -> bool:
        """Whether the panel stands where the list was."""
        return self.narrow and self._panel_asked and self._panel_wanted

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < SIDE_BY_SIDE
        if narrow != self.narrow:
            self.narrow = narrow
            self._arrange()
            self.turned.emit(narrow)

    def _arrange(self) -> None:
        self._main.setVisible(not self.panel_covers)
        self._panel.setVisible(self._panel_wanted and (not self.narrow or self._panel_asked))
