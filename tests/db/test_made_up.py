"""Are the made-up people believable, valid, and of every kind the duties speak of?"""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from carelink.case import CaseFile
from carelink.cover.covering import stand_of
from carelink.dates import birthday
from carelink.duties import FINDERS, duties_of
from carelink.exchange import read_source, write_bundle
from carelink.exchange.columns import AHEAD, CODES
from carelink.exchange.fitting import problems_of
from carelink.facts import KINDS, OF_THE_TEAM, Person
from carelink.handover.steps import progress_of
from carelink.handover.words import Step
from carelink.meetings.outcomes import outcomes_of
from carelink.meetings.words import MEETING_LABELS
from carelink.rulebook import load_rulebook
from carelink.status import status_of
from carelink.words import HOME_LABELS, LATE, LEAVE_TYPES, RUNGS, STAGES, State, Status
from db.intake import read_bundle_rows, take_in
from db.made_up import made_up_roll, make_demo_store, recorded
from db.made_up.deck import Card, shuffled_deck
from db.made_up.lives import a_life
from db.made_up.people import tell_person
from db.made_up.slips import SLIPS
from db.made_up.twists import Plot, Twist
from db.slots import key_file
from db.store import Store, open_store
from tests.stores import PASSPHRASE, USER, clock_at

AS_AT = date(2026, 11, 24)
DAYS = (AS_AT, date(2025, 3, 31), date(2028, 2, 29))
Roll = Mapping[str, list[Any]]


def cases_of(roll: Roll) -> list[CaseFile]:
    workers = {worker.worker_id: worker for worker in roll["workers"]}
    held: dict[str, dict[str, Any]] = {
        person.person_id: {"person": person} for person in roll["people"]
    }
    for kind in KINDS.keys() - {"people"} - OF_THE_TEAM:
        for fact in roll[kind]:
            theirs = held[fact.person_id]
            theirs[kind] = (*theirs.get(kind, ()), fact)
    return [CaseFile(workers=workers, **facts) for facts in held.values()]


@pytest.fixture(scope="module")
def roll() -> Roll:
    return made_up_roll(200, 7, AS_AT)


@pytest.fixture(scope="module")
def cases(roll: Roll) -> list[CaseFile]:
    return cases_of(roll)


def test_the_same_people_seed_and_day_make_the_same_roll(roll: Roll) -> None:
    assert made_up_roll(200, 7, AS_AT) == roll
    assert made_up_roll(200, 8, AS_AT)["people"] != roll["people"]


def test_a_person_is_the_same_whatever_the_number_of_people(roll: Roll) -> None:
    few = made_up_roll(30, 7, AS_AT)
    ids = {person.person_id for person in few["people"]}
    assert len(ids) == 30
    for kind in KINDS.keys() - OF_THE_TEAM:
        assert few[kind] == [fact for fact in roll[kind] if fact.person_id in ids], kind


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("seed", [1, 2])
def test_sixty_people_have_every_status_and_each_the_one_on_their_card(
    day: date, seed: int
) -> None:
    found = [status_of(case, day).status for case in cases_of(made_up_roll(60, seed, day))]
    assert set(found) == set(Status)
    assert found == [Status(card.plot) for card in shuffled_deck(seed)[:60]]


def test_who_was_born_on_29_february_is_among_two_hundred(roll: Roll) -> None:
    born = {person.date_of_birth for person in roll["people"] if person.date_of_birth}
    assert any((day.month, day.day) == (2, 29) for day in born)


def test_nothing_is_dated_on_the_day_or_after_it_save_what_looks_ahead(roll: Roll) -> None:
    for kind, facts in roll.items():
        for fact in facts:
            for name, value in fact._asdict().items():
                if isinstance(value, date) and name not in AHEAD:
                    assert value < AS_AT, (kind, name, fact)


def test_every_fact_keeps_the_rules_of_the_open_bundle(roll: Roll) -> None:
    for kind, facts in roll.items():
        natural = Counter(tuple(getattr(fact, n) for n in KINDS[kind].natural) for fact in facts)
        assert max(natural.values(), default=1) == 1, natural.most_common(3)
        assert len({getattr(fact, KINDS[kind].key) for fact in facts}) == len(facts)
        for fact in facts:
            assert problems_of(kind, fact) == []
            for (owner, name), codes in CODES.items():
                assert owner != kind or getattr(fact, name) in ("", *codes), (name, fact)


def test_one_home_at_a_time_and_work_or_learning_from_16(cases: list[CaseFile]) -> None:
    for case in cases:
        for facts in (case.homes, case.activities):
            ends = [fact.end or date.max for fact in facts]
            starts = [fact.start or fact.known_on for fact in facts]
            assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
        born = case.person.date_of_birth
        assert not born or all(birthday(born, 16) <= fact.start for fact in case.activities)


def test_every_person_of_the_roll_had_a_believable_number_of_contacts(
    cases: list[CaseFile],
) -> None:
    first = AS_AT - timedelta(days=5 * 366)
    numbers = [len(case.contacts) for case in cases]
    assert 40 <= sum(numbers) / len(numbers) <= 60
    assert max(numbers) <= 110
    assert all(contact.on >= first for case in cases for contact in case.contacts)
    for case in cases:
        days = [contact.on for contact in case.contacts]
        assert days == sorted(days)


@pytest.mark.parametrize(
    ("kind", "field", "codes"),
    [
        ("homes", "type", HOME_LABELS.keys() - {"Y"}),
        ("homes", "tenancy", {"", "own", "joint", "licence", "none"}),
        ("homes", "provided_by_authority", {True, False, None}),
        ("homes", "emergency", {True, False}),
        ("contacts", "rung", set(RUNGS)),
        ("contacts", "begun_by", {"worker", "young_person"}),
        ("immigration", "leave_type", set(LEAVE_TYPES) - {""}),
        ("entitlements", "stage", set(STAGES)),
        ("duty_answers", "answer", {"declined", "not_required"}),
        ("confirmations", "answer", {"same", "changed", "not_asked"}),
        ("plans", "contact_every_days", {None, 28, 56, 63, 84}),
        ("people", "uasc", {True, False, None}),
    ],
)
def test_two_hundred_people_have_every_kind_of(
    roll: Roll, kind: str, field: str, codes: set[Any]
) -> None:
    assert codes <= {getattr(fact, field) for fact in roll[kind]}


def test_promises_are_kept_late_open_and_overdue(roll: Roll) -> None:
    def said(promise: Any) -> str:
        if promise.kept_on:
            return "late" if promise.kept_on > promise.due_on else "kept"
        return "overdue" if promise.due_on < AS_AT else "open"

    assert Counter(map(said, roll["promises"])).keys() == {"kept", "late", "open", "overdue"}


def test_answers_stand_and_have_lapsed_and_a_line_is_snoozed_now(roll: Roll) -> None:
    standing = {answer.ask_again_on > AS_AT for answer in roll["duty_answers"]}
    assert standing == {True, False}
    assert any(snooze.until > AS_AT for snooze in roll["snoozes"])


@pytest.fixture(scope="module")
def duties(cases: list[CaseFile]) -> list[tuple[Any, ...]]:
    rulebook = load_rulebook()
    return [duties_of(case, rulebook, AS_AT) for case in cases]


def test_every_state_occurs_and_every_duty_is_met_by_some_and_late_for_some(
    duties: list[tuple[Any, ...]],
) -> None:
    found = {(duty.duty, duty.state) for theirs in duties for duty in theirs}
    assert {state for _, state in found} == set(State)
    for name in FINDERS:
        states = {state for duty, state in found if duty == name}
        assert {State.ON_TRACK, State.NOT_REQUIRED, State.CANNOT_TELL} <= states, name
        assert states & LATE, name


@pytest.mark.parametrize("seed", [7, 11])
@pytest.mark.parametrize("day", DAYS)
def test_late_is_only_where_the_card_says_so_and_that_is_about_a_quarter(
    day: date, seed: int
) -> None:
    rulebook = load_rulebook()
    rows = [duties_of(case, rulebook, day) for case in cases_of(made_up_roll(200, seed, day))]
    on_roll = [theirs for theirs in rows if theirs]
    late = [any(duty.state in LATE for duty in theirs) for theirs in rows]
    assert 0.17 * len(on_roll) < sum(late) < 0.3 * len(on_roll)
    for is_late, card, theirs in zip(late, shuffled_deck(seed), rows, strict=True):
        if is_late:
            assert card.twists & MAY_BE_LATE, (card, [d for d in theirs if d.state in LATE])


MAY_BE_LATE = SLIPS.keys() | {
    Twist.NO_CONTACT_EVER,
    Twist.NEVER_ALLOCATED,
    Twist.VACANCY,
    Twist.LEAVE_EXPIRED,
    Twist.GONE_ABROAD,
}


def test_a_caseload_has_a_handful_late_and_most_people_fine(
    duties: list[tuple[Any, ...]],
) -> None:
    for first in range(0, 200, 25):
        caseload = duties[first : first + 25]
        late = sum(any(duty.state in LATE for duty in theirs) for theirs in caseload)
        assert 1 <= late <= 12


def test_every_twist_is_on_a_card_and_every_plot_among_the_first_sixty() -> None:
    deck = shuffled_deck(1)
    assert len(deck) == 200
    assert {twist for card in deck for twist in card.twists} == set(Twist)
    assert {card.plot for card in deck[:60]} == set(Plot)


def test_names_are_drawn_apart_from_everything_else() -> None:
    # The same place in the roll with every life that the deck holds: the name stays.
    people = [the_person(card) for card in shuffled_deck(7)]
    assert len({(person.known_as, person.legal_name) for person in people}) == 1
    for field in ("sex", "ethnicity", "uasc", "date_of_birth", "pronouns"):
        assert len({getattr(person, field) for person in people}) > 1, field


def the_person(card: Card) -> Person:
    life = a_life(5, card, 7, AS_AT)
    tell_person(life, 7)
    (person,) = life.facts["people"]
    return person


def test_names_are_of_many_scripts_and_lengths() -> None:
    names = [person.legal_name for person in made_up_roll(400, 7, AS_AT)["people"]]
    text = " ".join(names)
    assert any("\u0600" <= letter <= "\u06ff" for letter in text)
    assert any("\u1200" <= letter <= "\u137f" for letter in text)
    assert all(mark in text for mark in ("'", "’", "-", "ễ", "ł", "ŷ"))
    assert any(" " not in name for name in names)
    assert max(map(len, names)) >= 60
    assert len(set(names)) > 0.9 * len(names)


def test_no_nhs_number_or_postcode_is_anybodys(roll: Roll) -> None:
    numbers = [person.nhs_number for person in roll["people"] if person.nhs_number]
    assert len(set(numbers)) == len(numbers)
    assert all(number.startswith("999") for number in numbers)
    real = {f"ME{district} " for district in range(1, 21)}
    assert not any(home.postcode.startswith(tuple(real)) for home in roll["homes"])


def test_everything_was_recorded_by_a_worker_after_it_happened_and_before_the_day(
    roll: Roll,
) -> None:
    said = recorded(roll, AS_AT)
    workers = {worker.worker_id for worker in roll["workers"]}
    until = datetime(AS_AT.year, AS_AT.month, AS_AT.day, tzinfo=UTC)
    for kind, facts in roll.items():
        assert len(said[kind]) == len(facts)
        assert all(row.recorded_at < until and row.recorded_by in workers for row in said[kind])
    lags = Counter(
        (row.recorded_at.date() - contact.on).days
        for contact, row in zip(roll["contacts"], said["contacts"], strict=True)
    )
    assert lags.keys() == {0, 1, 2, 3}
    assert lags[0] > sum(lags.values()) / 2
    assert recorded(roll, AS_AT) == said


def test_a_demo_store_opens_for_its_manager_and_holds_the_roll(tmp_path: Path) -> None:
    path = tmp_path / "demo.store"
    code = a_demo_store(path)
    store = open_store(path, user=USER, passphrase=code, clock=clock_at(AS_AT))
    with store.reading() as connection:
        rows = {kind: list(held) for kind, held in read_bundle_rows(connection).items()}
    expected = made_up_roll(30, 7, AS_AT)
    said = recorded(expected, AS_AT)
    for kind in set(KINDS) - {"releases"}:  # the packs are made of the roll, not part of it
        pairs = zip(expected[kind], said[kind], strict=True)
        key = KINDS[kind].key
        assert rows[kind] == sorted(pairs, key=lambda pair: getattr(pair[0], key)), kind
    assert (store.user.role, store.user.worker_id) == ("team_manager", "TM01")
    store.close()


def test_a_made_up_roll_goes_out_as_a_bundle_and_comes_in_whole(roll: Roll, store: Store) -> None:
    said = recorded(roll, AS_AT)
    files = write_bundle({kind: list(zip(roll[kind], said[kind], strict=True)) for kind in KINDS})
    reading = read_source(files, None, AS_AT)
    with store.writing() as writing:
        taken = take_in(writing, reading)
    assert [*reading.refused, *taken.refused] == []
    assert taken.imported == sum(map(len, roll.values()))


def test_a_demo_that_cannot_be_made_leaves_no_store(tmp_path: Path) -> None:
    path = tmp_path / "demo.store"
    with pytest.raises(OverflowError):
        a_demo_store(path, as_at=date(3, 1, 1))
    assert not path.exists()
    assert not key_file(path).exists()


def a_demo_store(path: Path, as_at: date = AS_AT) -> str:
    return make_demo_store(
        path, 30, 7, as_at, user=USER, passphrase=PASSPHRASE, clock=clock_at(AS_AT)
    )


def test_every_kind_of_meeting_was_held_and_some_of_what_they_asked_for_is_late(roll: Roll) -> None:
    kinds = {meeting.meeting_id: meeting.kind for meeting in roll["meetings"]}
    assert set(kinds.values()) == set(MEETING_LABELS)
    asked = [item for item in roll["meeting_items"] if item.action]
    assert {kinds[item.meeting_id] for item in roll["meeting_items"]} >= {"transitions", "housing"}
    assert {item.done_on is not None for item in asked} == {True, False}
    assert any(item.done_on is None and item.due_on < AS_AT for item in asked)
    for item in roll["meeting_items"]:
        offered = {outcome.code for outcome in outcomes_of(kinds[item.meeting_id])}
        assert item.answer in offered
    decided = [one for one in roll["decisions"] if one.about.startswith("meeting:")]
    assert {kinds[one.about.removeprefix("meeting:")] for one in decided} == {"supervision"}
    assert {action.meeting_id for action in roll["meeting_actions"]} <= kinds.keys()


def test_advisers_are_away_covered_and_not_and_a_few_young_people_are_going_to_another(
    roll: Roll,
) -> None:
    absences, covers = roll["absences"], roll["covers"]
    workers = {worker.worker_id for worker in roll["workers"]}
    assert {one.kind for one in absences} >= {"leave", "sickness"}
    leave = [one for one in absences if one.kind == "leave"]
    christmas = [one for one in leave if one.first_on.month == 12]
    assert christmas
    assert {one.back_on.month for one in christmas} == {1}
    stands = [stand_of(one.worker_id, absences, covers, one.first_on) for one in absences]
    assert {stand.gap for stand in stands} == {True, False}
    assert {one.cover_id for one in covers} <= workers
    assert all(one.cover_id != one.worker_id for one in covers)
    assert {bool(message.done_on) for message in roll["messages"]} == {True, False}
    going = [progress_of(one, AS_AT) for one in roll["handovers"]]
    assert {one.next for one in going} >= {Step.PACK, Step.JOINT_VISIT, Step.ACCEPTED}
    assert {one.handover.to_worker for one in going} <= workers


def test_advisers_work_from_somewhere_speak_something_and_a_few_are_pinned(roll: Roll) -> None:
    here = [one for one in roll["workers"] if one.role == "personal_adviser" and not one.end]
    assert any(one.district for one in here)
    assert any(one.languages for one in here)
    others = [one for one in roll["workers"] if one not in here]
    assert not any(one.district or one.languages for one in others)
    given = {(one.person_id, one.worker_id) for one in roll["allocations"] if one.end is None}
    assert roll["pins"]
    assert all((one.person_id, one.worker_id) in given and one.reason for one in roll["pins"])
