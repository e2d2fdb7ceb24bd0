"""What happens when a page needs more height than there is? It scrolls, and nothing is squeezed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def scrolling(page: QWidget) -> QScrollArea:
    """The page in something that scrolls once it is lower than the page's least height."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
