"""Which colours does Qt itself paint with? Every role is set, so that dark works anywhere."""

from PySide6.QtGui import QColor, QPalette

from ui.look.tokens import Colours

_Role = QPalette.ColorRole


def palette_of(colours: Colours) -> QPalette:
    palette = QPalette()
    for role, colour in _roles(colours).items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.quiet))
    return palette


def _roles(colours: Colours) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: colours.paper,
        _Role.WindowText: colours.ink,
        _Role.Base: colours.card,
        _Role.AlternateBase: colours.paper,
        _Role.Text: colours.ink,
        _Role.PlaceholderText: colours.quiet,
        _Role.Button: colours.card,
        _Role.ButtonText: colours.ink,
        _Role.BrightText: colours.on_accent,
        _Role.ToolTipBase: colours.card,
        _Role.ToolTipText: colours.ink,
        _Role.Highlight: colours.accent,
        _Role.HighlightedText: colours.on_accent,
        _Role.Link: colours.accent,
        _Role.LinkVisited: colours.accent,
        # Fusion draws borders and unchecked boxes from these; left alone they vanish in dark.
        _Role.Light: colours.line,
        _Role.Midlight: colours.line,
        _Role.Mid: colours.edge,
        _Role.Dark: colours.edge,
        _Role.Shadow: colours.edge,
    }
