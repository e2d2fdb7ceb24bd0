"""The words of a handover's steps, and of what can still be a worker's."""

from collections.abc import Mapping
from enum import StrEnum


class Step(StrEnum):
    """What is done when somebody goes from one adviser to another, in its order."""

    PACK = "pack"
    JOINT_VISIT = "joint_visit"
    TOLD = "told"
    ACCEPTED = "accepted"


class Stands(StrEnum):
    """How far a handover has come on a day."""

    OPEN = "open"
    AHEAD = "ahead"  # accepted, and its first day lies ahead
    BEGUN = "begun"  # accepted, and its first day has come
    STUCK = "stuck"  # accepted, its first day has come, and nobody who works here takes over
    WITHDRAWN = "withdrawn"


class Kind(StrEnum):
    """What can still be a worker's when they leave."""

    PEOPLE = "people"
    HANDOVERS = "handovers"
    PROMISES = "promises"
    ACTIONS = "actions"
    APPROVALS = "approvals"
    MESSAGES = "messages"
    COVERS = "covers"
    DRAFTS = "drafts"


STEP_LABELS: Mapping[Step, str] = {
    Step.PACK: "Pack given",
    Step.JOINT_VISIT: "Joint visit booked",
    Step.TOLD: "They have been told",
    Step.ACCEPTED: "Accepted",
}
NEXT_LABELS: Mapping[Step, str] = {
    Step.PACK: "Next: give the pack",
    Step.JOINT_VISIT: "Next: book a visit together",
    Step.TOLD: "Next: tell them, and hear what they say",
    Step.ACCEPTED: "Next: the new worker accepts",
}
# One and several.
KIND_LABELS: Mapping[Kind, tuple[str, str]] = {
    Kind.PEOPLE: ("young person", "young people"),
    Kind.HANDOVERS: ("handover not finished", "handovers not finished"),
    Kind.PROMISES: ("promise to keep", "promises to keep"),
    Kind.ACTIONS: ("action to do", "actions to do"),
    Kind.APPROVALS: ("plan that waits for a manager", "plans that wait for a manager"),
    Kind.MESSAGES: ("message to answer", "messages to answer"),
    Kind.COVERS: ("colleague stood in for", "colleagues stood in for"),
    Kind.DRAFTS: ("unfinished form", "unfinished forms"),
}
