import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings

from carelink.exchange import write_bundle
from carelink.facts import KINDS, Contact, Entitlement, Person, Provenance, Worker
from tests.carelink.exchange.made_facts import rows_of
from tests.carelink.exchange.sources import read

TOLD = Provenance(datetime(2026, 5, 31, 9, 30, tzinfo=UTC), "Amina", "")


def written(**rows):
    return {name: data.decode() for name, data in write_bundle(rows).items()}


def test_every_kind_has_its_file_and_the_package_stands_beside_them():
    assert list(written()) == [*(f"{kind}.csv" for kind in KINDS), "datapackage.json"]


def test_a_row_is_written_in_the_order_of_its_fact_with_its_provenance_last():
    worker = Worker("W1", "Amina Yusuf", "personal_adviser", fte=0.6, start=date(2020, 1, 6))

    assert written(workers=[(worker, TOLD)])["workers.csv"] == (
        "worker_id,name,role,team,fte,start,end,languages,district,recorded_at,recorded_by,origin\n"
        "W1,Amina Yusuf,personal_adviser,,0.6,2020-01-06,,,,2026-05-31T09:30:00+00:00,Amina,\n"
    )


def test_yes_no_and_money_are_written_as_promised():
    person = Person("P1", uasc=True, disability=False)
    help_given = Entitlement("P1", "setting_up_home_allowance", amount_pence=300000, row_id="E1")
    files = written(people=[(person, TOLD)], entitlements=[(help_given, TOLD)])

    assert "P1,,,,,,,,,Y,N,,,,,,,,,,,2026" in files["people.csv"]
    assert ",300000,,,,E1," in files["entitlements.csv"]


def test_only_what_must_be_quoted_is_quoted_and_nothing_is_made_harmless_by_change():
    notes = ["=1+1", 'a "b"', "a,b", "a\rb", "a\nb", " a "]
    contacts = [(Contact(f"C{n}", "P1", note=note), TOLD) for n, note in enumerate(notes)]
    file = written(contacts=contacts)["contacts.csv"]

    for quoted in ('"a ""b"""', '"a,b"', '"a\rb"', '"a\nb"'):
        assert f",{quoted}," in file
    for bare in (",=1+1,", ", a ,"):
        assert bare in file


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_is_read_back_and_written_again_the_same(kind):
    @settings(max_examples=15)
    @given(rows_of(kind))
    def comes_back(rows):
        files = write_bundle({kind: rows})
        reading = read(files)
        again = [(row.fact, row.told) for row in reading.rows[kind]]

        assert reading.refused == []
        assert all(note.startswith("No duty is called") for note in reading.notes)
        assert again == rows
        assert write_bundle({kind: again}) == files

    comes_back()


def test_the_package_describes_every_column_that_is_written():
    files = written()
    package = json.loads(files["datapackage.json"])

    for resource in package["resources"]:
        header = files[resource["path"]].split("\n")[0].split(",")
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == header
        assert all(field["description"] for field in fields)
        assert resource["schema"]["primaryKey"] in header


def test_the_package_says_types_codes_and_what_points_at_what():
    resources = {
        r["name"]: r["schema"] for r in json.loads(written()["datapackage.json"])["resources"]
    }
    contacts = {field["name"]: field for field in resources["contacts"]["fields"]}

    assert contacts["on"]["type"] == "date"
    assert contacts["alone"]["trueValues"] == ["Y"]
    assert "seen_at_home" in contacts["rung"]["constraints"]["enum"]
    assert contacts["contact_id"]["constraints"] == {"required": True, "unique": True}
    assert resources["contacts"]["foreignKeys"] == [
        {"fields": "person_id", "reference": {"resource": "people", "fields": "person_id"}}
    ]
    assert "foreignKeys" not in resources["people"]
