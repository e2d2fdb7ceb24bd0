"""Of what is open to them: told of, reached, or not to be told."""

from datetime import date

import pytest

from carelink.figures.gatherings import Gatherings
from carelink.figures.seats import answers_of
from carelink.money.catalogue import load_catalogue
from carelink.money.claims import claims_of
from carelink.money.unclaimed import open_to
from carelink.rulebook import load_rulebook
from tests.people import a_former_relevant

DAY = date(2026, 11, 24)
HOME = {"start": date(2025, 5, 20), "type": "U", "tenancy": "own", "postcode": "ME4 4TR"}
JOB = {"start": date(2025, 6, 1), "code": "F5"}
CATALOGUE = load_catalogue()


def somebody(steps=(), **facts):
    given = [{"entitlement": what, "stage": stage, "on": DAY} for what, stage in steps]
    return a_former_relevant(
        **{"homes": [HOME], "activities": [JOB], "entitlements": given, **facts}
    )


def claims(case):
    return list(claims_of(case, DAY, CATALOGUE))


def stands(case):
    answer = answers_of(case, Gatherings(load_rulebook(), DAY, CATALOGUE))[0]
    return answer["entitlements_told"], answer["entitlements_received"]


def names(found, cannot_tell=False):
    return [one.entry.entitlement for one in found if one.cannot_tell is cannot_tell]


def test_what_is_open_and_has_not_reached_them_is_what_is_unclaimed():
    case = somebody()
    found = claims(case)
    assert found
    open_now = [(one.entry.entitlement, one.cannot_tell) for one in open_to(case, DAY, CATALOGUE)]
    assert open_now == [
        (one.entry.entitlement, one.cannot_tell) for one in found if not one.reached
    ]


@pytest.mark.parametrize("stage", ["told", "received"])
def test_a_step_with_each_is_all_told_and_only_the_last_has_reached_them(stage):
    open_now = names(claims(somebody()))
    found = claims(somebody([(what, stage) for what in open_now]))
    known = [one for one in found if not one.cannot_tell]
    assert all(one.told for one in known)
    assert all(one.reached for one in known) is (stage == "received")


def test_a_no_alone_tells_nobody_of_it():
    first, *_ = names(claims(somebody()))
    told = {one.entry.entitlement: one.told for one in claims(somebody([(first, "refused")]))}
    assert told[first] is False


@pytest.mark.parametrize(
    ("known", "stood"),
    [({}, ("told_all", "received_all")), ({"homes": []}, ("cannot_tell", "cannot_tell"))],
    ids=["nothing in doubt", "whether they have a tenancy is not known"],
)
def test_all_of_it_is_said_only_where_nothing_is_in_doubt(known, stood):
    open_now = names(claims(somebody(**known)))
    assert stands(somebody([(what, "received") for what in open_now], **known)) == stood
    assert stands(somebody([(open_now[0], "told")], **known))[0] == "told_some"
    assert stands(somebody(**known))[0] == "told_none"
