"""How does the program put its look on, and which colours are worn now?"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from ui.assets import font_files, icon_svg
from ui.look.palette import palette_of
from ui.look.stylesheet import stylesheet_of
from ui.look.tokens import DARK, FAMILIES, LIGHT, TYPE_BODY, Colours

_worn: list[Colours] = [LIGHT]


def worn() -> Colours:
    """The colours in force; painters ask at each painting, so that a change shows at once."""
    return _worn[0]


def load_fonts(app: QApplication) -> None:
    for path in font_files():
        QFontDatabase.addApplicationFont(str(path))
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(TYPE_BODY)
    app.setFont(font)


def wear(app: QApplication, scheme: str = "system") -> None:
    """Put on `light`, `dark` or the system's own choice; Fusion paints alike everywhere."""
    dark = scheme == "dark" or (scheme == "system" and _system_is_dark(app))
    _worn[0] = DARK if dark else LIGHT
    app.setStyle("Fusion")
    app.setPalette(palette_of(_worn[0]))
    app.setStyleSheet(stylesheet_of(_worn[0]))


def icon(name: str) -> QIcon:
    colours = worn()
    drawn = QIcon(_drawn(name, colours.ink))
    drawn.addPixmap(_drawn(name, colours.quiet), QIcon.Mode.Disabled)
    return drawn


def icon_on_accent(name: str) -> QIcon:
    return QIcon(_drawn(name, worn().on_accent))


@lru_cache(maxsize=128)
def _drawn(name: str, colour: str) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # only when the first icon is drawn

    image = QImage(80, 80, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(icon_svg(name, colour))).render(painter, QRectF(0, 0, 80, 80))
    painter.end()
    image.setDevicePixelRatio(4)
    return QPixmap.fromImage(image)


def _system_is_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
