"""What did the manager decide, who asked them to, and what was agreed at which meeting?"""

from datetime import date
from typing import NamedTuple


class Decision(NamedTuple):
    """A manager's note on a case: what it is `about`, and how it was answered.

    `about` names what was decided on, as `duty:pa_contact_8w` or `promise:M1`. `again_on` is the
    day it comes back: to look again, by which the action is due, or until which the reason holds.
    """

    decision_id: str
    person_id: str
    about: str = ""
    on: date | None = None
    answer: str = ""
    again_on: date | None = None
    words: str = ""
    action: str = ""
    by_whom: str = ""
    done_on: date | None = None
    decided_by: str = ""


class Approval(NamedTuple):
    """A manager's answer to something that waits for one: a snooze, a grant, an emergency home.

    `subject` says of which kind it is and `subject_id` which one.
    """

    approval_id: str
    person_id: str
    subject: str = ""
    subject_id: str = ""
    on: date | None = None
    answer: str = ""
    words: str = ""
    decided_by: str = ""


class StatusOverride(NamedTuple):
    """A legal status to stand in place of the one worked out, once a manager has agreed to it."""

    person_id: str
    status: str = ""
    start: date | None = None
    end: date | None = None
    reason: str = ""
    evidence: str = ""
    asked_on: date | None = None
    asked_by: str = ""
    row_id: str = ""


class Meeting(NamedTuple):
    """One meeting held; `worker_id` is whose supervision it was."""

    meeting_id: str
    kind: str = ""
    on: date | None = None
    worker_id: str = ""
    chair: str = ""
    attended: str = ""
    words: str = ""


class MeetingItem(NamedTuple):
    """What a meeting decided about one young person, and what is to be done, by whom and when.

    `answer`, `service` and `lead` say what they may have, from whom, and who leads.
    """

    item_id: str
    person_id: str
    meeting_id: str = ""
    on: date | None = None
    answer: str = ""
    service: str = ""
    lead: str = ""
    words: str = ""
    action: str = ""
    by_whom: str = ""
    due_on: date | None = None
    done_on: date | None = None
    done_words: str = ""


class MeetingAction(NamedTuple):
    """What a meeting asked for that is about nobody in particular."""

    action_id: str
    meeting_id: str = ""
    on: date | None = None
    what: str = ""
    by_whom: str = ""
    due_on: date | None = None
    done_on: date | None = None
    done_words: str = ""
