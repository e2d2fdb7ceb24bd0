"""The words of why a worker is away."""

from collections.abc import Mapping

ABSENCE_LABELS: Mapping[str, str] = {
    "leave": "Leave",
    "sickness": "Sickness",
    "training": "Training",
    "other": "Away",
}
