"""Whatever is known of anyone, the states add up to the catalogue and the pence add up."""

from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.facts import Entitlement, Spending
from carelink.money.catalogue import Catalogue, load_catalogue
from carelink.money.entitled import entitled_of, not_in_catalogue
from carelink.money.finding import is_open_now
from carelink.money.ledger import ledgers_of
from carelink.money.question import Question
from carelink.money.unclaimed import added, unclaimed_of
from carelink.money.words import RECEIPTS, SPENDING_KINDS, Stands
from carelink.words import STAGES, Status
from tests.carelink.lives import TODAY, days_of_asking, lives

CATALOGUE = load_catalogue()
IDS = [entry.entitlement for entry in CATALOGUE.entries]
IN_LAW = Catalogue(
    {
        entry.entitlement: replace(entry, versions=entry.in_law)
        for entry in CATALOGUE.entries
        if entry.in_law
    },
    CATALOGUE.council,
)
_some_day = st.dates(date(2019, 1, 1), date(2028, 1, 1)) | st.none()
_pence = st.integers(1, 400_000) | st.none()
_steps = st.lists(
    st.builds(
        Entitlement,
        st.just("P1"),
        st.sampled_from([*IDS, "something_else"]),
        st.sampled_from(["", *STAGES]),
        _some_day,
        _pence,
        _some_day,
        st.sampled_from(["", "Swale"]),
        st.just(""),
        st.just("E"),
    ),
    max_size=12,
)
_lines = st.lists(
    st.builds(
        Spending,
        st.just("P1"),
        st.sampled_from(["setting_up_home_allowance", "something_else"]),
        _some_day,
        st.sampled_from(["", *SPENDING_KINDS]),
        _pence,
        st.just("A bed"),
        st.sampled_from(["", *RECEIPTS]),
        st.just("W1"),
        st.just("L"),
    ),
    max_size=8,
)


@st.composite
def files(draw):
    case = draw(lives())
    steps, lines = tuple(draw(_steps)), tuple(draw(_lines))
    return replace(case, entitlements=case.entitlements + steps, spending=lines)


@given(files(), st.data())
@settings(max_examples=60)
def test_everybody_is_in_one_state_for_every_entry(case, data):
    for day in data.draw(days_of_asking(case))[:3]:
        stands = entitled_of(case, day, CATALOGUE)
        assert [held.entry.entitlement for held in stands] == IDS
        assert sum(Counter(held.stands for held in stands).values()) == len(CATALOGUE.entries)
        for held in stands:
            _holds_together(held, day)


def _holds_together(held, day):
    told = (held.entry.entitlement, held.stands, held.from_day, held.until, day, held.reason)
    assert held.stands is Stands.NOW or not held.is_unclaimed, told
    if held.stands is Stands.NOW:
        assert held.from_day <= day, told
        assert held.until is None or day < held.until, told
    if held.stands is Stands.LATER:
        assert (held.from_day is None and held.entry.awaited) or held.from_day > day, told
    if held.stands is Stands.ENDED:
        assert held.until <= day, told
    if held.stands in (Stands.CANNOT_TELL, Stands.NOT_FOR_THEM):
        assert held.reason, told
    if held.stands is Stands.NOT_YET_LAW:
        assert (held.from_day, held.amount_pence) == (None, None), told
    for pence in (held.amount_pence, held.left_pence):
        assert pence is None or type(pence) is int, told


@given(files(), st.data())
@settings(max_examples=60)
def test_unclaimed_adds_up_what_each_entry_says(case, data):
    for day in data.draw(days_of_asking(case))[:3]:
        stands = entitled_of(case, day, CATALOGUE)
        counted = unclaimed_of(case, day, CATALOGUE)
        open_now = [held for held in stands if held.is_unclaimed]
        priced = [held.left_pence for held in open_now if held.left_pence is not None]

        assert type(counted.pence) is int
        assert counted.pence == sum(priced)
        assert counted.priced == len(priced)
        assert counted.unpriced == len(open_now) - len(priced)
        assert counted.cannot_tell == _doubtful_today(case, day, stands)
        assert added([counted, counted]).pence == 2 * counted.pence


def _doubtful_today(case, day, stands):
    """How many that there are to get cannot be told, of what status and age allow on the day."""
    question = Question(case, day)
    return sum(
        held.stands is Stands.CANNOT_TELL
        and held.entry.is_claimed
        and (
            question.standing.status is Status.CANNOT_TELL
            or is_open_now(question, held.entry.opening)
        )
        for held in stands
    )


@given(files(), st.data())
@settings(max_examples=40)
def test_what_is_not_yet_law_changes_nothing(case, data):
    for day in data.draw(days_of_asking(case))[:3]:
        with_it = {
            held.entry.entitlement: held[1:]
            for held in entitled_of(case, day, CATALOGUE)
            if held.stands is not Stands.NOT_YET_LAW
        }
        without = {h.entry.entitlement: h[1:] for h in entitled_of(case, day, IN_LAW)}

        assert with_it == without
        assert unclaimed_of(case, day, CATALOGUE) == unclaimed_of(case, day, IN_LAW)


@given(files())
@settings(max_examples=60)
def test_a_balance_is_granted_less_spent_with_what_came_back(case):
    ledgers = ledgers_of(case, TODAY, CATALOGUE)

    lines = [line for ledger in ledgers for line in ledger.lines]
    assert len(lines) == sum(s.on is None or s.on <= TODAY for s in case.spending)
    for ledger in ledgers:
        assert type(ledger.balance_pence) is int
        spent = sum(
            (-1 if line.spending.kind == "returned" else 1) * (line.spending.amount_pence or 0)
            for line in ledger.lines
        )
        assert ledger.balance_pence == ledger.awarded_pence - spent
        if ledger.lines:
            assert ledger.lines[-1].balance_pence == ledger.balance_pence
        assert (ledger.balance_pence < 0) == ("more than" in ledger.says[0])


@given(files())
def test_a_step_with_something_the_catalogue_does_not_know_is_not_lost(case):
    known = {step for step in case.entitlements if step.entitlement in IDS}
    kept = not_in_catalogue(case, CATALOGUE)

    assert len(kept) == sum(step not in known for step in case.entitlements)
