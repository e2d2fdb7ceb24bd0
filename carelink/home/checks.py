"""What must hold before a home, a judgement of it or a step towards one may be recorded?"""

from collections.abc import Mapping
from datetime import date

from carelink.case import CaseFile
from carelink.dates import birthday, show
from carelink.errors import Problem
from carelink.facts import Circumstance, Home, HousingStep, Suitability
from carelink.home.codes import says_impossible
from carelink.home.history import begun
from carelink.home.postcode import is_postcode, stands_for_nowhere
from carelink.home.schedule_2 import FACTORS, LIMBS
from carelink.home.words import HOURS_IN_A_WEEK, STEPS, SUPPORT_LABELS
from carelink.problems import day_that_has_been, end_after_start, one_of, refuse_if, text_problems
from carelink.words import HOME_LABELS, TENANCIES

_NO_DOOR = frozenset({"S", "R"})
_TEXTS = ("provider", "address", "host_authority", "host_offer", "moved_why")


def check_home(case: CaseFile, home: Home, today: date) -> None:
    """A home: a start that has been, an end after it, a kind, and codes that can be true."""
    problems = [
        *_moved_in(home, today),
        *_kind(home),
        *_days_ahead(home),
        *_postcode(home),
        *_package(home),
        *_beside_the_others(case, home),
    ]
    if home.host_offer.strip() and not home.host_authority.strip():
        problems.append(Problem("host_authority", "Say which council's offer this is."))
    for field in _TEXTS:
        problems += text_problems(field, getattr(home, field))
    refuse_if(problems)


def check_suitability(case: CaseFile, judged: Suitability, today: date) -> None:
    """A judgement: of a home of theirs, on a day, with reasons, and no limb against it."""
    problems = day_that_has_been("on", judged.on, today, "judgement")
    home = next((held for held in case.homes if held.row_id == judged.home_id), None)
    if home is None:
        problems.append(Problem("home_id", "Choose the home that is judged."))
    elif judged.on and judged.on < begun(home):
        says = f"They moved in on {show(begun(home))}; a judgement comes on that day or later."
        problems.append(Problem("on", says))
    problems += [*_in_law(judged), *_for_the_return(home, judged)]
    for factor in FACTORS:
        problems += text_problems(factor.field, getattr(judged, factor.field))
    refuse_if([*problems, *text_problems("reasons", judged.reasons)])


def check_step(case: CaseFile, step: HousingStep, today: date) -> None:
    """A housing step: which, on a day that has been, and an outcome that such a step can have."""
    problems = day_that_has_been("on", step.on, today, "step")
    if step.kind not in STEPS:
        problems.append(Problem("kind", "Choose which step it was."))
    elif step.outcome and step.outcome not in STEPS[step.kind].outcomes:
        says = f'"{STEPS[step.kind].label}" cannot come out like that; choose again.'
        problems.append(Problem("outcome", says))
    refuse_if([*problems, *text_problems("detail", step.detail)])


def check_staying_put(case: CaseFile, held: Circumstance, today: date) -> None:
    """Staying put: with a named carer, from 18 on, one arrangement at a time."""
    problems = day_that_has_been("start", held.start, today, "start")
    if not held.detail.strip():
        problems.append(Problem("detail", "Say who the carer is."))
    born = case.person.date_of_birth
    if born and held.start and held.start < birthday(born, 18):
        says = f"Staying put begins at 18, on {show(birthday(born, 18))} or later."
        problems.append(Problem("start", says))
    problems += end_after_start(held.start, held.end)
    for other in case.circumstances:
        if other.kind == "staying_put" and other.row_id != held.row_id and _meet(other, held):
            since = f" since {show(other.start)}" if other.start else ""
            says = f"An arrangement is recorded{since} already. End it first, or change its dates."
            problems.append(Problem("start", says))
    refuse_if([*problems, *text_problems("detail", held.detail)])


def contradiction(home: Home | None, judged: Suitability) -> str:
    """Why this judgement cannot be true of this home; empty when it can."""
    against = [one.letter for one in LIMBS if getattr(judged, one.field) is False]
    if judged.suitable and against:
        return f"It cannot be suitable in law while limb ({against[0]}) is answered no."
    return says_impossible(home.type, judged.oc3) if home else ""


def _in_law(judged: Suitability) -> list[Problem]:
    problems = []
    if judged.suitable is None:
        problems.append(Problem("suitable", "Choose suitable or not suitable."))
    if judged.suitable:
        for limb in LIMBS:
            answer = getattr(judged, limb.field)
            if answer is None:
                says = "Answer this before you call it suitable."
                problems.append(Problem(limb.field, says))
            elif not answer:
                says = f"It cannot be suitable in law while limb ({limb.letter}) is answered no."
                problems.append(Problem(limb.field, says))
    if not judged.reasons.strip():
        problems.append(Problem("reasons", "Give the reasons for the judgement."))
    return problems


def _for_the_return(home: Home | None, judged: Suitability) -> list[Problem]:
    if judged.oc3 not in ("1", "2"):
        return [Problem("oc3", "Choose what the return is to say.")]
    if home and (says := says_impossible(home.type, judged.oc3)):
        return [Problem("oc3", says)]
    differs = judged.suitable is not None and judged.suitable != (judged.oc3 == "1")
    if differs and not judged.oc3_reasons.strip():
        says = "Say why the return is told otherwise than the judgement in law."
        return [Problem("oc3_reasons", says)]
    return text_problems("oc3_reasons", judged.oc3_reasons)


def _moved_in(home: Home, today: date) -> list[Problem]:
    """A home known for a day alone, as a return has it, needs no first day."""
    if home.start is None and home.known_on is not None:
        return []
    return day_that_has_been("start", home.start, today, "move")


def _days_ahead(home: Home) -> list[Problem]:
    problems = end_after_start(home.start, home.end)
    ahead: Mapping[str, str] = {
        "expected_end": "The day they are expected to leave is before the day they moved in.",
        "support_until": "The day the support is stepped down is before the day they moved in.",
    }
    for field, says in ahead.items():
        day = getattr(home, field)
        if day is not None and day < begun(home):
            problems.append(Problem(field, says))
    return problems


def _kind(home: Home) -> list[Problem]:
    problems = []
    if home.type not in HOME_LABELS and not (home.placement and not home.type):
        problems.append(Problem("type", "Choose what kind of home it is."))
    if says := says_impossible(home.type, home.suitable):
        problems.append(Problem("suitable", says))
    problems += one_of("suitable", home.suitable, ("", "1", "2"), "Choose suitable or unsuitable.")
    return problems + one_of(
        "tenancy", home.tenancy, TENANCIES, "Choose who is liable for the home."
    )


def _postcode(home: Home) -> list[Problem]:
    if not home.postcode:
        return []
    if home.type in _NO_DOOR or stands_for_nowhere(home.postcode):
        says = "Leave the postcode empty: no fixed home and address not known are kinds of home."
        return [Problem("postcode", says)]
    if not is_postcode(home.postcode):
        says = f'"{home.postcode}" is not a postcode. It is written like ME4 4TR.'
        return [Problem("postcode", says)]
    return []


def _package(home: Home) -> list[Problem]:
    problems = one_of(
        "support_level",
        home.support_level,
        ("", *SUPPORT_LABELS),
        "Choose standard, enhanced or intensive.",
    )
    hours = home.support_hours
    if hours is not None and not 0 <= hours <= HOURS_IN_A_WEEK:
        problems.append(Problem("support_hours", "Give the hours of support in a week."))
    return problems


def _beside_the_others(case: CaseFile, home: Home) -> list[Problem]:
    """No day may have two homes; what was open before is ended by the move itself."""
    others = [held for held in case.homes if held.row_id != home.row_id]
    was = next((held for held in case.homes if held.row_id == home.row_id), None)
    if home.start is None or (was and (was.start, was.end) == (home.start, home.end)):
        return []
    if any(other.start == home.start for other in others):
        return [Problem("start", "A home that began that day is recorded already.")]
    problems = []
    for other in others:
        label = HOME_LABELS.get(other.type, "another home")
        if begun(other) < home.start and other.end is not None and other.end > home.start:
            says = f'They are recorded at "{label}" until {show(other.end)}. Change that first.'
            problems.append(Problem("start", says))
        elif begun(other) > home.start and (home.end is None or home.end > begun(other)):
            says = f'They are recorded at "{label}" from {show(begun(other))}: give the day '
            problems.append(Problem("end", f"{says}they left this one, no later than that."))
    return problems


def _meet(one: Circumstance, other: Circumstance) -> bool:
    starts = max(one.start or date.min, other.start or date.min)
    return starts < min(one.end or date.max, other.end or date.max)
