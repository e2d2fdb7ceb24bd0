from datetime import date

from carelink.exchange import settle
from carelink.facts import (
    KINDS,
    Activity,
    Allocation,
    CarePeriod,
    Contact,
    Home,
    Plan,
    PlanReview,
    Worker,
)
from tests.carelink.exchange.sources import LIST_9, a_list, a_workbook, csv_of, facts, read
from tests.carelink.exchange.test_ssda903 import EPISODES, episode


def held_of(**kinds):
    """What is held, as settle asks for it: by kind and id."""
    return {
        kind: {(fact.row_id if "row_id" in fact._fields else fact[0]): fact for fact in some}
        for kind, some in kinds.items()
    }


def settled(reading, **kinds):
    return settle(reading, {kind: {} for kind in KINDS} | held_of(**kinds))


def a_listing(**said):
    names = {"adviser": LIST_9[9], "plan": LIST_9[11], "contact": LIST_9[13], "home": LIST_9[14]}
    person = {names[name]: cell for name, cell in said.items()}
    return read({"list.xlsx": a_workbook(a_list(person))})


def the_years(*episodes):
    return read({"episodes.csv": csv_of(EPISODES, *(["1", *one] for one in episodes))})


def test_a_row_without_an_id_takes_the_id_of_the_fact_that_is_alike():
    files = {"homes.csv": b"person_id,start,type\nP1,2024-01-01,U\nP1,2025-01-01,K\n"}
    there = Home("P1", date(2024, 1, 1), type="U", row_id="typed")

    found = facts(settled(read(files), homes=[there]), "homes")
    assert [home.row_id == "typed" for home in found] == [True, False]


def test_the_nth_of_several_alike_meets_the_nth_alike_that_is_held():
    files = {"homes.csv": b"person_id,type\nP1,U\nP1,K\nP1,W\n"}
    there = [Home("P1", type="U", row_id="a"), Home("P1", type="K", row_id="b")]

    found = facts(settled(read(files), homes=there), "homes")
    assert [home.row_id for home in found[:2]] == ["a", "b"]
    assert found[2].row_id not in ("a", "b")


def test_a_row_with_an_id_of_its_own_is_matched_by_that_alone():
    files = {"homes.csv": b"row_id,person_id,start\nmine,P1,2024-01-01\n"}
    there = Home("P1", date(2024, 1, 1), row_id="typed")

    assert facts(settled(read(files), homes=[there]), "homes")[0].row_id == "mine"


def test_a_fact_whose_id_a_file_names_is_met_by_no_other_row_of_it():
    files = {"homes.csv": b"person_id,start,type\nP1,2024-01-01,U\nP1,2024-01-01,K\n"}
    first, second = facts(read(files), "homes")

    found = facts(settled(read(files), homes=[second._replace(type="U")]), "homes")
    assert [home.row_id for home in found] == [first.row_id, second.row_id]


def test_a_return_of_the_next_year_goes_on_with_the_period_and_the_home_held():
    first = the_years(episode("01/06/2016"))
    next_year = the_years(episode("01/02/2018", "01/06/2018", "E4A", legal="C1"))
    there = {kind: facts(first, kind) for kind in ("care_periods", "homes")}

    after = settled(next_year, **there)

    (period,) = facts(after, "care_periods")
    assert (period.row_id, period.start) == (there["care_periods"][0].row_id, date(2016, 6, 1))
    assert (period.end, period.reason_ceased) == (date(2018, 6, 1), "E4A")
    (home,) = facts(after, "homes")
    assert (home.row_id, home.end) == (there["homes"][0].row_id, date(2018, 6, 1))


def test_the_next_year_read_again_meets_the_same_period_though_it_has_ended():
    next_year = the_years(episode("01/02/2018", "01/06/2018", "E4A"))
    there = CarePeriod(
        "1", date(2016, 6, 1), date(2018, 6, 1), "C2", False, "E4A", row_id="from 2017"
    )

    assert facts(settled(next_year, care_periods=[there]), "care_periods") == [there]


def test_a_new_period_on_the_day_another_ended_is_a_new_one():
    there = CarePeriod("1", date(2016, 6, 1), date(2018, 6, 1), "C2", False, "E4A", row_id="old")
    after = settled(the_years(episode("01/06/2018")), care_periods=[there])

    assert facts(after, "care_periods")[0].row_id != "old"


def test_a_short_break_never_goes_on_with_a_period_in_care():
    there = CarePeriod("1", date(2016, 6, 1), short_break=False, row_id="old")
    after = settled(the_years(episode("01/06/2018", legal="V4")), care_periods=[there])

    assert facts(after, "care_periods")[0].row_id != "old"


def test_a_home_typed_by_hand_from_the_same_day_is_filled_in_and_not_doubled():
    there = Home("1", date(2016, 6, 1), type="U", row_id="typed")
    other = Home("1", date(2016, 6, 1), placement="K2", row_id="another")

    assert (
        facts(settled(the_years(episode("01/06/2016")), homes=[there]), "homes")[0][-1] == "typed"
    )
    assert (
        facts(settled(the_years(episode("01/06/2016")), homes=[other]), "homes")[0][-1] != "another"
    )


def test_an_older_return_does_not_unsay_the_legal_status_of_a_period_that_ended_since():
    first = the_years(episode("01/06/2016", legal="V2"))
    (period,) = facts(first, "care_periods")
    ended = period._replace(end=date(2018, 6, 1), legal_status="C2", reason_ceased="E4A")

    (row,) = settled(first, care_periods=[ended]).rows["care_periods"]
    assert {"legal_status", "reason_ceased"} <= row.assumed


def test_a_plan_date_is_a_review_once_a_plan_is_held_and_only_when_it_is_newer():
    plan = Plan("L1", "C1", started_on=date(2026, 1, 1))
    review = PlanReview("R1", "C1", "L1", held_on=date(2026, 9, 1))

    newer = settled(a_listing(plan=date(2026, 9, 1)), plans=[plan])
    same = settled(a_listing(plan=date(2026, 9, 1)), plans=[plan], plan_reviews=[review])
    older = settled(a_listing(plan=date(2025, 9, 1)), plans=[plan])
    none = settled(a_listing(plan=date(2026, 9, 1)))

    (held,) = facts(newer, "plan_reviews")
    assert held[1:] == ("C1", "L1", None, "", date(2026, 9, 1))
    assert facts(newer, "plans") + facts(same, "plans") + facts(older, "plans") == []
    assert facts(same, "plan_reviews") + facts(older, "plan_reviews") == []
    assert len(facts(none, "plans")) == 1


def test_a_review_belongs_to_the_plan_that_is_running():
    plans = [
        Plan("L1", "C1", started_on=date(2026, 2, 1), ended_on=date(2026, 3, 1)),
        Plan("L2", "C1", started_on=date(2026, 1, 1)),
    ]
    reading = settled(a_listing(plan=date(2026, 9, 1)), plans=plans)

    assert facts(reading, "plan_reviews")[0].plan_id == "L2"


def test_a_contact_on_a_day_we_hold_one_for_is_no_news():
    there = Contact("K1", "C1", on=date(2026, 10, 1), rung="seen")

    assert facts(settled(a_listing(), contacts=[there]), "contacts") == []
    assert (
        len(facts(settled(a_listing(contact=date(2026, 10, 2)), contacts=[there]), "contacts")) == 1
    )


def test_a_home_and_an_activity_that_are_held_for_that_day_are_no_news():
    home = Home("C1", date(2025, 1, 1), type="U", suitable="1", row_id="typed")
    activity = Activity("C1", date(2025, 1, 1), code="F2", row_id="typed")
    same = settled(a_listing(), homes=[home], activities=[activity])
    moved = settled(a_listing(home="K: Ordinary lodgings, without formal support"), homes=[home])

    assert facts(same, "homes") + facts(same, "activities") == []
    assert [found.type for found in facts(moved, "homes")] == ["K"]


def test_a_home_that_ended_before_the_list_is_not_the_one_it_speaks_of():
    home = Home("C1", date(2025, 1, 1), date(2026, 1, 1), type="U", suitable="1", row_id="typed")

    assert len(facts(settled(a_listing(), homes=[home]), "homes")) == 1


def test_a_worker_whom_we_know_by_that_name_keeps_their_id():
    known = Worker("W7", "Amina  Yusuf", "personal_adviser")
    reading = settled(a_listing(), workers=[known])

    assert facts(reading, "workers") == []
    assert [one.worker_id for one in facts(reading, "allocations")] == ["W7"]


def test_of_two_workers_of_one_name_neither_is_guessed():
    known = [Worker("W7", "Amina Yusuf"), Worker("W8", "Amina Yusuf")]
    reading = settled(a_listing(), workers=known)

    assert [one.worker_id for one in facts(reading, "allocations")] == ["annex-a:amina-yusuf"]


def test_a_new_adviser_on_the_list_ends_the_one_an_earlier_list_named():
    before = facts(settled(a_listing()), "allocations")
    after = settled(a_listing(adviser="Kofi Mensah"), allocations=before)

    ended, begun = facts(after, "allocations")
    assert (ended.row_id, ended.end) == (before[0].row_id, date(2026, 10, 1))
    assert (begun.worker_id, begun.end) == ("annex-a:kofi-mensah", None)


def test_an_adviser_who_comes_back_is_a_new_allocation():
    amina = facts(settled(a_listing()), "allocations")[0]._replace(end=date(2026, 9, 1))
    kofi = Allocation("C1", "annex-a:kofi-mensah", "personal_adviser", row_id="kofi")

    ended, begun = facts(settled(a_listing(), allocations=[amina, kofi]), "allocations")
    assert (ended.row_id, ended.end) == ("kofi", date(2026, 10, 1))
    assert (begun.worker_id, begun.row_id == amina.row_id) == ("annex-a:amina-yusuf", False)


def test_an_adviser_whom_a_worker_recorded_is_never_put_aside_by_a_list():
    typed = Allocation("C1", "W7", "personal_adviser", date(2025, 1, 1), row_id="typed")

    assert facts(settled(a_listing(), allocations=[typed]), "allocations") == []


def test_the_same_list_again_is_no_news():
    kinds = ("workers", "allocations", "homes", "activities", "contacts")
    first = settled(a_listing())
    there = {kind: facts(first, kind) for kind in (*kinds, "plans")}

    again = settled(a_listing(), **there)
    assert {kind: facts(again, kind) for kind in ("allocations", "homes", "activities")} == {
        "allocations": [],
        "homes": [],
        "activities": [],
    }
    assert facts(again, "contacts") + facts(again, "plans") + facts(again, "plan_reviews") == []
