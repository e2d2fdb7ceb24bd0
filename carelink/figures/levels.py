"""How finely are people divided in a release?"""

from enum import StrEnum


class Level(StrEnum):
    """Full lists of categories, the same grouped, or the headline measures alone."""

    FULL = "full"
    GROUPED = "grouped"
    HEADLINE = "headline"
