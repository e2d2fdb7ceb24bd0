"""Young people for the figures: say only what the test is about."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from carelink.case import CaseFile
from carelink.dates import birthday
from carelink.facts import Activity, CarePeriod, Contact, Home, Person
from carelink.figures.counting import stands_in
from carelink.figures.dimensions import dimensions_at
from carelink.figures.gatherings import Gatherings
from carelink.figures.indicators import INDICATORS
from carelink.figures.levels import Level
from carelink.figures.seats import POPULATION, answers_of
from carelink.figures.whitelist import TABLES
from carelink.rulebook import load_rulebook

AS_AT = date(2026, 5, 20)
_numbers = count(1)


def a_care_leaver(
    born: date, left_on: date | None = None, still_in: bool = False, **groups: Any
) -> CaseFile:
    """Looked after from 15, until 18 unless said otherwise."""
    who = f"P{next(_numbers)}"
    ended = None if still_in else left_on or birthday(born, 18)
    reason = groups.pop("reason_ceased", "E4")
    person = Person(who, date_of_birth=born, **groups.pop("person", {}))
    care = CarePeriod(who, birthday(born, 15), ended, "V2", reason_ceased=reason)
    named = {
        group: tuple(fact._replace(person_id=who) for fact in facts)
        for group, facts in groups.items()
    }
    return CaseFile(person, care_periods=(care,), **named)


def a_home(kind: str = "U", suitable: str = "1", **more: Any) -> Home:
    return Home("", **{"start": date(2020, 1, 1), "type": kind, "suitable": suitable, **more})


def an_activity(code: str, **more: Any) -> Activity:
    return Activity("", **{"start": date(2020, 1, 1), "code": code, **more})


def a_contact(on: date, rung: str = "seen") -> Contact:
    return Contact(f"C{next(_numbers)}", "", on=on, rung=rung)


def a_roll(people: int, *, eet: int = 0, housed: int = 0, touched: int = 0) -> list[CaseFile]:
    """That many aged 19 on the day and at their birthday, the first few of them as asked."""
    born = AS_AT.replace(year=AS_AT.year - 19) - timedelta(days=90)
    return [
        a_care_leaver(
            born,
            activities=(an_activity("F5" if place < eet else "G5"),),
            homes=(a_home(suitable="1" if place < housed else "2"),),
            contacts=(a_contact(birthday(born, 19)), a_contact(date(2026, 4, 1)))
            if place < touched
            else (),
        )
        for place in range(people)
    ]


def seats(case: CaseFile, as_at: date = AS_AT) -> dict[str, dict[str, str]]:
    """Where somebody stands in each population that counts them."""
    gatherings = Gatherings(load_rulebook(), as_at)
    return {answer[POPULATION]: answer for answer in answers_of(case, gatherings)}


def counts_towards(case: CaseFile, indicator: str, as_at: date = AS_AT) -> dict[str, bool | None]:
    """Whether somebody counts towards an indicator, on the day and around their birthday.

    Shape: None for who is counted there, but not in the indicator's base.
    """
    dimensions = dimensions_at(Level.FULL)
    tables = {table.name: table for table in TABLES}
    found: dict[str, bool | None] = {}
    for one in INDICATORS:
        if one.name.removesuffix("_birthday") == indicator:
            table, (name, node) = tables[one.table], one.counted
            answer = seats(case, as_at).get(table.population)
            if answer is not None:
                inside = stands_in(answer, table.plain, dimensions)
                counted = inside and node in dimensions[name].above(answer[name])
                found[table.population] = counted if inside else None
    return found
