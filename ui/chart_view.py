"""How does a chart stand on a page? Drawn for the room it has, with its figures as a table below.

    self._chart = ChartView(background)
    self._chart.show_chart(Trend("In work or learning", series, target=65))

The drawing is made off the screen's thread when a `Background` is given. It is made anew when the
room or the colours change; until it comes, the one before stands, stretched.
"""

from typing import NamedTuple

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from carelink.charts import Chart, Look, Told, draw, height_of, told
from carelink.charts.drawing import Shown
from ui.assets import font_files
from ui.background import Background, Job
from ui.labels import label
from ui.look.dress import worn
from ui.look.tokens import FOCUS_WIDTH, SPACE_8, SPACE_12, TYPE_SMALL
from ui.rows import Column, RowsModel
from ui.tables import PlainTable

_LEAST_WIDTH = 280
# Room is taken in steps, so that pulling at a window does not draw at every pixel.
_STEP = 20
_REST_MS = 120
_MOST_WIDTH = 1100
_FIRST = 150


def look_of(width: int) -> Look:
    """The colours worn now and the bundled fonts, for a chart this wide."""
    colours = worn()
    fonts = tuple(str(path) for path in font_files() if path.stem.endswith("-Regular"))
    return Look(
        paper=colours.card,
        ink=colours.ink,
        quiet=colours.quiet,
        line=colours.line,
        fill=colours.chosen,
        ours=colours.accent,
        width=width,
        fonts=fonts,
        size=TYPE_SMALL,
    )


class ChartView(QFrame):
    """One chart: its title, the drawing, and a table of the same figures.

    `drawn` fires when a drawing has arrived. `folded` leaves the table closed until asked for.
    """

    drawn = Signal()

    def __init__(
        self,
        background: Background | None = None,
        *,
        folded: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._background = background
        self._job: Job | None = None
        self._shown: Shown | None = None
        self._asked: tuple[Shown, Look] | None = None
        self._waiting = False
        self.title = label("", "heading")
        self.picture = Picture()
        self.says = label("", "small")
        self.button = QPushButton()
        self.button.setObjectName("link")
        self.button.setCheckable(True)
        self.button.setChecked(not folded)
        self.button.toggled.connect(self._on_toggled)
        self.table: PlainTable | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._draw)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        self._column.setSpacing(SPACE_8)
        for part in (self.title, self.picture, self.says, self.button):
            self._column.addWidget(part)
            part.hide()  # until there is something to show

    def show_chart(self, shown: Shown) -> None:
        """Show this; the words and the table stand at once, the drawing follows."""
        self._shown = shown
        says = told(shown)
        self.title.setText(shown.title)
        self.title.show()
        self.picture.setAccessibleName(f"Chart: {shown.title}")
        self.picture.setAccessibleDescription(says.alt)
        self.picture.setToolTip(says.alt)
        self.picture.set_height(height_of(shown))
        self.picture.setVisible(bool(says.rows))
        beside = " ".join(says.notes) if says.rows else says.alt
        self.says.setText(beside)
        self.says.setVisible(bool(beside))
        self.button.setVisible(bool(says.rows))
        self._put_table(shown.title, says)
        self._on_toggled(self.button.isChecked())
        self._draw()

    @property
    def at_rest(self) -> bool:
        """Whether the drawing asked for last stands; a hidden one waits for nothing."""
        return not self.isVisible() or not (self._waiting or self._rest.isActive())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self._shown is None or not self.isVisible():
            return
        room = self.width() - 2 * SPACE_12
        width = min(max(room // _STEP * _STEP, _LEAST_WIDTH), _MOST_WIDTH)
        asked = self._shown, look_of(width)
        if asked == self._asked:
            return
        self._asked, self._waiting = asked, True
        if self._job is not None:
            self._job.give_up()
        if self._background is None:
            self._take(draw(*asked))
        else:
            self._job = self._background.run(lambda: draw(*asked), self._take, self._on_trouble)

    def _take(self, chart: Chart) -> None:
        self._waiting = False
        self.picture.show_svg(chart.svg)
        self.drawn.emit()

    def _on_trouble(self, trouble: Exception) -> None:
        raise trouble

    def _put_table(self, title: str, says: Told) -> None:
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.deleteLater()
        self.table = _table_of(title, says, self)
        self._column.addWidget(self.table)

    def _on_toggled(self, opened: bool) -> None:
        self.button.setText("Put the figures away" if opened else "Show the figures as a table")
        if self.table is not None:
            self.table.setVisible(opened and bool(self.table.model().rowCount()))


class Picture(QWidget):
    """The drawing itself. It takes the keyboard, so that its description is read out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer = QSvgRenderer(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumWidth(_LEAST_WIDTH)

    def set_height(self, height: int) -> None:
        self.setFixedHeight(height)

    def show_svg(self, svg: bytes) -> None:
        self._renderer.load(QByteArray(svg))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._renderer.isValid():
            size = self._renderer.viewBoxF().size()
            size.scale(self.width(), self.height(), Qt.AspectRatioMode.KeepAspectRatio)
            self._renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
        if self.hasFocus():
            painter.setPen(QPen(QColor(worn().accent), FOCUS_WIDTH))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class _Figures(NamedTuple):
    """One row of the table, with its place in it: two rows may read alike."""

    at: int
    cells: tuple[str, ...]


def _table_of(title: str, says: Told, parent: QWidget) -> PlainTable:
    columns = [_column(at, header) for at, header in enumerate(says.headers)]
    model: RowsModel[_Figures] = RowsModel(
        columns,
        lambda row: row.at,
        spoken=lambda row: _spoken(says.headers, row.cells),
        parent=parent,
    )
    model.show_rows([_Figures(at, cells) for at, cells in enumerate(says.rows)])
    measure = parent.fontMetrics().horizontalAdvance
    widths = [
        max(measure(cell) for cell in (header, *(row[at] for row in says.rows))) + 32
        for at, header in enumerate(says.headers)
        if at
    ]
    table = PlainTable(model, f"The figures of: {title}", widths, first_at_least=_FIRST)
    model.setParent(table)
    table.show_whole()
    return table


def _column(at: int, header: str) -> Column:
    return Column(header, lambda row: row.cells[at], right=at > 0)


def _spoken(headers: tuple[str, ...], cells: tuple[str, ...]) -> str:
    named = zip(headers[1:], cells[1:], strict=True)
    return ", ".join([cells[0], *(f"{header} {cell}" for header, cell in named if cell)])
