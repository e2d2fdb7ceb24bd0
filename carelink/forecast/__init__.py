"""How many young people will there be, and which homes will they want? Numbers with their why."""

from carelink.forecast.accommodation import HomesWanted, homes_wanted
from carelink.forecast.ageing import YearAhead, aged
from carelink.forecast.counts import Given, read_counts
from carelink.forecast.learnt import Lived, learnt_from, lived_of
from carelink.forecast.population import Forecast, forecast_of, forecast_of_counts
from carelink.forecast.shown import as_object, as_table, fan_of
from carelink.forecast.wants import Want, want_of

__all__ = [
    "Forecast",
    "Given",
    "HomesWanted",
    "Lived",
    "Want",
    "YearAhead",
    "aged",
    "as_object",
    "as_table",
    "fan_of",
    "forecast_of",
    "forecast_of_counts",
    "homes_wanted",
    "learnt_from",
    "lived_of",
    "read_counts",
    "want_of",
]
