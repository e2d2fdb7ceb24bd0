"""The health passport on paper: every part, what is not known said, and a card for the pocket."""

from collections.abc import Iterator
from datetime import date

from carelink.case import CaseFile
from carelink.dates import show
from carelink.health.parts import GROUPS
from carelink.health.passport import PartAsKnown, PassportLine, passport_of, shown_to_others
from carelink.health.words import NOT_ASKED, RECORDED
from carelink.papers.blocks import (
    Block,
    Box,
    Heading,
    Lines,
    PageBreak,
    Paper,
    Para,
    ParaKind,
)
from carelink.papers.who_can_help import changes_and_complaints

_LEAD = (
    "This is your health passport. It holds what we know about your health, so that you need not "
    "tell it again and again. It is yours: you choose whom you show it to."
)
_LEAD_FOR_OTHERS = (
    "These are the lines of the health passport that its owner agreed to showing. It is not all "
    "there is to know: ask them, and keep it to yourself."
)
# What somebody must see first in an emergency comes first on the card.
_ON_THE_CARD = ("allergies", "conditions", "medicines", "gp", "dentist", "mental_health_now")


def health_passport(case: CaseFile, day: date) -> Paper:
    """Every part in its order, for the young person themselves, on A4."""
    parts = passport_of(case, day)
    blocks: list[Block] = [Para(_LEAD, ParaKind.LEAD)]
    for group in GROUPS:
        blocks.append(Heading(group))
        blocks.append(Lines(tuple(_row(known) for known in parts if known.part.group == group)))
    blocks += [
        Heading("In an emergency"),
        Para("Ring 999. If it can wait, ring 111 at any hour, also when you feel very low."),
        Box("Write here what else you want people to know", empty_lines=5),
        PageBreak(),
        *changes_and_complaints(),
    ]
    return _paper(case, "My health passport", day, tuple(blocks))


def passport_for_others(case: CaseFile, day: date) -> Paper:
    """The lines they agreed to showing, and not a word of any other."""
    parts = shown_to_others(case, day)
    blocks: list[Block] = [Para(_LEAD_FOR_OTHERS, ParaKind.LEAD)]
    for group in GROUPS:
        rows = tuple(_row(known) for known in parts if known.part.group == group)
        if rows:
            blocks += [Heading(group), Lines(rows)]
    if not parts:
        blocks.append(Para("They have not agreed to showing anything yet. Ask them, not us."))
    return _paper(case, "Health passport: what may be shown", day, tuple(blocks))


def passport_card(case: CaseFile, day: date) -> Paper:
    """What fits a pocket: how to be with me, allergies and medicines first, whom to ring."""
    parts = {known.part.part: known for known in passport_of(case, day)}
    return _paper(case, "My health card", day, tuple(_panels(case, parts)))


def _panels(case: CaseFile, parts: dict[str, PartAsKnown]) -> Iterator[Block]:
    yield Lines((("Name", case.person.name), ("NHS number", _says(parts["nhs_number"]))))
    for part in _ON_THE_CARD:
        known = parts[part]
        yield PageBreak()
        yield Heading(known.part.title)
        yield Para(_says(known))
    yield PageBreak()
    yield Heading("How to be with me")
    yield Para(case.person.about_me or "Ask me.")
    if case.person.language:
        yield Para(f"I would rather speak {case.person.language}.")


def _row(known: PartAsKnown) -> tuple[str, str]:
    return known.part.title, _says(known, dated=True)


def _says(known: PartAsKnown, *, dated: bool = False) -> str:
    """Each line of the part on a line of its own; what nobody asked is said as that."""
    if known.answer == NOT_ASKED:
        return "Not asked yet"
    return "\n".join(
        f"{line.says} ({when})" if dated and (when := _when(line)) else line.says
        for line in known.lines
    )


def _when(line: PassportLine) -> str:
    """The days that help its owner: the next one, and when it stops; said to them."""
    if line.item is None:
        return _to_them(line.beneath)
    days = []
    if line.item.next_on and line.answer == RECORDED:
        days.append(f"next on {show(line.item.next_on)}")
    if line.item.until:
        days.append(f"until {show(line.item.until)}")
    return ", ".join(days)


def _to_them(says: str) -> str:
    """What the file says of them, said to them."""
    said = says.replace("they turn", "you turn")
    return said[:1].lower() + said[1:]


def _paper(case: CaseFile, title: str, day: date, blocks: tuple[Block, ...]) -> Paper:
    person = case.person
    return Paper(title, day, blocks, person_name=person.name, born=person.date_of_birth)
