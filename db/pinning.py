"""How is a young person pinned to an adviser, so that no what-if parts them, and let go again?"""

from carelink.facts import Pin
from carelink.workload.checks import check_pin, check_unpin
from db.one_fact import AT_ONCE, as_it_was, change_fact, record_fact, take_back
from db.trail import Writing


def pin(writing: Writing, wanted: Pin) -> str:
    """Pin somebody to the adviser they have, from today unless it says when. Returns the row's id.

    Raises: Refused with every problem at once.
    """
    return record_fact(writing, "pins", wanted._replace(on=wanted.on or writing.today), check_pin)


def unpin(writing: Writing, before: Pin, why: str) -> Pin:
    """Let a pin go with a reason; the pin as it stands now.

    Raises: Refused without a reason; ChangedMeanwhile.
    """
    after = before._replace(ended_on=writing.today, ended_why=why)
    change_fact(writing, "pins", before, after, check_unpin)
    return after


def undo_pin(writing: Writing, row_id: str) -> None:
    """Undo: they were not meant to be pinned. Raises: ChangedMeanwhile when the pin is gone."""
    take_back(writing, "pins", row_id, AT_ONCE)


def undo_unpin(writing: Writing, now: Pin, before: Pin) -> None:
    """Undo: the pin holds as it did. Raises: ChangedMeanwhile when it has been changed since."""
    change_fact(writing, "pins", now, before, as_it_was)
