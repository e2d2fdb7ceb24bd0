"""The codes of the pathway plan, and the words each is shown by."""

from enum import StrEnum


class VersionState(StrEnum):
    """How far a version of the plan has come; worked out from its dates, never kept."""

    DRAFT = "draft"
    SENT = "sent"
    RETURNED = "returned"
    APPROVED = "approved"
    COPY_GIVEN = "copy_given"


VERSION_STATE_LABELS = {
    VersionState.DRAFT: "Draft",
    VersionState.SENT: "With the manager",
    VersionState.RETURNED: "Returned with a comment",
    VersionState.APPROVED: "Approved, no copy given yet",
    VersionState.COPY_GIVEN: "Approved, copy given",
}

# How an answer stands to the one before; nothing while nobody has answered.
NEW, CHANGED, UNCHANGED, SKIPPED = "new", "changed", "unchanged", "skipped"
STANDS_LABELS = {
    NEW: "New",
    CHANGED: "Changed",
    UNCHANGED: "Still right",
    SKIPPED: "Skipped for now",
}

CHOSE_NOT_TO = "chose_not_to"
TOOK_PART_LABELS = {
    "in_person": "In person",
    "phone": "By telephone or video",
    "written": "In writing",
    "advocate": "Through an advocate",
    CHOSE_NOT_TO: "Chose not to",
}

AGREEMENT_LABELS = {
    "agree": "I agree",
    "partly": "I agree with parts",
    "disagree": "I disagree",
}

# What may come of an action. The last two name an action that goes on in other words.
DONE, NOT_YET, DROPPED, REWORDED, SPLIT = "done", "not_yet", "dropped", "changed", "split"
OUTCOME_LABELS = {
    DONE: "Done",
    NOT_YET: "Not yet",
    DROPPED: "Dropped",
    REWORDED: "Changed",
    SPLIT: "Split",
}
# An action that ended so is no longer asked about.
ENDED = frozenset({DONE, DROPPED, REWORDED, SPLIT})
# How often an action may come across unmet as it stands.
MOST_CARRIES = 2

COPY_HOW_LABELS = {
    "by_hand": "Given by hand",
    "post": "Sent by post",
    "email": "Sent by e-mail",
    "read_together": "Read together and kept for them",
}

# Who may ask for a review before its time. Source: Care Leavers Regulations, reg. 7(2).
ASKED_BY_LABELS = {
    "young_person": "The young person",
    "personal_adviser": "Their personal adviser",
    "authority": "We, the council",
}

# What a matter says, in the order it is asked: their own words come first.
MATTER_FIELDS = ("words", "need", "goal", "no_action_why")
MATTER_FIELD_LABELS = {
    "words": "In their own words",
    "need": "What is needed",
    "goal": "What we are aiming for",
    "no_action_why": "Why nothing is to be done",
}
