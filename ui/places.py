"""Which places does a worker of this role see in the rail?"""

from carelink.meetings.roles import SEES_MEETINGS
from carelink.words import ROLES
from ui.look.dress import icon
from ui.rail import Place

_PLACES = (
    Place("my_week", "My week", "calendar-days", "Ctrl 1"),
    Place("people", "People", "users", "Ctrl 2"),
    Place("team", "Team", "clipboard-list", "Ctrl 3"),
    Place("board", "Board", "chart-column", "Ctrl 4"),
    Place("workload", "Workload", "scale", "Ctrl 5"),
    Place("meetings", "Meetings", "messages-square", "Ctrl 6"),
    Place("ahead", "Ahead", "telescope", "Ctrl 7"),
    Place("duty_desk", "Duty desk", "phone", "Ctrl 8"),
    Place("handovers", "Handovers", "handshake", "Ctrl 9"),
    Place("board_pack", "Board pack", "folder-output", "Ctrl 0"),
)
_TEAM = frozenset({"team_manager", "qa", "analyst", "administrator"})
_BOARD = _TEAM | {"board_viewer"}
# Whoever may prepare figures for the Board. Source: db.releases, which the verbs go by.
_PREPARES = frozenset({"team_manager", "qa", "analyst"})
# Whoever works with young people, or sees to it that somebody does.
_WORKS = frozenset(ROLES) - {"analyst", "board_viewer"}
# Whoever sees to it that nobody is lost is told at each start.
TOLD_OF_NOBODYS = frozenset({"team_manager", "qa", "administrator", "duty"})
_SEEN_BY = {
    "team": _TEAM,
    "workload": _TEAM,
    "ahead": _TEAM,
    "board": _BOARD,
    "meetings": SEES_MEETINGS,
    "duty_desk": _WORKS,
    "handovers": _WORKS,
    "board_pack": _PREPARES,
}
# Where the window opens for whom, if not at My week: who answers the telephone has no caseload.
_OPENS_AT = {"duty": "duty_desk"}

GESTURES = (
    Place("record", "Record", "notebook-pen", "N", stays=False),
    Place("settings", "Settings", "settings"),
    Place("lock", "Lock", "lock", "Ctrl L", stays=False),
)


def draw_icons() -> None:
    """Draw the rail's icons, which are then at hand."""
    for place in (*_PLACES, *GESTURES):
        icon(place.icon)


def places_for(role: str) -> tuple[Place, ...]:
    """Everyone sees their week and the people; Team and Board are for those who oversee.

    The first is where the window opens.
    """
    seen = [
        place
        for place in _PLACES
        if place.place_id not in _SEEN_BY or role in _SEEN_BY[place.place_id]
    ]
    return tuple(sorted(seen, key=lambda place: place.place_id != _OPENS_AT.get(role)))
