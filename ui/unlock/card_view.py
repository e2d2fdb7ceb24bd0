"""What do the screens before the window share? One card in the middle, and a sign of waiting."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from ui.fields import TextField
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_24, SPACE_32

_WIDTH = 440


class CardView(QScrollArea):
    """A window with one card; `wait` shows that something is under way, `rest` that it is over."""

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("CareLink")
        self.setMinimumSize(560, 360)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._says = label("", "quiet")
        self._waits = label("", "quiet")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Working")
        self._asks: list[QWidget] = []
        self._lay_out()
        self.explain(says)

    def sizeHint(self) -> QSize:
        return QSize(1200, 760)

    def wait(self, says: str) -> None:
        """Show that something is under way; nothing can be asked meanwhile."""
        self._waits.setText(says)
        self._waits.show()
        self._progress.show()
        for part in self._asks:
            part.setEnabled(False)

    def rest(self) -> None:
        """Nothing is under way."""
        self._waits.hide()
        self._progress.hide()
        for part in self._asks:
            part.setEnabled(True)

    def explain(self, says: str) -> None:
        """What this card is for; it gets the height that its lines need, and no less."""
        self._says.setText(says)
        self._says.setMinimumHeight(self._says.heightForWidth(_WIDTH - 2 * SPACE_32))

    def _ask(self, *parts: QWidget) -> None:
        """Put the parts on the card, in the order in which they are read."""
        for part in parts:
            self._column.insertWidget(self._column.count() - 2, part)
        self._asks += parts
        self.rest()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(_WIDTH)
        self._column = QVBoxLayout(card)
        self._column.setContentsMargins(SPACE_32, SPACE_32, SPACE_32, SPACE_32)
        self._column.setSpacing(SPACE_12)
        self._column.addWidget(label("CareLink", "title"))
        self._column.addWidget(self._says)
        self._column.addSpacing(SPACE_8)
        self._column.addWidget(self._waits)
        self._column.addWidget(self._progress)
        ground = QWidget()
        ground.setObjectName("frame")
        whole = QVBoxLayout(ground)
        whole.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        whole.addStretch(1)
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(2)
        self.setWidget(ground)


def secret_line(field: TextField) -> QLineEdit:
    """The field's one line, shown as dots; pasting is as good as typing."""
    line = field.input
    assert isinstance(line, QLineEdit)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
