"""The words of a manager's decision."""

from collections.abc import Mapping

# Source: what a team manager does each week: seen and agreed, action by a day, reason accepted.
DECISION_LABELS: Mapping[str, str] = {
    "agreed": "Seen and agreed",
    "action": "Action needed",
    "accepted": "Reason accepted",
}
