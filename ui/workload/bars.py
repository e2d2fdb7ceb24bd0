"""How does a load read in its cell? A bar by length and pattern, the number and the word beside it.

Each band has a pattern of its own, so that it reads the same in black and white: dotted below the
range, plain within it, crossed above it. Nothing is red: it is a load, and nobody's fault.
"""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from carelink.workload.load import Band
from ui.look.dress import worn
from ui.look.tokens import SPACE_4, SPACE_8
from ui.rows import ROW
from ui.workload.load_rows import LoadRow

_PATTERNS = {
    Band.BELOW: Qt.BrushStyle.Dense5Pattern,
    Band.WITHIN: Qt.BrushStyle.SolidPattern,
    Band.ABOVE: Qt.BrushStyle.DiagCrossPattern,
}
_BAR_WIDTH, _BAR_HEIGHT = 84, 14
_SIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class LoadBars(QStyledItemDelegate):
    """Draws the weight for a full week as a bar up to `longest`, the target range marked on it."""

    def __init__(self, low: float, high: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._low, self._high = low, high
        self.longest = high * 1.5

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW)
        one = row.load if isinstance(row, LoadRow) else None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(worn().chosen))
        bar = QRectF(
            box.left() + SPACE_8, box.center().y() - _BAR_HEIGHT / 2, _BAR_WIDTH, _BAR_HEIGHT
        )
        if one is not None and one.per_fte is not None:
            self._bar(painter, bar, one.per_fte, one.band)
        painter.setPen(QColor(worn().ink))
        text = box.adjusted(_BAR_WIDTH + 2 * SPACE_8, 0, -SPACE_4, 0)
        cut = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, _SIDE, cut)
        painter.setPen(QColor(worn().line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_BAR_WIDTH + 160, 34)

    def _bar(self, painter: QPainter, box: QRectF, per_fte: float, band: Band) -> None:
        colours = worn()
        long = box.width() / self.longest
        filled = QRectF(box.left(), box.top(), min(per_fte, self.longest) * long, box.height())
        painter.setPen(QPen(QColor(colours.accent), 1))
        painter.setBrush(QBrush(QColor(colours.accent), _PATTERNS[band]))
        painter.drawRect(filled)
        painter.setPen(QPen(QColor(colours.ink), 2))
        for end in (self._low, self._high):
            at = box.left() + end * long
            painter.drawLine(round(at), round(box.top() - 4), round(at), round(box.bottom() + 4))
