"""What happened when they went from one worker to another? Each step as one thing."""

from collections.abc import Iterator

from carelink.case import CaseFile
from carelink.dates import show
from carelink.happened import Happened
from carelink.said import worker_told_apart

_GROUP = "Support"


def handover_happened(case: CaseFile) -> Iterator[Happened]:
    """Asked for, told with what they said, accepted or withdrawn."""
    for one in case.handovers:
        key = f"handover {one.handover_id}"
        taker = worker_told_apart(one.to_worker, case.workers) or "another worker"
        first = f", first day {show(one.starts_on)}" if one.starts_on else ""
        yield Happened(
            key, one.asked_on, _GROUP, f"A handover to {taker} was asked for{first}", "", one.reason
        )
        if one.told_on:
            says, who = f"They were told that {taker} takes over", case.worker_name(one.told_by)
            words = f"“{one.view_words}”" if one.view_words else ""
            yield Happened(f"{key} told", one.told_on, _GROUP, says, who, words)
        if one.accepted_on:
            says = f"The handover to {taker} was accepted{first}"
            who = case.worker_name(one.accepted_by)
            yield Happened(f"{key} accepted", one.accepted_on, _GROUP, says, who)
        if one.withdrawn_on:
            says = f"The handover to {taker} was withdrawn"
            yield Happened(
                f"{key} withdrawn", one.withdrawn_on, _GROUP, says, "", one.withdrawn_why
            )
