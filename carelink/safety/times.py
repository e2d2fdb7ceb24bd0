"""What time is it by the clock on the wall here? Summer time and winter time counted right."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from carelink.facts import MissingEpisode

HERE = ZoneInfo("Europe/London")
_TIME = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap]m?)?", re.IGNORECASE | re.ASCII)


def read_time(text: str) -> time | None:
    """The time of day that was typed: 21:40, 9.40pm, midday; None for nothing or for no time."""
    typed = text.strip().lower().replace(".m", "m").replace("m.", "m")
    if typed in ("midday", "noon"):
        return time(12)
    if typed == "midnight":
        return time(0)
    found = _TIME.fullmatch(typed)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif found[2] is None:
        return None  # "9" alone is no time of day
    return time(hour, minute) if hour < 24 and minute < 60 else None


def kept_time(text: str) -> str:
    """The time of day as it is kept, 21:40; what is none is given back as it was typed."""
    known = read_time(text)
    return f"{known:%H:%M}" if known else text.strip()


def with_kept_times(episode: MissingEpisode) -> MissingEpisode:
    """A time missing, its times of day as they are kept; what is no time stays to be refused."""
    return episode._replace(
        missing_time=kept_time(episode.missing_time),
        found_time=kept_time(episode.found_time),
        interviewed_time=kept_time(episode.interviewed_time),
    )


def say_time(at: time) -> str:
    """The time of day as it is read: 5:30pm, midday, midnight."""
    if (at.hour, at.minute) in ((0, 0), (12, 0)):
        return "midday" if at.hour else "midnight"
    minute = f":{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minute}{'pm' if at.hour >= 12 else 'am'}"


def instant(day: date, at: time) -> datetime:
    """The instant of that time here. Of an hour that comes twice in October, the first."""
    return datetime.combine(day, at, HERE)


def never_was(day: date, at: time) -> bool:
    """Whether the clocks had gone forward over this time, so that it was no time at all."""
    there = instant(day, at)
    back = there.astimezone(UTC).astimezone(HERE)
    return (back.hour, back.minute) != (there.hour, there.minute)


def hours_after(at: datetime, hours: int) -> datetime:
    """The instant so many hours on by the clock that counts them, read on the wall here."""
    return (at.astimezone(UTC) + timedelta(hours=hours)).astimezone(HERE)
