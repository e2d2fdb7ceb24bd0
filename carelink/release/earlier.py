"""What was released before, and who stood where then?"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from carelink.release.release import Release

# One person's lowest category in each dimension, a mapping for each population they were in.
Answers = Sequence[Mapping[str, str]]
# By a digest of the person's id, never the id or a name.
Seats = Mapping[str, Answers]


class Earlier(NamedTuple):
    """A release of the ledger as the next one must know it."""

    release: Release
    seats: Seats
    prepared_at: datetime
    approved: bool
