"""You said, we did: what they asked of us and what came of it, on a sheet to be given."""

from datetime import date

from carelink.case import CaseFile
from carelink.dates import show
from carelink.papers.blocks import Block, Bullets, Heading, Paper, Para, ParaKind, Table
from carelink.papers.who_can_help import changes_and_complaints
from carelink.voice.promises import ledger_of, say_standing
from carelink.voice.said_and_did import said_and_did

_NOTHING = "We have not yet written down what you told us and what we did."


def you_said(case: CaseFile, day: date) -> Paper:
    """What came of what they said, the newest first, then what we still owe them."""
    rows = said_and_did(case, day)
    blocks: list[Block] = []
    if rows:
        blocks.append(Para("You told us things. This is what we did about them.", ParaKind.LEAD))
        blocks.append(
            Table(
                ("You said", "We did", "When"),
                tuple((row.said, row.did, show(row.on) if row.on else "") for row in rows),
                shares=(4, 4, 2),
            )
        )
    else:
        blocks.append(Para(_NOTHING, ParaKind.LEAD))
    owed = [standing for standing in ledger_of(case, day).standings if standing.open]
    if owed:
        blocks.append(Heading("What we still have to do"))
        blocks.append(
            Bullets(tuple(f"{held.promise.what}. {say_standing(held)}." for held in owed))
        )
    person = case.person
    return Paper(
        "You said, we did",
        day,
        (*blocks, *changes_and_complaints()),
        person_name=person.name,
        born=person.date_of_birth,
    )
