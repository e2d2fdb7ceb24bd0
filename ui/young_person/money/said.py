"""What does each row of the money section say, and what can be done about it as it stands?"""

from collections.abc import Sequence

from carelink.dates import show
from carelink.facts import Entitlement, Saving
from carelink.money.catalogue import Catalogue
from carelink.money.entitled import Entitled
from carelink.money.groups import Group, group_of
from carelink.money.ledger import Ledger, LedgerLine
from carelink.money.words import (
    RECEIPT_LABELS,
    SAVING_LABELS,
    SPENDING_LABELS,
    STANDS_AS,
    STEP_LABELS,
    STEPS,
    Stands,
    pounds,
)
from carelink.words import State
from ui.young_person.ledger_card import Act, RowWords

_STEP_ACTS = {
    "told": Act("told", "Told", "We told them of it today"),
    "applied": Act("applied", "Applied", "It was applied for today"),
    "granted": Act("granted", "Granted", "It was granted today, at the amount shown"),
    "received": Act("received", "Received", "It reached them today, all that was left of it"),
}
OTHERWISE = Act("otherwise", "Otherwise…", "Another day or amount, or not granted", quiet=True)
CHANGE = Act("change", "Change…", "Change what was recorded last", quiet=True)
TAKE_BACK = Act("take_back", "Take out", "Take out what was recorded; it can be undone", quiet=True)
_SPENDING_ACTS = (CHANGE, TAKE_BACK)
_FROM_MEMORY = "from memory, not checked against the source"


def entitled_words(held: Entitled) -> RowWords:
    """One entry of the catalogue as its row says it."""
    entry = held.entry
    group = group_of(held)
    state = State.ON_TRACK if group is Group.REACHED else STANDS_AS[held.stands]
    to_do = group in (Group.TO_GET, Group.TO_TELL)
    says = f"{entry.says} {entry.ask}" if to_do else ""
    because = held.reason.rstrip(".")
    beneath = [says, f"{because}. {source_of(held)}" if because else source_of(held)]
    beneath += [_coming(held)]
    acts = _next_steps(held) if to_do else []
    acts += [OTHERWISE] if held.stands is Stands.NOW else []
    acts += [CHANGE, TAKE_BACK] if held.steps else []
    title = ", ".join(part for part in (entry.title, amount_words(held)) if part)
    return RowWords(entry.entitlement, title, stands_words(held), state, beneath, acts, held)


def amount_words(held: Entitled) -> str:
    """How much, in pounds: "£3,000", "up to £1,200 a year"; empty where it is not known."""
    if held.amount_pence is None:
        return ""
    most = "up to " if held.version.up_to else ""
    each = f" {held.version.each}" if held.version.each else ""
    return f"{most}{pounds(held.amount_pence)}{each}"


def stands_words(held: Entitled) -> str:
    """From and until when, and what came of it so far."""
    parts = [_when(held)]
    step = held.last_step
    if step is not None:
        parts.append(step_words(step))
    elif held.stands is Stands.NOW:
        parts.append(STEP_LABELS[""])
    left = held.left_pence
    if left and held.amount_pence and left < held.amount_pence:
        parts.append(f"{pounds(left)} still to come")
    return ". ".join(part for part in parts if part)


def step_words(step: Entitlement) -> str:
    """One step: "Granted on 3 May 2026, £3,000, until 2 May 2027"."""
    said = STEP_LABELS.get(step.stage, step.stage) or "Step not known"
    parts = [f"{said} on {show(step.on)}" if step.on else f"{said}, day not recorded"]
    parts += [pounds(step.amount_pence)] if step.amount_pence else []
    parts += [f"until {show(step.until)}"] if step.until else []
    parts += [f"by {step.authority}"] if step.authority else []
    return ", ".join(parts) + (f" ({step.detail})" if step.detail else "")


def source_of(held: Entitled) -> str:
    """Where it comes from, and whether anybody has read it there."""
    version, settled = held.version, held.entry.settled
    checked = "" if version.verified else f" ({_FROM_MEMORY})"
    own = "" if settled is None or settled.amounts else f"; {settled.law}"
    return f"{version.law}{own}{checked}"


def ledger_words(ledger: Ledger, line: LedgerLine, *, several: bool) -> RowWords:
    """One line of a grant's ledger."""
    spending = line.spending
    pence = spending.amount_pence
    amount = pounds(pence) if pence is not None else "amount not recorded"
    on = show(spending.on) if spending.on else "day not recorded"
    said = SPENDING_LABELS.get(spending.kind, "Spent or given back is not recorded")
    receipt = RECEIPT_LABELS.get(spending.receipt, spending.receipt)
    receipt = "" if spending.kind == "returned" else f", {receipt[:1].lower()}{receipt[1:]}"
    left = f"{pounds(line.balance_pence)} left after it"
    if line.balance_pence < 0:
        left = f"{pounds(-line.balance_pence)} more than was awarded after it"
    return RowWords(
        spending.row_id,
        f"{spending.what or 'What it was for is not recorded'}, {amount}",
        f"{said} on {on}{receipt}",
        _ledger_state(line),
        (ledger.title if several else "", left),
        _SPENDING_ACTS,
        spending,
    )


def saving_words(saving: Saving) -> RowWords:
    """Savings as they stood on a day."""
    kind = SAVING_LABELS.get(saving.kind, saving.kind or "Kind not recorded")
    pence = saving.amount_pence
    amount = pounds(pence) if pence is not None else "how much is not known"
    on = f"as it stood on {show(saving.on)}" if saving.on else "day not recorded"
    holder = f"held by {saving.provider}" if saving.provider else "who holds it is not recorded"
    state = State.ON_TRACK if saving.provider or pence is not None else State.NO_DATE
    title, stands = f"{kind}, {amount}", f"{on[:1].upper()}{on[1:]}, {holder}"
    return RowWords(saving.row_id, title, stands, state, (saving.detail,), _SPENDING_ACTS, saving)


def say_savings(stands: Sequence[Entitled]) -> str:
    """Which savings became theirs at 18 and have not been claimed; empty for none."""
    waiting = [
        held.entry.title
        for held in stands
        if held.entry.entitlement in SAVING_LABELS and held.is_unclaimed
    ]
    return f"Turned 18 and not claimed: {', '.join(waiting)}." if waiting else ""


def unknown_words(step: Entitlement, catalogue: Catalogue) -> RowWords:
    """A step with something that the catalogue does not know."""
    title = catalogue.title(step.entitlement)
    acts = (CHANGE, TAKE_BACK)
    return RowWords(step.row_id, title, step_words(step), State.CANNOT_TELL, (), acts, step)


def _next_steps(held: Entitled) -> list[Act]:
    """What may come next: the steps after the last one, up to the one that counts."""
    last = held.last_step.stage if held.last_step else ""
    first = STEPS.index(last) + 1 if last in STEPS[:-1] else 0
    first = STEPS.index("received") if last == "received" else first
    until = STEPS.index(held.entry.claimed_when) + 1
    return [_STEP_ACTS[step] for step in STEPS[first:until]]


def _when(held: Entitled) -> str:
    end = f" until {show(held.until)}" if held.until else ""
    if held.stands is Stands.NOW:
        since = f" since {show(held.from_day)}" if held.from_day else ""
        return f"Open{since}{end and ','}{end}"
    if held.stands is Stands.LATER:
        if held.from_day is None:
            return f"Opens {held.entry.awaited}"
        return f"From {show(held.from_day)}{end and ','}{end}"
    if held.stands is Stands.ENDED:
        return f"Open until {show(held.until)}" if held.until else "Over"
    return {
        Stands.CANNOT_TELL: "We cannot tell",
        Stands.NOT_YET_LAW: "Not yet law: it changes nothing today",
        Stands.NOT_FOR_THEM: "Not for them",
    }[held.stands]


def _coming(held: Entitled) -> str:
    if held.stands is Stands.NOT_YET_LAW or not held.entry.coming:
        return ""
    change = held.entry.coming[0]
    return f"Not yet law: {change.adds or 'a change'} ({change.law})"


def _ledger_state(line: LedgerLine) -> State:
    if line.balance_pence < 0:
        return State.OVERDUE
    if line.spending.amount_pence is None:
        return State.NO_DATE
    seen = line.spending.kind == "returned" or line.spending.receipt in ("seen", "not_needed")
    return State.ON_TRACK if seen else State.DUE_SOON
