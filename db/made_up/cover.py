"""Who is away, who stands in, who rang, who goes to another adviser? Made up apart from all else.

Every draw comes from a stream of random numbers of its own, so that nothing told before changes.
"""

from datetime import date, timedelta
from random import Random

from carelink.facts import Absence, Cover, Handover, Message
from db.made_up.life import Life
from db.made_up.team import A_CASELOAD

_DAY = timedelta(days=1)
# Of every so many advisers one is off sick, and of those off at Christmas most have cover.
_SICK_EACH = 5
_CHRISTMAS, _CHRISTMAS_COVERED = 0.7, 0.6
_RANG = 0.07
# The young people of the second caseload who are going to the adviser of the first.
_GOING = range(A_CASELOAD + 1, A_CASELOAD + 5)
_CALLS = (
    ("The young person", "Could somebody ring back about the appointment on Friday?"),
    ("The young person", "The heating is off again. Home all afternoon."),
    ("Their landlord", "A repair is booked for Thursday between 9 and 12. Who will be there?"),
    ("Their college", "Not seen in class since Monday. Is everything all right?"),
    ("", "Lost the phone. This is the new number to ring."),
    ("Their aunt", "They are with me this week and well. Please tell their worker."),
)
_CAME = "Rang back the same day."
_THEIR_VIEW = "It is all right as long as the visits stay on a Tuesday."


def tell_absences(people: int, seed: int, as_at: date) -> list[Absence]:
    """Leave taken in summer, leave around the next Christmas, and a sickness that goes on."""
    absences: list[Absence] = []
    for worker_id in _advisers(people):
        rng = Random(f"{seed}:absence:{worker_id}")
        summer = as_at - timedelta(days=rng.randint(100, 160))
        spans: list[tuple[str, date, date | None]] = []
        spans.append(("leave", summer, summer + timedelta(days=14)))
        if rng.random() < _CHRISTMAS:
            spans.append(("leave", *_around_christmas(as_at, rng)))
        if _number(worker_id) % _SICK_EACH == 3 % _SICK_EACH:
            spans.append(("sickness", as_at - timedelta(days=rng.randint(3, 12)), None))
        elif rng.random() < 0.3:
            first = as_at + timedelta(days=rng.randint(7, 20))
            spans.append(("training", first, first + _DAY))
        for place, (kind, first, back) in enumerate(spans, 1):
            row_id = f"{worker_id}-ab{place:03d}"
            absences.append(Absence(worker_id, kind, first, back, row_id))
    return absences


def tell_covers(people: int, seed: int, as_at: date) -> list[Cover]:
    """The next adviser stands in for who is off sick, and for most of those off at Christmas."""
    covers: list[Cover] = []
    advisers = _advisers(people)
    if len(advisers) < 2:
        return covers
    for absence in tell_absences(people, seed, as_at):
        first, back = absence.first_on, absence.back_on
        if first is None or (back is not None and back <= as_at) or absence.kind == "training":
            continue
        rng = Random(f"{seed}:cover:{absence.row_id}")
        if absence.kind == "leave" and rng.random() >= _CHRISTMAS_COVERED:
            continue
        other = advisers[_number(absence.worker_id) % len(advisers)]
        until = back or as_at + timedelta(days=rng.randint(8, 20))
        row_id = absence.row_id.replace("-ab", "-co")
        reason = "" if absence.kind == "leave" else "While they are off sick"
        covers.append(Cover(absence.worker_id, other, first, until, reason, row_id))
    return covers


def tell_messages(life: Life, seed: int) -> None:
    """What was rung in about somebody in the last fortnight; some of it is answered."""
    rng = Random(f"{seed}:message:{life.number}")
    if rng.random() >= _RANG or not life.is_leaver or life.date_of_death:
        return
    on = life.as_at - timedelta(days=rng.randint(1, 14))
    caller, words = rng.choice(_CALLS)
    worker_id = life.worker_on(on)
    done = on + _DAY * rng.randint(0, 1) if rng.random() < 0.5 else None
    if not life.happened(on) or (done is not None and not life.happened(done)):
        return
    life.facts["messages"].append(
        Message(
            message_id=life.new_id("messages"),
            person_id=life.person_id,
            worker_id=worker_id,
            on=on,
            time=f"{rng.randint(9, 16):02d}:{rng.randint(0, 59):02d}",
            caller=caller,
            words=words,
            urgent=rng.random() < 0.2,
            taken_by="TM01",
            done_on=done,
            done_by=worker_id if done else "",
            done_words=_CAME if done else "",
        )
    )


def tell_handovers(life: Life, seed: int) -> None:
    """A few of the second caseload go to the adviser of the first: each a step further."""
    if life.number not in _GOING or life.last_day < life.as_at - _DAY:
        return
    giver = life.worker_on(life.last_day)
    if not giver or giver == "PA001":
        return
    place = life.number - _GOING[0]
    as_at = life.as_at
    life.facts["handovers"].append(
        Handover(
            handover_id=life.new_id("handovers"),
            person_id=life.person_id,
            from_worker=giver,
            to_worker="PA001",
            asked_on=as_at - timedelta(days=9),
            starts_on=as_at + timedelta(days=6 + place),
            reason="A smaller caseload, nearer to where they live",
            pack_on=as_at - timedelta(days=5) if place > 0 else None,
            joint_visit_on=as_at + timedelta(days=2 + place) if place > 1 else None,
            told_on=as_at - timedelta(days=4) if place > 1 else None,
            told_by=giver if place > 1 else "",
            view_words=_THEIR_VIEW if place == 3 else "",
        )
    )


def _advisers(people: int) -> list[str]:
    caseloads = max(1, -(-people // A_CASELOAD))
    return [f"PA{number:03d}" for number in range(1, caseloads + 1)]


def _number(worker_id: str) -> int:
    return int(worker_id[2:])


def _around_christmas(as_at: date, rng: Random) -> tuple[date, date]:
    """From before the next Christmas until after the New Year."""
    eve = date(as_at.year, 12, 24)
    year = as_at.year if as_at < eve else as_at.year + 1
    first = date(year, 12, rng.choice((18, 21, 22, 23)))
    return first, date(year + 1, 1, rng.choice((2, 4, 5, 8)))
