"""What I may have: every entitlement open to a young person, how much, and how to ask for it."""

from collections.abc import Iterator
from datetime import date, timedelta

from carelink.case import CaseFile
from carelink.dates import show
from carelink.money.catalogue import Catalogue
from carelink.money.entitled import Entitled, entitled_of
from carelink.money.ledger import ledgers_of
from carelink.money.words import STEP_LABELS, Stands, pounds
from carelink.papers.blocks import Block, Bullets, Heading, Paper, Para, ParaKind, Table
from carelink.papers.who_can_help import changes_and_complaints

_LEAD = (
    "These are things that care leavers like you may have. Some come from the law, "
    "some from the council. Ask us about any of them."
)


def entitlements_sheet(case: CaseFile, catalogue: Catalogue, day: date) -> Paper:
    """What they may have now, then later; what is not yet law is said to be that."""
    every = entitled_of(case, day, catalogue)
    person = case.person
    return Paper(
        "What I may have",
        day,
        (
            Para(_LEAD, ParaKind.LEAD),
            *_open_now(every),
            *_money_left(case, catalogue, day),
            *_to_find_out(every),
            *_listed("What will come later", every, Stands.LATER),
            *_listed("What is promised but not yet law", every, Stands.NOT_YET_LAW),
            *changes_and_complaints(),
        ),
        person_name=person.name,
        born=person.date_of_birth,
    )


def _open_now(every: list[Entitled]) -> Iterator[Block]:
    held = [one for one in every if one.stands is Stands.NOW]
    if held:
        yield Heading("What you may have now")
        rows = ((f"{one.entry.title}\n{one.entry.says}", _where(one)) for one in held)
        yield Table(("What", "How much, and where it stands"), tuple(rows), shares=(5, 4))


def _to_find_out(every: list[Entitled]) -> Iterator[Block]:
    """What hangs on a fact that is missing: one sentence for all of it, then what it is."""
    held = [one.entry.title for one in every if one.stands is Stands.CANNOT_TELL]
    if held:
        yield Heading("What we need to find out first")
        yield Para("You may have these too. We need to know more before we can say. Ask us.")
        yield Bullets(tuple(held))


def _where(one: Entitled) -> str:
    """How much, how far it has come, and how long it stays open, each on its line."""
    lines = []
    if one.amount_pence is not None:
        each = f" {one.version.each}" if one.version.each else ""
        lines.append(f"{'up to ' if one.version.up_to else ''}{pounds(one.amount_pence)}{each}")
    step = one.last_step
    if step:
        on = f" on {show(step.on)}" if step.on else ""
        lines.append(f"{STEP_LABELS.get(step.stage, '')}{on}")
    elif one.entry.is_claimed:
        lines.append("Not asked for yet")
    if one.until:
        lines.append(f"Open until {show(one.until - timedelta(days=1))}")
    return "\n".join(lines)


def _listed(title: str, every: list[Entitled], stands: Stands) -> Iterator[Block]:
    held = [one for one in every if one.stands is stands]
    if held:
        yield Heading(title)
        rows = (
            (one.entry.title, show(one.from_day) if one.from_day else _when(one)) for one in held
        )
        yield Table(("What", "From when"), tuple(rows), shares=(3, 3))


def _when(one: Entitled) -> str:
    if one.from_day:
        return show(one.from_day)
    if one.stands is Stands.NOT_YET_LAW:
        return "No first day is set"
    said = one.entry.awaited
    return said[:1].upper() + said[1:] if said else "When it opens to you"


def _money_left(case: CaseFile, catalogue: Catalogue, day: date) -> Iterator[Block]:
    ledgers = ledgers_of(case, day, catalogue)
    if ledgers:
        yield Heading("What is left of your money")
        yield Table(
            ("What for", "Awarded", "Spent", "Left"),
            tuple(
                (
                    ledger.title,
                    pounds(ledger.awarded_pence),
                    pounds(ledger.spent_pence - ledger.returned_pence),
                    pounds(ledger.balance_pence),
                )
                for ledger in ledgers
            ),
            shares=(4, 2, 2, 2),
        )
