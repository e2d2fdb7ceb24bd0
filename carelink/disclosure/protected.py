"""What may be shown of each cell, and why is one hidden?"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from carelink.disclosure.cells import Cell


class Mode(StrEnum):
    """How figures are protected; the two are never mixed for one figure."""

    ROUNDED = "rounded"
    EXACT = "exact"


class Why(StrEnum):
    """Why a cell is hidden, or held at what was shown before."""

    SMALL = "small"  # up to the threshold
    ONE_CATEGORY = "one_category"  # a whole group in one category of something that could harm
    SMALL_SUM = "small_sum"  # what is hidden in its line would be up to the threshold together
    CHANGE = "change"  # would show what changed for one or two people since an earlier release
    PROTECTS = "protects"  # another hidden cell could be worked out from it


class Protected(NamedTuple):
    """What may be shown: a whole number for each cell, None where it is hidden.

    Shape: `shown` has every cell of the frozen set; `why` every hidden or held one. `proven` is
    whether the fewest and least costly cells were hidden for certain, else `gap` is the share by
    which fewer might have done (0.03 = 3 per cent). `cost` is in the optimiser's own weights.
    """

    mode: Mode
    shown: Mapping[Cell, int | None]
    why: Mapping[Cell, Why]
    proven: bool = True
    gap: float = 0.0
    cost: float = 0.0
    seconds: float = 0.0
