"""How are counts of people made safe to show? Rounded so that all adds up, or exact with holes.

Nothing here knows what is counted: it is given tables, categories and true counts (`Frozen`), and
gives what may be shown of each cell and why (`Protected`). The attack on what was published lives
in `carelink.attack` and shares nothing with this room.
"""

from carelink.disclosure.cells import TOTAL, Cell, Dimension, Line, Table, cells_of, lines_of
from carelink.disclosure.frozen import Frozen, Limits
from carelink.disclosure.protected import Mode, Protected, Why

__all__ = [
    "TOTAL",
    "Cell",
    "Dimension",
    "Frozen",
    "Limits",
    "Line",
    "Mode",
    "Protected",
    "Table",
    "Why",
    "cells_of",
    "lines_of",
]
