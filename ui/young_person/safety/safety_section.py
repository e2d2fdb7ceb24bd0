"""Safety: flags in the council's own words, times missing with their clock, and custody."""

from PySide6.QtWidgets import QPushButton, QWidget

from carelink.dates import age_on
from carelink.home.custody import say_custody
from carelink.safety.words import SETS_FLAGS
from ui.desk import Desk
from ui.held import Known
from ui.young_person.cards import Card
from ui.young_person.ledger_card import LedgerCard
from ui.young_person.safety.safety_forms import EndFlagForm, FlagForm, MissingForm
from ui.young_person.safety.said import rows_of_flags, rows_of_missing, say_flags
from ui.young_person.section import Section

_NONE_MISSING = "No time missing is recorded."


class SafetySection(Section):
    """Nothing here is added up to a score: facts, their dates, and what each lacks."""

    title = "Safety"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.may_set = desk.user.role in SETS_FLAGS
        self.flags = LedgerCard("Flags")
        self.missing = LedgerCard("Times missing")
        self.custody = Card("Custody")
        self.set_flag = QPushButton("Set a flag")
        self.record = QPushButton("Record a time missing")
        self.flags.add_button(self.set_flag)
        self.set_flag.setVisible(self.may_set)  # once it has a parent, or it opens as a window
        self.missing.add_button(self.record)
        for card in (self.flags, self.missing, self.custody):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.set_flag.clicked.connect(self.ask_form(FlagForm))
        self.record.clicked.connect(self.ask_form(MissingForm))
        self.flags.asked.connect(self._on_flag)
        self.missing.asked.connect(self._on_missing)

    def show_known(self, known: Known) -> None:
        if self.known and self.person_id != known.case.person.person_id:
            self.flags.start_anew()
            self.missing.start_anew()
        super().show_known(known)
        case, day = known.case, self.desk.day
        says = say_flags(case, day, may_set=self.may_set)
        self.flags.show_rows(rows_of_flags(case, day, may_set=self.may_set), says)
        born = case.person.date_of_birth
        grown = born is not None and age_on(born, day) >= 18
        unknown = "Record whereabouts unknown"
        self.record.setText(unknown if grown else "Record a time missing")
        rows = rows_of_missing(case, day)
        self.missing.show_rows(rows, "" if rows else _NONE_MISSING)
        custody = say_custody(case, day)
        self.custody.setVisible(bool(custody))
        self.custody.show_lines(custody)

    def _on_flag(self, act: str, flag: object) -> None:
        self.ask_form({"end": EndFlagForm, "change": FlagForm}[act], flag)()

    def _on_missing(self, act: str, episode: object) -> None:
        self.ask_form(MissingForm, episode)()
