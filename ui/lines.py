"""How does the list that matters look? Two quiet lines a row, the state as mark and word."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from carelink.words import STATE_LABELS, State
from ui.look.dress import worn
from ui.look.tokens import (
    LINE_HEIGHT,
    RADIUS,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    TYPE_SMALL,
)
from ui.marks import SIZE, paint_mark
from ui.rows import ROW, Column, RowsModel

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CHOSEN = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus
_HOVERED = QStyle.StateFlag.State_MouseOver


class ListLine(NamedTuple):
    """One row. With no `state` it heads a group: `open` says whether its rows show below it.

    `about` is what the row stands for (a person's id, a duty's id); `aside` stands at the right.
    `word` is said beside the mark in place of the state's own.
    """

    key: str
    title: str
    sentence: str = ""
    state: State | None = None
    aside: str = ""
    open: bool | None = None
    about: str = ""
    word: str = ""

    @property
    def state_word(self) -> str:
        """What stands beside the mark; empty for a heading."""
        return self.word or (STATE_LABELS[self.state] if self.state else "")

    @property
    def spoken(self) -> str:
        """The row as one sentence, for a screen reader."""
        if self.state is None:
            folded = {True: ", open", False: ", folded", None: ""}[self.open]
            return f"{self.title}{folded}"
        parts = (self.title, self.state_word, self.sentence, self.aside)
        return ". ".join(part for part in parts if part)


class LinesView(QListView):
    """The list that matters: `show_lines` merges, so that the chosen line stays chosen.

    `touched` says whether somebody has chosen a line here; until then the first is chosen for them.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lines")
        self.setAccessibleName(name)
        self.lines: RowsModel[ListLine] = RowsModel(
            [Column("Line", _title)], _key, spoken=_spoken, tip=_tip, parent=self
        )
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self))
        self.setUniformItemSizes(True)
        self.setMinimumHeight(3 * LINE_HEIGHT)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.touched = False

    def show_lines(self, lines: Sequence[ListLine]) -> None:
        self.lines.show_rows(lines)

    def chosen(self) -> ListLine | None:
        """The line the keyboard is on; None when there is none."""
        index = self.currentIndex()
        line = index.data(ROW) if index.isValid() else None
        return line if isinstance(line, ListLine) else None

    def choose(self, key: str) -> bool:
        """Put the keyboard on the line with this key; whether it is here."""
        at = self.lines.row_of(key)
        self.touched = True
        if at >= 0:
            self.setCurrentIndex(self.lines.index(at, 0))
        return at >= 0

    def choose_first(self) -> None:
        """Put the keyboard on the first line that is no heading."""
        for at, line in enumerate(self.lines.rows()):
            if line.state is not None:
                self.setCurrentIndex(self.lines.index(at, 0))
                self.scrollToTop()
                return

    def choose_near(self, at: int) -> None:
        """The line that now stands where one went; no heading, down first, then up."""
        rows = self.lines.rows()
        below, above = range(max(at, 0), len(rows)), range(min(at, len(rows)) - 1, -1, -1)
        for place in (*below, *above):
            if rows[place].state is not None:
                self.choose(rows[place].key)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.touched = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched = True
        super().mousePressEvent(event)


class LineDelegate(QStyledItemDelegate):
    """Paints a ListLine with the colours worn at that moment."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, LINE_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = index.data(ROW)
        if not isinstance(line, ListLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _ground(painter, option)
        if line.state is None:
            _paint_heading(painter, box, line)
        else:
            _paint_line(painter, box, line, line.state)
        painter.restore()


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> QRect:
    """Paint what lies under the text and give back the room for it."""
    box: QRect = option.rect
    state: QStyle.StateFlag = option.state
    card = QRectF(box.adjusted(4, 2, -4, -2))
    colours = worn()
    painter.setPen(Qt.PenStyle.NoPen)
    if state & _CHOSEN:
        painter.setBrush(QColor(colours.chosen))
        painter.drawRoundedRect(card, RADIUS, RADIUS)
    elif state & _HOVERED:
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(card, RADIUS, RADIUS)
    else:
        painter.setPen(QColor(colours.line))
        painter.drawLine(
            box.bottomLeft() + QPoint(SPACE_16, 0), box.bottomRight() - QPoint(SPACE_16, 0)
        )
    if state & _FOCUSED and state & _CHOSEN:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    return box.adjusted(SPACE_16, SPACE_8, -SPACE_16, -SPACE_8)


def _paint_heading(painter: QPainter, box: QRect, line: ListLine) -> None:
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(worn().quiet))
    low = QRect(box.left(), box.center().y() - 2, box.width(), box.height() // 2 + 2)
    indent = 0
    if line.open is not None:
        _paint_fold(painter, QRectF(low.left() + 2, low.center().y() - 4, 9, 9), line.open)
        indent = SPACE_24
    low.setLeft(low.left() + indent)
    painter.drawText(low, _LEFT, line.title)


def _paint_fold(painter: QPainter, box: QRectF, is_open: bool) -> None:
    pen = QPen(QColor(worn().quiet), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle = box.center()
    if is_open:
        low = middle + QPoint(0, 2)
        painter.drawPolyline([box.topLeft() + QPoint(0, 2), low, box.topRight() + QPoint(0, 2)])
    else:
        right = middle + QPoint(2, 0)
        painter.drawPolyline([box.topLeft() + QPoint(2, 0), right, box.bottomLeft() + QPoint(2, 0)])
    painter.setPen(QColor(worn().quiet))


def _paint_line(painter: QPainter, box: QRect, line: ListLine, state: State) -> None:
    half = box.height() // 2
    upper = QRect(box.left(), box.top(), box.width(), half)
    lower = QRect(box.left(), box.top() + half, box.width(), half)
    paint_mark(painter, QRectF(box.left(), upper.center().y() - SIZE / 2 + 1, SIZE, SIZE), state)
    for part in (upper, lower):
        part.setLeft(box.left() + SPACE_24)
    colours = worn()
    plain = QFont(painter.font())
    bold = QFont(plain)
    bold.setBold(True)
    small = QFont(plain)
    small.setPixelSize(TYPE_SMALL)
    small.setBold(True)
    painter.setFont(small)
    painter.setPen(QColor(colours.states[state]))
    _write(painter, upper, line.state_word, right=True)
    small.setBold(False)
    needs = QFontMetrics(plain).horizontalAdvance(line.sentence) + SPACE_12
    needs += QFontMetrics(small).horizontalAdvance(line.aside)
    if line.aside and needs <= lower.width():
        painter.setFont(small)
        painter.setPen(QColor(colours.quiet))
        _write(painter, lower, line.aside, right=True)
    painter.setFont(bold)
    painter.setPen(QColor(colours.ink))
    _write(painter, upper, line.title)
    painter.setFont(plain)
    _write(painter, lower, line.sentence)


def _write(painter: QPainter, box: QRect, text: str, *, right: bool = False) -> None:
    """Write into the box, cut with … if need be, and take the room from the box."""
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    if right:
        painter.drawText(box, _RIGHT, cut)
        box.setRight(box.right() - painter.fontMetrics().horizontalAdvance(cut) - SPACE_12)
    else:
        painter.drawText(box, _LEFT, cut)


def _title(line: ListLine) -> str:
    return line.title


def _key(line: ListLine) -> str:
    return line.key


def _spoken(line: ListLine) -> str:
    return line.spoken


def _tip(line: ListLine) -> str:
    return line.sentence
