"""What of each made-up life waits for a manager, and what was agreed to or came back of late?"""

from datetime import date, timedelta
from random import Random

from carelink.approvals.words import AGREED, GRANT, HOME, RETURNED, SNOOZE, STATUS
from carelink.facts import Approval, DutyAnswer, Snooze, StatusOverride
from db.made_up.life import Life
from db.made_up.team import manager_of
from db.made_up.twists import Plot, Twist

_HIGH = 50_000
_ASKED_FOR = timedelta(days=91)
_SUDDEN = ("V", "W")
_PUT_OFF = (
    "At their grandmother's until the end of the month; we talk on Mondays meanwhile",
    "In the last weeks of exams; asked us to meet when they are over",
    "Starting a new job on shifts; a day is agreed for when the rota settles",
    "Asked for a rest from visits after the move; we text twice a week",
)
_DECIDED = (
    "Covered by the landlord's own policy, seen on the visit",
    "Has a policy through work that covers the same",
)
_AGREED = (
    "",
    "Agreed in supervision.",
    "Agreed; tell me how it goes.",
    "Seen the paperwork. Agreed.",
)
_RETURNED = {
    HOME: "Not as it stands: ask the housing officer for a room in the hostel on Castle Road "
    "today, and ring me before five.",
    GRANT: "I cannot see what it is for. Put the quotation on the file and record it anew.",
    SNOOZE: "Too long without being seen. Offer a short visit next week, wherever suits.",
}
_WHY_STATUS = (
    (
        "Was looked after by another council until 18; their records have not been sent yet",
        "Letter from their social worker, in the file, and the care order of the family court",
    ),
    (
        "The weeks in a short break counted as care by the court",
        "Order of the family court; legal services agree",
    ),
)


def tell_approvals(life: Life, seed: int) -> None:
    """What waits and what was answered. A random stream of its own."""
    rng = Random(f"{seed}:approvals:{life.number}")
    if life.date_of_death is not None or life.card.plot in (Plot.DIED, Plot.PRE_16):
        return
    _tell_status(life, rng)
    if not life.is_leaver or not life.happened(life.turns_18):
        return
    _tell_put_off(life, rng)
    _tell_homes(life, rng)
    _tell_grants(life, rng)


def _tell_status(life: Life, rng: Random) -> None:
    """A status asked for where the records say less than is known; nobody has answered it yet."""
    wanted = life.has(Twist.NO_HISTORY, Twist.TOO_FEW_DAYS, Twist.SHORT_BREAKS_ONLY)
    if not wanted or not life.happened(life.turns_18) or rng.random() < 0.4:
        return
    reason, evidence = rng.choice(_WHY_STATUS)
    asked_on = life.last_day - timedelta(days=rng.randint(1, 30))
    life.facts["status_overrides"].append(
        StatusOverride(
            *(life.person_id, "former_relevant", life.turns_18, None, reason, evidence),
            *(asked_on, life.worker_on(asked_on) or manager_of(life)),
            life.new_id("status_overrides"),
        )
    )


def _tell_put_off(life: Life, rng: Random) -> None:
    """A visit put off, or a duty decided away by the adviser; now and then it came back."""
    worker, drawn = life.worker_on(life.last_day), rng.random()
    on = life.last_day - timedelta(days=rng.randint(0, 20))
    if not worker or life.worker_on(on) != worker:
        return
    if drawn < 0.06:
        who = manager_of(life) if drawn < 0.01 else worker  # a manager's own is another's to answer
        until = life.as_at + timedelta(days=rng.randint(5, 40))
        snooze = Snooze(
            *(life.person_id, "pa_contact_8w", on, until, rng.choice(_PUT_OFF), who),
            life.new_id("snoozes"),
        )
        life.facts["snoozes"].append(snooze)
        _answer(life, rng, SNOOZE, snooze.row_id, on)
    elif drawn < 0.08:
        reason, again = rng.choice(_DECIDED), on + timedelta(days=300)
        life.facts["duty_answers"].append(
            DutyAnswer(
                *(life.person_id, "home_contents_insurance", "not_required", on, reason, worker),
                *(again, life.new_id("duty_answers")),
            )
        )


def _tell_homes(life: Life, rng: Random) -> None:
    """An emergency home that still runs: most are agreed to within days."""
    for home in life.facts["homes"]:
        runs = home.end is None and home.start is not None
        if runs and (home.type in _SUDDEN or home.emergency):
            _answer(life, rng, HOME, home.row_id, home.start, part=0.5)


def _tell_grants(life: Life, rng: Random) -> None:
    """A high grant of the last weeks: the older it is, the likelier it has been answered."""
    first = life.as_at - _ASKED_FOR
    for step in life.facts["entitlements"]:
        given = step.stage == "granted" or (step.stage == "received" and step.amount_pence)
        high = step.amount_pence is None or step.amount_pence > _HIGH
        if given and high and step.on is not None and step.on >= first:
            _answer(life, rng, GRANT, step.row_id, step.on)


def _answer(
    life: Life, rng: Random, subject: str, subject_id: str, asked: date, part: float = 0.8
) -> None:
    """What the manager answered, as they have in that part: some days after it began."""
    on = asked + timedelta(days=rng.randint(1, 9))
    drawn, agreed_words = rng.random(), rng.choice(_AGREED)
    if drawn > part or not life.happened(on):
        return
    came_back = drawn < 0.1 and subject != STATUS
    answer, words = (RETURNED, _RETURNED[subject]) if came_back else (AGREED, agreed_words)
    life.facts["approvals"].append(
        Approval(
            *(life.new_id("approvals"), life.person_id, subject, subject_id),
            *(on, answer, words, manager_of(life)),
        )
    )
