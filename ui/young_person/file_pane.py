"""What stands at the left of the file? The section chosen, or the form that it asked for."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget

from carelink.errors import StoreTrouble
from ui.desk import Desk
from ui.held import Known
from ui.young_person.fact_form import FactForm
from ui.young_person.section import Section
from ui.young_person.sections import SECTIONS, make_section


class FilePane(QStackedWidget):
    """`turned(name)` fires when another section is shown; `said` and `offered` are the page's.

    `room_asked(all_of_it)` fires when the section in view needs all the room there is, or no more.
    """

    turned = Signal(str)
    room_asked = Signal(bool)
    said = Signal(str)
    offered = Signal(str, str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: Known | None = None
        self._sections: dict[str, Section] = {}
        self._scrolls: dict[QWidget, QScrollArea] = {}
        self._shown: dict[str, Known] = {}
        self.form: QWidget | None = None
        self.name = SECTIONS[0][0]

    @property
    def section(self) -> Section:
        """The section chosen, under the form where one stands open."""
        return self._section(self.name)

    def show_known(self, known: Known, *, anew: bool) -> None:
        """Show this person; `anew` is somebody else than before, whose file opens at its top."""
        if anew:
            self.section.keep_draft()
        self._known = known
        if anew:
            self.close_form()
            self._show_section(SECTIONS[0][0])
            self._scroll_of(self.section).verticalScrollBar().setValue(0)
        else:
            self._refresh()

    def choose(self, name: str) -> None:
        """Show this section; a form that stands open is left, its words kept as a draft."""
        held = QApplication.focusWidget()
        within = held is not None and self.isAncestorOf(held)
        self.close_form()
        self.section.keep_draft()
        self._show_section(name)
        if within:
            # Or the keyboard is left on what is out of sight.
            self._scroll_of(self.section).setFocus()

    def choose_next(self, by: int) -> None:
        """The section so many further on, round the end."""
        names = [name for name, _ in SECTIONS]
        self.choose(names[(names.index(self.name) + by) % len(names)])

    def open_form(self, make: Callable[[Desk], Any], fact: Any = None) -> None:
        """Open a form in the section's place."""
        if self._known is None:
            return
        self.close_form()
        form: FactForm = make(self._desk)
        form.saved.connect(self._on_saved)
        form.closed.connect(self.close_form)
        form.said.connect(self.said)
        self.form = form
        scroll = self._scroll_of(form)
        self.addWidget(scroll)
        self.setCurrentWidget(scroll)
        form.start(self._known, fact)
        form.setFocus()

    def keep_draft(self) -> None:
        """Keep what is being typed."""
        if isinstance(self.form, FactForm):
            self.form.keep_draft()
        self.section.keep_draft()

    def close_form(self) -> bool:
        """Leave the form that stands open; whether there was one."""
        form, self.form = self.form, None
        if form is None:
            return False
        if isinstance(form, FactForm):
            form.keep_draft()
        scroll = self._scrolls.pop(form)
        self.setCurrentWidget(self._scroll_of(self.section))
        self.removeWidget(scroll)
        scroll.deleteLater()
        self._refresh()
        return True

    def step_back(self) -> bool:
        """Esc: leave the form, or what stands open in the section."""
        return self.close_form() or self.section.step_back()

    def _show_section(self, name: str) -> None:
        self.name = name
        self._refresh()
        self.setCurrentWidget(self._scroll_of(self.section))
        self.turned.emit(name)
        self._ask_room()

    def _refresh(self) -> None:
        known, name = self._known, self.name
        if known is None or self._shown.get(name) is known:
            return
        section = self._section(name)
        held = QApplication.focusWidget()
        section.hide()  # or each line shown lays the whole page out anew
        section.show_known(known)
        section.show()
        if held is not None and section.isAncestorOf(held) and held.isVisible():
            held.setFocus()  # hiding took the keyboard away from what was being typed in
        self._shown[name] = known

    def _section(self, name: str) -> Section:
        if name not in self._sections:
            section = make_section(name, self._desk)
            section.form_asked.connect(self.open_form)
            section.said.connect(self.said)
            section.offered.connect(self.offered)
            section.room_asked.connect(self._ask_room)
            self._sections[name] = section
            self.addWidget(self._scroll_of(section))
        return self._sections[name]

    def _scroll_of(self, widget: QWidget) -> QScrollArea:
        if widget not in self._scrolls:
            scroll = QScrollArea()
            scroll.setWidgetResizable(True)
            scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            scroll.setAccessibleName("About the young person")
            scroll.setWidget(widget)
            self._scrolls[widget] = scroll
        return self._scrolls[widget]

    def _ask_room(self) -> None:
        self.room_asked.emit(self.section.needs_room)

    def _on_saved(self, says: str, undo: Callable[..., Any] | None) -> None:
        person_id = self._known.case.person.person_id if self._known else ""
        self.close_form()
        if undo is None:
            self.said.emit(says)
        else:
            self.offered.emit(says, "Undo", partial(self._undo, undo, person_id))

    def _undo(self, undo: Callable[..., Any], person_id: str) -> None:
        try:
            self._desk.do(undo, about=person_id)
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))
