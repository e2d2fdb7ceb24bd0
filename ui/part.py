"""How does a part of a page carry out one gesture, say what is wrong with it, and undo it?"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from carelink.errors import Refused, StoreTrouble
from ui.desk import Desk
from ui.small_form import SmallForm


class Part(QWidget):
    """`said`, `offered` and `person_opened` ask the page for what a page can do."""

    said = Signal(str)
    offered = Signal(str, str, object)
    person_opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def do(
        self,
        verb: Callable[..., Any],
        *args: Any,
        about: Sequence[str] = (),
        team: bool = False,
        form: SmallForm | None = None,
    ) -> Any:
        """One gesture: what the verb answers, or True where it answers nothing.

        None where it could not be: what is wrong is said in its form, or above where it has none.
        """
        try:
            answer = self.desk.do(verb, *args, about=tuple(dict.fromkeys(about)), team=team)
        except Refused as refused:
            if form is not None:
                form.show_problems(refused.problems)
            else:
                self.said.emit(str(refused))
            return None
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))
            return None
        return True if answer is None else answer

    def offer_undo(
        self,
        says: str,
        verb: Callable[..., Any],
        *args: Any,
        about: Sequence[str] = (),
        team: bool = False,
    ) -> None:
        """Say what was done, with the way back."""
        undo = partial(self.do, verb, *args, about=tuple(about), team=team)
        self.offered.emit(says, "Undo", undo)
