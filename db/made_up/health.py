"""What does each made-up passport hold, was it given, and has it changed since the copy?"""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from carelink.facts import DutyAnswer, Event, HealthItem
from db.made_up.life import Life
from db.made_up.team import nurse_of


class _Draw(NamedTuple):
    """How often a part was asked at all, what is then known of it, and the weight of each answer.

    A text that begins with "=" is an answer code; any other is what is known.
    """

    part: str
    asked: float
    answers: Mapping[str, int]


# Every surgery, dentist and person here is invented.
_SURGERIES = ("Riverside Lane surgery", "Orchard Gate surgery", "Long Meadow practice")
_CORE = (
    _Draw("gp", 0.92, {**dict.fromkeys(_SURGERIES, 30), "=none": 6, "=not_known": 4}),
    _Draw("dentist", 0.8, {"Bridge Row dental": 45, "=none": 35, "=not_known": 15}),
    _Draw(
        "allergies",
        0.88,
        {"=none": 64, "Penicillin: a rash": 12, "Nuts: carries a pen": 8, "Hay fever": 14},
    ),
)
_WHOLE = (
    _Draw("optician", 0.7, {"Wears glasses, last test at Lantern Opticians": 40, "=none": 50}),
    _Draw("nhs_number", 0.5, {"=recorded": 1}),
    _Draw("immunisations", 0.75, {"Up to date at 14": 60, "Meningitis jab still to come": 25}),
    _Draw("conditions", 0.85, {"=none": 58, "Asthma": 20, "Migraine": 10, "Eczema": 10}),
    _Draw(
        "family_history",
        0.6,
        {"=not_known": 55, "Diabetes on the mother's side": 18, "=declined": 14},
    ),
    _Draw(
        "mental_health_now",
        0.75,
        {"=none": 48, "Sees a counsellor at Oak House": 25, "=declined": 16},
    ),
    _Draw("mental_health_after_18", 0.5, {"=none": 40, "Adult talking therapy, referred": 25}),
    _Draw("appointments", 0.5, {"=none": 50, "Dentist, a check": 30, "Eye test": 15}),
    _Draw("records", 0.5, {"Ask at the desk of the surgery": 80, "=not_known": 20}),
)
_SHARED = {True: 58, False: 18, None: 24}
# Whose file is told in full: the first caseloads, and one in twelve of all others.
_FIRST, _ONE_IN = 50, 12
_ASK_AGAIN = timedelta(days=180)


def tell_health(life: Life, seed: int) -> None:
    """The lines, the steps with the passport, and what has changed since. Its own random stream."""
    if life.owed_from is None:
        return
    rng = Random(f"{seed}:health:{life.number}")
    asked_on = max(life.owed_from, life.turns(17)) + _days(rng, 10, 150)
    if not life.happened(asked_on):
        return
    for draw in (*_CORE, *(_WHOLE if told_in_full(life) else ())):
        if rng.random() < draw.asked:
            (answer,) = rng.choices(list(draw.answers), list(draw.answers.values()))
            _line(life, rng, draw.part, answer, asked_on)
    if told_in_full(life):
        _medicine(life, rng, asked_on)
    copied_on = _tell_steps(life, rng)
    if copied_on and rng.random() < 0.35:
        _moved_surgery(life, rng, copied_on)


def _medicine(life: Life, rng: Random, on: date) -> None:
    """A medicine goes with its condition; without one there is mostly none."""
    asthma = any(item.says == "Asthma" for item in life.facts["health_items"])
    drawn = rng.random()
    if asthma:
        _line(life, rng, "medicines", "Inhaler, two puffs when needed", on)
    elif drawn < 0.75:
        _line(life, rng, "medicines", "=none" if drawn < 0.65 else "=declined", on)


def told_in_full(life: Life) -> bool:
    """Whether this life's file holds every subject in full; the rest hold what is most asked."""
    return life.number <= _FIRST or life.number % _ONE_IN == 0


def _line(life: Life, rng: Random, part: str, answer: str, on: date) -> None:
    known = not answer.startswith("=")
    code = "recorded" if known else answer[1:]
    (shared,) = rng.choices(list(_SHARED), list(_SHARED.values()))
    ahead = life.as_at + _days(rng, 3, 60) if part == "appointments" and known else None
    _add(
        life,
        HealthItem(
            life.person_id,
            part,
            code,
            answer if known else "",
            on,
            on + _ASK_AGAIN if code == "declined" else ahead,
            shared=shared,
            source="Health assessment" if known and rng.random() < 0.2 else "",
        ),
    )


def _tell_steps(life: Life, rng: Random) -> date | None:
    """Prepared before it was given, talked through after; the day of the copy, if there is one."""
    given = [e for e in life.facts["events"] if e.kind == "health_history_given" and e.on]
    if not given:
        return None
    on: date = given[-1].on
    if told_in_full(life) and rng.random() < 0.8:
        _step(life, "health_history_prepared", on - _days(rng, 2, 30))
    if told_in_full(life) and rng.random() < 0.6:
        _step(life, "health_history_discussed", on + _days(rng, 0, 20))
    return on


def _moved_surgery(life: Life, rng: Random, copied_on: date) -> None:
    """A new surgery since the copy; for some of them a fresh copy too."""
    on = copied_on + _days(rng, 60, 500)
    held = [i for i in life.facts["health_items"] if i.part == "gp" and i.answer == "recorded"]
    if not held or not life.happened(on) or on <= held[-1].on:
        return
    others = [name for name in _SURGERIES if name != held[-1].says]
    _replace(life, held[-1], ended_on=on)
    new = HealthItem(life.person_id, "gp", "recorded", rng.choice(others), on, shared=True)
    _add(life, new)
    if rng.random() < 0.5:
        _step(life, "health_history_refreshed", on + _days(rng, 5, 90))


def tell_declined(life: Life, seed: int) -> None:
    """Of those who have no copy, some chose not to have one yet; we ask again."""
    rng = Random(f"{seed}:health declined:{life.number}")
    given = any(event.kind == "health_history_given" for event in life.facts["events"])
    on = life.last_day - _days(rng, 20, 90)
    if given or life.owed_from is None or on < life.turns(17) or rng.random() < 0.5:
        return
    _step(life, "health_history_given", on, "declined")
    life.facts["duty_answers"].append(
        DutyAnswer(
            life.person_id,
            "health_history_18",
            "declined",
            on,
            "Would rather look at it after the move",
            life.person_id,
            on + timedelta(days=120),
            life.new_id("duty_answers"),
        )
    )


def _step(life: Life, kind: str, on: date, outcome: str = "done") -> None:
    if life.happened(on):
        event = Event(life.new_id("events"), life.person_id, kind, on, outcome, nurse_of(life))
        life.facts["events"].append(event)


def _add(life: Life, item: HealthItem) -> None:
    life.facts["health_items"].append(item._replace(row_id=life.new_id("health_items")))


def _replace(life: Life, item: HealthItem, **changes: Any) -> None:
    held = life.facts["health_items"]
    held[held.index(item)] = item._replace(**changes)


def _days(rng: Random, fewest: int, most: int) -> timedelta:
    return timedelta(days=rng.randint(fewest, most))
