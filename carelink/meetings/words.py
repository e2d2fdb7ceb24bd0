"""The words of the meetings that the team holds or goes to."""

from collections.abc import Mapping

SUPERVISION = "supervision"
# Source: seeds 1C6, 1C12, 1D1, 1D2, 1E5, 1E14, 1F1, 1H4 to 1H6.
MEETING_LABELS: Mapping[str, str] = {
    "transitions": "Transitions panel",
    "near_transition": "Near-transition meeting with the children-in-care team",
    "eet": "Into work and learning group",
    "housing": "Housing meeting",
    "resources": "Access to resources panel",
    "custody": "Custody and release panel",
    "exploitation": "Exploitation and missing meeting",
    SUPERVISION: "Supervision",
    "unclaimed": "Entitlements still unclaimed",
}
