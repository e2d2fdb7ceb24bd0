"""What must not stand in the words beside the figures? Said for each box, in plain sentences."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelink.release import Release
    from ui.desk import Desk

# The boxes beside those of the themes.
QUALITY, ACTIONS, YOU_SAID = "quality", "actions", "you_said"


def guarded(
    desk: "Desk", release: "Release", words: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    """What is wrong in each box; nothing of a box where nothing is."""
    return {}
