"""Where in the plan are we, and what can be done with this page? The bar on top of the editor."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.case import CaseFile
from carelink.plan.version import WholeVersion, answered, say_version
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_16
from ui.side_by_side import SideBySide
from ui.young_person.plan.said import say_progress, say_state

_THEIR_VIEW = "What do I think of my plan?"


class StepBar(QWidget):
    """`turned(by)` and `chosen(at)` ask for another page, `left` closes the editor.

    Its other buttons are the page's own: still right, skip for now.
    """

    turned = Signal(int)
    chosen = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self._says = label("", "strong")
        self._stands = label("", "quiet")
        self._pages = QComboBox()
        self._pages.setAccessibleName("Matter of the plan")
        self.back = QPushButton("Before")
        self.on = QPushButton("Next")
        self.confirm = QPushButton("Still right")
        self.skip = QPushButton("Skip for now")
        self.close_button = QPushButton("Close")
        self.confirm.setObjectName("main")
        self.confirm.setToolTip("Asked, and what was said last time is still right (Ctrl Enter)")
        self.skip.setToolTip("Come back to this one later")
        self.back.setToolTip("The matter before (Ctrl Left at the start of a text)")
        self.on.setToolTip("The next matter (Ctrl Right at the end of a text)")
        self.close_button.setToolTip("What stands here is kept (Esc)")
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        for widget in (self.back, self._pages, self.on):
            row.addWidget(widget, 1 if widget is self._pages else 0)
        acts = (self.confirm, self.skip, self.close_button)
        rooms = [button.sizeHint().width() + SPACE_8 for button in acts]
        leaf = QWidget()
        leaf.setObjectName("clear")
        row.setContentsMargins(0, 0, 0, 0)
        leaf.setLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self._says)
        column.addWidget(self._stands)
        beside = SideBySide(acts, rooms, gap=SPACE_8, fill=False)
        column.addWidget(SideBySide((leaf, beside), at_least=(340, 320), gap=SPACE_16))
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.on.clicked.connect(lambda: self.turned.emit(1))
        self.close_button.clicked.connect(self.left)
        self._pages.activated.connect(self.chosen)

    def show_gestures(self, *, can_confirm: bool, on_matter: bool) -> None:
        """Offer to confirm where there is something to confirm and nothing else is typed."""
        self.confirm.setVisible(on_matter and can_confirm)
        self.skip.setVisible(on_matter)

    def show_version(self, case: CaseFile, whole: WholeVersion, at: int, day: date) -> None:
        """Show which page of which version this is."""
        self._says.setText(f"{say_version(whole)}. {say_state(case, whole)}")
        returned = whole.version.returned_why
        comment = f" The manager's comment: “{returned}”" if returned else ""
        self._stands.setText(say_progress(case, whole, day) + "." + comment)
        pages = [
            f"{number}. {matter.question}"
            + ("  ✓" if answered(whole.matters.get(matter.key)) else "")
            for number, matter in enumerate(whole.schedule, 1)
        ]
        pages.append(f"{len(pages) + 1}. {_THEIR_VIEW}")
        self._pages.clear()
        self._pages.addItems(pages)
        self._pages.setCurrentIndex(at)
        self.back.setEnabled(at > 0)
        self.on.setEnabled(at < len(whole.schedule))
