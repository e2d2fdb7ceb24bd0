"""Who takes over from their adviser, and from when? A single handover, asked for on the file."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from carelink.facts import Handover
from carelink.handover.checks import check_handover
from carelink.said import worker_told_apart
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.worker_options import worker_options
from ui.young_person.fact_form import FactForm


class HandoverForm(FactForm):
    """To whom, the first day, and why; from whoever is their adviser today."""

    kind = "handovers"
    title = "Ask for a handover to another adviser"
    save_word = "Ask for it"
    says_saved = "Asked for. Its steps are under Handovers (Ctrl 9)."
    check = check_handover

    def make_fields(self) -> Sequence[Field]:
        self._to = ChoiceField("to_worker", "Who takes over?", [("", "Choose a worker")])
        hint = 'Nobody is without an adviser meanwhile; "today", "+14" or "3 12"'
        return [
            self._to,
            DateField("starts_on", "First day with them", self.today, ahead=True, hint=hint),
            TextField("reason", "Why?", "Printed in the pack for whoever takes over"),
        ]

    def prepare(self) -> None:
        workers = self.desk.workers()
        self._to.set_options(worker_options(workers, self.desk.day, "Choose a worker"))
        giver = worker_told_apart(self._adviser_id(), workers)
        self._to.show_hint(f"From {giver}" if giver else "They have no personal adviser today")

    def new_fact(self, values: dict[str, Any]) -> Handover:
        asked_on: date = self.desk.day
        return Handover(
            "", self.person_id, from_worker=self._adviser_id(), asked_on=asked_on, **values
        )

    def _adviser_id(self) -> str:
        held = self.known.case.adviser_on(self.desk.day) if self.known else None
        return held.worker_id if held else ""
