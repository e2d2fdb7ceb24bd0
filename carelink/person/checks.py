"""What must hold before who somebody is, or who is around them, may be recorded?"""

from datetime import date

from carelink.case import CaseFile
from carelink.errors import Problem
from carelink.facts import Person, Supporter
from carelink.person.words import LONGEST_NAME
from carelink.problems import end_after_start, refuse_if, text_problems

_NAMES = ("known_as", "legal_name")
_TEXTS = ("previous_names", "pronouns", "gender", "phone", "safe_contact", "language", "about_me")


def check_person(person: Person, today: date) -> None:
    """Who somebody new is: an id, a date of birth that has been, a date of death after it.

    Raises: Refused with every problem at once.
    """
    problems = []
    if not person.person_id.strip():
        problems.append(Problem("person_id", "Give the council's reference for this person."))
    refuse_if([*problems, *_dates(person, today)])


def check_details(case: CaseFile, person: Person, today: date) -> None:
    """Who somebody is: names that can be kept and printed, dates that can be true.

    One name is enough, in any script; none is taken away without another in its place.

    Raises: Refused with every problem at once.
    """
    problems = []
    if case.person.name != person.person_id and person.name == person.person_id:
        problems.append(Problem("known_as", "Give the name they use, or their legal name."))
    for field in _NAMES:
        problems += _name_problems(field, getattr(person, field))
    for field in _TEXTS:
        problems += text_problems(field, getattr(person, field))
    if person.date_of_birth is None and case.person.date_of_birth is not None:
        says = "Every duty is counted from the date of birth; correct it, but do not take it out."
        problems.append(Problem("date_of_birth", says))
    refuse_if([*problems, *_dates(person, today)])


def check_supporter(case: CaseFile, supporter: Supporter, today: date) -> None:
    """Someone around them: a name, and what they are to the young person.

    Raises: Refused with every problem at once.
    """
    problems = _name_problems("name", supporter.name)
    if not supporter.name.strip():
        problems.append(Problem("name", "Give their name, as the young person says it."))
    if not supporter.relationship.strip():
        problems.append(Problem("relationship", "Say who they are to the young person."))
    problems += text_problems("relationship", supporter.relationship)
    problems += text_problems("how_to_reach", supporter.how_to_reach)
    refuse_if([*problems, *end_after_start(supporter.start, supporter.end)])


def _name_problems(field: str, name: str) -> list[Problem]:
    if len(name) > LONGEST_NAME:
        return [Problem(field, f"A name has {LONGEST_NAME} characters at the most.")]
    return text_problems(field, name)


def _dates(person: Person, today: date) -> list[Problem]:
    problems = []
    born, died = person.date_of_birth, person.date_of_death
    if born is not None and born > today:
        problems.append(Problem("date_of_birth", "The date of birth must be in the past."))
    if died is not None and (died > today or (born is not None and died < born)):
        says = "The date of death must be after the date of birth and not in the future."
        problems.append(Problem("date_of_death", says))
    return problems
