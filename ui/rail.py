"""Where can one go from here? The places at the left, wide with words or narrow with smaller."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.labels import label, parting_line
from ui.look.dress import icon
from ui.look.tokens import SPACE_4, SPACE_8

WIDE, NARROW = 188, 92


class Place(NamedTuple):
    """One entry: its id, the word, the icon, its shortcut as said in the tooltip."""

    place_id: str
    word: str
    icon: str
    key: str = ""
    stays: bool = True


class Rail(QScrollArea):
    """`chosen(place_id)` fires when a place is pressed."""

    chosen = Signal(str)

    def __init__(
        self, places: Sequence[Place], gestures: Sequence[Place], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._buttons: dict[str, QToolButton] = {}
        self._icons = {place.place_id: place.icon for place in (*places, *gestures)}
        self._group = QButtonGroup(self)
        self._inner = QWidget()
        self._inner.setObjectName("rail")
        self._mark = label("CareLink", "mark")
        column = self._column = QVBoxLayout(self._inner)
        column.addWidget(self._mark)
        for place in places:
            column.addWidget(self._button(place))
        column.addStretch(1)
        column.addWidget(parting_line())
        for place in gestures:
            column.addWidget(self._button(place))
        self.setWidget(self._inner)
        self.set_narrow(False)

    def show_place(self, place_id: str) -> None:
        """Mark where we are; a page that is no place of the rail leaves nothing marked."""
        if place_id in self._buttons:
            self._buttons[place_id].setChecked(True)
        elif checked := self._group.checkedButton():
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def set_narrow(self, narrow: bool) -> None:
        self.setFixedWidth(NARROW if narrow else WIDE)
        self._mark.setVisible(not narrow)
        self._column.setSpacing(0 if narrow else SPACE_4)
        around = SPACE_4 if narrow else SPACE_8
        self._column.setContentsMargins(around, around, around, around)
        style = (
            Qt.ToolButtonStyle.ToolButtonTextUnderIcon
            if narrow
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        for button in self._buttons.values():
            button.setToolButtonStyle(style)
            button.setText(button.accessibleName() if narrow else f" {button.accessibleName()}")
            button.setProperty("narrow", narrow)
            button.style().polish(button)
        # The style's own least height is less than what some fonts need: no place is squeezed.
        self._inner.setMinimumHeight(self._column.sizeHint().height())

    def draw_icons(self) -> None:
        for place_id, button in self._buttons.items():
            button.setIcon(icon(self._icons[place_id]))

    def _button(self, place: Place) -> QToolButton:
        button = QToolButton()
        button.setObjectName("place")
        button.setText(f" {place.word}")
        button.setAccessibleName(place.word)
        button.setToolTip(f"{place.word} ({place.key})" if place.key else place.word)
        button.setIcon(icon(place.icon))
        button.setIconSize(QSize(20, 20))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setProperty("place", place.place_id)
        button.setCheckable(place.stays)
        if place.stays:
            self._group.addButton(button)
        button.clicked.connect(self._on_pressed)
        self._buttons[place.place_id] = button
        return button

    def _on_pressed(self) -> None:
        self.chosen.emit(self.sender().property("place"))
