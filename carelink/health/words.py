"""The codes of the health passport and the words they are shown by."""

from collections.abc import Mapping

RECORDED, NONE, NOT_KNOWN, DECLINED = "recorded", "none", "not_known", "declined"
# What is said of a part that nobody has asked about is no answer, and is never stored.
NOT_ASKED = ""

ANSWER_LABELS: Mapping[str, str] = {
    RECORDED: "Known",
    NONE: "None",
    NOT_KNOWN: "Not known",
    DECLINED: "Chose not to say",
    NOT_ASKED: "Not asked yet",
}
ANSWERS = (RECORDED, NONE, NOT_KNOWN, DECLINED)

SHARED_LABELS: Mapping[bool | None, str] = {
    True: "may be shown to others",
    False: "only for them",
    None: "sharing not asked yet",
}

# The health assessments there are, as `assessments.kind` has them.
ASSESSMENT_LABELS: Mapping[str, str] = {
    "health": "Health assessment",
    "dental": "Dental check",
    "eyesight": "Eye test",
    "mental_health": "Mental health assessment",
}

# What is done with the passport as a whole, each an event of its own.
PREPARED = "health_history_prepared"
GIVEN = "health_history_given"
DISCUSSED = "health_history_discussed"
REFRESHED = "health_history_refreshed"
STEPS = (PREPARED, GIVEN, DISCUSSED, REFRESHED)
