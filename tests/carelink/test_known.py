"""What is known of a young person, said in lines."""

from datetime import date

import pytest

from carelink.case import CaseFile
from carelink.facts import Activity, Allocation, Home, Person, Worker
from carelink.home.history import homes
from carelink.known import (
    age_in_years,
    people_around,
    say_adviser,
    say_advisers,
    say_age,
    say_continuity,
    say_no_contact,
    say_off_roll,
    who_they_are,
)
from carelink.learning.history import activities
from carelink.said import Line
from carelink.status import Standing
from carelink.words import Status

TODAY = date(2026, 11, 24)
BORN = date(2007, 5, 3)
WORKERS = {
    "W1": Worker("W1", "Naomi Price"),
    "W2": Worker("W2", "Tom Ode", end=date(2025, 3, 1)),
    "W3": Worker("W3", "Iris Bell"),
}


def a_case(**facts):
    given = {"person": Person("P1", "Amal", date_of_birth=BORN), "workers": WORKERS, **facts}
    return CaseFile(**given)


def adviser(worker_id, start=None, end=None):
    return Allocation("P1", worker_id, "personal_adviser", start, end)


def test_the_name_they_use_comes_first_and_what_is_missing_is_said():
    standing = Standing(Status.FORMER_RELEVANT, date(2025, 5, 3), ("Turned 18 on ", BORN))
    lines = who_they_are(a_case(), standing, TODAY)
    assert lines == [
        Line("Name they use", "Amal"),
        Line("Pronouns", "Not recorded. Ask them"),
        Line("How to be with me", "Not recorded. Ask them"),
        Line("Age", "19, born 3 May 2007"),
        Line("Legal name", "Not recorded"),
        Line(
            "How to reach them",
            "No number recorded · How to reach them safely is not recorded. Ask them",
        ),
        Line("Status", "Former relevant, since 3 May 2025", "Turned 18 on 3 May 2007"),
        Line("Reference", "P1"),
    ]


def test_a_name_no_longer_used_is_marked_and_what_they_want_known_is_said():
    person = Person(
        "P1",
        "Amal",
        gender="woman",
        previous_names="Sam Doe",
        language="Arabic",
        about_me="Walk with me",
        phone="07700 900123",
        safe_contact="Do not leave voicemail.",
    )
    lines = who_they_are(a_case(person=person), Standing(Status.ELIGIBLE, None, ()), TODAY)
    assert Line("Names before", "Sam Doe", "Do not use") in lines
    assert Line("How to be with me", "“Walk with me”") in lines
    assert Line("Gender", "woman") in lines
    reach = "07700 900123 · Do not leave voicemail. · Would rather speak Arabic"
    assert Line("How to reach them", reach) in lines


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (Person("P1"), "Date of birth not recorded"),
        (
            Person("P1", date_of_birth=date(2027, 1, 1)),
            "Date of birth to be checked, born 1 January 2027",
        ),
        (
            Person("P1", date_of_birth=BORN, date_of_death=date(2025, 5, 2)),
            "17, born 3 May 2007, died 2 May 2025",
        ),
        (Person("P1", date_of_birth=BORN, died=True), "Died, born 3 May 2007"),
    ],
)
def test_an_age_is_never_made_up(person, said):
    assert say_age(person, TODAY) == said


def test_an_age_stops_at_death():
    died = Person("P1", date_of_birth=BORN, date_of_death=date(2025, 1, 1))
    assert age_in_years(died, TODAY) == 17
    assert age_in_years(Person("P1"), TODAY) is None


def test_the_adviser_is_named_with_the_day_they_began():
    case = a_case(allocations=(adviser("W1", date(2026, 1, 5)),))
    assert case.adviser_name(TODAY) == "Naomi Price"
    assert say_adviser(case, TODAY) == "Naomi Price, since 5 January 2026"


def test_a_worker_who_left_is_nobodys_adviser():
    case = a_case(allocations=(adviser("W2", date(2024, 1, 5)),))
    assert case.adviser_name(TODAY) == ""
    assert say_adviser(case, TODAY) == "No personal adviser since 1 March 2025"
    assert say_adviser(a_case(), TODAY) == "No personal adviser has been allocated"


def test_no_contact_says_for_how_long():
    assert say_no_contact(a_case(), TODAY) == "No contacts recorded. Nobody has been allocated."
    case = a_case(allocations=(adviser("W1", date(2026, 10, 14)),))
    assert say_no_contact(case, TODAY) == "No contacts recorded. Allocated 41 days ago."


def test_people_around_them_are_those_now_and_then_those_before():
    case = a_case(
        allocations=(
            Allocation("P1", "W3", "nurse", date(2025, 2, 1)),
            adviser("W1", date(2025, 3, 1)),
            adviser("W2", date(2023, 6, 1)),
            Allocation("P1", "W4", "social_worker", date(2022, 1, 1), date(2025, 5, 3)),
        )
    )
    assert people_around(case, TODAY) == [
        Line("Personal adviser", "Naomi Price", "from 1 March 2025"),
        Line("Nurse", "Iris Bell", "from 1 February 2025"),
        Line("Before: personal adviser", "Tom Ode", "from 1 June 2023, until 1 March 2025"),
        Line("Before: social worker", "W4", "from 1 January 2022, until 3 May 2025"),
    ]
    assert say_continuity(case, TODAY) == (
        "2 personal advisers since they turned 16; the one now for 1 year and 8 months."
    )


def test_two_advisers_by_mistake_are_both_said_and_told_apart():
    twin = {"W5": Worker("W5", "Naomi Price")}
    case = a_case(allocations=(adviser("W1", date(2025, 3, 1)), adviser("W5", date(2026, 3, 1))))
    assert say_advisers(case, twin, TODAY) == (
        "2 personal advisers, where one is meant: Naomi Price (W1), Naomi Price (W5)"
    )
    alone = a_case(allocations=(adviser("W1", date(2025, 3, 1)),))
    assert say_advisers(alone, {}, TODAY) == "Personal adviser: Naomi Price"
    assert say_advisers(a_case(), {}, TODAY) == "No personal adviser"


def test_nobody_around_them_is_said():
    assert people_around(a_case(), TODAY) == [
        Line("Personal adviser", "No personal adviser has been allocated")
    ]
    assert say_continuity(a_case(), TODAY) == ""


def test_an_adviser_before_sixteen_does_not_count():
    case = a_case(allocations=(adviser("W3", date(2020, 1, 1), date(2022, 1, 1)),))
    assert say_continuity(case, TODAY) == ""


def test_a_gap_between_two_homes_is_said():
    case = a_case(
        homes=(
            Home("P1", date(2025, 1, 1), date(2025, 6, 1), "D", "1", True),
            Home("P1", date(2025, 7, 1), None, "U", "1", False),
        )
    )
    assert [(line.about, line.beneath or line.says) for line in homes(case, TODAY)] == [
        ("Lives now", "from 1 July 2025"),
        ("Gap", "Nothing recorded from 1 June 2025, until 1 July 2025 (30 days)"),
        ("Before", "from 1 January 2025, until 1 June 2025"),
    ]


def test_no_home_now_is_said_before_the_homes_that_were():
    ended = Home("P1", date(2025, 1, 1), date(2025, 6, 1), "D")
    lines = homes(a_case(homes=(ended,)), TODAY)
    assert [line.about for line in lines] == ["Lives now", "Before"]
    assert lines[0].says == "No home is recorded now"


def test_work_known_only_on_a_day_says_so():
    case = a_case(activities=(Activity("P1", code="F4", known_on=date(2026, 4, 1)),))
    assert activities(case, TODAY) == [
        Line("Now", "Apprenticeship, full time", "known on 1 April 2026, start not known")
    ]


def test_nothing_about_one_who_died_asks_or_hurries():
    case = a_case(
        person=Person("P1", "Amal", date_of_birth=BORN, date_of_death=date(2026, 2, 1)),
        homes=(Home("P1", date(2025, 1, 1), None, "D", "1", True),),
        allocations=(adviser("W1", date(2025, 1, 1), date(2026, 2, 1)),),
    )
    standing = Standing(Status.DIED, date(2026, 2, 1), ())
    assert say_off_roll(case, standing) == "Died on 1 February 2026"
    assert who_they_are(case, standing, TODAY)[1] == Line("Pronouns", "Not recorded")
    assert [line.about for line in homes(case, TODAY)] == ["Before"]
    assert activities(case, TODAY) == []
    assert [line.about for line in people_around(case, TODAY)] == ["Before: personal adviser"]
    assert say_no_contact(case, TODAY) == "No contacts recorded."


def test_why_someone_is_off_the_roll_is_said():
    standing = Standing(Status.PRE_16, None, ())
    assert say_off_roll(a_case(), standing) == "Nothing is due: under 16"
    died = a_case(person=Person("P1", died=True))
    assert say_off_roll(died, standing) == "Died"


def test_how_long_the_adviser_has_been_theirs_is_said_in_days_at_first_and_not_at_all_unknown():
    new = a_case(allocations=(adviser("W1", date(2026, 11, 23)),))
    assert say_continuity(new, TODAY) == (
        "1 personal adviser since they turned 16; the one now for 1 day."
    )
    undated = a_case(allocations=(adviser("W1", None),))
    assert say_continuity(undated, TODAY) == "1 personal adviser since they turned 16."
