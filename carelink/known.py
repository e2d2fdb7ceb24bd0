"""What is known of a young person, in lines to be read: nothing is left out silently."""

from collections.abc import Iterable, Mapping
from datetime import date

from carelink.case import CaseFile, has_died
from carelink.dates import age_on, show
from carelink.facts import Allocation, Person, Worker
from carelink.names import kept_apart
from carelink.person.reach import say_reach
from carelink.said import Line, counted, say_from_to, words_of, worker_told_apart
from carelink.status import Standing
from carelink.words import ADVISER, STATUS_LABELS
from carelink.workload.continuity import continuity_of, whole_months


def say_off_roll(case: CaseFile, standing: Standing) -> str:
    """Why nothing is due to someone who is not on the roll, in a few words."""
    person = case.person
    if has_died(person):
        return f"Died on {show(person.date_of_death)}" if person.date_of_death else "Died"
    return f"Nothing is due: {STATUS_LABELS[standing.status].lower()}"


def who_they_are(case: CaseFile, standing: Standing, day: date) -> list[Line]:
    """The name they use first, then what else says who they are, with what is missing said."""
    person = case.person
    ask = "Not recorded" if has_died(person) else "Not recorded. Ask them"
    lines = [
        Line("Name they use", kept_apart(person.known_as) or "Not recorded"),
        Line("Pronouns", person.pronouns or ask),
        Line("How to be with me", f"“{person.about_me}”" if person.about_me else ask),
        Line("Age", say_age(person, day)),
        Line("Legal name", kept_apart(person.legal_name) or "Not recorded"),
    ]
    optional = (("Gender", person.gender), ("Language", person.language))
    lines += [Line(about, says) for about, says in optional if says]
    if person.previous_names:
        lines.append(Line("Names before", kept_apart(person.previous_names), "Do not use"))
    reach = say_reach(person)
    lines += [Line("How to reach them", reach)] if reach else []
    since = f", since {show(standing.since)}" if standing.since else ""
    label = STATUS_LABELS[standing.status] + since
    lines.append(Line("Status", label, standing.reason))
    if standing.worked_out is not None:
        differs = "Differs from the status that stands" if standing.differs else "The same"
        alone = STATUS_LABELS[standing.worked_out]
        lines.append(Line("Status by the records alone", alone, differs))
    return [*lines, Line("Reference", person.person_id)]


def age_in_years(person: Person, day: date) -> int | None:
    """The age that day, or at death; None where the date of birth is not known or lies ahead."""
    last = min(day, person.date_of_death or day)
    if person.date_of_birth is None or person.date_of_birth > last:
        return None
    return age_on(person.date_of_birth, last)


def say_age(person: Person, day: date) -> str:
    """Age and date of birth; for someone who has died, the age they reached."""
    if person.date_of_birth is None:
        return "Date of birth not recorded"
    age = age_in_years(person, day)
    born = f"born {show(person.date_of_birth)}"
    if age is None:
        return f"Date of birth to be checked, {born}"
    if person.date_of_death:
        return f"{age}, {born}, died {show(person.date_of_death)}"
    return f"Died, {born}" if person.died else f"{age}, {born}"


def say_adviser(case: CaseFile, day: date) -> str:
    """Who their adviser is, or since when they have had none."""
    current = case.adviser_on(day)
    if current:
        since = f", since {show(current.start)}" if current.start else ""
        return case.worker_name(current.worker_id) + since
    ends = [end for given in _advisers(case) if (end := case.allocation_end(given))]
    if ends:
        return f"No personal adviser since {show(max(ends))}"
    return "No personal adviser has been allocated"


def say_advisers(case: CaseFile, workers: Mapping[str, Worker], day: date) -> str:
    """Who is with them on the day, told apart; that there are two, or none, is said."""
    given = case.allocated_on(day, ADVISER)
    everyone = {**case.workers, **workers}
    names = [kept_apart(worker_told_apart(one.worker_id, everyone)) for one in given]
    if not names:
        return "No personal adviser"
    if len(names) == 1:
        return f"Personal adviser: {names[0]}"
    return f"{len(names)} personal advisers, where one is meant: {', '.join(names)}"


def say_no_contact(case: CaseFile, day: date) -> str:
    """What an empty list of contacts means: No contacts recorded. Allocated 41 days ago."""
    if has_died(case.person):
        return "No contacts recorded."
    starts = [given.start for given in case.allocations if given.start]
    if not starts:
        return "No contacts recorded. Nobody has been allocated."
    days = counted((day - min(starts)).days, "day")
    return f"No contacts recorded. Allocated {days} ago."


def people_around(case: CaseFile, day: date) -> list[Line]:
    """Who works with them now, then who did, each with the time; the advisers are counted."""
    now = case.allocated_on(day)
    past = [given for given in case.allocations if given not in now]
    lines = []
    if not _advisers(now) and not has_died(case.person):
        lines.append(Line("Personal adviser", say_adviser(case, day)))
    lines += [_ally(case, given) for given in sorted(now, key=_role_first)]
    past.sort(key=lambda given: given.start or date.min, reverse=True)
    return lines + [_ally(case, given, "Before: ") for given in past]


def say_continuity(case: CaseFile, day: date) -> str:
    """How many advisers they have had since 16, and how long the one now has been theirs."""
    held = continuity_of(case, day)
    number = held.ever if held.since_16 is None else held.since_16
    if not number:
        return ""
    count = counted(number, "personal adviser")
    said = count if held.since_16 is None else f"{count} since they turned 16"
    current = case.adviser_on(day)
    if current and current.start:
        said += f"; the one now for {_how_long(current.start, day)}"
    return said + "."


def _ally(case: CaseFile, given: Allocation, before: str = "") -> Line:
    role = words_of(given.role or "worker")
    label = f"{before}{role.lower()}" if before else role
    return Line(
        label,
        case.worker_name(given.worker_id),
        say_from_to(given.start, case.allocation_end(given)),
    )


def _advisers(given: CaseFile | Iterable[Allocation]) -> list[Allocation]:
    allocations = given.allocations if isinstance(given, CaseFile) else given
    return [allocation for allocation in allocations if allocation.role == ADVISER]


def _role_first(given: Allocation) -> tuple[bool, str]:
    return given.role != ADVISER, given.role


def _how_long(start: date, day: date) -> str:
    months = whole_months(start, day)
    if months == 0:
        return counted((day - start).days, "day")
    years, months = divmod(months, 12)
    parts = [(years, "year"), (months, "month")]
    return " and ".join(counted(number, unit) for number, unit in parts if number)
