"""What is asked of the solver: whole numbers alone, and no names.

Weights are hundredths of a person, costs ten-thousandths of a point, so that every sum is exact.
"""

from collections.abc import Mapping
from typing import NamedTuple

HUNDREDTHS = 100
# A cost of one point, and one point for each person of weight away from the share.
POINT = HUNDREDTHS * HUNDREDTHS


class Choice(NamedTuple):
    """One person who may be moved.

    Shape: `costs` and `weights` by the place of each adviser who may have them; never empty.
    """

    person_id: str
    costs: Mapping[int, int]
    weights: Mapping[int, int]


class Room(NamedTuple):
    """One adviser: what stays with them whatever is chosen, their share, the top of their range."""

    fixed: int
    share: int
    top: int


class Slopes(NamedTuple):
    """What a hundredth of a person costs: off the share, beyond `far_from`, and above the top."""

    near: int
    far: int
    far_from: int
    above: int


class Answer(NamedTuple):
    """Who has whom, by person.

    `gap` is by how much a better one may be cheaper, as a part of the cost; `proven` says that
    there is none better.
    """

    chosen: Mapping[str, int]
    gap: float
    proven: bool
