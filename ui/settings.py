"""How does this worker like the window? Sizes and choices only; nothing about people."""

from PySide6.QtCore import QByteArray, QSettings

SCHEMES = {"system": "As the system", "light": "Light", "dark": "Dark"}
SCALES = (100, 125, 150, 175, 200)


class Settings:
    """Typed over an INI file; a value we cannot read counts as not set."""

    def __init__(self, path: str = "") -> None:
        ini = QSettings.Format.IniFormat
        self._kept = (
            QSettings(path, ini)
            if path
            else QSettings(ini, QSettings.Scope.UserScope, "CareLink", "CareLink")
        )

    @property
    def scheme(self) -> str:
        kept = str(self._kept.value("look/scheme", "system"))
        return kept if kept in SCHEMES else "system"

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self._kept.setValue("look/scheme", scheme)

    @property
    def scale(self) -> int:
        """The size of everything, in per cent."""
        kept = str(self._kept.value("look/scale", "100"))
        return int(kept) if kept.isdecimal() and int(kept) in SCALES else 100

    @scale.setter
    def scale(self, scale: int) -> None:
        self._kept.setValue("look/scale", scale)

    @property
    def single_keys(self) -> bool:
        """Whether N and W work by themselves; some who use speech input need them off."""
        return str(self._kept.value("keys/single", "yes")) == "yes"

    @single_keys.setter
    def single_keys(self, on: bool) -> None:
        self._kept.setValue("keys/single", "yes" if on else "no")

    @property
    def window_place(self) -> QByteArray:
        kept = self._kept.value("window/place", QByteArray())
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @window_place.setter
    def window_place(self, place: QByteArray) -> None:
        self._kept.setValue("window/place", place)
