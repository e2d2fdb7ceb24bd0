"""What happens when a page needs more height than there is? It scrolls, and nothing is squeezed."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class Scrolling(QScrollArea):
    """Holds a page that is as high as the room for it, or as its least height where that is more.

    Qt's own resizing would take the page's best height for its width, and so scroll far too soon.
    """

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        page.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room = self.viewport().size()
        layout = self._page.layout()
        width = max(room.width(), self._page.minimumSizeHint().width())
        least = layout.totalMinimumHeightForWidth(width) if layout else 0
        self._page.resize(width, max(room.height(), least))
