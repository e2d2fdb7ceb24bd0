from datetime import date

from carelink.facts import Worker
from carelink.reallocation.comparing import compare
from carelink.reallocation.explaining import explain, say_broken
from carelink.reallocation.proposing import propose
from carelink.reallocation.scenario import Leaver
from carelink.workload.bearing import Link
from carelink.workload.load import Band
from tests.carelink.reallocation.teams import ADVISER, SOON, WEIGHTS, a_load, somebody, worker

NAOMI = Worker("W2", "Naomi Price", ADVISER, "River", 1.0, None, None, "Tigrinya", "ME4")
TOM = Worker("W3", "Tom Ode", ADVISER, "River", 1.0, None, None, "", "ME7")


def a_team():
    mine = somebody(
        "p1",
        "W1",
        district="ME4",
        language="Tigrinya",
        months=25,
        past=(Link("W2", date(2024, 3, 1), date(2025, 2, 1)),),
    )
    others = [somebody(f"n{n}", "W2") for n in range(2)] + [
        somebody(f"t{n}", "W3") for n in range(7)
    ]
    return a_load([mine, *others], [worker("W1", "Ann Lee", team="River"), NAOMI, TOM])


def test_each_line_says_why_this_one_and_what_it_costs():
    load = a_team()
    made = propose(load, Leaver("W1", SOON), WEIGHTS)
    (line,) = explain(made, load, WEIGHTS)
    assert (line.name, line.from_name, line.to_name) == ("Person p1", "Ann Lee", "Naomi Price")
    assert line.why == (
        "works from ME4, where they live; speaks Tigrinya; worked with them 2024 to 2025; "
        "Naomi's load is then 2 below their share"
    )
    assert line.costs == "Ends 25 months together"
    assert say_broken(made, load) == (
        "1 relationship ends, 25 months together in all, the longest after 25 months."
    )


def test_what_is_not_recorded_is_said_as_a_cost():
    load = a_load(
        [somebody("p1", "W1", district="ME4", language="Arabic", months=None)],
        [worker("W1", "Ann Lee", team="River"), worker("W2", "Bo Hill", team="Castle")],
    )
    made = propose(load, Leaver("W1", SOON), WEIGHTS)
    (line,) = explain(made, load, WEIGHTS)
    assert line.costs == (
        "Ends a relationship of unknown length; the district they work from is not recorded; "
        "has no languages recorded, and Arabic is wanted; is in another team, Castle"
    )
    assert say_broken(made, load) == (
        "1 relationship ends; how long they have lasted is not recorded."
    )


def test_before_and_after_stand_side_by_side_by_name():
    load = a_team()
    made = propose(load, Leaver("W1", SOON), WEIGHTS)
    rows = compare(made, load, WEIGHTS)
    assert [row.name for row in rows] == ["Ann Lee", "Naomi Price", "Tom Ode"]
    ann, naomi, tom = rows
    assert (ann.before.people, ann.after.people, ann.goes) == (1, 0, 1)
    assert (ann.after.per_fte, ann.after.band) == (None, Band.CANNOT_TELL)
    assert (naomi.before.people, naomi.after.people, naomi.comes) == (2, 3, 1)
    assert naomi.after.per_fte == 3.0
    assert tom.before == tom.after
