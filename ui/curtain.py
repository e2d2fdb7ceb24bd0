"""What does the window show: the worker's side, what is shared, or nothing at all?"""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QToolTip, QVBoxLayout, QWidget

from ui.labels import label

_COME_BACK = "Press F9 to go on."


class Curtain(QStackedWidget):
    """Holds the worker's side; `share` puts a view before it, `drop` hides everything."""

    def __init__(self, work: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("frame")
        self._work = work
        self._blank = _blank()
        self._focused: QWidget | None = None
        self.shared: QWidget | None = None
        self.addWidget(work)
        self.addWidget(self._blank)

    @property
    def is_down(self) -> bool:
        """Whether everything is hidden."""
        return self.currentWidget() is self._blank

    @property
    def is_open(self) -> bool:
        """Whether the worker's side is in view."""
        return self.currentWidget() is self._work

    def drop(self) -> None:
        """Hide everything, with whatever hangs over the window."""
        self._focused = QApplication.focusWidget()
        while (over := QApplication.activePopupWidget()) is not None:
            over.close()
        QToolTip.hideText()
        self.setCurrentWidget(self._blank)
        self._blank.setFocus()

    def lift(self) -> None:
        """As it was before, the keyboard where it was."""
        self.setCurrentWidget(self.shared or self._work)
        focused, self._focused = self._focused, None
        if focused is not None and shiboken6.isValid(focused) and focused.isVisible():
            focused.setFocus()
        else:
            (self.shared or self._work).setFocus()

    def share(self, view: QWidget) -> None:
        """Put this before the worker's side."""
        self.end_sharing()
        self.shared = view
        self.addWidget(view)
        self.setCurrentWidget(view)
        view.setFocus()

    def end_sharing(self) -> None:
        """The worker's side is in view again."""
        shared, self.shared = self.shared, None
        self.setCurrentWidget(self._work)
        if shared is not None:
            self.removeWidget(shared)
            shared.deleteLater()


def _blank() -> QWidget:
    """Nothing but how to come back."""
    blank = QWidget()
    blank.setObjectName("frame")
    blank.setAccessibleName("Hidden")
    blank.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    says = label(_COME_BACK, "quiet")
    says.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column = QVBoxLayout(blank)
    column.addWidget(says)
    return blank
