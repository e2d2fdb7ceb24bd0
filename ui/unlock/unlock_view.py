"""May you come in? The passphrase is asked for, and nothing about anyone is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.fields import TextField
from ui.unlock.card_view import CardView, secret_line


class UnlockView(CardView):
    """`asked(passphrase)` fires when the passphrase, or the recovery code, is given."""

    asked = Signal(str)

    def __init__(self, store_name: str, user: str, parent: QWidget | None = None) -> None:
        super().__init__(f"Locked. {user} opens {store_name}.", parent)
        self.passphrase = TextField("passphrase", "Passphrase", "Or your recovery code")
        self._line = secret_line(self.passphrase)
        self._line.returnPressed.connect(self._on_open)
        self._shown = QPushButton("Show what I type")
        self._shown.setObjectName("option")
        self._shown.setCheckable(True)
        self._shown.toggled.connect(self._on_shown)
        self.open = QPushButton("Open")
        self.open.setObjectName("main")
        self.open.clicked.connect(self._on_open)
        self._ask(self.passphrase, self._shown, self.open)
        self.setFocusProxy(self.passphrase)

    def say(self, problem: str) -> None:
        """What went wrong, beside the field; what was typed stays and can be mended."""
        self.rest()
        self.passphrase.show_problem(problem)
        self.passphrase.setFocus()
        self._line.selectAll()

    def forget(self) -> None:
        """Nothing of the passphrase stays in the field; ready for the next time."""
        self.passphrase.set_value("")
        self.passphrase.show_problem("")
        self._shown.setChecked(False)
        self.rest()

    def _on_shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._line.setEchoMode(mode)

    def _on_open(self) -> None:
        if not self.passphrase.value():
            self.passphrase.show_problem("Type your passphrase, or paste it.")
            return
        self.passphrase.show_problem("")
        self.asked.emit(self.passphrase.value())
