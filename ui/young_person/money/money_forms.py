"""How far did it come, what was bought, what was saved? The forms of money."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from carelink.facts import Spending
from carelink.money.checks import check_saving, check_spending, check_step
from carelink.money.ledger import ledger_of
from carelink.money.words import (
    RECEIPT_LABELS,
    SAVING_LABELS,
    SPENDING_LABELS,
    STEP_LABELS,
    pounds,
)
from ui.desk import Desk
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.number_fields import MoneyField
from ui.young_person.fact_form import FactForm

_CHOOSE = ("", "Choose")
_AHEAD_HINT = 'Only where it is for a time; for example "31 3 27"'


class StepForm(FactForm):
    """A step with one entitlement, on any day and with any amount; also that it was not granted."""

    kind = "entitlements"
    title = "Record a step"
    title_of_change = "Change a step"
    save_word = "Save the step"
    says_saved = "The step is kept."
    check = check_step

    def __init__(
        self, desk: Desk, about: str = "", pence: int | None = None, parent: QWidget | None = None
    ) -> None:
        self._about, self._pence = about, pence
        super().__init__(desk, parent)

    def make_fields(self) -> Sequence[Field]:
        entries = [(e.entitlement, e.title) for e in self.desk.catalogue.entries]
        stages = [(stage, word) for stage, word in STEP_LABELS.items() if stage]
        hint = "As the letter has it: £120.50"
        return [
            ChoiceField("entitlement", "What is it about?", [_CHOOSE, *entries]),
            ChoiceField("stage", "How far did it come?", stages, across=5),
            DateField("on", "On which day?", self.today),
            MoneyField("amount_pence", "How much, if it is known?", hint),
            DateField("until", "Until when?", self.today, hint=_AHEAD_HINT, ahead=True),
            TextField("authority", "Which council or office?", "If not ours, say whose"),
            TextField("detail", "Anything to add?", "A reference, or why it was not granted"),
        ]

    def prepare(self) -> None:
        known = {entry.entitlement for entry in self.desk.catalogue.entries}
        if self.before is not None and self.before.entitlement not in known:
            entries = [(e.entitlement, e.title) for e in self.desk.catalogue.entries]
            own = self.before.entitlement
            self._choice.set_options([_CHOOSE, *entries, (own, self.desk.catalogue.title(own))])

    def draft_name(self, fact: Any) -> str:
        return super().draft_name(fact) if fact is not None else f"step {self._about}"

    def usual(self, name: str) -> Any:
        if self.before is not None:
            return None
        begins = {"entitlement": self._about, "on": self.desk.day, "amount_pence": self._pence}
        return begins.get(name)

    @property
    def _choice(self) -> ChoiceField:
        field = self.fields[0]
        assert isinstance(field, ChoiceField)
        return field


class SpendingForm(FactForm):
    """A line of a grant's ledger; what would be left is said before it is saved."""

    kind = "spending"
    title = "Record spending"
    title_of_change = "Change a line"
    save_word = "Save the line"
    says_saved = "The line is in the ledger."
    check = check_spending

    def make_fields(self) -> Sequence[Field]:
        kept = [(e.entitlement, e.title) for e in self.desk.catalogue.entries if e.ledger]
        receipts = [(code, word) for code, word in RECEIPT_LABELS.items() if code]
        made: list[Field] = [
            ChoiceField("entitlement", "From which grant?", kept),
            ChoiceField("kind", "Spent or given back?", list(SPENDING_LABELS.items()), across=2),
            TextField("what", "What was it for?"),
            MoneyField("amount_pence", "How much?", "In pounds: 120 or 120.50"),
            DateField("on", "On which day?", self.today),
            ChoiceField("receipt", "Is there a receipt?", receipts, across=3),
        ]
        for field in (made[0], made[1], made[3]):
            field.changed.connect(partial(self._say_left))
        return made

    def usual(self, name: str) -> Any:
        if self.before is not None:
            return None
        return {
            "entitlement": "setting_up_home_allowance",
            "kind": "spent",
            "on": self.desk.day,
        }.get(name)

    def new_fact(self, values: dict[str, Any]) -> Spending:
        made: Spending = super().new_fact(values)
        return made._replace(worker_id=self.desk.user.worker_id)

    def _say_left(self) -> None:
        """What the ledger would say with this line, beneath the amount asked for."""
        if self.known is None or len(getattr(self, "fields", ())) == 0:
            return
        grant, kind, _, amount, *_ = self.fields
        assert isinstance(amount, MoneyField)
        ledger = ledger_of(self.known.case, grant.typed, self.desk.day, self.desk.catalogue)
        left = ledger.balance_pence + _signed(self.before)
        pence = amount.value() or 0
        left += pence if kind.typed == "returned" else -pence
        says = f"{pounds(left)} would be left of {pounds(ledger.awarded_pence)}."
        if left < 0:
            says = f"That would be {pounds(-left)} more than was awarded."
        amount.show_hint(says)


class SavingForm(FactForm):
    """Savings as they stood on a day."""

    kind = "savings"
    title = "Record savings"
    title_of_change = "Change savings"
    save_word = "Save"
    says_saved = "The savings are kept."
    check = check_saving

    def make_fields(self) -> Sequence[Field]:
        return [
            ChoiceField("kind", "What sort of saving?", list(SAVING_LABELS.items()), across=2),
            TextField("provider", "Who holds it?", "The bank or provider, as its letter says"),
            DateField("on", "As it stood on which day?", self.today),
            MoneyField("amount_pence", "How much?", "Left empty: not known"),
            TextField("detail", "Anything to add?", "A reference, never a password"),
        ]

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "on" and self.before is None else None


def _signed(line: Spending | None) -> int:
    """What a line that is being changed took out of the balance."""
    if line is None:
        return 0
    return (line.amount_pence or 0) * (-1 if line.kind == "returned" else 1)
