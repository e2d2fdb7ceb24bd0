import csv
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from carelink.exchange.columns import COLUMNS, ENDING
from carelink.exchange.described import FILES, says
from carelink.facts import KINDS, Circumstance, Contact, Home, Person
from carelink.nhs_number import is_nhs_number
from tests.carelink.exchange.sources import csv_of, facts, read, refusals, why_not

REFUSED = tomllib.loads((Path(__file__).parent / "refused_rows.toml").read_text())["refused"]
MIXED = "its letters are damaged or it is no CSV; save it as CSV UTF-8."
PEOPLE = csv_of(["person_id", "date_of_birth"], ["P1", "2006-05-10"])


def bundle(**files):
    return {f"{name}.csv": csv_of(*rows) for name, rows in files.items()}


def refused(kind, header, *rows):
    """The sentences with which the rows of one file are refused, by line."""
    return refusals(read(bundle(**{kind: [header, *rows]}), "bundle"))


def test_a_row_becomes_a_fact_whose_absent_columns_are_not_known():
    reading = read(
        bundle(
            people=[
                ["person_id", "known_as", "date_of_birth", "uasc"],
                ["P1", "Sam", "2006-05-10", "Y"],
            ]
        )
    )

    assert facts(reading, "people") == [
        Person("P1", known_as="Sam", date_of_birth=date(2006, 5, 10), uasc=True)
    ]
    assert (reading.refused, reading.notes) == ([], [])


def test_columns_may_stand_in_any_order_and_any_capitals():
    reading = read({"people.csv": csv_of(["Date of birth", "PERSON_ID"], ["2006-05-10", "P1"])})

    assert facts(reading, "people") == [Person("P1", date_of_birth=date(2006, 5, 10))]


def test_a_row_keeps_when_and_by_whom_it_was_recorded_and_its_origin():
    header = ["person_id", "recorded_at", "recorded_by", "origin"]
    told = read(bundle(people=[header, ["P1", "2026-05-31T09:30:00+01:00", "Amina", "by hand"]]))
    untold = read(bundle(people=[["person_id"], ["P1"]]))

    at = datetime(2026, 5, 31, 8, 30, tzinfo=UTC)
    assert told.rows["people"][0].told == (at, "Amina", "by hand")
    assert untold.rows["people"][0].told is None


def test_an_unknown_column_and_an_unknown_file_are_reported():
    files = bundle(people=[["person_id", "shoe_size"], ["P1", "5"]]) | {"shoes.csv": b"a,b\n1,2\n"}

    assert read(files).notes == [
        "people.csv has 1 column not read: shoe_size.",
        "shoes.csv was not read: no file of the open bundle has that name.",
    ]


def test_an_answer_to_a_duty_nobody_knows_is_kept_and_said():
    header = ["person_id", "duty", "answer", "on", "reason"]
    rows = [["P1", duty, "declined", "2026-01-01", "no"] for duty in ("lost_contact", "found")]
    reading = read(bundle(duty_answers=[header, *rows]))

    assert len(facts(reading, "duty_answers")) == 2
    assert reading.notes == ["No duty is called found; what is said of it has no effect."]


def test_the_package_is_never_needed_and_never_mentioned():
    assert read({"people.csv": PEOPLE, "datapackage.json": b"{}"}).notes == []


def test_the_first_of_january_1900_is_no_date():
    assert facts(
        read(bundle(people=[["person_id", "date_of_birth"], ["P1", "1900-01-01"]])), "people"
    ) == [Person("P1")]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["says"])
def test_a_row_that_cannot_be_is_refused_with_what_to_do(case):
    row = case["row"]

    assert refused(case["kind"], row, row.values()) == [(2, case["says"])]


def test_every_problem_of_a_row_is_listed_at_once():
    header = ["person_id", "date_of_birth", "uasc", "recorded_at"]

    ((line, sentence),) = refused("people", header, ["P1", "2026-02-31", "maybe", "yesterday"])

    assert line == 2
    assert "does not exist" in sentence
    assert "write Y or N" in sentence
    assert 'recorded_at is "yesterday"; write it as 2026-05-31T09:30:00+00:00.' in sentence


def test_spaces_around_a_value_that_is_no_text_do_no_harm():
    header = ["person_id", "date_of_birth", "uasc", "recorded_at"]
    cells = ["P1", " 2006-05-10 ", " y", " "]
    reading = read(bundle(people=[header, cells], homes=[["person_id", "type"], ["P1", " U "]]))
    plans = read(bundle(plans=[["plan_id", "person_id", "contact_every_days"], ["L1", "P1", " "]]))

    assert facts(reading, "people") == [Person("P1", date_of_birth=date(2006, 5, 10), uasc=True)]
    assert [home.type for home in facts(reading, "homes")] == ["U"]
    assert facts(plans, "plans")[0].contact_every_days is None
    assert facts(read(bundle(people=[header, ["P1", "  ", "", ""]])), "people") == [Person("P1")]


@pytest.mark.parametrize(
    ("instant", "says"),
    [
        ("2026-11-27T00:00:00+00:00", "lies in the future; correct it."),
        ("2026-05-31", "write it as 2026-05-31T09:30:00+00:00."),
        ("2026-05-31T09:30:00", "write it as 2026-05-31T09:30:00+00:00."),
        ("2026-02-31T09:30:00+00:00", "write it as 2026-05-31T09:30:00+00:00."),
        ("0001-01-01T00:00:00+23:00", "write it as 2026-05-31T09:30:00+00:00."),
    ],
)
def test_a_moment_that_cannot_be_is_refused(instant, says):
    ((_, sentence),) = refused("people", ["person_id", "recorded_at"], ["P1", instant])

    assert sentence.endswith(says)


def test_an_id_with_a_character_that_cannot_be_printed_is_refused():
    says = "person_id holds a character that cannot be printed; take it out."

    assert refused("people", ["person_id"], ["P\u200b1"]) == [(2, says)]


def test_what_looks_ahead_by_nature_may_lie_ahead():
    reading = read(
        bundle(
            homes=[["person_id", "start", "end"], ["P1", "2026-01-01", "2027-06-01"]],
            immigration=[["person_id", "expires_on"], ["P1", "2028-01-01"]],
            snoozes=[["person_id", "duty", "on", "until"], ["P1", "d", "2026-11-01", "2026-12-01"]],
            promises=[["promise_id", "person_id", "due_on"], ["R1", "P1", "2026-12-01"]],
            plans=[["plan_id", "person_id", "ended_on"], ["L1", "P1", "2026-12-01"]],
            contacts=[["contact_id", "person_id", "next_on"], ["C1", "P1", "2026-12-01"]],
        )
    )

    assert reading.refused == []
    assert sum(len(rows) for rows in reading.rows.values()) == 6


def test_a_programme_in_the_plan_needs_no_start():
    reading = read(
        bundle(
            circumstances=[["person_id", "kind", "end"], ["P1", "programme_in_plan", "2027-07-01"]]
        )
    )

    (programme,) = facts(reading, "circumstances")
    assert programme._replace(row_id="") == Circumstance(
        "P1", "programme_in_plan", end=date(2027, 7, 1)
    )


def test_what_a_row_cannot_do_without_must_be_filled_in():
    header = ["contact_id", "person_id", "on"]

    assert refused("contacts", header, ["", "P1", "2026-01-01"], ["C2", " ", "2026-01-01"]) == [
        (2, "contact_id is empty; fill it in."),
        (3, "person_id is empty; fill it in."),
    ]


def test_the_second_row_with_an_id_is_refused_and_the_first_named():
    header = ["contact_id", "person_id"]
    reading = read(bundle(contacts=[header, ["C1", "P1"], ["C2", "P1"], ["C1", "P2"]]))

    assert [contact.person_id for contact in facts(reading, "contacts")] == ["P1", "P1"]
    assert refusals(reading) == [
        (4, "Its contact_id stands on line 2 already; give each row its own.")
    ]


def test_rows_without_ids_get_the_same_ids_each_time_and_each_its_own():
    rows = [["person_id", "start", "type"], ["P1", "", "U"], ["P1", "", "K"], ["P2", "", "U"]]

    first = [home.row_id for home in facts(read(bundle(homes=rows)), "homes")]
    again = [home.row_id for home in facts(read(bundle(homes=rows)), "homes")]

    assert first == again
    assert len(set(first)) == 3
    assert all(first)


def test_a_row_without_an_id_that_repeats_another_is_refused():
    rows = [["person_id", "start", "type"], ["P1", "", "U"], ["P1", "", "U"]]

    assert refusals(read(bundle(homes=rows))) == [
        (3, "This row says the same as line 2; take one of them out.")
    ]


def test_a_ragged_row_is_refused_and_a_blank_one_is_none():
    files = {"people.csv": b"person_id,known_as\nP1\n\n,\nP2,Sam,x\nP3,Sam,\n"}
    reading = read(files)

    assert [person.person_id for person in facts(reading, "people")] == ["P3"]
    assert refusals(reading) == [
        (2, "This row has 1 column where the header has 2; mend it."),
        (5, "This row has 3 columns where the header has 2; mend it."),
    ]


def test_free_text_keeps_its_commas_quotes_and_line_ends():
    files = {"contacts.csv": b'contact_id,person_id,note\nC1,P1,"He said ""no"",\r\nthen =1+1\n"\n'}

    assert facts(read(files), "contacts") == [
        Contact("C1", "P1", note='He said "no",\r\nthen =1+1\n')
    ]


def test_lines_are_counted_through_texts_that_run_over_several():
    files = {"contacts.csv": b'contact_id,person_id,note\nC1,P1,"one\ntwo\nthree"\nC1,P1,x\n'}

    assert refusals(read(files)) == [
        (5, "Its contact_id stands on line 2 already; give each row its own.")
    ]


def test_a_quotation_mark_in_the_wrong_place_costs_its_own_row_alone():
    files = {"people.csv": b'person_id,known_as\nP1,"Sam"my\nP2,Ali\n'}
    reading = read(files)

    assert [person.person_id for person in facts(reading, "people")] == ["P2"]
    assert refusals(reading) == [
        (2, "The quotation marks in this row do not match; put them right and import again.")
    ]


def test_a_quotation_mark_that_never_closes_would_hide_the_rest_so_nothing_is_read():
    files = {"people.csv": b'person_id,known_as\nP1,"Sam\nP2,Ali\n'}

    assert why_not(files) == [
        "people.csv cannot be read: a quotation mark on line 2 is never closed; close it."
    ]


def test_huge_fields_and_control_characters_are_refused_by_row():
    rows = b"C1,P1,%s\nC2,P1,a\x00b\nC3,P1,a\x0bb\nC\x1b4,P1,\n" % (b"x" * 100_001)
    reading = read({"contacts.csv": b"contact_id,person_id,note\n" + rows})

    assert [contact.contact_id for contact in facts(reading, "contacts")] == ["C3"]
    assert refusals(reading) == [
        (2, "note is longer than 100,000 characters; shorten it."),
        (3, "note holds a control character; take it out."),
        (5, "contact_id holds a control character; take it out."),
    ]


def test_an_id_is_kept_as_given_but_for_what_cannot_be_an_id():
    header = ["person_id"]
    reading = read(bundle(people=[header, ["00123 "], ["x" * 201]]))

    assert [person.person_id for person in facts(reading, "people")] == ["00123 "]
    assert refusals(reading) == [(3, "person_id is longer than 200 characters; shorten it.")]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "it is empty; leave it out or export it again."),
        (b"\xef\xbb\xbf\n\n", "it is empty; leave it out or export it again."),
        (b"known_as\nSam\n", "it lacks the column person_id; add what is missing."),
        (b"person_id,uasc,uasc\nP1,Y,N\n", "it has the column uasc twice."),
        (b"person_id\nZo\xc3\xab\ncaf\xe9\n", MIXED),
        (b"person_id\nP1\x81\n", "it is damaged or no CSV file; save it as CSV UTF-8."),
        (b"\xff\xfep\x00e\x00", "it lacks the column person_id; add what is missing."),
        (b"\xff\xfep\x00e\x00r", "it is damaged or no CSV file; save it as CSV UTF-8."),
        (b'"person_id" x\nP1\n', "its first row is not a row of column names."),
    ],
)
def test_a_file_that_cannot_be_read_refuses_the_whole_source(data, sentence):
    assert why_not({"people.csv": data}, "bundle") == [f"people.csv cannot be read: {sentence}"]


def test_every_file_that_cannot_be_read_is_named():
    files = {"people.csv": b"", "homes.csv": b"type\nU\n", "workers.csv": b"worker_id\nW1\n"}

    assert why_not(files) == [
        "people.csv cannot be read: it is empty; leave it out or export it again.",
        "homes.csv cannot be read: it lacks the column person_id; add what is missing.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read_and_said(encoding):
    reading = read({"people.csv": "person_id,known_as\nP1,Zoë\n".encode(encoding)})

    assert facts(reading, "people") == [Person("P1", known_as="Zoë")]
    assert [note.split(" (")[0] for note in reading.notes] == {
        "utf-8-sig": [],
        "utf-16": ["people.csv was read as UTF-16."],
        "cp1252": ["people.csv is not UTF-8 and was read as Windows-1252"],
    }[encoding]


def test_a_lone_header_is_a_file_without_rows():
    assert read({"people.csv": b"person_id\n"}).rows == {"people": []}


def test_the_tables_of_an_old_mac_are_read():
    assert facts(read({"people.csv": b"person_id,known_as\rP1,Sam\r"}), "people") == [
        Person("P1", known_as="Sam")
    ]


def test_a_file_with_too_much_in_it_is_refused(monkeypatch):
    monkeypatch.setattr("carelink.exchange.bundle_read.LARGEST_FILE", 1024 * 1024)
    files = {"people.csv": b"person_id\n" + b"P\n" * 600_000}

    assert why_not(files) == [
        "people.csv cannot be read: it is over 1 MiB; export fewer rows at a time."
    ]


def test_an_nhs_number_is_known_by_its_check_digit():
    assert is_nhs_number("9434765919")
    assert is_nhs_number("943 476 5919")
    assert not is_nhs_number("9434765918")
    assert not is_nhs_number("943476591")
    assert not is_nhs_number("٩434765919")
    assert sum(is_nhs_number(f"943476591{digit}") for digit in range(10)) == 1


def test_every_file_and_column_of_the_bundle_is_described():
    assert set(FILES) == set(KINDS)
    for kind, columns in COLUMNS.items():
        for column in (*columns, *ENDING):
            assert says(kind, column.name).endswith(".")


def test_the_columns_of_the_bundle_are_the_fields_of_its_facts():
    for kind, columns in COLUMNS.items():
        assert tuple(column.name for column in columns) == KINDS[kind].fact._fields
    assert Home._fields == tuple(column.name for column in COLUMNS["homes"])


def test_no_limit_of_the_csv_reader_stands_in_the_way_of_ours():
    assert csv.field_size_limit() > 200 * 1024 * 1024
