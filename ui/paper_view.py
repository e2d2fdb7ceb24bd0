"""How is a paper shown on the screen? Its blocks as labels, in the words that would be printed."""

from functools import singledispatchmethod

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from carelink.papers.blocks import (
    Block,
    Box,
    Bullets,
    Checkboxes,
    Heading,
    Lines,
    PageBreak,
    Paper,
    Para,
    ParaKind,
    Signatures,
    Table,
    born_when,
    made_when,
)
from ui.labels import label, parting_line
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24

_TOP = Qt.AlignmentFlag.AlignTop
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse
_KINDS = {
    ParaKind.NORMAL: "",
    ParaKind.LEAD: "strong",
    ParaKind.QUOTE: "",
    ParaKind.SMALL: "small",
}


class PaperView(QWidget):
    """A paper to be read; `show_paper` shows another in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        self._column.setSpacing(SPACE_12)

    def show_paper(self, paper: Paper) -> None:
        """Show this paper from its top."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setAccessibleName(paper.title)
        self._column.addWidget(label(paper.title, "title"))
        whose = " · ".join(part for part in (paper.person_name, born_when(paper)) if part)
        if whose:
            self._column.addWidget(label(whose, "strong"))
        self._column.addWidget(label(made_when(paper), "small"))
        for block in paper.blocks:
            self._column.addWidget(self._shown(block))
        self._column.addStretch(1)

    @singledispatchmethod
    def _shown(self, block: Block) -> QWidget:
        raise TypeError(type(block))

    @_shown.register
    def _(self, block: Heading) -> QWidget:
        return label(block.text, "heading" if block.level == 1 else "strong")

    @_shown.register
    def _(self, block: Para) -> QWidget:
        words = _words(f"“{block.text}”" if block.kind is ParaKind.QUOTE else block.text)
        if _KINDS[block.kind]:
            words.setObjectName(_KINDS[block.kind])
        return _column(words, _words(block.by, "small")) if block.by else words

    @_shown.register
    def _(self, block: Lines) -> QWidget:
        held, grid = _grid()
        for at, (about, says) in enumerate(block.rows):
            grid.addWidget(label(about, "quiet"), at, 0, _TOP)
            grid.addWidget(_words(says), at, 1, _TOP)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 132)
        return held

    @_shown.register
    def _(self, block: Bullets) -> QWidget:
        marks = [f"{at}." if block.numbered else "•" for at in range(1, len(block.items) + 1)]
        return _listed(marks, block.items)

    @_shown.register
    def _(self, block: Checkboxes) -> QWidget:
        return _listed(
            ["☑" if ticked else "☐" for _, ticked in block.items], [item for item, _ in block.items]
        )

    @_shown.register
    def _(self, block: Table) -> QWidget:
        held, grid = _grid()
        for at, header in enumerate(block.headers):
            grid.addWidget(label(header, "strong"), 0, at, _TOP)
        for row, cells in enumerate(block.rows, 1):
            for at, cell in enumerate(cells):
                grid.addWidget(_words(cell), row, at, _TOP)
        return _column(label(block.caption, "quiet"), held) if block.caption else held

    @_shown.register
    def _(self, block: Box) -> QWidget:
        framed = QFrame()
        framed.setObjectName("card")
        column = QVBoxLayout(framed)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        column.addWidget(label(block.title, "strong"))
        if block.text:
            column.addWidget(_words(block.text))
        return framed

    @_shown.register
    def _(self, block: Signatures) -> QWidget:
        return label("To be signed by: " + ", ".join(block.people), "quiet")

    @_shown.register
    def _(self, block: PageBreak) -> QWidget:
        return parting_line()


def _words(text: str, kind: str = "") -> QWidget:
    made = label(text, kind)
    made.setTextInteractionFlags(_SELECTABLE)
    return made


def _grid() -> tuple[QWidget, QGridLayout]:
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE_16)
    grid.setVerticalSpacing(SPACE_8)
    return held, grid


def _listed(marks: list[str], items: "tuple[str, ...] | list[str]") -> QWidget:
    held, grid = _grid()
    for at, (mark, item) in enumerate(zip(marks, items, strict=True)):
        grid.addWidget(label(mark), at, 0, _TOP)
        grid.addWidget(_words(item), at, 1, _TOP)
    grid.setColumnStretch(1, 1)
    return held


def _column(*widgets: QWidget) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_8)
    for widget in widgets:
        column.addWidget(widget)
    return held
