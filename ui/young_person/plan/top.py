"""How does what has just been shown begin at its top, whatever was scrolled before?"""

from PySide6.QtWidgets import QScrollArea, QWidget


def to_top(widget: QWidget) -> None:
    """Scroll whatever holds the widget to its beginning."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.verticalScrollBar().setValue(0)
