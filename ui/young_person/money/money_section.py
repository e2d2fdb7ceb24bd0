"""Money: what they may have and what came of it, where each grant went, what was saved."""

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtWidgets import QPushButton, QWidget

from carelink.facts import Entitlement, Saving, Spending
from carelink.money.entitled import Entitled, entitled_of, not_in_catalogue
from carelink.money.groups import Group, grouped, say_sum
from carelink.money.ledger import ledgers_of
from carelink.money.occasions import authority_for
from carelink.money.unclaimed import unclaimed_of
from carelink.said import Line
from db.money import put_back, record_step, record_told, undo_steps
from db.one_fact import take_back
from db.trail import Writing
from ui.desk import Desk
from ui.held import Known
from ui.young_person.cards import Card
from ui.young_person.ledger_card import LedgerCard, RowWords
from ui.young_person.money.money_forms import SavingForm, SpendingForm, StepForm
from ui.young_person.money.said import (
    entitled_words,
    ledger_words,
    saving_words,
    say_savings,
    unknown_words,
)
from ui.young_person.section import Section

_THE_REST = "Show the rest"
_ON_THE_PAGE = "taken out on the page"
_SAYS = {
    "told": "It is kept that they were told.",
    "applied": "It is kept that it was applied for.",
    "granted": "It is kept that it was granted.",
    "received": "It is kept that it reached them.",
}


class _CardOf(NamedTuple):
    """A card of the page: which groups it shows, what it says empty, how many rows at first."""

    title: str
    groups: tuple[Group, ...]
    empty: str
    at_once: int


_CARDS: Mapping[str, _CardOf] = {
    "to_get": _CardOf("To get", (Group.TO_GET,), "All that is open has reached them.", 4),
    "to_tell": _CardOf("To tell them of", (Group.TO_TELL,), "They know of all of it.", 2),
    "doubtful": _CardOf("We cannot tell", (Group.CANNOT_TELL,), "No fact is missing.", 3),
    "reached": _CardOf("They have or know of", (Group.REACHED,), "Nothing is recorded yet.", 2),
    "later": _CardOf("Later", (Group.LATER,), "Nothing more will open.", 0),
    "coming": _CardOf("Not yet law", (Group.NOT_YET_LAW,), "No change in law is waiting.", 0),
    "over": _CardOf("Over, or not for them", (Group.ENDED, Group.NOT_FOR_THEM), "Nothing.", 0),
}


class MoneySection(Section):
    """What I may have, the ledger of each grant, savings."""

    title = "Money"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._stands: list[Entitled] = []
        self.sum = Card("What they may have")
        self.cards = {
            name: LedgerCard(
                card.title, more=_THE_REST if card.at_once else "Show them", at_once=card.at_once
            )
            for name, card in _CARDS.items()
        }
        self.spent = LedgerCard("Grants, and what was spent", at_once=3)
        self.saved = LedgerCard("Savings", at_once=3)
        self.unknown = LedgerCard("Recorded, but not in the catalogue", more=_THE_REST)
        self.told_all = QPushButton("Told of all of it")
        self.told_all.setToolTip("We went through all of these with them today")
        self.spend = QPushButton("Record spending")
        self.save_up = QPushButton("Record savings")
        self.another = QPushButton("Record another step")
        self.another.setToolTip("A step with anything in the catalogue, on any day")
        self.cards["to_tell"].add_button(self.told_all)
        self.spent.add_button(self.spend)
        self.saved.add_button(self.save_up)
        self.cards["reached"].add_button(self.another)
        self._lay_out()
        self._connect()

    def show_known(self, known: Known) -> None:
        if self.known and self.person_id != known.case.person.person_id:
            for card in (*self.cards.values(), self.spent, self.saved, self.unknown):
                card.start_anew()
        super().show_known(known)
        case, day, catalogue = known.case, self.desk.day, self.desk.catalogue
        self._stands = entitled_of(case, day, catalogue)
        groups = grouped(self._stands)
        self.sum.show_lines(
            [
                Line("Unclaimed", unclaimed_of(case, day, catalogue).said),
                Line("All of it", say_sum(groups), "By what is recorded today"),
            ]
        )
        for name, of in _CARDS.items():
            rows = [entitled_words(held) for group in of.groups for held in groups[group]]
            self.cards[name].show_rows(rows, "" if rows else of.empty)
        self.told_all.setVisible(bool(groups[Group.TO_TELL]))
        self._show_ledgers()
        saved = sorted(case.savings, key=lambda held: str(held.on), reverse=True)
        says = say_savings(self._stands) or ("" if saved else "No savings are recorded.")
        self.saved.show_rows([saving_words(held) for held in saved], says)
        others = [unknown_words(s, catalogue) for s in not_in_catalogue(case, catalogue)]
        self.unknown.show_rows(others, "")
        self.unknown.setVisible(bool(others))

    def _show_ledgers(self) -> None:
        assert self.known is not None
        ledgers = ledgers_of(self.known.case, self.desk.day, self.desk.catalogue)
        several = len(ledgers) > 1
        rows: list[RowWords] = []
        for ledger in ledgers:
            lines = reversed(ledger.lines)
            rows += [ledger_words(ledger, line, several=several) for line in lines]
        says = [f"{ledger.title}: {' '.join(ledger.says)}" for ledger in ledgers]
        self.spent.show_rows(rows, "\n".join(says) or "No grant with an amount is recorded.")

    def _lay_out(self) -> None:
        cards = self.cards
        self.column.addWidget(self.sum)
        for card in (cards["to_get"], self.spent, cards["to_tell"], cards["doubtful"]):
            self.column.addWidget(card)
        for card in (self.saved, cards["reached"], cards["later"], cards["coming"]):
            self.column.addWidget(card)
        for card in (cards["over"], self.unknown):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def _connect(self) -> None:
        for card in self.cards.values():
            card.asked.connect(self._on_entitled)
        self.told_all.clicked.connect(self._on_told_all)
        self.spend.clicked.connect(self.ask_form(SpendingForm))
        self.save_up.clicked.connect(self.ask_form(SavingForm))
        self.another.clicked.connect(self.ask_form(StepForm))
        for card, form in (
            (self.spent, SpendingForm),
            (self.saved, SavingForm),
            (self.unknown, StepForm),
        ):
            card.asked.connect(partial(self._on_row, form))

    def _on_entitled(self, act: str, held: Entitled) -> None:
        if act in ("change", "take_back"):
            assert held.last_step is not None
            self._on_row(StepForm, act, held.last_step)
        elif act == "otherwise":
            about, left = held.entry.entitlement, held.to_come_pence
            self.ask_form(partial(StepForm, about=about, pence=left))()
        else:
            self._record(act, held)

    def _record(self, stage: str, held: Entitled) -> None:
        """One press: the step today, at the amount that is left where it is known."""
        assert self.known is not None
        name, day = held.entry.entitlement, self.desk.day
        pence = held.to_come_pence if stage in ("granted", "received") else None
        whose = authority_for(self.known.case, day, name)
        step = Entitlement(self.person_id, name, stage, day, pence or None, authority=whose)
        self.do_undoably(record_step, (step,), _SAYS[stage], _undo_step)

    def _on_told_all(self) -> None:
        waiting = grouped(self._stands)[Group.TO_TELL]
        names = [held.entry.entitlement for held in waiting]
        args = (self.person_id, names, self.desk.day)
        self.do_undoably(record_told, args, "It is kept that they were told of it all.", undo_steps)

    def _on_row(self, form: Any, act: str, fact: Entitlement | Spending | Saving) -> None:
        if act == "change":
            self.ask_form(form, fact)()
            return
        args = (form.kind, fact.row_id, _ON_THE_PAGE)
        undo = partial(_put_back, kind=form.kind, fact=fact)
        self.do_undoably(take_back, args, "It is taken out.", undo)


def _undo_step(writing: Writing, row_id: str) -> None:
    undo_steps(writing, [row_id])


def _put_back(writing: Writing, row_id: str, kind: str, fact: Any) -> None:
    put_back(writing, kind, fact)
