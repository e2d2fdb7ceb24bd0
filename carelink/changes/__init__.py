"""What changed in the figures since the last pack, person by person? For managers alone.

Three views are set side by side: the day of the last pack as it was known when that was prepared,
the same day as it is known now, and the day asked for. The first step holds what was corrected,
the second what happened.
"""

from carelink.changes.change import Change, Comparison, FigureChange, Kind
from carelink.changes.comparing import Comparing
from carelink.changes.touched import TouchedFact

__all__ = ["Change", "Comparing", "Comparison", "FigureChange", "Kind", "TouchedFact"]
