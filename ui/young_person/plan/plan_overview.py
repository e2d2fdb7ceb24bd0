"""How does the plan stand? What can be done next, what is to be done, what it says."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.case import CaseFile
from carelink.plan.actions import open_actions
from carelink.plan.evidence import time_since
from carelink.plan.gaps import gaps_of
from carelink.plan.since import say_invitation, say_since, since_last_time
from carelink.plan.version import open_version, versions_of
from ui.held import Known
from ui.look.tokens import SPACE_12
from ui.young_person.ledger_card import LedgerCard
from ui.young_person.plan.said import action_words, matter_words, say_open, version_words
from ui.young_person.plan.state_card import StateCard
from ui.young_person.plan.to_copy import ToCopy


class PlanOverview(QWidget):
    """Cards and no gesture of their own; `said` is the page's."""

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.state = StateCard()
        self.copy = ToCopy()
        self.to_do = LedgerCard("What is to be done")
        self.matters = LedgerCard("What the plan says", at_once=12)
        self.versions = LedgerCard("Versions")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        for part in (self.state, self.copy, self.to_do, self.matters, self.versions):
            column.addWidget(part)
        self.copy.left.connect(self.copy.hide)
        self.copy.copied.connect(self._on_copied)

    def show_known(self, known: Known, day: date, *, manages: bool) -> None:
        """Show this person's plan; `manages` is for one who may approve it."""
        case = known.case
        versions = versions_of(case)
        self.state.show_case(known, day, manages=manages)
        actions = open_actions(case)
        rows = [action_words(action, day) for action in actions]
        self.to_do.show_rows(rows, say_open(actions, day))
        self.to_do.setVisible(bool(versions))
        latest = versions[-1] if versions else None
        self.matters.setVisible(latest is not None)
        if latest is not None:
            gaps = gaps_of(case, latest, day)
            rows = [matter_words(case, latest, matter, gaps) for matter in latest.schedule]
            self.matters.show_rows(rows, f"As of version {latest.number}.")
        rows = [version_words(case, w, day, first=w.number == 1) for w in reversed(versions)]
        kept = f"{len(rows)} kept whole." if rows else "No version of the plan is in CareLink."
        self.versions.show_rows(rows, kept)

    def show_since(self, case: CaseFile, day: date) -> None:
        """What happened since last time, to be copied."""
        since = time_since(case, open_version(case), day)
        self.copy.show_words("Since last time", say_since(since_last_time(case, since)))

    def show_invitation(self, case: CaseFile, day: date) -> None:
        """Words that invite them to choose how the review is done, to be copied."""
        words = say_invitation(case.person.name, case.adviser_name(day))
        self.copy.show_words("An invitation to choose how we do it", words)

    def _on_copied(self) -> None:
        self.said.emit("Copied.")
