"""Young people for the figures: say only what the test is about."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from carelink.case import CaseFile
from carelink.dates import birthday
from carelink.facts import Activity, CarePeriod, Contact, Home, Person

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
