import csv
import io
import json

import pytest

from carelink.duties import FINDERS

PEOPLE = "person_id,known_as,date_of_birth,uasc\nA1,Ama,2007-05-10,N\nA2,Bo,2008-05-10,N\n"
CARE = "person_id,start,end\nA1,2019-06-01,2025-05-10\nA2,2019-06-01,2026-05-10\n"


def rows(out):
    return list(csv.DictReader(io.StringIO(out)))


@pytest.fixture
def filled(say, path, tmp_path):
    """A store with two people in it, taken from a bundle."""
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (bundle / "care_periods.csv").write_text(CARE, encoding="utf-8")
    ended = say("import", "--store", path, bundle)
    assert (ended.code, ended.out) == (0, "imported=4 changed=0 rejected=0\n")
    return path


def test_status_names_everyone_with_the_reason(say, filled):
    ended = say("status", "--store", filled, "--as-at", "2026-05-09")
    assert ended.code == 0
    assert [(row["person_id"], row["status"], row["since"]) for row in rows(ended.out)] == [
        ("A1", "former_relevant", "2025-05-10"),
        ("A2", "eligible", "2024-05-10"),
    ]
    assert "10 May 2025" in rows(ended.out)[0]["reason"]


def test_duties_gives_each_person_one_row_for_every_duty(say, filled):
    listed = rows(say("duties", "--store", filled).out)
    for person_id in ("A1", "A2"):
        assert [row["duty"] for row in listed if row["person_id"] == person_id] == list(FINDERS)
    assert all(row["reason"] and row["source"] for row in listed)


def test_json_has_exactly_the_keys_of_the_csv(say, filled):
    as_csv = rows(say("status", "--store", filled).out)
    as_json = json.loads(say("status", "--store", filled, "--format", "json").out)
    assert as_json == as_csv


def test_a_note_is_acknowledged_by_the_id_that_check_prints(say, filled):
    ended = say("note", "--store", filled, "--person", "A1", "--rung", "seen", "--on", "2026-11-20")
    assert ended.code == 0
    word, contact_id = ended.out.split()
    assert word == "ACK"
    assert say("check", "--store", filled, "--rows", "contacts").out == f"{contact_id}\n"
    due = {row["duty"]: row for row in rows(say("duties", "--store", filled).out)}
    assert due["pa_contact_8w"]["person_id"] == "A2"
    first = next(
        r for r in rows(say("duties", "--store", filled).out) if r["duty"] == "lost_contact"
    )
    assert (first["last_on"], first["state"]) == ("2026-11-20", "on_track")


def test_a_note_for_nobody_or_for_tomorrow_is_refused_in_words(say, filled):
    nobody = say("note", "--store", filled, "--person", "Z", "--rung", "seen", "--on", "2026-11-20")
    assert nobody.code == 1
    assert nobody.out == ""
    tomorrow = say(
        "note", "--store", filled, "--person", "A1", "--rung", "seen", "--on", "2026-11-25"
    )
    assert tomorrow.code == 1
    assert "in the past" in tomorrow.err
    assert say("check", "--store", filled, "--rows", "contacts").out == ""


def test_a_dry_run_says_what_it_would_do_and_does_nothing(say, path, tmp_path):
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    ended = say("import", "--store", path, tmp_path / "people.csv", "--dry-run")
    assert ended.out == "imported=2 changed=0 rejected=0\n"
    assert say("check", "--store", path, "--rows", "people").out == ""


def test_refused_rows_are_listed_by_line_and_the_rest_is_taken(say, path, tmp_path):
    source = tmp_path / "people.csv"
    source.write_text(PEOPLE + "A3,Cy,2030-01-01,N\nA1,Ama,2007-05-10,N\n", encoding="utf-8")
    report = tmp_path / "report.csv"
    ended = say("import", "--store", path, source, "--report", report)
    assert (ended.code, ended.out) == (0, "imported=2 changed=0 rejected=2\n")
    assert "line 4" in ended.err
    assert [row["line"] for row in rows(report.read_text(encoding="utf-8"))] == ["4", "5"]


def test_where_the_report_cannot_be_written_nothing_is_taken(say, path, tmp_path):
    source, folder = tmp_path / "people.csv", tmp_path / "reports"
    source.write_text(PEOPLE, encoding="utf-8")
    folder.mkdir()
    ended = say("import", "--store", path, source, "--report", folder)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "reports is a folder; give the name of a file.\n"
    assert say("check", "--store", path, "--rows", "people").out == ""


def test_strict_takes_nothing_when_a_row_is_refused(say, path, tmp_path):
    source = tmp_path / "people.csv"
    source.write_text(PEOPLE + "A3,Cy,2030-01-01,N\n", encoding="utf-8")
    ended = say("import", "--store", path, source, "--strict")
    assert ended.code == 1
    assert say("check", "--store", path, "--rows", "people").out == ""


def test_export_gives_the_same_bytes_and_reads_back_into_the_same_duties(
    say, filled, tmp_path, monkeypatch
):
    assert say("export", "--store", filled, "--out", tmp_path / "out").code == 0
    other = tmp_path / "other"
    other.mkdir()
    assert say("init", "--store", other / "S").code == 0
    assert say("import", "--store", other / "S", tmp_path / "out").code == 0
    assert say("export", "--store", other / "S", "--out", tmp_path / "again").code == 0
    for file in sorted((tmp_path / "out").iterdir()):
        assert file.read_bytes() == (tmp_path / "again" / file.name).read_bytes(), file.name
    duties = [say("duties", "--store", store).out for store in (filled, other / "S")]
    assert duties[0] == duties[1]


def test_export_leaves_a_folder_with_other_things_alone(say, filled, tmp_path):
    out = tmp_path / "mine"
    out.mkdir()
    (out / "diary.txt").write_text("mine", encoding="utf-8")
    ended = say("export", "--store", filled, "--out", out)
    assert ended.code == 1
    assert "holds other files" in ended.err
    assert [file.name for file in out.iterdir()] == ["diary.txt"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("frobnicate",), 2),
        (("status", "--as-at", "31 March"), 2),
        (("check", "--rows", "passwords"), 2),
        (("board",), 2),
        (("status", "--store", "no-such-folder/S"), 1),
        (("status", "--store", "postgresql+psycopg://someone@there/carelink"), 1),
    ],
)
def test_wrong_words_end_with_2_and_what_cannot_be_with_1(say, path, words, code):
    with_store = words if "--store" in words else (*words, "--store", path)
    assert say(*with_store).code == code


def test_a_wrong_passphrase_or_user_ends_with_4_and_the_same_words(say, path, monkeypatch):
    user = say("status", "--store", path, "--user", "nobody")
    monkeypatch.setenv("CARELINK_PASSPHRASE", "not the passphrase")
    passphrase = say("status", "--store", path)
    assert (user.code, passphrase.code) == (4, 4)
    assert user.err == passphrase.err


def test_a_damaged_store_ends_with_6(say, filled):
    content = bytearray(filled.read_bytes())
    content[5000:5100] = bytes(100)
    filled.write_bytes(content)
    assert say("check", "--store", filled).code == 6


def test_check_says_whole_and_names_whose_case_is_nobodys(say, filled):
    ended = say("check", "--store", filled, "--format", "json")
    assert ended.code == 0
    assert json.loads(ended.out)["whole"] == "Y"
    assert json.loads(ended.out)["orphans"] == "A1;A2"


def test_a_release_is_approved_by_somebody_else_only(say, tmp_path):
    filled = tmp_path / "made-up"
    assert say("demo", "--store", filled, "--people", 40, "--seed", 3).code == 0
    prepared = say("board", "--store", filled, "--out", tmp_path / "b")
    assert prepared.code == 0
    names = [file.name for file in (tmp_path / "b").iterdir()]
    assert {"figures.csv", "figures.meta.json", "release.html", "release.json"} <= set(names)
    own = say("board", "--store", filled, "--approve", prepared.out.strip())
    assert own.code == 1
    assert "somebody who did not prepare it" in own.err


def test_of_so_few_that_nothing_can_be_published_nothing_is(say, filled, tmp_path):
    ended = say("board", "--store", filled, "--as-at", "2026-03-31", "--out", tmp_path / "b")
    assert ended.code == 1
    assert "nothing can be published" in ended.err
    assert not (tmp_path / "b").exists()


def test_the_councils_own_standards_lie_beside_the_store(say, filled):
    beside = filled.with_name(f"{filled.name}.standards.toml")
    beside.write_text("surprise = [", encoding="utf-8")
    ended = say("duties", "--store", filled)
    assert ended.code == 1
    assert "standards file" in ended.err


def test_demo_makes_the_same_people_from_the_same_words(say, tmp_path):
    for name in ("one", "two"):
        made = say("demo", "--store", tmp_path / name, "--people", 12, "--seed", 3)
        assert made.code == 0
        say("export", "--store", tmp_path / name, "--out", tmp_path / f"out-{name}")
    for file in sorted((tmp_path / "out-one").iterdir()):
        assert file.read_bytes() == (tmp_path / "out-two" / file.name).read_bytes(), file.name
