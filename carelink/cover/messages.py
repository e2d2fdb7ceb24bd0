"""Which messages wait, for whom, and in which order? What is urgent first, then the oldest."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from carelink.cover.covering import Stand
from carelink.dates import show
from carelink.facts import Message

_LAST = "99:99"


class Addressee(NamedTuple):
    """Whom a message is for on a day: the worker asked for, and who is here for them.

    `here` is empty where nobody is: nobody was asked for, or they are away with nobody standing in.
    """

    worker_id: str
    here: str


def is_waiting(message: Message, day: date) -> bool:
    """Whether nobody has said by the day that it is done."""
    return message.done_on is None or message.done_on > day


def waiting(messages: Iterable[Message], day: date) -> list[Message]:
    """Those that wait on the day, in the order in which they are to be answered."""
    taken = [m for m in messages if is_waiting(m, day) and (m.on is None or m.on <= day)]
    return sorted(taken, key=_order)


def addressee(message: Message, adviser_id: str, stand: Stand | None) -> Addressee:
    """Whom it is for: the worker asked for, else the young person's adviser on the day.

    `stand` is how that worker's work stands on the day; None where there is no such worker.
    """
    asked = message.worker_id or adviser_id
    return Addressee(asked, stand.here if asked and stand is not None else "")


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
