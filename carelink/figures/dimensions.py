"""Along which dimensions are people divided in a release, and what is everything in them called?"""

from collections.abc import Mapping
from functools import lru_cache

from carelink.disclosure import Dimension
from carelink.figures.dividing import Label, dimension_of, label_of
from carelink.figures.levels import Level
from carelink.figures.subjects.listed import SUBJECTS

DIVISIONS = tuple(one for subject in SUBJECTS for one in subject.DIVISIONS)
LABELS: Mapping[str, Label] = {one.name: label_of(one) for one in DIVISIONS}


@lru_cache(maxsize=len(Level))
def dimensions_at(level: Level) -> Mapping[str, Dimension]:
    """Every dimension by its name, cut as the level asks."""
    return {one.name: dimension_of(one, level) for one in DIVISIONS}
