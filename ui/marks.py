"""How is a state drawn? A shape of its own beside its word, so that it reads without colour."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from carelink.words import STATE_LABELS, State
from ui.labels import label
from ui.look.dress import worn
from ui.look.tokens import SPACE_8

SIZE = 14


def paint_mark(painter: QPainter, box: QRectF, state: State) -> None:
    """Draw the state's shape into the box, in the state's colour."""
    colour = QColor(worn().states[state])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 2.2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    filled = state in (State.OVERDUE, State.DUE_SOON, State.NOT_REQUIRED)
    painter.setPen(Qt.PenStyle.NoPen if filled else pen)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    _draw(painter, box.adjusted(1, 1, -1, -1), state)
    painter.restore()


def _draw(painter: QPainter, box: QRectF, state: State) -> None:
    middle = box.center()
    if state is State.OVERDUE:
        painter.drawPolygon(
            QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()])
        )
    elif state in (State.NEVER, State.DUE_SOON):
        painter.drawEllipse(box)
    elif state is State.NOT_REQUIRED:
        painter.drawEllipse(middle, 2.5, 2.5)
    elif state is State.NO_DATE:
        painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
    elif state is State.ON_TRACK:
        foot = QPointF(box.left() + box.width() * 0.38, box.bottom() - 1)
        painter.drawPolyline([QPointF(box.left(), middle.y() + 1), foot, box.topRight()])
    elif state is State.DECLINED:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), box.top()),
                    QPointF(box.right(), middle.y()),
                    QPointF(middle.x(), box.bottom()),
                    QPointF(box.left(), middle.y()),
                ]
            )
        )
    else:
        font = painter.font()
        font.setBold(True)
        font.setPixelSize(round(box.height()) + 4)
        painter.setFont(font)
        painter.drawText(box.adjusted(-4, -4, 4, 4), int(Qt.AlignmentFlag.AlignCenter), "?")


class Mark(QWidget):
    """The shape by itself; always put beside its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = State.NOT_REQUIRED
        self.setFixedSize(QSize(SIZE, SIZE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self.state)


class StateTag(QWidget):
    """A state as mark and word; its accessible name is the word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = Mark()
        self._word: QLabel = label("", "strong")
        self._word.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._mark)
        row.addWidget(self._word)
        row.addStretch(1)

    def show_state(self, state: State) -> None:
        self._mark.state = state
        self._mark.update()
        self._word.setText(STATE_LABELS[state])
        self.setAccessibleName(STATE_LABELS[state])
