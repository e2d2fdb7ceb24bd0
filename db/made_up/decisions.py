"""What has the made-up manager decided lately on what stood late? A few, some of them due again."""

from dataclasses import fields
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from carelink.as_at import up_to
from carelink.case import CaseFile
from carelink.duties import duties_of
from carelink.facts import Decision
from carelink.oversight.alarms import Alarm, Sort, alarms_of
from carelink.oversight.words import ACCEPTED, ACTION, AGREED, COMES_BACK
from carelink.rulebook import Rulebook, load_rulebook
from db.made_up.life import Life
from db.made_up.team import manager_of, worker_name
from db.reading import in_order

_LOOKED_AT = 0.22
_AGREED = (
    "Read with their adviser; the plan for it is the right one.",
    "",
    "They are in good hands; we look again in two weeks.",
)
_ACTIONS = (
    "Visit them at a time they choose",
    "Write down what is missing, with them",
    "Agree a day for it with them",
)
_REASONS = (
    "Away with their family until then; they asked us to wait.",
    "They would rather meet after their exams.",
)
_WAITS_FOR = "The letter from the council they were with is on its way."
_KINDS = {kind.name for kind in fields(CaseFile)} - {"person", "workers", "worked_out"}


def tell_decisions(life: Life, seed: int) -> None:
    """For a few of those with something late, a manager's decision of the weeks before."""
    rng = Random(f"{seed}:decisions:{life.number}")
    if rng.random() >= _LOOKED_AT or not life.facts["people"]:
        return
    on = life.as_at - timedelta(days=rng.choice((3, 6, 9, 13, 16, 30)))
    alarms = _alarms(life, on)
    if alarms:
        life.facts["decisions"].append(_decision(life, rng, alarms[0], on, seed))


def _alarms(life: Life, on: date) -> tuple[Alarm, ...]:
    held: dict[str, Any] = {
        kind: in_order(kind, facts) for kind, facts in life.facts.items() if kind in _KINDS
    }
    case = up_to(CaseFile(life.facts["people"][0], **held), on)
    return alarms_of(case, duties_of(case, _rules(), on), _rules(), on).open


def _decision(life: Life, rng: Random, alarm: Alarm, on: date, seed: int) -> Decision:
    answer = rng.choice((AGREED, AGREED, ACTION, ACCEPTED))
    worker_id = life.worker_on(on)
    again_on = on + COMES_BACK[answer]
    done = answer == ACTION and again_on < life.as_at and rng.random() < 0.5
    reason = _WAITS_FOR if alarm.sort is Sort.CANNOT_TELL else rng.choice(_REASONS)
    words = {AGREED: rng.choice(_AGREED), ACTION: "", ACCEPTED: reason}
    return Decision(
        life.new_id("decisions"),
        life.person_id,
        " ".join(alarm.keys),
        on,
        answer,
        again_on,
        words[answer],
        rng.choice(_ACTIONS) if answer == ACTION else "",
        worker_name(worker_id, seed) if answer == ACTION and worker_id else "",
        again_on - timedelta(days=1) if done else None,
        manager_of(life),
    )


@cache
def _rules() -> Rulebook:
    return load_rulebook()
