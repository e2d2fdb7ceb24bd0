"""The ratings of a skill and who gives them, in words: never a number."""

from collections.abc import Mapping

# In the order in which they are learnt.
RATING_LABELS: Mapping[str, str] = {
    "not_yet": "Not yet",
    "with_help": "With help",
    "on_my_own": "On my own",
    "could_show_others": "Could show others",
}
RATINGS = tuple(RATING_LABELS)

YOUNG_PERSON, WORKER = "young_person", "worker"
BY_LABELS: Mapping[str, str] = {YOUNG_PERSON: "Young person", WORKER: "Worker"}
BY = tuple(BY_LABELS)
