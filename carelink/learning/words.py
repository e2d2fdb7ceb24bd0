"""The codes of work and learning beyond the return's own, and the words they are shown by."""

from collections.abc import Mapping

# What stands in the way of work or learning. Source: seeds, F1.
BARRIER_LABELS: Mapping[str, str] = {
    "health": "My health",
    "mental_health": "How I feel",
    "caring": "Looking after a child or somebody else",
    "travel": "Getting there",
    "money": "I would be worse off",
    "qualifications": "Qualifications",
    "english": "English",
    "experience": "No experience yet",
    "confidence": "Confidence",
    "home": "Where I live",
    "right_to_work": "The right to work or study is not settled",
    "custody": "In custody",
    "nothing_suitable": "Nothing that suits was on offer",
    "other": "Something else",
}

SUBJECT_LABELS: Mapping[str, str] = {
    "english": "English",
    "maths": "Maths",
    "digital": "Digital skills",
}
# Source: qualification levels of England; GCSE grades as gov.uk sets them beside the levels.
LEVEL_LABELS: Mapping[str, str] = {
    "none": "None so far",
    "entry_1": "Entry level 1",
    "entry_2": "Entry level 2",
    "entry_3": "Entry level 3",
    "level_1": "Level 1 (GCSE 1 to 3, D to G)",
    "level_2": "Level 2 (GCSE 4 to 9, A* to C)",
    "level_3": "Level 3 (A level or the like)",
}

PLAN_LABELS: Mapping[str, str] = {
    "pep": "Personal education plan",
    "ehcp": "Education, health and care plan",
}

OPPORTUNITY_LABELS: Mapping[str, str] = {
    "job": "Job",
    "apprenticeship": "Apprenticeship",
    "traineeship": "Traineeship",
    "course": "Course",
    "university": "University",
    "work_experience": "Work experience",
    "volunteering": "Volunteering",
    "taster": "Taster or open day",
    "support": "Help with applying",
}
OUTCOME_LABELS: Mapping[str, str] = {
    "waiting": "Waiting to hear",
    "interview": "Interview",
    "offered": "Offered to them",
    "started": "Started",
    "sustained": "Still there after three months",
    "not_offered": "Was not offered to them",
    "not_for_me": "Chose not to take it up",
}
# Nothing more is expected of an opportunity that came out so.
SETTLED = frozenset({"sustained", "not_offered", "not_for_me"})

# Codes that no new record may have: undivided till 2021/22. Source: rules, 4.1.
RETIRED = frozenset({"F3", "P3"})
FULL_TIME, PART_TIME = "F", "P"
# Full time is 16 hours a week or more. Source: SSDA903 guide, from memory: a setting to confirm.
FULL_TIME_HOURS = 16
