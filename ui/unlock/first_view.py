"""How does a store begin? A passphrase chosen twice, then the recovery code typed back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.fields import TextField
from ui.labels import label
from ui.unlock.card_view import CardView, secret_line

_KEEP = (
    "This recovery code is the second way in. Write it down or print it, and keep it away from "
    "this computer. It is shown this once. With neither passphrase nor code nobody can open the "
    "store, and neither can we."
)


class FirstView(CardView):
    """`asked(passphrase)` fires when one was chosen; `kept` when the code was typed back."""

    asked = Signal(str)
    kept = Signal()

    def __init__(self, store_name: str, user: str, parent: QWidget | None = None) -> None:
        super().__init__(f"There is no store yet. {user} makes {store_name}.", parent)
        hint = "A few plain words, at least 8 characters"
        self.passphrase = TextField("passphrase", "Choose a passphrase", hint)
        self.again = TextField("again", "The same again")
        secret_line(self.passphrase)
        secret_line(self.again).returnPressed.connect(self._on_make)
        self.make = QPushButton("Make the store")
        self.make.setObjectName("main")
        self.make.clicked.connect(self._on_make)
        self.code = label("", "heading")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.typed = TextField("typed", "Type the code back", "So that we know it was kept")
        self.go_on = QPushButton("I have it: open CareLink")
        self.go_on.setObjectName("main")
        self.go_on.clicked.connect(self._on_typed)
        self._ask(self.passphrase, self.again, self.make, self.code, self.typed, self.go_on)
        self._show_parts(False, self.code, self.typed, self.go_on)
        self.setFocusProxy(self.passphrase)

    def say(self, problem: str) -> None:
        """What went wrong, beside the passphrase; what was typed stays and can be mended."""
        self.rest()
        self.passphrase.show_problem(problem)
        self.passphrase.setFocus()

    def show_code(self, code: str) -> None:
        """The store is made: its recovery code, to be kept and typed back."""
        self.rest()
        self.explain(_KEEP)
        self.code.setText(code)
        self._show_parts(False, self.passphrase, self.again, self.make)
        self._show_parts(True, self.code, self.typed, self.go_on)
        self.typed.setFocus()

    def _show_parts(self, shown: bool, *parts: QWidget) -> None:
        for part in parts:
            part.setVisible(shown)

    def _on_make(self) -> None:
        self.passphrase.show_problem("")
        same = self.passphrase.value() == self.again.value()
        self.again.show_problem("" if same else "The two are not the same; type them again.")
        if same:
            self.asked.emit(self.passphrase.value())

    def _on_typed(self) -> None:
        if _plain(self.typed.value()) == _plain(self.code.text()):
            self.kept.emit()
        else:
            self.typed.show_problem("That is not the code; look at it once more.")


def _plain(code: str) -> str:
    """The code without what does not matter when it is typed."""
    return "".join(char for char in code.upper() if char.isalnum())
