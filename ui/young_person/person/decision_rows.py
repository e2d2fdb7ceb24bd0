"""How are a manager's open decisions on the case shown in the file? What came due first."""

from collections.abc import Mapping

from carelink.dates import show
from carelink.oversight.decisions import say_decision
from carelink.oversight.happened import say_about
from carelink.oversight.still_open import StillOpen, still_open
from carelink.words import State
from ui.held import Known
from ui.young_person.ledger_card import Act, RowWords

_DONE = Act("done", "Done", "What the manager asked for was done today")


def decision_rows(known: Known, titles: Mapping[str, str]) -> list[RowWords]:
    """A row for each that is open on the day; one with an action can be marked as done."""
    return [_row(one, known, titles) for one in still_open(known.case.decisions, known.day)]


def _row(one: StillOpen, known: Known, titles: Mapping[str, str]) -> RowWords:
    decision = one.decision
    who = known.case.worker_name(decision.decided_by)
    by = f"Decided by {who}" if who else "Decided"
    on = f"{by} on {show(decision.on)}" if decision.on else by
    return RowWords(
        f"decision {decision.decision_id}",
        say_about(decision, titles) or "A manager's decision",
        f"Came due: {say_decision(decision)}" if one.due else say_decision(decision),
        State.OVERDUE if one.due else State.ON_TRACK,
        (on, decision.words),
        (_DONE,) if decision.action else (),
        decision,
    )
