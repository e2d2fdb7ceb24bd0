import pytest

from carelink.exchange import KINDS_OF_SOURCE
from carelink.exchange.source import kind_of
from tests.carelink.exchange.sources import SOMEBODY, a_list, a_workbook, read, why_not

BUNDLE = {"people.csv": b"person_id\nP1\n"}
RETURN = {"header.csv": b"CHILD,DOB,SEX,ETHNIC\n1,10/05/2000,2,WBRI\n"}
LISTING = {"list.xlsx": a_workbook(a_list(SOMEBODY))}
UNKNOWN = (
    "CareLink cannot tell what kind of source this is: give it an open bundle, an SSDA903 return "
    "or a care-leaver list (Annex A, list 9)."
)


@pytest.mark.parametrize(
    ("files", "kind"),
    [
        (BUNDLE, "bundle"),
        ({"contacts.csv": b"contact_id,person_id\n"}, "bundle"),
        ({"datapackage.json": b'{"name": "carelink-open-bundle"}'}, "bundle"),
        ({"people.csv": b"known_as\nSam\n"}, "bundle"),
        (RETURN, "ssda903"),
        ({"people.csv": RETURN["header.csv"]}, "ssda903"),
        ({"reviews.csv": b"CHILD,DOB,REVIEW,REVIEW_CODE\n"}, "ssda903"),
        ({"return.xml": b"<?xml version='1.0'?><EXPSSDA903/>"}, "ssda903"),
        (LISTING, "annex-a"),
        ({"any.csv": b"Child Unique ID,Eligibility Category,LA In Touch\nC1,,\n"}, "annex-a"),
        ({"notes.txt": b"hello", "any.csv": b"a,b\n"}, None),
        ({}, None),
    ],
)
def test_the_kind_is_judged_from_headings_and_names(files, kind):
    assert kind_of(files) == kind


def test_a_source_of_no_kind_is_refused_in_one_sentence():
    assert why_not({"any.csv": b"a,b\n1,2\n"}) == [UNKNOWN]
    assert why_not({}) == [UNKNOWN]


@pytest.mark.parametrize(
    ("files", "said", "sentence"),
    [
        (RETURN, "bundle", "This is an SSDA903 return, not an open bundle; leave out --kind."),
        (BUNDLE, "ssda903", "This is an open bundle, not an SSDA903 return; leave out --kind."),
        (
            RETURN,
            "annex-a",
            "This is an SSDA903 return, not a care-leaver list (Annex A, list 9); "
            "leave out --kind.",
        ),
        (
            {"any.csv": b"a,b\n"},
            "ssda903",
            "This is not an SSDA903 return: no file of it has the headings of one.",
        ),
    ],
)
def test_a_source_of_another_kind_than_said_is_refused(files, said, sentence):
    assert why_not(files, said) == [sentence]


@pytest.mark.parametrize("kind", ["ssd", "tracker"])
def test_kinds_that_cannot_be_read_yet_say_so(kind):
    (sentence,) = why_not(BUNDLE, kind)

    assert "cannot read" in sentence
    assert sentence.endswith(".")


def test_an_unknown_kind_names_those_there_are():
    (sentence,) = why_not(BUNDLE, "parquet")

    assert all(kind in sentence for kind in KINDS_OF_SOURCE)


def test_a_quotation_mark_far_down_does_not_hide_the_headings():
    note = b'C1,P1,"' + b"x" * 70_000 + b'"\n'

    assert kind_of({"contacts.csv": b"contact_id,person_id,note\n" + note}) == "bundle"


def test_each_kind_reads_its_own():
    assert [read(files).kind for files in (BUNDLE, RETURN, LISTING)] == [
        "bundle",
        "ssda903",
        "annex-a",
    ]
