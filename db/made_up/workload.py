"""Where do made-up advisers work from, what do they speak, and who is to stay with theirs?

Every draw comes from a stream of random numbers of its own, so that nothing told before changes.
"""

from datetime import timedelta
from random import Random

from carelink.facts import Pin, Worker
from carelink.words import ADVISER
from db.made_up.life import Life

_DISTRICTS = ("ME21", "ME22", "ME23", "ME24", "ME25", "ME26", "ME27", "ME28")
_LANGUAGES = ("Arabic", "Tigrinya", "Kurdish (Sorani)", "Vietnamese", "Albanian", "Pashto")
# Not everybody has been asked.
_DISTRICT_KNOWN, _SPEAKS = 0.9, 0.4
_PINNED = 0.03
_REASONS = (
    "They asked that nobody new comes before the court date.",
    "It took a year until they talked to somebody. Not to be begun again.",
    "Both agreed to go on together until the tenancy has begun.",
)


def where_they_work(worker: Worker, seed: int) -> Worker:
    """An adviser who works here with the district and the languages recorded of them."""
    if worker.role != ADVISER or worker.end is not None:
        return worker
    rng = Random(f"{seed}:works from:{worker.worker_id}")
    known, speaks = rng.random() < _DISTRICT_KNOWN, rng.random() < _SPEAKS
    district, languages = rng.choice(_DISTRICTS), rng.sample(_LANGUAGES, rng.choice((1, 1, 2)))
    return worker._replace(
        languages=", ".join(languages) if speaks else "", district=district if known else ""
    )


def tell_pins(life: Life, seed: int) -> None:
    """A few are pinned to the adviser they have, each with a reason."""
    rng = Random(f"{seed}:pin:{life.number}")
    drawn, reason, days = rng.random(), rng.choice(_REASONS), rng.randint(5, 90)
    present = [a for a in life.facts["allocations"] if a.role == ADVISER and a.end is None]
    if drawn >= _PINNED or not present or life.facts["handovers"] or life.date_of_death:
        return
    on = max(present[-1].start or life.last_day, life.as_at - timedelta(days=days))
    given = present[-1].worker_id
    life.facts["pins"].append(Pin(life.person_id, given, on, reason, row_id=life.new_id("pins")))
