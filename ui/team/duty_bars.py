"""How is a duty drawn as one bar? A piece for each state, told apart without colour.

Each piece has its state's mark and count and a pattern of its own; the bar is as long as the roll.
"""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QBrush,
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from carelink.words import STATE_LABELS, State
from ui.look.dress import worn
from ui.look.tokens import LINE_HEIGHT, RADIUS, SPACE_4, SPACE_8, SPACE_16, TYPE_SMALL
from ui.marks import SIZE, paint_mark
from ui.rows import ROW, Column, RowsModel
from ui.team.team_lines import STATES, DutyCount

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_BAR_HEIGHT = 26
# A piece is never so narrow that its mark and count could not be read, nor it be pressed.
_AT_LEAST = 44
_PATTERNS = {
    State.NEVER: Qt.BrushStyle.DiagCrossPattern,
    State.OVERDUE: Qt.BrushStyle.BDiagPattern,
    State.NO_DATE: Qt.BrushStyle.HorPattern,
    State.CANNOT_TELL: Qt.BrushStyle.Dense6Pattern,
    State.DUE_SOON: Qt.BrushStyle.FDiagPattern,
    State.DECLINED: Qt.BrushStyle.CrossPattern,
    State.ON_TRACK: Qt.BrushStyle.NoBrush,
    State.NOT_REQUIRED: Qt.BrushStyle.Dense7Pattern,
}


class Piece(NamedTuple):
    """One state's part of a bar."""

    state: State
    many: int


def pieces_of(row: DutyCount) -> list[Piece]:
    """The states anybody is in, what alarms first; they add up to the roll."""
    held = zip(STATES, row.counts, strict=True)
    return [Piece(state, count) for state, count in held if count]


def widths_of(counts: list[int], room: int) -> list[int]:
    """How wide each piece is drawn: by its count, but never too narrow; together all the room."""
    whole = sum(counts)
    if not whole:
        return []
    least = min(_AT_LEAST, room // len(counts))
    spare = room - least * len(counts)
    ends = [spare * sum(counts[: at + 1]) // whole for at in range(len(counts))]
    return [least + end - before for end, before in zip(ends, [0, *ends], strict=False)]


class BarsView(QListView):
    """A bar a duty. Up and Down go from duty to duty, Left and Right from state to state.

    `piece_chosen(duty, state)` fires whenever another piece is the chosen one.
    """

    piece_chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lines")
        self.setAccessibleName("A bar for each duty, its states added up to the roll")
        self.setAccessibleDescription("Left and Right choose a state, Enter goes to its people.")
        self.bars: RowsModel[DutyCount] = RowsModel(
            [Column("Duty", lambda row: row.title)],
            lambda row: row.duty,
            spoken=lambda row: row.spoken,
            tip=lambda row: row.spoken,
            parent=self,
        )
        self.piece = State.NEVER
        self.setModel(self.bars)
        self.setItemDelegate(_BarDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(2 * LINE_HEIGHT)
        self.selectionModel().currentChanged.connect(self._on_duty)

    def show_counts(self, rows: list[DutyCount]) -> None:
        self.bars.show_rows(rows)
        if not self.currentIndex().isValid() and rows:
            self.setCurrentIndex(self.bars.index(0, 0))
        self.choose_piece(self.piece)

    def chosen(self) -> DutyCount | None:
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row if isinstance(row, DutyCount) else None

    def choose_piece(self, state: State) -> None:
        """This state's piece of the chosen duty; where nobody is in it, the nearest there is."""
        row = self.chosen()
        if row is None:
            return
        states = [piece.state for piece in pieces_of(row)]
        wanted = STATES.index(state)
        self.piece = min(states, key=lambda held: abs(STATES.index(held) - wanted))
        self.viewport().update()
        self.piece_chosen.emit(row.duty, self.piece)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        row = self.chosen()
        if row is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        pieces = pieces_of(row)
        at = [piece.state for piece in pieces].index(self.piece) + steps[Qt.Key(event.key())]
        piece = pieces[max(0, min(at, len(pieces) - 1))]
        self.choose_piece(piece.state)
        says = f"{STATE_LABELS[piece.state]}: {piece.many:,} of {row.roll:,}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, says))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW) if index.isValid() else None
        if not isinstance(row, DutyCount):
            return
        for piece, box in boxes(row, self.visualRect(index)):
            if box.left() <= event.position().x() <= box.right():
                self.choose_piece(piece.state)

    def _on_duty(self) -> None:
        self.choose_piece(self.piece)


def boxes(row: DutyCount, room: QRect) -> list[tuple[Piece, QRect]]:
    """Where each piece of a duty's bar lies within its row."""
    bar = room.adjusted(SPACE_16, 0, -SPACE_16, 0)
    top = room.bottom() - SPACE_8 - _BAR_HEIGHT
    pieces = pieces_of(row)
    found, left = [], bar.left()
    for piece, width in zip(pieces, widths_of([p.many for p in pieces], bar.width()), strict=True):
        found.append((piece, QRect(left, top, width, _BAR_HEIGHT)))
        left += width
    return found


class _BarDelegate(QStyledItemDelegate):
    """Paints a duty's title with its sum, and its bar below."""

    def __init__(self, view: BarsView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, LINE_HEIGHT + SPACE_8)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, DutyCount):
            return
        room: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn().chosen))
            painter.drawRoundedRect(QRectF(room.adjusted(4, 2, -4, -2)), RADIUS, RADIUS)
        _paint_title(painter, row, room)
        for piece, box in boxes(row, room):
            _paint_piece(painter, piece, box)
            if chosen and piece.state is self._view.piece:
                _paint_frame(painter, box, focused=focused)
        painter.restore()


def _paint_title(painter: QPainter, row: DutyCount, room: QRect) -> None:
    height = room.height() - _BAR_HEIGHT - SPACE_8
    line = QRect(room.left() + SPACE_16, room.top(), room.width() - 2 * SPACE_16, height)
    bold = QFont(painter.font())
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(QColor(worn().ink))
    metrics = painter.fontMetrics()
    title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, _LEFT, title)
    line.setLeft(line.left() + metrics.horizontalAdvance(title) + SPACE_16)
    bold.setBold(False)
    bold.setPixelSize(TYPE_SMALL)
    painter.setFont(bold)
    painter.setPen(QColor(worn().quiet))
    said = painter.fontMetrics().elidedText(row.sum, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, _LEFT, said)


def _paint_piece(painter: QPainter, piece: Piece, box: QRect) -> None:
    colours = worn()
    colour = QColor(colours.states[piece.state])
    inner = QRectF(box.adjusted(1, 1, -1, -1))
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QColor(colours.card))
    painter.drawRect(inner)
    faint = QColor(colour)
    faint.setAlpha(90)
    painter.setBrush(QBrush(faint, _PATTERNS[piece.state]))
    painter.drawRect(inner)
    text = f"{piece.many:,}"
    font = QFont(painter.font())
    font.setPixelSize(TYPE_SMALL)
    font.setBold(True)
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(text)
    both = SIZE + SPACE_4 + wide
    has_room = box.width() >= both + 2 * SPACE_4
    label = QRectF(inner.left() + 3, inner.top() + 4, both if has_room else SIZE, SIZE + 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.card))
    painter.drawRect(label.adjusted(-2, -2, 2, 2))
    paint_mark(painter, QRectF(label.left(), label.top() + 1, SIZE, SIZE), piece.state)
    if has_room:
        painter.setPen(colour)
        painter.drawText(label.adjusted(SIZE + SPACE_4, 0, 0, 0), _LEFT, text)


def _paint_frame(painter: QPainter, box: QRect, *, focused: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(worn().accent if focused else worn().ink), 3 if focused else 2))
    painter.drawRect(QRectF(box.adjusted(1, 1, -1, -1)))
