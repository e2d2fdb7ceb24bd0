"""How do several inputs share the width? Side by side while there is room, else below."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.look.tokens import SPACE_16

_TOP = Qt.AlignmentFlag.AlignTop


class SideBySide(QWidget):
    """Widgets in as many columns as the width has room for.

    `at_least` is the width each needs, one number for all or one for each; without it, what each
    asks for, also when its words change. With `fill` the columns share all of the width, else they
    stand at the left.
    """

    def __init__(
        self,
        widgets: Sequence[QWidget],
        at_least: int | Sequence[int] | None = None,
        at_most: int = 9,
        *,
        gap: int = SPACE_16,
        fill: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        every = [at_least] * len(self._widgets) if isinstance(at_least, int) else at_least
        self._asked = tuple(every or ())
        self._at_most = min(at_most, len(self._widgets))
        self._gap = gap
        self._fill = fill
        self.columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        for widget, width in zip(self._widgets, self._widths, strict=True) if fill else ():
            widget.setMinimumWidth(width)  # else the column of a long list takes all the room
        self._lay_out(self._at_most)

    def minimumSizeHint(self) -> QSize:
        """One column wide: however it stands now, it can stand in less."""
        return QSize(max(self._widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and not self._asked:
            self._fit()
        return done

    @property
    def _widths(self) -> tuple[int, ...]:
        return self._asked or tuple(widget.sizeHint().width() for widget in self._widgets)

    def _fit(self) -> None:
        columns = self._at_most
        while columns > 1 and self._needed(columns) > self.width():
            columns -= 1
        self._lay_out(columns)

    def _needed(self, columns: int) -> int:
        """The width that so many columns take, each as wide as the widest in it."""
        widths = self._widths
        widest = [max(widths[column::columns]) for column in range(columns)]
        return sum(widest) + self._gap * (columns - 1)

    def _lay_out(self, columns: int) -> None:
        if columns == self.columns:
            return
        for column in range(self.columns + 1):
            self._grid.setColumnStretch(column, 0)
        self.columns = columns
        for at, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, at // columns, at % columns, _TOP)
        for column in range(columns) if self._fill else (columns,):
            self._grid.setColumnStretch(column, 1)
