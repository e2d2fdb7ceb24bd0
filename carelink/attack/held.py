"""What does a reader hold? The published texts, and totals known from elsewhere."""

from collections.abc import Mapping
from typing import NamedTuple


class Published(NamedTuple):
    """One release as everybody can read it: the texts of figures.csv and figures.meta.json."""

    figures: str
    meta: str


class Known(NamedTuple):
    """An exact total that a reader knows from somewhere else.

    Shape: `release` is the place of the release it speaks of, from 0; `at` are the categories of
    its cell; `source` is who published it.
    """

    release: int
    at: Mapping[str, str]
    count: int  # type: ignore[assignment]  # the word for it; nobody counts a tuple's items
    source: str
