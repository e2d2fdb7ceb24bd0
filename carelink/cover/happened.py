"""Which messages came in about them, and what came of each?"""

from collections.abc import Iterator

from carelink.case import CaseFile
from carelink.happened import Happened

_GROUP = "Keeping in touch"


def messages_happened(case: CaseFile) -> Iterator[Happened]:
    """Each message on the day it came in, and its answer on the day it was done."""
    for one in case.messages:
        key, caller = f"message {one.message_id}", one.caller.strip() or "somebody, name not given"
        says, taken = f"Message from {caller}", case.worker_name(one.taken_by)
        yield Happened(key, one.on, _GROUP, says, taken, one.words)
        if one.done_on:
            who = case.worker_name(one.done_by)
            says = f"The message from {caller} was seen to"
            yield Happened(f"{key} done", one.done_on, _GROUP, says, who, one.done_words)
