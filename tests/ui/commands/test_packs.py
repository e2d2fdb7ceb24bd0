"""pack as a command: whole folders, plain refusals, one pack for each adviser."""

import json

import pytest

from carelink.facts import KINDS, Worker
from db.trail import add
from tests.carelink.papers.a_round import a_round
from tests.stores import made_store

_GROUPS = ("care_periods", "allocations", "homes", "activities", "events", "circumstances")
_OF_THE_FILE = ("meeting_items", "housing_steps", "safety_flags", "missing_episodes", "promises")


@pytest.fixture
def kept(tmp_path, today):
    """A store that holds the round of seven, two advisers of one name, and one without anybody."""
    asked = a_round()
    store = made_store(tmp_path, today, name="S")
    with store.writing() as writing:
        add(writing, "people", [case.person for case in asked.cases])
        more = [Worker("w1", "Naomi Price", "personal_adviser"), Worker("../x", "Ada", "nurse")]
        add(writing, "workers", [*asked.team.workers.values(), *more])
        add(writing, "meetings", list(asked.team.meetings))
        add(writing, "meeting_actions", list(asked.team.actions))
        for kind in (*_GROUPS, *_OF_THE_FILE, "decisions"):
            facts = [fact for case in asked.cases for fact in getattr(case, kind)]
            key = KINDS[kind].key
            add(writing, kind, [f._replace(**{key: f"{kind}-{n}"}) for n, f in enumerate(facts)])
    store.close()
    return tmp_path / "S"


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    "kind",
    ["transitions", "near_transition", "eet", "housing", "resources", "custody", "exploitation"],
)
def test_a_pack_is_three_files_of_one_list(say, kept, tmp_path, kind):
    ended = say("pack", "--store", kept, "--kind", kind, "--out", tmp_path / "out")
    assert (ended.code, ended.out) == (0, ""), ended.err
    assert names_in(tmp_path / "out") == [f"{kind}.html", f"{kind}.pdf", f"{kind}.xlsx"]
    assert "of the 7 on the roll" in (tmp_path / "out" / f"{kind}.html").read_text()


def test_supervision_has_one_pack_for_each_adviser_even_of_one_name(say, kept, tmp_path):
    out = tmp_path / "out"
    assert say("pack", "--store", kept, "--kind", "supervision", "--out", out)[0] == 0
    pages = [name for name in names_in(out) if name.endswith(".html")]
    assert pages == ["supervision-W1.html", "supervision-w1-2.html"]
    assert "Supervision: Naomi Price (" in (out / pages[0]).read_text()
    assert "Nobody on the roll has this adviser" in (out / pages[1]).read_text()


def test_supervision_of_one_worker_and_a_reference_that_is_no_name_of_a_file(say, kept, tmp_path):
    for worker, name in (("W1", "supervision-W1"), ("../x", "supervision----x")):
        words = ("--kind", "supervision", "--worker", worker, "--out", tmp_path / name)
        assert say("pack", "--store", kept, *words)[0] == 0
        assert names_in(tmp_path / name) == [f"{name}.{end}" for end in ("html", "pdf", "xlsx")]


def test_as_at_another_day_the_list_is_another(say, kept, tmp_path):
    for day, says in (("2026-09-01", "by 1 March 2027"), ("2027-06-01", "by 1 December 2027")):
        out = tmp_path / day
        words = ("--kind", "transitions", "--as-at", day, "--out", out)
        assert say("pack", "--store", kept, *words)[0] == 0
        assert says in (out / "transitions.html").read_text()


def test_without_names_nobody_is_named_and_the_key_is_for_our_own_team(say, kept, tmp_path):
    out = tmp_path / "out"
    words = ("--kind", "transitions", "--audience", "without_names", "--out", out)
    ended = say("pack", "--store", kept, *words, "--key", "--format", "json")
    assert ended.code == 0, ended.err
    key = {row["person_id"]: row["called"] for row in json.loads(ended.out)}
    page = (out / "transitions.html").read_text()
    assert set(key) == {"MED-0001", "MED-0002", "MED-0007"}
    for case in a_round().cases:
        assert case.person.name not in page
        assert case.person.person_id not in page
    assert all(called in page for called in key.values())


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--kind", "tea", "--out", "x"), 2, "tea"),
        (("--kind", "eet"), 2, "--out"),
        (("--kind", "eet", "--worker", "W1", "--out", "x"), 2, "whose supervision"),
        (("--kind", "supervision", "--worker", "W7", "--out", "x"), 1, "has the reference W7"),
        (("--kind", "eet", "--audience", "press", "--out", "x"), 1, "press is none of them"),
        (("--kind", "supervision", "--audience", "agencies", "--out", "x"), 1, "made for team"),
        (("--kind", "eet", "--out", "."), 1, "the one you are in"),
        (("--kind", "eet", "--as-at", "soon", "--out", "x"), 2, "is not a day"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is(
    say, kept, tmp_path, monkeypatch, words, code, says
):
    monkeypatch.chdir(tmp_path)
    ended = say("pack", "--store", kept, *words)
    assert (ended.code, says in ended.err) == (code, True), ended.err
    assert not (tmp_path / "x").exists()


def test_a_folder_that_holds_other_files_is_left_as_it_is(say, kept, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("keep me")
    assert say("pack", "--store", kept, "--kind", "eet", "--out", out)[0] == 1
    assert names_in(out) == ["letter.txt"]


def test_an_empty_store_has_a_pack_that_says_so_and_no_supervision(say, tmp_path, today):
    made_store(tmp_path, today, name="E").close()
    out = tmp_path / "out"
    assert say("pack", "--store", tmp_path / "E", "--kind", "eet", "--out", out)[0] == 0
    assert "Nobody is on the roll on 24 November 2026" in (out / "eet.html").read_text()
    ended = say("pack", "--store", tmp_path / "E", "--kind", "supervision", "--out", tmp_path / "s")
    assert (ended.code, "Nobody is a personal adviser here" in ended.err) == (1, True)
    assert not (tmp_path / "s").exists()
