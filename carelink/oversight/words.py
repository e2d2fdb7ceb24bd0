"""The words of a manager's decision."""

from collections.abc import Mapping
from datetime import timedelta

AGREED, ACTION, ACCEPTED = "agreed", "action", "accepted"
# Source: what a team manager does each week: seen and agreed, action by a day, reason accepted.
DECISION_LABELS: Mapping[str, str] = {
    AGREED: "Seen and agreed",
    ACTION: "Action needed",
    ACCEPTED: "Reason accepted",
}
# What a decision taken in supervision is about begins so; the meeting's id follows.
OF_A_MEETING = "meeting:"
# After how long it comes back unless another day is chosen. Source: local settings.
COMES_BACK: Mapping[str, timedelta] = {
    AGREED: timedelta(days=14),
    ACTION: timedelta(days=7),
    ACCEPTED: timedelta(days=28),
}
