"""Which messages wait, for whom, and in which order? What is urgent first, then the oldest."""

from collections.abc import Iterable
from datetime import date

from carelink.dates import show
from carelink.facts import Message

_LAST = "99:99"


def is_waiting(message: Message, day: date) -> bool:
    """Whether nobody has said by the day that it is done."""
    return message.done_on is None or message.done_on > day


def waiting(messages: Iterable[Message], day: date) -> list[Message]:
    """Those that wait on the day, in the order in which they are to be answered."""
    taken = [m for m in messages if is_waiting(m, day) and (m.on is None or m.on <= day)]
    return sorted(taken, key=_order)


def say_when(message: Message, day: date) -> str:
    """When it came in: today at 14:05, or on 20 November 2026."""
    if message.on is None:
        return "on a day not known"
    on = "today" if message.on == day else f"on {show(message.on)}"
    return f"{on} at {message.time}" if message.time else on


def say_message(message: Message, day: date) -> str:
    """Who rang, when, and their words."""
    who = message.caller.strip() or "Somebody, name not given,"
    return f"{who} rang {say_when(message, day)}: {' '.join(message.words.split())}"


def _order(message: Message) -> tuple[bool, date, str, str]:
    return (
        message.urgent is not True,
        message.on or date.min,
        message.time or _LAST,
        message.message_id,
    )
