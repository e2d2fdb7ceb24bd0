"""How is somebody reached, safely? Said wherever a contact begins, and so is that nobody asked."""

from collections.abc import Iterable
from datetime import date

from carelink.case import has_died
from carelink.facts import Person, Supporter
from carelink.names import kept_apart

_ASK = "How to reach them safely is not recorded. Ask them"


def say_reach(person: Person) -> str:
    """The number and what makes it safe, in one line; empty for somebody who has died."""
    if has_died(person):
        return ""
    safe = " ".join(person.safe_contact.split())
    phone = person.phone.strip()
    parts = [phone or "No number recorded", safe or _ASK]
    if person.language.strip():
        parts.append(f"Would rather speak {person.language.strip()}")
    return " · ".join(parts)


def supporters_on(supporters: Iterable[Supporter], day: date) -> list[Supporter]:
    """The people around them on the day, those they agree to name first."""
    now = [
        known
        for known in supporters
        if (known.start is None or known.start <= day) and (known.end is None or day < known.end)
    ]
    return sorted(now, key=lambda known: (known.in_copy is not True, known.name.casefold()))


def say_supporter(supporter: Supporter) -> str:
    """Who it is: Dilan, older sister."""
    name = kept_apart(supporter.name)
    return f"{name}, {supporter.relationship}" if supporter.relationship else name


def say_consent(supporter: Supporter) -> str:
    """Whether the young person agrees to their being named in the copy of the plan."""
    if supporter.in_copy is None:
        return "Not asked whether to name them in the copy of the plan"
    return "Named in the copy of the plan" if supporter.in_copy else "Not named in any copy"
