"""Which codes of a home cannot be true, and which the national return will not take?

What cannot be true is refused. What can be true and is not taken by the return is said.
"""

from datetime import date

from carelink.case import covers
from carelink.dates import age_on, birthday, show
from carelink.facts import Home
from carelink.words import HOME_LABELS, NEVER_SUITABLE


def says_impossible(home_type: str, suitable: str) -> str:
    """Why this suitability cannot stand beside this kind of home; empty when it can.

    Source: validation rule 133 of the return, which knows no S1 and no X1.
    """
    if home_type in NEVER_SUITABLE and suitable == "1":
        return f'"{HOME_LABELS[home_type]}" cannot be recorded as suitable.'
    return ""


def return_year(day: date) -> date:
    """The 1 April on which the return's year that holds this day began."""
    return date(day.year if (day.month, day.day) >= (4, 1) else day.year - 1, 4, 1)


def says_not_taken(home: Home, born: date | None, day: date) -> str:
    """What the return will not take of this home in the year of the day; empty when nothing.

    The return asks where they live on their birthday, from the 17th on. Source: validation rules
    347 (foyer) and 3001 (former foster carer).
    """
    if home.type not in ("T", "Z"):
        return ""
    label = HOME_LABELS[home.type].lower()
    if born is None:
        return f"We cannot tell whether the return takes {label}: date of birth not recorded."
    began = return_year(day)
    turns = age_on(born, began) + 1
    asked_on = birthday(born, turns)
    if not 17 <= turns <= 21 or not covers(home, asked_on):
        return ""
    if home.type == "T" and turns <= 18:
        at = f"at the birthday of {show(asked_on)}, for they are under 18 on {show(began)}"
        return f"The return takes no {label} {at} (rule 347)."
    if home.type == "Z" and turns == 17:
        return (
            f"The return takes no home {label} at the 17th birthday, {show(asked_on)} (rule 3001)."
        )
    return ""
