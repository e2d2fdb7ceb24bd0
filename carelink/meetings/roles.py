"""Whose meetings are there for a role, and who writes down what a meeting decides?"""

from collections.abc import Mapping

from carelink.meetings.words import MEETING_LABELS, SUPERVISION
from carelink.words import MANAGER

# Who oversees the team sees every meeting; an officer the one that is theirs. Source: the look of
# the rail, and seeds 1C11, 1E14, 1F1.
_OVERSEE = frozenset({MANAGER, "qa", "analyst", "administrator"})
_THEIRS: Mapping[str, tuple[str, ...]] = {
    "eet_officer": ("eet",),
    "housing_officer": ("housing", "resources"),
}
# Who looks, and leaves the writing down to others.
_ONLY_LOOK = frozenset({"qa", "analyst"})
SEES_MEETINGS = _OVERSEE | frozenset(_THEIRS)


def meetings_of(role: str) -> tuple[str, ...]:
    """The meetings somebody of this role sees, in the order of their words."""
    return tuple(MEETING_LABELS) if role in _OVERSEE else _THEIRS.get(role, ())


def may_record(role: str, kind: str = "") -> bool:
    """Whether somebody of this role writes down what this meeting decides, or any at all.

    What supervision decides is the manager's own decision on a case.
    """
    if kind == SUPERVISION:
        return role == MANAGER
    return role in SEES_MEETINGS and role not in _ONLY_LOOK
