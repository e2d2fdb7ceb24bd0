"""The tables of promises and statements beside this file, which a practice lead can read."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.case import CaseFile
from carelink.errors import Refused
from carelink.facts import Person, Promise, Statement, Supporter, Worker
from carelink.voice.checks import check_promise, check_statement
from carelink.voice.promises import ledger_of, promise_of, say_standing, say_told
from carelink.voice.said_and_did import SaidAndDid, for_a_group, said_and_did
from carelink.voice.statements import say_heard, say_heard_told, voice_of
from carelink.voice.words import OPEN, STATEMENT_STANDS, Stands, Told
from tests.people import a_case

TODAY = date(2026, 11, 24)
_HERE = Path(__file__).parent


def rows(table):
    return [
        pytest.param(case, expected, id=f"{case['name']}: {expected['day']}")
        for case in tomllib.loads((_HERE / table).read_text(encoding="utf-8"))["case"]
        for expected in case["expect"]
    ]


def holds(found, says, expected):
    assert found.stands == expected["stands"], says
    assert found.days == expected.get("days", found.days), says
    assert found.told == expected.get("told", found.told)
    assert all(words in says for words in expected.get("says", [])), says
    assert not any(words in says for words in expected.get("never_says", [])), says


@pytest.mark.parametrize(("case", "expected"), rows("promises.toml"))
def test_where_a_promise_stands(case, expected):
    file = a_case(people=case.get("people", {}), promises=[{"what": "ring", **case["promise"]}])
    (standing,) = ledger_of(file, expected["day"]).standings
    holds(standing, say_standing(standing), expected)


@pytest.mark.parametrize(("case", "expected"), rows("statements.toml"))
def test_where_something_they_told_us_stands(case, expected):
    file = a_case(statements=[case["statement"]])
    (heard,) = voice_of(file, expected["day"]).heard
    holds(heard, say_heard(heard), expected)


_days = st.one_of(st.none(), st.integers(-30, 30).map(lambda n: TODAY + timedelta(days=n)))
_promises = st.lists(
    st.builds(
        Promise,
        promise_id=st.uuids().map(str),
        person_id=st.just("A1"),
        made_on=_days,
        due_on=_days,
        kept_on=_days,
        told_on=_days,
        broken_on=_days,
    ),
    max_size=8,
)


@given(_promises, _days)
def test_every_promise_is_in_one_state_and_the_states_add_up(promises, died):
    file = CaseFile(Person("A1", date_of_death=died), promises=tuple(promises))
    ledger = ledger_of(file, TODAY)

    made = [p for p in promises if p.made_on is None or p.made_on <= TODAY]
    assert len(ledger.standings) == sum(ledger.counts.values()) == len(made)
    assert all(say_standing(standing) for standing in ledger.standings)
    for standing in ledger.standings:
        assert (standing.stands in OPEN) == (
            standing.ended_on is None and not (died and died <= TODAY)
        )
        assert standing.days >= 0
        assert (standing.told is Told.NOTHING_YET) or standing.ended_on
        assert bool(say_told(standing)) == (standing.told is not Told.NOTHING_YET)


def test_the_ledger_says_its_sum_with_the_longest_wait_first():
    file = a_case(
        promises=[
            {"promise_id": "kept", "what": "a", "due_on": TODAY, "kept_on": date(2026, 11, 1)},
            {"promise_id": "soon", "what": "b", "due_on": date(2026, 11, 27)},
            {"promise_id": "late", "what": "c", "due_on": date(2026, 11, 20)},
            {"promise_id": "later still", "what": "d", "due_on": date(2026, 11, 9)},
            {"promise_id": "told", "what": "e", "kept_on": date(2026, 11, 2), "told_on": TODAY},
            {"promise_id": "no day", "what": "f"},
        ]
    )
    ledger = ledger_of(file, TODAY)

    order = [standing.promise.promise_id for standing in ledger.standings]
    assert order == ["later still", "late", "soon", "no day", "kept", "told"]
    assert ledger.said == "6 promises = 2 late + 1 due soon + 1 without a date + 2 kept"
    assert ledger.to_tell == 1
    assert ledger_of(a_case(), TODAY).said == "No promise is recorded"


def test_what_they_told_us_stands_in_the_order_in_which_it_waits():
    file = a_case(
        statements=[
            {"statement_id": "thanks", "kind": "compliment", "on": date(2026, 11, 1)},
            {"statement_id": "answered", "kind": "challenge_card", "answered_on": TODAY},
            {"statement_id": "late", "kind": "challenge_card", "respond_by": date(2026, 11, 20)},
        ]
    )
    voice = voice_of(file, TODAY)

    assert [heard.statement.statement_id for heard in voice.heard] == ["late", "answered", "thanks"]
    assert voice.said == "3 statements = 1 late + 1 answered + 1 in need of no answer"
    assert say_heard_told(voice.heard[1]) == "They do not have the answer yet"
    assert set(STATEMENT_STANDS) == set(Stands) - {Stands.BROKEN}


def test_what_was_made_or_told_later_is_not_yet_there():
    file = a_case(
        promises=[{"what": "ring", "made_on": date(2026, 12, 1)}],
        statements=[{"kind": "complaint", "on": date(2026, 12, 1)}],
    )
    assert ledger_of(file, TODAY).standings == ()
    assert voice_of(file, TODAY).heard == ()


SAID = "The bus takes too long"


def a_told_case(**more):
    return a_case(
        people={"known_as": "Amal Haddad"},
        statements=[
            {"statement_id": "s1", "kind": "challenge_card", "words": SAID, "on": TODAY},
            {
                "statement_id": "s2",
                "kind": "complaint",
                "words": "Nobody rang back",
                "answered_on": date(2026, 11, 3),
                "answer": "We are sorry. We now ring back within two days.",
                "told_on": date(2026, 11, 4),
            },
        ],
        promises=[
            {
                "promise_id": "p1",
                "what": "ask for a rail card",
                "statement_id": "s1",
                "kept_on": date(2026, 11, 10),
                "did": "We got you a rail card",
                **more,
            },
            {"promise_id": "p2", "what": "no words of theirs", "kept_on": TODAY},
            {"promise_id": "p3", "what": "still open", "said": "I want to cook"},
            {
                "promise_id": "p4",
                "what": "find a course",
                "said": "I want to learn to weld",
                "broken_on": date(2026, 11, 1),
                "broken_why": "The course is full",
                "did": "We put you on the list for May",
                "told_on": date(2026, 11, 1),
            },
        ],
    )


def test_you_said_we_did_says_what_came_of_it_and_whether_they_know():
    assert said_and_did(a_told_case(), TODAY) == [
        SaidAndDid(SAID, "We got you a rail card", date(2026, 11, 10), None),
        SaidAndDid(
            "Nobody rang back",
            "We are sorry. We now ring back within two days.",
            date(2026, 11, 3),
            date(2026, 11, 4),
        ),
        SaidAndDid(
            "I want to learn to weld",
            "The course is full. We put you on the list for May.",
            date(2026, 11, 1),
            date(2026, 11, 1),
            could_not=True,
        ),
    ]


def test_for_a_group_a_row_with_a_name_in_it_is_left_out_and_counted():
    assert for_a_group([a_told_case()], TODAY).left_out == 0
    for named in ("Amal's bus", "We asked HADDAD", "Ódé rang", "Naomi!", "(mum, Sara)"):
        case = a_told_case(did=named)
        workers = {"W1": Worker("W1", "Naomi Price"), "W2": Worker("W2", "Tom Ode")}
        people = (Supporter("A1", "Sara Haddad"),)
        case = CaseFile(
            case.person,
            promises=case.promises,
            statements=case.statements,
            supporters=people,
            workers=workers,
        )
        group = for_a_group([case], TODAY)
        assert (len(group.rows), group.left_out) == (2, 1), named
        assert named not in str(group.rows)


def refused(check, fact, case=None):
    with pytest.raises(Refused) as refused:
        check(case or a_case(), fact, TODAY)
    return [problem.field for problem in refused.value.problems]


def test_a_promise_says_what_by_when_and_how_it_came_out():
    promise = Promise("M1", "A1", "C1", "ring the college", TODAY, TODAY)
    check_promise(a_case(), promise, TODAY)
    assert refused(check_promise, Promise("M1", "A1", what=" ")) == ["what", "due_on"]
    assert refused(check_promise, promise._replace(due_on=date(2026, 11, 23))) == ["due_on"]
    assert refused(check_promise, promise._replace(what="x\x00")) == ["what"]
    assert refused(check_promise, promise._replace(what="x" * 100_001)) == ["what"]
    assert refused(check_promise, promise._replace(source="pub")) == ["source"]
    assert refused(check_promise, promise._replace(statement_id="s9")) == ["statement_id"]
    assert refused(check_promise, promise._replace(kept_on=date(2026, 11, 25))) == ["kept_on"]
    assert refused(check_promise, promise._replace(kept_on=date(2026, 11, 23))) == ["kept_on"]
    assert refused(check_promise, promise._replace(broken_on=TODAY)) == ["broken_why"]
    assert refused(check_promise, promise._replace(told_on=TODAY)) == ["told_on"]
    before = promise._replace(made_on=date(2026, 11, 1), kept_on=TODAY, told_on=date(2026, 11, 2))
    assert refused(check_promise, before) == ["told_on"]


def test_a_statement_has_their_words_a_kind_and_a_day():
    said = Statement("S1", "A1", "complaint", date(2026, 11, 2), words="Nobody rang back")
    check_statement(a_case(), said, TODAY)
    assert refused(check_statement, Statement("S1", "A1")) == ["kind", "on", "words"]
    assert refused(check_statement, said._replace(theme="weather")) == ["theme"]
    assert refused(check_statement, said._replace(kind="compliment", stage="1")) == ["stage"]
    assert refused(check_statement, said._replace(respond_by=date(2026, 11, 1))) == ["respond_by"]
    check_statement(a_case(), said._replace(respond_by=date(2026, 11, 30)), TODAY)
    assert refused(check_statement, said._replace(respond_by=date(2026, 12, 1))) == ["respond_by"]
    check_statement(a_case(), said._replace(stage="2", respond_by=date(2026, 12, 1)), TODAY)
    assert refused(check_statement, said._replace(answered_on=TODAY)) == ["answer"]
    assert refused(check_statement, said._replace(told_on=TODAY)) == ["told_on"]
    answered = said._replace(answered_on=date(2026, 11, 20), answer="We are sorry")
    assert refused(check_statement, answered._replace(told_on=date(2026, 11, 19))) == ["told_on"]
    ahead = answered._replace(answered_on=date(2026, 11, 25))
    assert refused(check_statement, ahead) == ["answered_on"]
    early = answered._replace(answered_on=date(2026, 11, 1))
    assert refused(check_statement, early) == ["answered_on"]


def test_promise_of_needs_no_case():
    assert promise_of(Promise("M1", "A1", due_on=TODAY), TODAY).open
