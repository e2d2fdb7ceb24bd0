"""Settings: light or dark, the size of everything, and the single-letter keys."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.fields import ChoiceField
from ui.labels import label
from ui.look.dress import wear
from ui.look.tokens import SPACE_16
from ui.page import Page
from ui.settings import SCALES, SCHEMES, Settings

_AT_NEXT_START = "From the next start"
_KEYS = (
    ("Ctrl K", "find anyone or any action"),
    ("N", "record a contact, from anywhere"),
    ("W", "why this is here"),
    ("Enter", "open"),
    ("Esc", "back"),
    ("Space", "fold or unfold a group"),
    ("Ctrl Z", "undo what the message bar offers to undo"),
    ("F1", "help"),
    ("F9", "hide now, and show again"),
    ("Ctrl L", "lock"),
    ("Ctrl 1 to 4", "the places at the left"),
)


class SettingsView(Page):
    """Each choice is kept as it is made; nothing here is about anyone."""

    title = "Settings"

    def __init__(
        self, desk: Desk, signals: DeskSignals, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, signals, parent)
        self._settings = settings
        self.scheme = ChoiceField("scheme", "Light or dark", list(SCHEMES.items()), across=3)
        self.scheme.set_value(settings.scheme)
        sizes = [(str(scale), f"{scale} %") for scale in SCALES]
        self.scale = ChoiceField("scale", "Size of everything", sizes, _AT_NEXT_START, across=5)
        self.scale.set_value(str(settings.scale))
        switches = [("on", "On"), ("off", "Off")]
        hint = f"{_AT_NEXT_START}. Off helps those who dictate"
        self.keys = ChoiceField("keys", "N, W and B by themselves", switches, hint, across=2)
        self.keys.set_value("on" if settings.single_keys else "off")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_16)
        for field in (self.scheme, self.scale, self.keys):
            column.addWidget(field)
            field.changed.connect(self._on_changed)
        column.addWidget(label("Keys", "heading"))
        column.addWidget(label("\n".join(f"{key}: {does}" for key, does in _KEYS)))
        column.addStretch(1)
        self.setFocusProxy(self.scheme)

    def _on_changed(self) -> None:
        if not (self.scheme.value() and self.scale.value() and self.keys.value()):
            return
        self._settings.scale = int(self.scale.value())
        self._settings.single_keys = self.keys.value() == "on"
        if self.scheme.value() != self._settings.scheme:
            self._settings.scheme = self.scheme.value()
            app = QApplication.instance()
            if isinstance(app, QApplication):
                wear(app, self._settings.scheme)
