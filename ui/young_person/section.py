"""What has every section of the file in common? It shows one subject and asks for its forms."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.errors import Refused, StoreTrouble
from ui.desk import Desk
from ui.held import Known
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16


class Section(QWidget):
    """One subject of a young person's file. Override `show_known`; add cards to `column`.

    `form_asked(form, fact)` opens a FactForm in the section's place: `form` makes it from the
    desk, `fact` is what to change, None for something new. `said` and `offered` are the page's.
    `room_asked` fires when `needs_room` has changed: what is due then gives way to the section.
    """

    form_asked = Signal(object, object)
    said = Signal(str)
    offered = Signal(str, str, object)
    room_asked = Signal()

    title = ""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.setAccessibleName(self.title)
        self.desk = desk
        self.known: Known | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_16, SPACE_8, SPACE_12, SPACE_16)
        self.column.setSpacing(SPACE_12)

    def show_known(self, known: Known) -> None:
        """Show this person's facts; called when they change and when the section is chosen."""
        self.known = known

    def step_back(self) -> bool:
        """Esc: close what stands open in the section; False when there was nothing."""
        return False

    def show_what_waits(self) -> None:
        """Opened from a list of what waits: show that at once."""

    @property
    def needs_room(self) -> bool:
        """Whether what is due is to give way to the section for now."""
        return False

    def keep_draft(self) -> None:
        """Another section, another person or the lock: what is being typed is kept now."""

    @property
    def person_id(self) -> str:
        """Whose file it is; empty before any is shown."""
        return self.known.case.person.person_id if self.known else ""

    def ask_form(self, form: Callable[[Desk], QWidget], fact: Any = None) -> Callable[[], None]:
        """What a button does to open a form."""
        return partial(self._ask, form, fact)

    def do(self, verb: Callable[..., Any], *args: Any) -> bool:
        """One gesture about this person; what goes wrong is said on the message bar."""
        try:
            self.desk.do(verb, *args, about=self.person_id)
        except (Refused, StoreTrouble) as trouble:
            self.said.emit(str(trouble))
            return False
        return True

    def do_undoably(
        self, verb: Callable[..., Any], args: tuple[Any, ...], says: str, undo: Callable[..., Any]
    ) -> None:
        """One gesture, what it did said, and its way back: the verb `undo` is given its answer."""
        person_id = self.person_id
        try:
            answer = self.desk.do(verb, *args, about=person_id)
        except (Refused, StoreTrouble) as trouble:
            self.said.emit(str(trouble))
            return
        self.offered.emit(says, "Undo", partial(self._undo, undo, answer, person_id))

    def _undo(self, undo: Callable[..., Any], answer: Any, person_id: str) -> None:
        try:
            self.desk.do(undo, answer, about=person_id)
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))

    def _ask(self, form: Callable[[Desk], QWidget], fact: Any) -> None:
        self.form_asked.emit(form, fact)
