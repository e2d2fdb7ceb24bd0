"""How many young people will there be, and which homes will they want? Numbers with their why."""

from carelink.forecast.accommodation import HomesWanted, homes_wanted
from carelink.forecast.ageing import YearAhead, aged
from carelink.forecast.counts import Given, read_counts
from carelink.forecast.population import Forecast, forecast_of, forecast_of_counts
from carelink.forecast.shown import as_object, as_table, fan_of

__all__ = [
    "Forecast",
    "Given",
    "HomesWanted",
    "YearAhead",
    "aged",
    "as_object",
    "as_table",
    "fan_of",
    "forecast_of",
    "forecast_of_counts",
    "homes_wanted",
    "read_counts",
]
