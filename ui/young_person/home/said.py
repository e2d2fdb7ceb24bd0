"""What do the rows of homes and steps say, and what did a move set going?"""

from collections.abc import Mapping
from datetime import date

from carelink.case import CaseFile, covers
from carelink.dates import show
from carelink.facts import Home, HousingStep
from carelink.home.address import address_shown
from carelink.home.history import begun, gaps, in_order, overlaps, say_gap, say_overlap
from carelink.home.steps import step_label, steps_of
from carelink.home.words import OC3_LABELS, OUTCOME_LABELS, WAITING, WENT_WELL
from carelink.receipt import Receipt
from carelink.said import say_from_to, say_kind
from carelink.words import State
from ui.young_person.ledger_card import Act, RowWords

CHANGE = Act("change", "Change…", "Change what is recorded of this home", quiet=True)
CHANGE_STEP = Act("change", "Change…", "Change what is recorded of this step", quiet=True)
_SUITABLE = {"1": State.ON_TRACK, "2": State.OVERDUE}
_MOST = 4


def say_move(receipt: Receipt, titles: Mapping[str, str]) -> str:
    """What is due since the move, each with its day, and what is asked for no longer."""
    begun_now = [
        f"{titles[duty.duty]} (by {show(duty.due_on)})" for duty in receipt.begun if duty.due_on
    ]
    ended = [titles[duty.duty] for duty in receipt.ended]
    said = ["The move is saved."]
    said += [f"Now due: {_some(begun_now)}."] if begun_now else []
    said += [f"No longer asked for: {_some(ended)}."] if ended else []
    return " ".join(said)


def rows_of_homes(case: CaseFile, day: date) -> list[RowWords]:
    """Every home, the newest first, with gaps and overlaps where they lie."""
    rows: list[RowWords] = []
    before = {gap.end: gap for gap in gaps(case, day)}
    twice = {overlap.second: overlap for overlap in overlaps(case)}
    still = before.pop(None, None)
    if still:
        rows.append(_note("gap now", "Gap", say_gap(still, day), State.CANNOT_TELL))
    for home in reversed(in_order(case)):
        rows.append(_home_row(home, day))
        if home in twice:
            says = say_overlap(twice[home])
            rows.append(_note(f"overlap {home.row_id}", "Overlap", says, State.CANNOT_TELL))
        gap = before.pop(begun(home), None)
        if gap:
            says = say_gap(gap, day)
            rows.append(_note(f"gap {gap.start}", "Gap", says, State.CANNOT_TELL))
    return rows


def say_homes(case: CaseFile, day: date) -> str:
    """How many homes, gaps and overlaps there are."""
    parts = [
        _many(len(case.homes), "home"),
        _many(len(gaps(case, day)), "gap"),
        _many(len(overlaps(case)), "overlap"),
    ]
    return ", ".join(parts) + "." if case.homes else "No home was ever recorded."


def rows_of_steps(case: CaseFile) -> list[RowWords]:
    """Every step, the newest first."""
    return [_step_row(case, step) for step in steps_of(case)]


def _home_row(home: Home, day: date) -> RowWords:
    now = covers(home, day)
    suitable = OC3_LABELS.get(home.suitable, "not known whether suitable")
    state = _SUITABLE.get(home.suitable, State.CANNOT_TELL) if now else State.NOT_REQUIRED
    beneath = [say_from_to(home.start, home.end, home.known_on)]
    beneath += [address_shown(home)] if home.address or home.postcode or home.protected else []
    beneath += [f"Why they moved there: {home.moved_why}"] if home.moved_why else []
    return RowWords(
        home.row_id,
        say_kind(home),
        f"Now, {suitable}" if now else suitable[:1].upper() + suitable[1:],
        state,
        beneath,
        [CHANGE],
        home,
    )


def _note(key: str, title: str, says: str, state: State) -> RowWords:
    return RowWords(key, title, says, state, (), (), None)


def _step_row(case: CaseFile, step: HousingStep) -> RowWords:
    outcome = OUTCOME_LABELS.get(step.outcome, step.outcome) or "how it came out is not recorded"
    waits = step.outcome in WAITING or not step.outcome
    state = State.ON_TRACK if step.outcome in WENT_WELL else State.NOT_REQUIRED
    when = show(step.on) if step.on else "Day not known"
    who = case.worker_name(step.worker_id)
    return RowWords(
        step.row_id,
        step_label(step),
        outcome[:1].upper() + outcome[1:],
        State.DUE_SOON if waits else state,
        [", ".join(filter(None, (when, who))), step.detail],
        [CHANGE_STEP],
        step,
    )


def _some(named: list[str]) -> str:
    shown = named if len(named) <= _MOST + 1 else named[:_MOST]
    rest = len(named) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")


def _many(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number or 'no'} {unit}s"
