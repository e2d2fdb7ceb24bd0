"""Promises: what we said we would do, what they told us, and what came of it."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from carelink.facts import Promise, Statement
from carelink.voice.promises import ledger_of
from carelink.voice.said_and_did import said_and_did
from carelink.voice.statements import voice_of
from db.promising import (
    keep_promise,
    put_promise_back,
    put_statement_back,
    tell_of_answer,
    tell_of_promise,
)
from ui.desk import Desk
from ui.held import Known
from ui.young_person.cards import Card
from ui.young_person.ledger_card import LedgerCard
from ui.young_person.promises.promise_forms import BrokenForm, KeptForm, PromiseForm
from ui.young_person.promises.said import came_of_it, promise_words, say_to_tell, statement_words
from ui.young_person.promises.statement_forms import AnswerForm, StatementForm
from ui.young_person.section import Section

_NOTHING_CAME = "Nothing they asked for has come out one way or the other yet."


class PromisesSection(Section):
    """The ledger of promises, what they told us, and: you said, we did."""

    title = "Promises"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.promises = LedgerCard("What we promised")
        self.statements = LedgerCard("What they told us")
        self.came = Card("You said, we did")
        self.make = QPushButton("Make a promise")
        self.hear = QPushButton("Record what they told us")
        self.promises.add_button(self.make)
        self.statements.add_button(self.hear)
        for card in (self.promises, self.statements, self.came):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.make.clicked.connect(self.ask_form(PromiseForm))
        self.hear.clicked.connect(self.ask_form(StatementForm))
        self.promises.asked.connect(self._on_promise)
        self.statements.asked.connect(self._on_statement)

    def show_known(self, known: Known) -> None:
        if self.known and self.person_id != known.case.person.person_id:
            self.promises.start_anew()
            self.statements.start_anew()
        super().show_known(known)
        case, day = known.case, self.desk.day
        ledger, voice = ledger_of(case, day), voice_of(case, day)
        says = " ".join(filter(None, (f"{ledger.said}.", say_to_tell(ledger.to_tell))))
        self.promises.show_rows([promise_words(held, case) for held in ledger.standings], says)
        self.statements.show_rows([statement_words(h, case) for h in voice.heard], f"{voice.said}.")
        self.came.show_lines([came_of_it(row) for row in said_and_did(case, day)], _NOTHING_CAME)

    def _on_promise(self, act: str, promise: Promise) -> None:
        back = partial(put_promise_back, before=promise)
        if act == "kept":
            self.do_undoably(keep_promise, (promise, self.desk.day), "Kept.", back)
        elif act == "told":
            self.do_undoably(tell_of_promise, (promise, self.desk.day), "They know.", back)
        else:
            forms = {"kept_how": KeptForm, "broken": BrokenForm, "change": PromiseForm}
            self.ask_form(forms[act], promise)()

    def _on_statement(self, act: str, statement: Statement) -> None:
        if act == "told":
            args = (statement, self.desk.day)
            back = partial(put_statement_back, before=statement)
            self.do_undoably(tell_of_answer, args, "They have the answer.", back)
        elif act == "promise":
            self.ask_form(partial(PromiseForm, on=statement))()
        else:
            self.ask_form({"answer": AnswerForm, "change": StatementForm}[act], statement)()
