"""What of somebody's home asks for a meeting: none, not suitable, for a while, ending, moving on?

Worked out once for the housing meeting and for the access to resources panel. No address is in it.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from carelink.cliff_edges.by_fact import home_ends, staying_put_ends
from carelink.cliff_edges.edge import Asked as AskedOfEdges
from carelink.cliff_edges.edge import Stop
from carelink.dates import months_after
from carelink.facts import Home
from carelink.home.judgement import latest_judgement
from carelink.home.nights import BED_AND_BREAKFAST, EMERGENCY, NO_HOME, Nights, nights_of
from carelink.home.steps import waiting_steps
from carelink.meetings.asked import Asked, Someone
from carelink.meetings.marked import Cell, On, Part
from carelink.money.question import Question
from carelink.said import counted

MONTHS_AHEAD = 6
_CUSTODY, _NOT_KNOWN = "X", "R"


class Matter(StrEnum):
    """One thing about a home that a meeting is for, the most pressing first."""

    NO_HOME = "no_home"
    NO_HOME_FROM_A_DAY = "no_home_from_a_day"
    BED_AND_BREAKFAST = "bed_and_breakfast"
    EMERGENCY = "emergency"
    UNSUITABLE = "unsuitable"
    HOME_ENDS = "home_ends"
    STAYING_PUT_ENDS = "staying_put_ends"
    GETTING_READY = "getting_ready"
    NOT_KNOWN = "not_known"


_NIGHTS = {
    NO_HOME: (Matter.NO_HOME, "No fixed home"),
    BED_AND_BREAKFAST: (Matter.BED_AND_BREAKFAST, "In bed and breakfast"),
    EMERGENCY: (Matter.EMERGENCY, "In an emergency home"),
}


class Found(NamedTuple):
    """One matter of somebody's home and the sentence that says it."""

    matter: Matter
    because: Cell


def matters_of(asked: Asked, one: Someone) -> list[Found]:
    """Everything about their home that asks for a meeting, in the order of the matters."""
    home = one.case.home_on(asked.day)
    found = list(_of_any_home(asked, one))
    if home is None:
        found.append(Found(Matter.NOT_KNOWN, "No home is recorded now."))
    elif home.type == _NOT_KNOWN:
        found.append(Found(Matter.NOT_KNOWN, "Their address is not known."))
    elif home.type != _CUSTODY:
        found += _unsuitable(one, home)
        found += _ending(asked, one, home)
    order = list(Matter)
    return sorted(found, key=lambda held: order.index(held.matter))


def nights_now(asked: Asked, one: Someone) -> Nights | None:
    """The nights without a settled home that are being counted on the day."""
    return next((held for held in nights_unsettled(asked, one) if held.since), None)


def nights_unsettled(asked: Asked, one: Someone) -> list[Nights]:
    """Every kind of night without a settled home; custody has a meeting of its own."""
    return [held for held in nights_of(one.case, asked.day) if held.kind in _NIGHTS]


def _of_any_home(asked: Asked, one: Someone) -> Iterator[Found]:
    nights = nights_now(asked, one)
    if nights is not None and nights.since is not None:
        matter, says = _NIGHTS[nights.kind]
        if nights.since == date.min:
            yield Found(matter, f"{says}; since when is not recorded.")
        else:
            least = "at least " if nights.at_least else ""
            many = counted(nights.this_spell, "night")
            yield Found(matter, (f"{says} since ", nights.since, f", {least}{many}."))
    for stop in _staying_put(asked, one):
        if stop.on is not None and stop.on <= months_after(asked.day, MONTHS_AHEAD):
            made = " A plan for moving on is made." if stop.replaced_by else ""
            yield Found(Matter.STAYING_PUT_ENDS, ("Staying put ends ", On(stop.on), f".{made}"))
    if waiting_steps(one.case, asked.day):
        yield Found(Matter.GETTING_READY, "A step towards a home waits for an answer.")


def _unsuitable(one: Someone, home: Home) -> Iterator[Found]:
    judged = latest_judgement(one.case, home)
    if judged is not None and judged.suitable is not None:
        if not judged.suitable:
            on: tuple[Part, ...] = (" ", On(judged.on)) if judged.on else ()
            yield Found(Matter.UNSUITABLE, ("Their home was judged not suitable", *on, "."))
    elif home.suitable == "2":
        yield Found(Matter.UNSUITABLE, "Their home is recorded as not suitable.")


def _ending(asked: Asked, one: Someone, home: Home) -> Iterator[Found]:
    if home.end is not None:
        says: Cell = ("Their home ends ", On(home.end), "; none is recorded from then on.")
        yield Found(Matter.NO_HOME_FROM_A_DAY, says)
        return
    for stop in home_ends(_of_edges(asked, one)):
        if stop.on is None or stop.on > months_after(asked.day, MONTHS_AHEAD):
            continue
        next_home = " An offer of a home is accepted." if stop.replaced_by else ""
        verb = "were" if stop.on < asked.day else "are"
        says = (f"They {verb} expected to leave ", On(stop.on), f".{next_home}")
        yield Found(Matter.HOME_ENDS, says)


def _staying_put(asked: Asked, one: Someone) -> Iterator[Stop]:
    """Only of somebody whose birthdays are known: it ends at 21."""
    if one.case.person.date_of_birth is not None:
        yield from staying_put_ends(_of_edges(asked, one))


def _of_edges(asked: Asked, one: Someone) -> AskedOfEdges:
    question = Question(one.case, asked.day)
    return AskedOfEdges(one.case, asked.day, asked.rulebook, asked.catalogue, question)
