"""What people and scripts hand over by mistake: each ends in a sentence and the right code."""

import errno
import os
import sys

import pytest

from tests.stores import PASSPHRASE, USER, clock_at
from ui.commands import run
from ui.commands.endings import REFUSED, WRONG_WORDS

PEOPLE = "person_id,date_of_birth\nA1,2007-05-10\nA2,2030-01-01\n"
# What the system makes of a byte that is no letter.
HALF = b"caf\xe9".decode(errors="surrogateescape")


@pytest.fixture
def in_a_folder(tmp_path, monkeypatch):
    """Stand in a folder that has a pipe, where the system knows them."""
    monkeypatch.chdir(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo("pipe")
    else:
        os.mkdir("pipe")


def of_our_own(ended):
    return "fault of its own" in ended.err


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
@pytest.mark.parametrize("words", [("board", "--out", "b"), ("demo",), ("duties",), ("status",)])
def test_a_day_from_which_no_years_can_be_counted_is_no_day_to_ask_about(
    say, path, tmp_path, words, day
):
    store = tmp_path / "new" if words == ("demo",) else path
    assert say(*words, "--store", store, "--as-at", day).code == WRONG_WORDS


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
def test_the_first_and_the_last_day_can_be_asked_about(say, tmp_path, day):
    made = say("demo", "--store", tmp_path / "S", "--people", 12, "--as-at", day)
    assert made.code == 0, made.err
    for words in (("duties",), ("status",)):
        assert say(*words, "--store", tmp_path / "S", "--as-at", day).code == 0
    # So few people may have no safe release beside their earlier ones: then it is refused in words.
    release = say("board", "--out", tmp_path / "b", "--store", tmp_path / "S", "--as-at", day)
    refused = day == "2199-12-31" and "No safe release was found" in release.err
    assert release.code == 0 or refused


@pytest.mark.parametrize(
    "words",
    [
        ("note", "--person", "A1", "--rung", "seen", "--on", "2026-11-01", "--text", HALF),
        ("note", "--person", HALF, "--rung", "seen", "--on", "2026-11-01"),
        ("board", "--approve", HALF),
        ("export", "--out", "x", "--reason", HALF),
        ("status", "--user", HALF),
    ],
)
def test_bytes_that_are_no_text_are_wrong_words(say, path, words):
    ended = say(*words, "--store", path)
    assert ended.code == WRONG_WORDS
    assert "not text in UTF-8" in ended.err


@pytest.mark.skipif(os.name != "posix", reason="only there can a name be no text")
def test_a_source_whose_name_is_no_text_is_taken(say, path, tmp_path):
    source = tmp_path / HALF
    source.mkdir()
    (source / "people.csv").write_text(PEOPLE, encoding="utf-8")
    assert say("import", "--store", path, source).out == "imported=1 changed=0 rejected=1\n"


def test_no_folder_is_replaced_under_the_feet_of_who_stands_in_it(say, path, tmp_path, monkeypatch):
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for name in (".", "", here):
        ended = say("export", "--store", path, "--out", name)
        assert (ended.code, of_our_own(ended)) == (REFUSED, False)
        assert "the one you are in" in ended.err
    assert say("export", "--store", path, "--out", "../there").code == 0
    assert (tmp_path / "there" / "people.csv").exists()


@pytest.mark.parametrize("out", [".", "S/code.txt", "pipe"])
def test_without_a_place_for_the_recovery_code_no_store_is_made(
    say, path, in_a_folder, tmp_path, out
):
    for verb in ("init", "demo"):
        ended = say(verb, "--store", "new", "--recovery-out", out)
        assert (ended.code, of_our_own(ended)) == (REFUSED, False)
        assert not (tmp_path / "new").exists()


def test_a_recovery_code_that_could_not_be_written_is_said(say, tmp_path, monkeypatch):
    def full(out, content):
        raise OSError(errno.ENOSPC, "full", str(out))

    monkeypatch.setattr("ui.commands.keeping.write_file", full)
    ended = say("init", "--store", tmp_path / "S", "--recovery-out", tmp_path / "code")
    assert ended.code == REFUSED
    code = next(line.split(": ")[1] for line in ended.err.splitlines() if ": " in line)
    monkeypatch.setenv("CARELINK_PASSPHRASE", code)
    assert say("check", "--store", tmp_path / "S").code == 0


@pytest.mark.parametrize("out", [".", "people.csv/report.csv", "pipe"])
def test_without_its_report_an_import_takes_nothing(say, path, in_a_folder, tmp_path, out):
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    ended = say("import", "--store", path, "people.csv", "--report", out)
    assert (ended.code, ended.out, of_our_own(ended)) == (REFUSED, "", False)
    assert say("check", "--store", path, "--rows", "people").out == ""


def test_a_dry_run_writes_its_report(say, path, tmp_path):
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    words = ("import", "--store", path, tmp_path / "people.csv", "--dry-run")
    assert say(*words, "--report", tmp_path / "r.csv").code == 0
    assert "people.csv,3," in (tmp_path / "r.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("user", ["Amina\nYusuf", "Amina\u202eYusuf", "a" * 201])
def test_a_first_user_has_a_name_that_can_be_read(say, tmp_path, user):
    ended = say("init", "--store", tmp_path / "S", "--user", user)
    assert ended.code == REFUSED
    assert "can all be seen" in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("rules", ["surprise = [", "x = " + "[" * 100_000])
def test_rules_that_cannot_be_read_are_said_before_any_row(say, path, rules):
    path.with_name(f"{path.name}.standards.toml").write_text(rules, encoding="utf-8")
    ended = say("duties", "--store", path)
    assert (ended.code, ended.out, of_our_own(ended)) == (REFUSED, "", False)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_reader_who_has_had_enough_is_no_trouble(path, today, monkeypatch, form):
    monkeypatch.setenv("CARELINK_PASSPHRASE", PASSPHRASE)
    words = ["duties", "--store", str(path), "--user", USER, "--format", form]
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert run(words, clock_at(today), lambda *_: 1) == 0


@pytest.mark.parametrize("words", [("duties",), ("status", "--format", "json")])
def test_output_that_was_closed_is_no_trouble(path, today, monkeypatch, words):
    monkeypatch.setenv("CARELINK_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    line = [*words, "--store", str(path), "--user", USER]
    assert run(line, clock_at(today), lambda *_: 1) == 0


def test_what_a_writing_cut_short_has_left_is_gone_after_the_next(say, path, tmp_path):
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    half = "0123456789abcdef" * 2
    for name in (f".out.{half}.new", f".out.{half}.old", f".another.{half}.new", ".out.mine.new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / f".report.{half}.new").write_text("half", encoding="utf-8")
    assert say("export", "--store", path, "--out", tmp_path / "out").code == 0
    source, report = tmp_path / "people.csv", tmp_path / "report"
    assert say("import", "--store", path, source, "--report", report).code == 0
    hidden = {file.name for file in tmp_path.iterdir() if file.name.startswith(".")}
    assert hidden == {f".another.{half}.new", ".out.mine.new"}
