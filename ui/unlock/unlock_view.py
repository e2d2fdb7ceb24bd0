"""May you come in? The passphrase is asked for, and nothing about anyone is shown."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.fields import TextField
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_24, SPACE_32


class UnlockView(QScrollArea):
    """`asked(passphrase)` fires when the passphrase, or the recovery code, is given."""

    asked = Signal(str)

    def __init__(self, store_name: str, user: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("CareLink")
        self.setMinimumSize(560, 360)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.passphrase = TextField("passphrase", "Passphrase", "Or your recovery code")
        self._input = self.passphrase.input
        assert isinstance(self._input, QLineEdit)
        self._input.setEchoMode(QLineEdit.EchoMode.Password)
        self._input.returnPressed.connect(self._on_open)
        self._shown = QPushButton("Show what I type")
        self._shown.setObjectName("option")
        self._shown.setCheckable(True)
        self._shown.toggled.connect(self._on_shown)
        self.open = QPushButton("Open")
        self.open.setObjectName("main")
        self.open.clicked.connect(self._on_open)
        self._waits = label("", "quiet")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Working")
        self._lay_out(store_name, user)
        self._rest()
        self.setFocusProxy(self.passphrase)

    def sizeHint(self) -> QSize:
        return QSize(1200, 760)

    def say(self, problem: str) -> None:
        """What went wrong, beside the field; what was typed stays and can be mended."""
        self._rest()
        self.passphrase.show_problem(problem)
        self.passphrase.setFocus()
        assert isinstance(self._input, QLineEdit)
        self._input.selectAll()

    def wait(self, says: str) -> None:
        """Show that something is under way."""
        self._waits.setText(says)
        self._waits.show()
        self._progress.show()
        for part in (self.passphrase, self._shown, self.open):
            part.setEnabled(False)

    def forget(self) -> None:
        """Nothing of the passphrase stays in the field; ready for the next time."""
        self.passphrase.set_value("")
        self.passphrase.show_problem("")
        self._shown.setChecked(False)
        self._rest()

    def _rest(self) -> None:
        self._waits.hide()
        self._progress.hide()
        for part in (self.passphrase, self._shown, self.open):
            part.setEnabled(True)

    def _on_shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        assert isinstance(self._input, QLineEdit)
        self._input.setEchoMode(mode)

    def _on_open(self) -> None:
        if not self.passphrase.value():
            self.passphrase.show_problem("Type your passphrase, or paste it.")
            return
        self.passphrase.show_problem("")
        self.asked.emit(self.passphrase.value())

    def _lay_out(self, store_name: str, user: str) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(440)
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE_32, SPACE_32, SPACE_32, SPACE_32)
        column.setSpacing(SPACE_12)
        column.addWidget(label("CareLink", "title"))
        column.addWidget(label(f"Locked. {user} opens {store_name}.", "quiet"))
        column.addSpacing(SPACE_8)
        column.addWidget(self.passphrase)
        column.addWidget(self._shown)
        column.addWidget(self.open)
        column.addWidget(self._waits)
        column.addWidget(self._progress)
        ground = QWidget()
        ground.setObjectName("frame")
        whole = QVBoxLayout(ground)
        whole.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        whole.addStretch(1)
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(2)
        self.setWidget(ground)
