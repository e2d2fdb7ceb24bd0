"""Is a name, a trace of one person or another number caught in the words, and nothing else?"""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.release.commentary import Kind, check_commentary
from carelink.release.names_told import names_in
from carelink.release.numbers_told import value_of
from tests.carelink.release.samples import sample

ROLL = (
    *("Amina Yusuf", "May Green", "Grace O'Neill", "Will Long", "Łukasz Nowak", "Zoë Smith-Jones"),
    *("أمينة يوسف", "王小明", "Bo Xu", "Hope Young", "Siân Ap Rhys", "Иван Петров"),
)
CASES = tomllib.loads(Path(__file__).with_name("told.toml").read_text())["case"]
RELEASE, COUNTS = sample()


def checked(says, box="work", release=RELEASE):
    return check_commentary({box: says}, release, ROLL, ids=("CL-1042",), counts=COUNTS, also=(54,))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"][:50])
def test_what_may_stand_and_what_may_not(case):
    assert sorted(one.kind for one in checked(case["says"])) == sorted(case["finds"])


def test_every_finding_names_its_words_and_its_box():
    for case in CASES:
        for one in checked(case["says"]):
            assert one.box == "work"
            assert one.matched in one.says
            assert one.says.endswith(".")


def test_a_number_may_stand_for_a_reason_and_a_person_never():
    may = {kind for kind in Kind if checked_as(kind).may_stand}
    assert may == {Kind.SMALL, Kind.OTHER, Kind.HIDDEN}


def checked_as(kind):
    return checked("Two boys left.")[0]._replace(kind=kind)


def test_a_theme_is_held_to_its_own_tables_and_the_last_boxes_to_all():
    says = "115 young people are in touch, aged 18 to 21: 110 of them."
    told = {
        box: {one.matched for one in checked("100 young people came.", box)}
        for box in ("work", "homes", "quality", "you_said")
    }
    assert told["work"] == told["quality"] == told["you_said"] == set()
    assert told["homes"]
    assert checked(says, "support")


def test_a_hidden_count_is_found_even_where_nobody_is_named_as_people():
    exact, counts = sample("exact")
    hidden = {value for at, value in counts.items() if exact.counts[at] == "c" and value}
    assert hidden == {2, 3, 4}
    # What is shown exactly may be said; what is rounded away may not.
    assert not check_commentary({"work": "It was 101 then."}, exact, (), counts=counts)
    assert check_commentary({"work": "It was 101 then."}, RELEASE, (), counts=COUNTS)


@pytest.mark.parametrize(
    ("said", "value"),
    [("1,240", 1240), ("forty-two", 42), ("Twenty one", 21), ("a dozen", 12), ("٣", 3)],
)
def test_numbers_are_read_in_digits_and_words(said, value):
    assert value_of(said) == value


def test_nothing_is_found_in_no_words():
    assert check_commentary({}, RELEASE, ROLL) == []
    assert checked("") == []


@given(
    name=st.text(
        st.characters(categories=["Lu", "Ll", "Lo"], max_codepoint=0x5FF), min_size=4, max_size=12
    ),
    turn=st.sampled_from([str.lower, str.upper, str.title, str]),
    around=st.sampled_from(["We saw {} again.", "{} came.", "It was {}’s own.", "({})", "a-{}-b"]),
)
def test_a_name_that_is_no_word_is_found_however_it_is_written(name, turn, around):
    assert names_in(around.format(turn(name)), [name])


@given(text=st.text(max_size=200))
def test_any_text_can_be_read(text):
    for one in checked(text):
        assert one.says
