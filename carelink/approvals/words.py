"""The words of what waits for a manager to agree to it."""

from collections.abc import Mapping

SNOOZE, ANSWER, GRANT, HOME, STATUS = (
    "snooze",
    "duty_answer",
    "grant",
    "emergency_home",
    "status",
)
SUBJECT_LABELS: Mapping[str, str] = {
    SNOOZE: "A local standard set aside",
    ANSWER: "A duty decided as not required",
    GRANT: "A high grant",
    HOME: "An emergency home",
    STATUS: "A legal status in place of the one worked out",
}
# The same where there are several, as the head of a group.
SUBJECTS_LABELS: Mapping[str, str] = {
    STATUS: "Legal statuses in place of those worked out",
    HOME: "Emergency homes",
    SNOOZE: "Local standards set aside",
    ANSWER: "Duties decided as not required",
    GRANT: "High grants",
}
AGREED, RETURNED = "agreed", "returned"
APPROVAL_LABELS: Mapping[str, str] = {AGREED: "Agreed", RETURNED: "Returned"}
# What follows when it is returned, said before the button is pressed.
RETURN_MEANS: Mapping[str, str] = {
    SNOOZE: "Returned, it ends today and the line comes back to My week.",
    ANSWER: "Returned, it ends today and the duty is owed again.",
    GRANT: "Returned, it stays as recorded; the file and the adviser's week say that you did "
    "not agree, with your words.",
    HOME: "Returned, it stays as recorded; the file and the adviser's week say that you did "
    "not agree, with your words.",
    STATUS: "Returned, the status that is worked out goes on.",
}
