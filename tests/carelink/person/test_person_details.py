"""Who somebody is, how they are reached safely, and who is around them."""

from datetime import date

import pytest

from carelink.errors import Refused
from carelink.exchange.ssda903.codes import ETHNIC
from carelink.facts import Person, Supporter
from carelink.person.checks import check_details, check_supporter
from carelink.person.reach import say_consent, say_reach, say_supporter, supporters_on
from tests.people import a_case

TODAY = date(2026, 11, 24)
BORN = date(2007, 5, 3)
CASE = a_case(people={"known_as": "Amal", "date_of_birth": BORN})


def refused(check, fact, case=CASE):
    with pytest.raises(Refused) as refused:
        check(case, fact, TODAY)
    return [problem.field for problem in refused.value.problems]


def test_one_name_in_any_script_is_enough():
    check_details(CASE, CASE.person._replace(known_as="", legal_name="ሐና"), TODAY)
    check_details(CASE, CASE.person._replace(known_as="Łukasz-Đặng O’Neil"), TODAY)
    check_details(CASE, CASE.person._replace(known_as="A" * 100), TODAY)


def test_names_are_not_all_taken_away_nor_endless():
    assert refused(check_details, CASE.person._replace(known_as="")) == ["known_as"]
    assert refused(check_details, CASE.person._replace(known_as="A" * 101)) == ["known_as"]
    assert refused(check_details, CASE.person._replace(legal_name="a\x00")) == ["legal_name"]
    nameless = a_case()
    check_details(nameless, nameless.person._replace(phone="07700 900123"), TODAY)


@pytest.mark.parametrize(
    "field",
    [*("gender", "pronouns", "about_me", "safe_contact", "language"), "phone", "previous_names"],
)
def test_their_words_are_kept_but_for_control_characters(field):
    check_details(CASE, CASE.person._replace(**{field: "<b>any words</b> =1+1 ‮"}), TODAY)
    assert refused(check_details, CASE.person._replace(**{field: "a\x00b"})) == [field]


def test_a_phone_number_is_kept_as_it_was_given():
    check_details(CASE, CASE.person._replace(phone="+44 (0)7700 900 123, after 4"), TODAY)


def test_days_of_birth_and_death_can_be_true():
    ahead = CASE.person._replace(date_of_birth=date(2027, 1, 1))
    assert refused(check_details, ahead) == ["date_of_birth"]
    assert refused(check_details, CASE.person._replace(date_of_birth=None)) == ["date_of_birth"]
    early = CASE.person._replace(date_of_death=date(2007, 5, 2))
    assert refused(check_details, early) == ["date_of_death"]
    late = CASE.person._replace(date_of_death=date(2026, 11, 25))
    assert refused(check_details, late) == ["date_of_death"]
    for day in (BORN, TODAY):
        check_details(CASE, CASE.person._replace(date_of_death=day), TODAY)
    check_details(CASE, CASE.person._replace(date_of_birth=TODAY), TODAY)
    unknown = a_case(people={"known_as": "Amal"})
    check_details(unknown, unknown.person._replace(date_of_birth=BORN), TODAY)
    check_details(unknown, unknown.person._replace(date_of_death=TODAY), TODAY)


def test_what_makes_a_contact_safe_is_said_and_so_is_that_nobody_asked():
    ask = "How to reach them safely is not recorded. Ask them"
    assert say_reach(Person("P1")) == f"No number recorded · {ask}"
    safe = Person("P1", phone=" 07700 900123 ", safe_contact="Do not leave\nvoicemail.")
    assert say_reach(safe) == "07700 900123 · Do not leave voicemail."
    assert say_reach(Person("P1", died=True, phone="07700 900123")) == ""
    assert say_reach(Person("P1", date_of_death=TODAY)) == ""


def test_people_around_them_are_those_of_now_and_those_to_be_named_come_first():
    around = (
        Supporter("P1", "Zed", "friend", in_copy=True, row_id="1"),
        Supporter("P1", "Ana", "nan", row_id="2"),
        Supporter("P1", "Old", "coach", end=TODAY, row_id="3"),
        Supporter("P1", "New", "coach", start=date(2026, 11, 25), row_id="4"),
    )
    assert [known.name for known in supporters_on(around, TODAY)] == ["Zed", "Ana"]
    assert say_supporter(around[0]) == "Zed, friend"
    assert [
        say_consent(known._replace(in_copy=yes)) for known in around[:1] for yes in _ANSWERS
    ] == [
        "Named in the copy of the plan",
        "Not named in any copy",
        "Not asked whether to name them in the copy of the plan",
    ]


_ANSWERS = (True, False, None)


def test_somebody_around_them_has_a_name_and_is_something_to_them():
    check_supporter(CASE, Supporter("P1", "Nan", "grandmother"), TODAY)
    assert refused(check_supporter, Supporter("P1")) == ["name", "relationship"]
    backwards = Supporter("P1", "Nan", "gran", start=TODAY, end=date(2026, 11, 1))
    assert refused(check_supporter, backwards) == ["end"]
    unreadable = Supporter("P1", "Nan\x00", "gran\x00", "Ring\x00")
    wrong = ["name", "relationship", "how_to_reach"]
    assert refused(check_supporter, unreadable) == wrong
    assert refused(check_supporter, Supporter("P1", "N" * 101, "gran")) == ["name"]


def test_every_ethnic_code_of_the_return_has_its_words():
    assert len(ETHNIC) == 20
