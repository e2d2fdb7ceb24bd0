"""What happened on one day goes together: asked for in the morning, done in the afternoon."""

from datetime import date

import pytest

from carelink.exchange.fitting_oversight import CHECKS
from carelink.facts import KINDS

DAY, EVE = date(2026, 5, 2), date(2026, 5, 1)
FIRST_AND_THEN = [
    ("absences", "first_on", "back_on", {}),
    ("covers", "first_on", "back_on", {"worker_id": "W1", "cover_id": "W2"}),
    ("messages", "on", "done_on", {}),
    ("handovers", "asked_on", "accepted_on", {"to_worker": "W2", "starts_on": DAY}),
    ("pins", "on", "ended_on", {}),
    ("decisions", "on", "again_on", {"answer": "agreed"}),
    ("decisions", "on", "done_on", {"answer": "agreed"}),
    ("status_overrides", "start", "end", {"status": "relevant"}),
    ("meeting_items", "on", "done_on", {}),
    ("meeting_actions", "on", "done_on", {}),
]


@pytest.mark.parametrize(("kind", "first", "then", "more"), FIRST_AND_THEN)
def test_two_days_may_be_one_and_may_not_cross(kind, first, then, more):
    described = KINDS[kind]
    empty = dict.fromkeys(described.fact._fields, "")
    dates = {name: None for name in empty if described.fact.__annotations__[name] is not str}
    fact = described.fact(**{**empty, **dates, **more, first: DAY, then: DAY})
    assert list(CHECKS[kind](fact)) == []
    crossed = fact._replace(**{then: EVE})
    assert list(CHECKS[kind](crossed)) == [f"{then} is before {first}; correct one of them."]
