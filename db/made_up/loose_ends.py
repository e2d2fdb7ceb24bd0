"""What was promised, confirmed, put off and answered? The small facts around the contacts."""

from datetime import date, timedelta

from carelink.facts import Confirmation, Contact, DutyAnswer, Promise, Snooze
from carelink.words import SUBJECTS, Rung
from db.made_up.life import Life
from db.made_up.team import manager_of
from db.made_up.twists import Twist

_TALKED = {Rung.SPOKE, Rung.SEEN, Rung.SEEN_AT_HOME}
_PROMISED_SINCE = timedelta(days=420)
_PROMISES = (
    "Ring the housing officer about the window",
    "Send the bursary form",
    "Ask the college about a later start",
    "Find out what the rail card costs",
    "Book the dentist together",
    "Bring the savings letter",
    "Ask about a bicycle",
    "Write to the landlord about the damp",
    "Help with the tax form",
    "Print the birth certificate copy",
)


def tell_loose_ends(life: Life) -> None:
    """Promises and confirmations of the last year, answers to duties, lines put off."""
    for contact in life.facts["contacts"][-18:]:
        if contact.rung in _TALKED:
            _promise(life, contact)
            _confirm(life, contact)
    _tell_answers(life)
    _tell_snoozes(life)


def _promise(life: Life, contact: Contact) -> None:
    assert contact.on is not None
    if contact.on < life.as_at - _PROMISED_SINCE or not life.chance(0.35):
        return
    due = contact.on + life.days(5, 35)
    kept: date | None = due - life.days(0, 4)
    if life.chance(0.08):
        kept = due + life.days(1, 12)
    life.facts["promises"].append(
        Promise(
            life.new_id("promises"),
            life.person_id,
            contact.contact_id,
            life.rng.choice(_PROMISES),
            contact.on,
            due,
            kept if life.happened(kept) and life.chance(0.96) else None,
        )
    )


def _confirm(life: Life, contact: Contact) -> None:
    if not life.chance(0.4):
        return
    for subject in SUBJECTS:
        (answer,) = life.rng.choices(("same", "changed", "not_asked"), (74, 8, 18))
        life.facts["confirmations"].append(
            Confirmation(
                life.person_id, contact.contact_id, subject, answer, life.new_id("confirmations")
            )
        )


def _tell_answers(life: Life) -> None:
    lately = life.as_at - timedelta(days=9)
    if life.has(Twist.DECISION_DECLINED):
        _answer(life, "staying_put_decision", "declined", lately, "Would rather decide in spring")
    if life.has(Twist.AWARDS_DECLINED):
        for duty in ("setting_up_home_allowance", "home_contents_insurance"):
            _answer(life, duty, "declined", life.last_day, "Has what is needed for now")
    if life.has(Twist.PANEL_NOT_REQUIRED):
        _answer(life, "transitions_panel", "not_required", lately, "Known to adult services")
    if life.has(Twist.TALK_NOT_REQUIRED):
        _answer(life, "turning_21_plan", "not_required", lately, "Talked about at the last review")
    asked = life.turns(17) + timedelta(days=60)
    if life.is_leaver and life.chance(0.04) and life.happened(asked + timedelta(days=200)):
        _answer(life, "staying_put_decision", "declined", asked, "Had other plans then")


def _answer(life: Life, duty: str, answer: str, on: date, reason: str) -> None:
    life.facts["duty_answers"].append(
        DutyAnswer(
            life.person_id,
            duty,
            answer,
            on,
            reason,
            manager_of(life) if answer == "not_required" else life.person_id,
            on + timedelta(days=150),
            life.new_id("duty_answers"),
        )
    )


def _tell_snoozes(life: Life) -> None:
    worker = life.worker_on(life.last_day)
    if life.has(Twist.SNOOZED):
        on = life.last_day - timedelta(days=2)
        until = life.as_at + timedelta(days=12)
        _snooze(life, "pa_contact_8w", on, until, worker)
    if life.is_leaver and worker and life.chance(0.03):
        on = life.last_day - life.days(90, 300)
        _snooze(life, "pa_contact_8w", on, on + timedelta(days=7), worker)


def _snooze(life: Life, duty: str, on: date, until: date, worker_id: str) -> None:
    reason = "Away with friends this week; a day is agreed for when they are back"
    life.facts["snoozes"].append(
        Snooze(life.person_id, duty, on, until, reason, worker_id, life.new_id("snoozes"))
    )
