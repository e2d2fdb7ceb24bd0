"""The words of what waits for a manager to agree to it."""

from collections.abc import Mapping

SUBJECT_LABELS: Mapping[str, str] = {
    "snooze": "A local standard set aside",
    "duty_answer": "A duty decided as not required",
    "grant": "A high grant",
    "emergency_home": "An emergency home",
    "status": "A legal status in place of the one worked out",
}
APPROVAL_LABELS: Mapping[str, str] = {"agreed": "Agreed", "returned": "Returned"}
