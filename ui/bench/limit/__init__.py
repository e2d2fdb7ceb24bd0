"""The limit: the same dates and states worked out by Polars over the same facts in memory."""

from ui.bench.limit.frames import frames_of
from ui.bench.limit.states import states_of

__all__ = ["frames_of", "states_of"]
