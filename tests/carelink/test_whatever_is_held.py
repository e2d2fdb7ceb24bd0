"""Does all that a manager sees answer, and add up, whatever a bundle has brought in?"""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.approvals.limits import load_limits
from carelink.approvals.returned import returned_of
from carelink.approvals.waiting import say_waits, waiting_of
from carelink.as_at import up_to
from carelink.changes import Comparing
from carelink.cover.covering import covered_by, say_covering, say_stand, stand_of
from carelink.duties import duties_of
from carelink.forecast import as_object, forecast_of, homes_wanted, lived_of, want_of
from carelink.handover.first_meeting import explain_first_meeting, first_meeting_of
from carelink.handover.orphans import in_order as orphans_in_order
from carelink.handover.orphans import orphan_of, say_orphan, say_orphans
from carelink.handover.steps import in_order, say_progress, say_visit
from carelink.handover.theirs import Bearing, say_theirs, theirs_of
from carelink.meetings.audience import packaged_audiences
from carelink.meetings.packs import key_to, pack_of
from carelink.meetings.supervision import advisers_of
from carelink.meetings.words import MEETING_LABELS
from carelink.oversight.alarms import Sort, alarms_of
from carelink.oversight.still_open import still_open
from carelink.pace import outlook_of, say_keeping, say_outlook, seat_of
from carelink.pace.clocks import DUTIES
from carelink.rulebook import load_rulebook
from carelink.status import is_on_roll, status_of
from carelink.timeline import timeline_of
from carelink.words import State
from carelink.workload.bearing import borne_of
from carelink.workload.load import say_away, say_cover, workload_of
from carelink.workload.weights import load_weights
from tests.carelink.any_facts import DAY, any_facts
from tests.carelink.meetings.made import asked_of, cases_of

BOOK, LIMITS, WEIGHTS = load_rulebook(), load_limits(), load_weights()
SEEDS = st.integers(0, 100_000)
DAYS = st.sampled_from([DAY, date(2024, 2, 29), date(2030, 12, 31)])
FEW = settings(max_examples=15)
_TO_DECIDE = {State.NEVER, State.CANNOT_TELL, State.NO_DATE, State.OVERDUE}


def team_of(facts):
    return {worker.worker_id: worker for worker in facts["workers"]}


def on_the_day(facts, day):
    """Each case as it stood, with its duties."""
    cases = [up_to(case, day) for case in cases_of(facts)]
    return [(case, duties_of(case, BOOK, day)) for case in cases]


@FEW
@given(SEEDS, DAYS)
def test_every_duty_that_is_to_be_decided_on_is_in_an_alarm_or_was_decided(seed, day):
    for case, duties in on_the_day(any_facts(seed), day):
        found = alarms_of(case, duties, BOOK, day)
        still_so = [alarm for alarm in found.open if alarm.sort is not Sort.DECIDED]
        keys = [key for alarm in still_so for key in alarm.keys if key.startswith("duty:")]
        late = sum(duty.state in _TO_DECIDE for duty in duties)
        assert len(keys) <= late <= len(keys) + found.decided
        assert all(alarm.says and alarm.sort in Sort for alarm in found.open)


@FEW
@given(SEEDS, DAYS)
def test_what_one_file_and_its_manager_are_told_is_told(seed, day):
    facts = any_facts(seed)
    for case, duties in on_the_day(facts, day):
        waits = waiting_of(case, duties, BOOK, LIMITS, day)
        assert all(say_waits(one, day) for one in waits)
        answered = {(one.subject, one.subject_id) for one in case.approvals}
        assert not answered & {(one.subject, one.subject_id) for one in waits}
        returned_of(case, LIMITS, day)
        assert len(still_open(case.decisions, day)) <= len(case.decisions)
        assert all(row.says.strip(" :") for row in timeline_of(case))
        progress = in_order(case.handovers, day)
        assert len(progress) == len(case.handovers)
        assert all(say_progress(one) and say_visit(one.handover, case, day) for one in progress)
        if (meeting := first_meeting_of(case, day)) is not None:
            assert explain_first_meeting(meeting, case, day)


@FEW
@given(SEEDS, DAYS)
def test_the_load_and_the_orphans_add_up_to_the_roll(seed, day):
    facts = any_facts(seed)
    held = [(case, duties) for case, duties in on_the_day(facts, day) if duties]
    borne = [borne_of(case, duties, day, WEIGHTS) for case, duties in held]
    load = workload_of(borne, team_of(facts), day, WEIGHTS, facts["absences"], facts["covers"])
    assert load.roll == len(held)
    assert str(len(held)) in load.said or not held
    for one in load.advisers:
        assert isinstance(say_away(one) + say_cover(one, load.names), str)
    orphans = [found for case, _ in held if (found := orphan_of(case, day)) is not None]
    living = [case for case, _ in held if orphan_of(case, day) is not None]
    assert sum(one.today for one in orphans) == sum(c.adviser_on(day) is None for c in living)
    assert all(say_orphan(one, day) for one in orphans_in_order(orphans))
    assert bool(say_orphans(orphans)) == bool(orphans)


@FEW
@given(SEEDS, DAYS)
def test_who_stands_in_and_what_is_a_workers_own_is_told_of_everybody(seed, day):
    facts = any_facts(seed)
    workers, covers, absences = team_of(facts), facts["covers"], facts["absences"]
    bearing = Bearing(
        {person.person_id: person.name for person in facts["people"]},
        *(facts["allocations"], facts["handovers"], facts["promises"], facts["decisions"]),
        *(facts["meeting_items"], facts["meeting_actions"], facts["plan_versions"]),
        *(facts["messages"], covers, [("note", "P1")], True),
    )
    for worker in workers.values():
        stand = stand_of(worker.worker_id, absences, covers, day)
        assert isinstance(say_stand(stand, workers), str)
        say_covering(covered_by(worker.worker_id, absences, covers, day), workers)
        assert say_theirs(theirs_of(worker, bearing, day, workers))


@FEW
@given(SEEDS, DAYS)
def test_what_is_ahead_adds_up_to_the_roll(seed, day):
    facts = any_facts(seed)
    held = on_the_day(facts, day)
    roll = [case for case, duties in held if duties]
    lives = [lived_of(case, day) for case, _ in held]
    for attrition in (False, True):
        found = forecast_of(lives, day, 3, attrition=attrition)
        assert found.start_total + found.uncounted == len(roll)
        for year in as_object(found)["years"]:
            assert sum(year["ages"].values()) == year["total"]
            assert year.get("low", 0) <= year["total"] <= year.get("high", year["total"])
    wanted = homes_wanted([want_of(case, day) for case in roll], day)
    assert len(wanted.wants) + wanted.settled == len(roll)
    until = day + timedelta(weeks=12)
    seats = [seat_of(case, duties, BOOK, day, until) for case, duties in held]
    for duty in DUTIES:
        outlook = outlook_of(duty, seats, team_of(facts), facts["absences"], day, until)
        assert say_outlook(outlook)
        assert bool(say_keeping(outlook)) == any(outlook.projection.owed)
        assert all(0 <= rate.in_time <= rate.owed <= len(held) for rate in outlook.weeks)


@FEW
@given(SEEDS, DAYS, st.integers(0, 700))
def test_what_changed_adds_up_to_the_figures(seed, day, before):
    comparing = Comparing(BOOK, day - timedelta(days=before), day)
    for case in cases_of(any_facts(seed)):
        comparing.take(up_to(case, day - timedelta(days=before)), case)
    assert all(figure.reconciles for figure in comparing.done().figures)


@pytest.mark.parametrize("kind", MEETING_LABELS)
@settings(max_examples=8)
@given(seed=SEEDS, day=DAYS)
def test_a_pack_has_nobody_twice_and_names_everybody_whom_it_calls_something(kind, seed, day):
    facts = any_facts(seed)
    asked = asked_of(
        *(cases_of(facts), day, facts["meetings"], facts["meeting_actions"]),
        *(team_of(facts), facts["absences"]),
    )
    on_roll = sum(is_on_roll(status_of(up_to(c, day), day).status) for c in asked.cases)
    assert len(asked.roll) == on_roll
    for audience in packaged_audiences().given[kind]:
        for worker in advisers_of(asked) if kind == "supervision" else [""]:
            pack = pack_of(kind, asked, audience, worker)
            times = Counter(row.person_id for row in pack.rows if row.person_id)
            assert not times or max(times.values()) == 1
            assert all(key_to(kind, asked, audience, worker).values())
