"""What was asked of a manager, and what did they answer? Each as one thing that happened."""

from collections.abc import Iterator

from carelink.approvals.returned import is_agreed
from carelink.approvals.said import say_override, say_subject
from carelink.approvals.words import APPROVAL_LABELS, STATUS
from carelink.case import CaseFile
from carelink.dates import show
from carelink.happened import Happened

GROUP = "Manager"


def approvals_happened(case: CaseFile) -> Iterator[Happened]:
    """Each status asked for, each answer as a note of the manager's, and a status that ended."""
    for asked in case.status_overrides:
        key, who = f"status {asked.row_id}", case.worker_name(asked.asked_by)
        note = "\n".join(text for text in (asked.reason, asked.evidence) if text)
        says = f"Asked for another status: {say_override(asked)}"
        yield Happened(key, asked.asked_on, GROUP, says, who, note)
        if asked.end and is_agreed(case, STATUS, asked.row_id, asked.end):
            ended = f"Until {show(asked.end)}: {say_override(asked)}"
            yield Happened(f"{key} end", asked.end, GROUP, ended)
    for answer in case.approvals:
        label = APPROVAL_LABELS.get(answer.answer, "Answered")
        says = f"{label}: {say_subject(case, answer.subject, answer.subject_id)}"
        who = case.worker_name(answer.decided_by)
        yield Happened(f"approval {answer.approval_id}", answer.on, GROUP, says, who, answer.words)
