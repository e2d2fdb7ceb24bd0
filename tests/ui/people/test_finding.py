"""Which people a few letters and the filters leave."""

from carelink.facts import Person
from carelink.words import State, Status
from ui.people.finding import (
    AGE_NOT_KNOWN,
    NO_ADVISER,
    PersonLine,
    Wanted,
    band_of,
    narrow,
    say_sum,
    searched_text,
)
from ui.person_field import found_as, matching


def a_line(person_id="P1", known_as="Amal", legal_name="", **more):
    person = Person(person_id, known_as, legal_name)
    given = {
        "age": 19,
        "status": Status.FORMER_RELEVANT,
        "adviser": "Naomi Price",
        "state": State.ON_TRACK,
        "says": "",
        **more,
    }
    return PersonLine(person_id, person.name, searched=searched_text(person), **given)


LINES = [
    a_line("P1", "Amal Haddad", "Amal Yusuf Haddad"),
    a_line("P2", "Zoë", "Zoe O’Hara", status=Status.ELIGIBLE, age=17),
    a_line("P3", "أحمد علي", state=State.OVERDUE, adviser=""),
    a_line("P4", "ሐና", "Hanna Tesfaye", age=None),
    a_line("P5", "Jamal", age=25),
]


def found(**wanted):
    return [line.person_id for line in narrow(LINES, Wanted(**wanted))]


def test_two_letters_of_any_name_or_the_reference_find():
    assert found(text="yu") == ["P1"]
    assert found(text="p4") == ["P4"]
    assert found(text="ha") == ["P1", "P4", "P2"]


def test_a_name_no_longer_used_finds_too():
    person = Person("P9", "Robin Vale", previous_names="Sasha Quill")
    assert "quill" in searched_text(person)
    assert matching([person], "quil") == [person]
    assert found_as(person, "quil") == "Robin Vale (P9) · by an earlier name, do not use it"
    assert found_as(person, "robi") == "Robin Vale (P9)"


def test_a_word_that_starts_so_comes_first():
    assert found(text="ama") == ["P1", "P5"]
    assert found(text="mal") == ["P1", "P5"]
    assert found(text="jam") == ["P5"]


def test_accents_case_and_scripts_make_no_difference():
    assert found(text="ZOE") == ["P2"]
    assert found(text="ohara") == ["P2"]
    assert found(text="احمد") == ["P3"]
    assert found(text="ሀና") == ["P4"]


def test_a_search_never_runs_over_from_one_name_into_the_next():
    assert found(text="haddad amal") == []


def test_filters_narrow_together():
    assert found(status="eligible") == ["P2"]
    assert found(state="overdue") == ["P3"]
    assert found(adviser=NO_ADVISER) == ["P3"]
    assert found(band=AGE_NOT_KNOWN) == ["P4"]
    assert found(band="25 and over", text="jam") == ["P5"]
    assert found(adviser="Naomi Price", status="eligible", band="18 to 20") == []


def test_the_bands_leave_nobody_out():
    assert [band_of(age) for age in (0, 15, 16, 17, 18, 20, 21, 24, 25, 60)] == [
        "Under 16",
        "Under 16",
        "16 to 17",
        "16 to 17",
        "18 to 20",
        "18 to 20",
        "21 to 24",
        "21 to 24",
        "25 and over",
        "25 and over",
    ]


def test_the_sum_is_said():
    assert say_sum(LINES[:2], LINES) == "Showing 2 of 5"
    assert say_sum([], LINES).startswith("Showing 0 of 5. Nobody fits")
    assert say_sum([], []).startswith("Nobody is recorded yet")
