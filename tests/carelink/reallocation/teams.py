"""Small teams for the tests of what-if, and the load they carry."""

from datetime import date

from hypothesis import strategies as st

from carelink.facts import Worker
from carelink.reallocation.scenario import NEW, Away, Hours, Leaver, Starter
from carelink.workload.bearing import Borne, Link
from carelink.workload.continuity import Continuity, LastYear
from carelink.workload.load import workload_of
from carelink.workload.weighing import Reason, Weighed
from carelink.workload.weights import load_weights

TODAY = date(2026, 11, 24)
SOON = date(2026, 12, 7)
WEIGHTS = load_weights()
ADVISER = "personal_adviser"


def worker(worker_id, name="", fte=1.0, **more):
    return Worker(worker_id, name or f"Adviser {worker_id}", ADVISER, fte=fte, **more)


def somebody(person_id, *advisers, weight=1.0, months=12, district="", **more):
    weighed = Weighed((Reason("base", weight, "each young person"),), (), district)
    held = Continuity(1, 1, months, LastYear.ONE, bool(advisers))
    return Borne(person_id, f"Person {person_id}", advisers, weighed, held, **more)


def a_load(people, workers):
    return workload_of(people, {one.worker_id: one for one in workers}, TODAY, WEIGHTS)


def a_starter(**more):
    return Starter(Worker(NEW, "Ana Bell", ADVISER, fte=1.0)._replace(**more), SOON)


_IDS = ("W1", "W2", "W3", "W4")
_DISTRICTS = st.sampled_from(["", "ME4", "ME7"])
_LANGUAGES = st.sampled_from(["", "Arabic", "Tigrinya"])
_HOURS = st.sampled_from([None, 0.0, 0.4, 0.6, 1.0])


@st.composite
def loads(draw, most=12):
    """Any team of four, with people who have one adviser, none or two; some pinned, some moving."""
    workers = [
        worker(one, fte=draw(_HOURS), district=draw(_DISTRICTS), languages=draw(_LANGUAGES))
        for one in _IDS
    ]
    people = []
    for number in range(draw(st.integers(0, most))):
        advisers = sorted(draw(st.sets(st.sampled_from(_IDS), max_size=2)))
        person = somebody(
            f"p{number:02}",
            *advisers,
            weight=draw(st.sampled_from([1.0, 1.25, 1.5, 2.1])),
            months=draw(st.sampled_from([None, 0, 3, 40])),
            district=draw(_DISTRICTS),
            language=draw(_LANGUAGES),
            pinned=draw(st.sampled_from(["", "", "", *_IDS])),
            moving=draw(st.sampled_from([False, False, False, True])),
            past=draw(st.sampled_from([(), (Link("W2", date(2024, 1, 1), date(2025, 1, 1)),)])),
        )
        people.append(person)
    return a_load(people, workers)


scenarios = st.sampled_from(
    [
        Leaver("W1", SOON),
        Away("W2", SOON),
        Away("W2", SOON, date(2027, 1, 4)),
        Hours("W3", 0.5, SOON),
        a_starter(),
    ]
)
