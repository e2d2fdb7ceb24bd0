"""Health: the passport part by part, what is still to be asked, and the copy they hold."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from carelink.health.copies import copy_of, say_copy
from carelink.health.parts import ASSESSMENTS, GROUPS, NHS_NUMBER, PARTS
from carelink.health.passport import passport_of, still_to_do
from carelink.health.words import DISCUSSED, PREPARED
from carelink.said import Line
from db.health import (
    DUTY,
    end_health_line,
    share_line,
    share_part,
    undo_line_change,
)
from ui.desk import Desk
from ui.held import Known
from ui.labels import label
from ui.marks import StateTag
from ui.side_by_side import SideBySide
from ui.young_person.cards import Card
from ui.young_person.health.copy_forms import DeclineForm, GiveForm, PassportStepForm
from ui.young_person.health.health_forms import AssessmentForm, HealthLineForm, NhsNumberForm
from ui.young_person.health.part_row import Asked, GroupCard
from ui.young_person.section import Section

_SHARING = (
    "Share: others may see the line. Keep private: only for them. "
    "Neither is pressed while nobody has asked, and the line is then not shared."
)
_ALL_ASKED = "Every part has been asked, and for every line whether others may see it."


class PassportCard(Card):
    """The passport as a whole: what we owe, what was done, and what to do next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Health passport", parent)
        self.tag = StateTag()
        self.give = QPushButton("They have it…")
        self.give.setObjectName("main")
        self.prepared = QPushButton("Prepared…")
        self.talked = QPushButton("Talked through…")
        self.decline = QPushButton("Chose not to…")
        self.add_above(self.tag)
        self.add_buttons(self.give, self.prepared, self.talked, self.decline)


class HealthSection(Section):
    """Every part of the passport, asked or not, with consent line by line."""

    title = "Health"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.passport = PassportCard()
        self.todo = Card("Still to ask and find out")
        self.groups = [
            GroupCard(group, [part for part in PARTS if part.group == group]) for group in GROUPS
        ]
        self.column.addWidget(SideBySide((self.passport, self.todo), at_least=380))
        self.column.addWidget(label(_SHARING, "quiet"))
        for card in self.groups:
            self.column.addWidget(card)
            card.asked.connect(self._on_asked)
        self.column.addStretch(1)
        self.passport.give.clicked.connect(self.ask_form(GiveForm))
        self.passport.decline.clicked.connect(self.ask_form(DeclineForm))
        self.passport.prepared.clicked.connect(
            self.ask_form(partial(PassportStepForm, step=PREPARED))
        )
        self.passport.talked.clicked.connect(
            self.ask_form(partial(PassportStepForm, step=DISCUSSED))
        )

    def show_known(self, known: Known) -> None:
        super().show_known(known)
        case, day = known.case, self.desk.day
        duty = next((held for held in known.duties if held.duty == DUTY), None)
        self.passport.tag.setVisible(duty is not None)
        if duty is not None:
            self.passport.tag.show_state(duty.state)
        lead = duty.reason if duty is not None else ""
        self.passport.show_lines(say_copy(copy_of(case, day)), lead=lead)
        self.todo.show_lines(_together(still_to_do(case, day)), _ALL_ASKED)
        parts = passport_of(case, day)
        for card in self.groups:
            card.show_parts(parts)

    def _on_asked(self, asked: Asked) -> None:
        part, line = asked.part, asked.line
        if asked.act == "add" and part.part == ASSESSMENTS:
            self.ask_form(AssessmentForm)()
        elif asked.act == "add" and part.part == NHS_NUMBER:
            self.ask_form(NhsNumberForm)()
        elif asked.act in ("add", "else") or line is None:
            self.ask_form(partial(HealthLineForm, part=part))()
        elif asked.act == "change":
            self.ask_form(partial(HealthLineForm, part=part), line.item)()
        elif asked.act == "over" and line.item is not None:
            args = (line.item, self.desk.day)
            says = f"{part.title}: over from today."
            self.do_undoably(end_health_line, args, says, undo_line_change)
        else:
            self._share(asked, asked.act == "share")

    def _share(self, asked: Asked, shared: bool) -> None:
        assert asked.line is not None
        says = f"{asked.part.title}: {'others may see it' if shared else 'only for them'}."
        item = asked.line.item
        if item is not None:
            self.do_undoably(share_line, (item, shared), says, undo_line_change)
        else:
            args = (self.person_id, asked.part.part, shared)
            self.do_undoably(share_part, args, says, undo_line_change)


def _together(todo: list[Line]) -> list[Line]:
    """One line for each thing to do, with the parts it is to be done for."""
    parts: dict[str, list[str]] = {}
    for line in todo:
        titles = parts.setdefault(line.about, [])
        if line.says not in titles:
            titles.append(line.says)
    return [Line(about, ", ".join(titles)) for about, titles in parts.items()]
