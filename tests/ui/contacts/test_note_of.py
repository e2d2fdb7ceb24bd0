"""How the form's answers become a note, and how every problem is named at once."""

from datetime import date
from itertools import count

import pytest

from carelink.case import CaseFile
from carelink.errors import Refused
from carelink.facts import Activity, Confirmation, Contact, Event, Home, Person, Promise
from ui.contacts.answers import Answers, as_draft, from_draft
from ui.contacts.note_of import Written, note_of, note_text

TODAY = date(2026, 11, 24)
CASE = CaseFile(Person("P1", "Amal", date_of_birth=date(2007, 5, 3)))
USUAL = Answers("P1", rung="seen_at_home", on="today", begun_by="worker", next_on="18 1 2027")


def written():
    numbers = count(1)
    return Written("W1", TODAY, lambda: f"id{next(numbers)}")


def note(**answers):
    return note_of(USUAL._replace(**answers), CASE, written())


def problems(**answers):
    with pytest.raises(Refused) as refused:
        note(**answers)
    return {problem.field: problem.says for problem in refused.value.problems}


def test_the_usual_note_is_a_contact_with_its_three_headings():
    made = note(they_said="All well.", we_agreed="Ring on Friday.", alone="yes")
    assert made.contact == Contact(
        "id1",
        "P1",
        "W1",
        TODAY,
        "seen_at_home",
        "worker",
        "What they said\nAll well.\n\nWhat we agreed\nRing on Friday.",
        True,
        "",
        date(2027, 1, 18),
    )
    assert (made.home, made.activity, made.events, made.promises) == (None, None, (), ())


def test_alone_is_kept_only_of_those_who_were_seen():
    assert note(rung="spoke", alone="yes").contact.alone is None
    assert note(rung="seen", alone="no").contact.alone is False


def test_what_was_not_asked_is_no_confirmation_of_anything():
    made = note(home="same", money="not_asked")
    assert [(fact.subject, fact.answer) for fact in made.confirmations] == [
        ("home", "same"),
        ("money", "not_asked"),
    ]
    assert isinstance(made.confirmations[0], Confirmation)


def test_a_changed_home_is_a_new_home():
    made = note(
        home="changed",
        home_since="3 11 26",
        home_type="U",
        home_provided="yes",
        home_tenancy="own",
        home_suitable="yes",
        home_checked="yes",
    )
    assert made.home == Home(
        "P1", date(2026, 11, 3), None, "U", "1", True, tenancy="own", row_id=made.home.row_id
    )
    assert made.home.row_id
    (check,) = made.events
    assert check == Event(check.event_id, "P1", "suitability_check", TODAY, "yes", "W1")


def test_what_is_not_known_of_a_home_stays_not_known():
    made = note(home="changed", home_since="today", home_type="Z")
    assert made.home.provided_by_authority is None
    assert made.home.suitable == ""
    assert made.events == ()


def test_a_check_is_not_kept_when_the_home_was_not_asked_about():
    assert note(home="not_asked", home_checked="yes").events == ()
    assert len(note(home="same", home_checked="no").events) == 1


def test_a_changed_activity_is_a_new_activity():
    made = note(activity="changed", activity_since="mon", activity_code="F4")
    assert isinstance(made.activity, Activity)
    assert (made.activity.start, made.activity.code) == (date(2026, 11, 23), "F4")


def test_promises_carry_their_day():
    made = note(promise="ring the bank", promise_by="fri", promise_2="ask", promise_2_by="+7")
    assert made.promises == (
        Promise(
            made.promises[0].promise_id, "P1", "id1", "ring the bank", TODAY, date(2026, 11, 27)
        ),
        Promise(made.promises[1].promise_id, "P1", "id1", "ask", TODAY, date(2026, 12, 1)),
    )


def test_a_worry_is_kept_only_when_there_is_one():
    assert note(worry="yes", worry_text="Cold flat").contact.worry == "Cold flat"
    assert note(worry="no", worry_text="left from before").contact.worry == ""


def test_every_problem_is_named_at_once_beside_its_field():
    found = problems(
        rung="",
        on="+3",
        home="changed",
        home_type="X",
        home_suitable="yes",
        activity="changed",
        activity_since="sometime",
        promise="ring the bank",
        promise_2_by="fri",
        worry="yes",
        next_on="whenever",
    )
    assert found == {
        "rung": "Choose what happened.",
        "on": "The day of the contact must be today or in the past.",
        "home_since": "Give the day of the move.",
        "home_suitable": '"In custody" cannot be recorded as suitable.',
        "activity_since": '"sometime" is not a date we understand. Try, say, 27 3 2027.',
        "activity_code": "Choose what they are doing.",
        "promise_by": "Say by when it was promised.",
        "promise_2": "Say what was promised.",
        "worry_text": "Say what the worry is; your manager reads it.",
        "next_on": '"whenever" is not a date we understand. Try, say, 27 3 2027.',
    }


def test_the_headings_of_empty_prompts_are_left_out():
    assert note_text(Answers(i_saw="A warm room.")) == "What I saw\nA warm room."
    assert note_text(Answers()) == ""


def test_a_draft_keeps_what_was_typed_even_if_it_means_nothing_yet():
    at_first = Answers("P1", on="24 November 2026")
    typed = at_first._replace(next_on="soon", they_said="W")
    kept = as_draft(typed, at_first, TODAY)
    assert (kept["next_on"], kept["they_said"]) == ("soon", "W")
    assert from_draft(kept) == typed
    assert from_draft({"no_longer_asked": "x", "rung": "seen"}).rung == "seen"


def test_a_form_as_it_was_offered_is_no_draft():
    at_first = Answers("P1", on="24 November 2026")
    assert as_draft(at_first, at_first, TODAY) == {}
    assert as_draft(at_first._replace(person_id="P2"), at_first, TODAY) == {}


def test_a_day_typed_as_a_word_is_kept_as_the_day_it_meant():
    typed = Answers("P1", on="-3", promise_by="fri", next_on="soon", they_said="W")
    kept = as_draft(typed, Answers("P1"), TODAY)
    assert kept["on"] == "21 November 2026"
    assert kept["promise_by"] == "27 November 2026"
    assert kept["next_on"] == "soon"
