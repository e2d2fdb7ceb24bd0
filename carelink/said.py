"""How one fact of a case file is said in one plain line."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import (
    Activity,
    Assessment,
    CarePeriod,
    Circumstance,
    Confirmation,
    Contact,
    Entitlement,
    Event,
    Home,
    Immigration,
    Worker,
)
from carelink.words import ACTIVITY_LABELS, HOME_LABELS, RUNG_LABELS, Rung

# Source: SSDA903 guide, legal status codes.
LEGAL_STATUS_LABELS = {
    "C1": "interim care order",
    "C2": "full care order",
    "D1": "freeing order",
    "E1": "placement order",
    "J1": "on remand",
    "J2": "held under the Police and Criminal Evidence Act",
    "J3": "youth rehabilitation order with residence",
    "L1": "police protection",
    "L2": "emergency protection order",
    "L3": "child assessment order",
    "V2": "section 20",
    "V3": "short breaks",
    "V4": "short breaks",
}
CIRCUMSTANCE_LABELS = {
    "detained_or_in_hospital": "Detained or in hospital",
    "living_with_parent": "Living with a parent",
    "special_guardianship": "Special guardianship",
    "other_s24": "Other ground to qualify for help (section 24)",
    "staying_put": "Staying put with their carer",
    "programme_in_plan": "Programme of education or training in the plan",
    "education_request": "Asked us for support with education or training",
    "support_request": "Asked us for support",
}
EVENT_LABELS = {
    "transitions_panel": "Transitions panel",
    "housing_plan_agreed": "Housing plan agreed",
    "health_history_prepared": "Health passport prepared",
    "health_history_given": "Health passport given to them",
    "health_history_discussed": "Health passport talked through with them",
    "health_history_refreshed": "Fresh copy of the health passport given to them",
    "staying_put_decision": "Decision about staying put",
    "move_on_plan": "Plan for moving on from staying put",
    "support_offer": "Offer of support made",
    "turning_21_talk": "Talk about turning 21",
    "closure_summary": "Closing summary given",
    "pa_introduction": "Introduced to their personal adviser",
    "suitability_check": "Checked that the home is suitable",
    "legal_appointment": "Appointment for legal advice",
}
SUBJECT_LABELS = {
    "home": "Home",
    "activity": "Work or learning",
    "money": "Money",
    "health": "Health",
}
# The step whose code does not say that it was we who did not grant it.
STAGE_LABELS = {"refused": "not granted"}
CONFIRMED_LABELS = {"same": "same", "changed": "changed", "not_asked": "did not ask"}
TENANCY_LABELS = {
    "own": "own tenancy",
    "joint": "joint tenancy",
    "licence": "licence",
    "none": "no tenancy",
}
LEAVE_LABELS = {
    "uasc_leave": "leave as an unaccompanied child",
    "limited": "limited leave to remain",
    "refugee": "refugee status",
    "humanitarian": "humanitarian protection",
    "settled": "settled status",
    "british": "British citizenship",
    "none_applied": "application made, no decision yet",
}
# While looked after a home has no OC3 letter: what its code says of it. Source: SSDA903, PLACE.
PLACE_LABELS = {
    **dict.fromkeys(("U1", "U2", "U3"), "Foster home with relatives or friends"),
    **dict.fromkeys(("U4", "U5", "U6"), "Foster home"),
    "H5": "Semi-independent home with support",
    "K1": "Secure children's home",
    "K2": "Children's home",
    "P1": "With their own parents",
    "P2": "Living by themselves",
    "R1": "Residential care home",
    "R2": "Hospital or health care home",
    "R3": "Family centre",
    "R5": "Young offender institution or prison",
    "S1": "Residential school",
}
_RUNGS = {str(rung): label for rung, label in RUNG_LABELS.items()}
_SUITABLE = {"1": "suitable", "2": "not suitable"}
_PROVIDED: Mapping[bool | None, str] = {
    True: "provided by us",
    False: "not provided by us",
    None: "who provides it is not known",
}


class Line(NamedTuple):
    """A line of a card: what it is about, what is said, and a quieter word beneath."""

    about: str
    says: str
    beneath: str = ""


def counted(number: int, unit: str) -> str:
    """A number with its unit: 1 day, 12 days."""
    return f"{number:,} {unit}{'' if number == 1 else 's'}"


def are(number: int) -> str:
    """The verb after a number: 1 is, 12 are."""
    return "is" if number == 1 else "are"


def words_of(code: str) -> str:
    """A code with no label of its own, made readable: `setting_up_home` is Setting up home."""
    said = code.replace("_", " ")
    return said[:1].upper() + said[1:]


def worker_told_apart(worker_id: str, workers: Mapping[str, Worker]) -> str:
    """The worker's name; where another has it too, with role or team, else with the reference."""
    worker = workers.get(worker_id)
    name = (worker.name if worker else "") or worker_id
    others = [w for w in workers.values() if w.name == name and w.worker_id != worker_id]
    if worker is None or not others:
        return name
    role = words_of(worker.role).lower()
    for says, same in (
        (role, [other for other in others if other.role == worker.role]),
        (worker.team, [other for other in others if other.team == worker.team]),
    ):
        if says and not same:
            return f"{name} ({says})"
    return f"{name} ({worker_id})"


def adviser_told_apart(case: CaseFile, day: date) -> str:
    """The personal adviser's name on the day, told apart; empty where there is none."""
    held = case.adviser_on(day)
    return worker_told_apart(held.worker_id, case.workers) if held else ""


def say_contact(contact: Contact) -> str:
    """How far it got, who began it and whether they were seen alone."""
    said = _RUNGS.get(contact.rung, words_of(contact.rung))
    if contact.begun_by == "young_person":
        said += ", they got in touch with us"
    if contact.alone is not None and contact.rung in (Rung.SEEN, Rung.SEEN_AT_HOME):
        said += ", seen alone" if contact.alone else ", not seen alone"
    return said


def say_confirmation(confirmation: Confirmation) -> str:
    """What a contact found of one subject: Home: same."""
    subject = SUBJECT_LABELS.get(confirmation.subject, words_of(confirmation.subject))
    return f"{subject}: {CONFIRMED_LABELS.get(confirmation.answer, confirmation.answer)}"


def say_kind(home: Home) -> str:
    """What kind of home it is, by its OC3 letter or, while looked after, by its own code."""
    named = HOME_LABELS.get(home.type, home.type) or PLACE_LABELS.get(home.placement)
    return named or "Kind of home not known"


def say_home(home: Home) -> str:
    """What kind of home, whether suitable, who provides it and on what terms.

    A protected address is never in it: this is what lists, papers and the timeline say.
    """
    parts = [say_kind(home)]
    parts.append(_SUITABLE.get(home.suitable, "not known whether suitable"))
    parts.append(_PROVIDED[home.provided_by_authority])
    if home.tenancy:
        parts.append(TENANCY_LABELS.get(home.tenancy, home.tenancy))
    if home.protected:
        parts.append("protected address")
    elif home.postcode:
        parts.append(home.postcode)
    return ", ".join(parts)


def say_activity(activity: Activity) -> str:
    """The work or learning in words; an unknown code is shown as it stands."""
    return ACTIVITY_LABELS.get(activity.code, activity.code) or "Work or learning not known"


def say_care_period(period: CarePeriod) -> str:
    """The legal footing of a period looked after."""
    said = LEGAL_STATUS_LABELS.get(period.legal_status, period.legal_status)
    return f"Looked after ({said})" if said else "Looked after"


def say_circumstance(circumstance: Circumstance) -> str:
    """A circumstance with the detail kept of it."""
    said = CIRCUMSTANCE_LABELS.get(circumstance.kind, words_of(circumstance.kind))
    detail = circumstance.detail.replace("_", " ")
    return f"{said} ({detail})" if detail else said


def say_assessment(assessment: Assessment) -> str:
    """Which assessment it is."""
    return f"{words_of(assessment.kind)} assessment"


def say_event(event: Event) -> str:
    """What was done, how it came out, and the detail kept."""
    said = EVENT_LABELS.get(event.kind, words_of(event.kind))
    if event.outcome and event.outcome != "done":
        said += f": {event.outcome}"
    return f"{said}. {event.detail}" if event.detail else said


def say_immigration(immigration: Immigration) -> str:
    """The kind of leave and when it runs out."""
    said = LEAVE_LABELS.get(immigration.leave_type, "leave to remain, kind not known")
    said = said[0].upper() + said[1:]
    return f"{said}, until {show(immigration.expires_on)}" if immigration.expires_on else said


def say_entitlement(entitlement: Entitlement) -> str:
    """One step with one entitlement, with the amount in pounds where it is known."""
    stage = STAGE_LABELS.get(entitlement.stage, entitlement.stage) or "step not known"
    said = f"{words_of(entitlement.entitlement)}: {stage}"
    if entitlement.amount_pence is None:
        return said
    pounds, pence = divmod(entitlement.amount_pence, 100)
    return f"{said}, £{pounds:,}" + (f".{pence:02d}" if pence else "")


def say_from_to(start: date | None, end: date | None, known_on: date | None = None) -> str:
    """A period in words, its unknown ends said."""
    if start is None and known_on is not None:
        first = f"known on {show(known_on)}, start not known"
    else:
        first = f"from {show(start)}" if start else "start not known"
    return f"{first}, until {show(end)}" if end else first
