"""board as a command: eight files of one hash, and no words that name somebody."""

import json

import pytest

from carelink.facts import KINDS
from db.trail import add
from tests.carelink.figures.rolls import a_roll
from tests.stores import made_store

FILES = [
    *("benchmarks.csv", "figures.csv", "figures.meta.json"),
    *("release.html", "release.json", "release.ods", "release.pdf", "release.xlsx"),
]
_GROUPS = ("care_periods", "homes", "activities", "contacts")


@pytest.fixture
def kept(tmp_path, today):
    """A store with a roll of 60, one of them called Amina Yusuf."""
    cases = a_roll(60, eet=30, housed=40, touched=50)
    store = made_store(tmp_path, today, name="S")
    people = [case.person for case in cases]
    people[0] = people[0]._replace(known_as="Amina Yusuf")
    with store.writing() as writing:
        add(writing, "people", people)
        for kind in _GROUPS:
            key = KINDS[kind].key
            facts = [
                fact._replace(person_id=case.person.person_id)
                for case in cases
                for fact in getattr(case, kind)
            ]
            add(writing, kind, [f._replace(**{key: f"{kind}-{n}"}) for n, f in enumerate(facts)])
    store.close()
    return tmp_path / "S"


def words(tmp_path, **said):
    file = tmp_path / "words.json"
    file.write_text(json.dumps(said))
    return file


def test_a_release_is_eight_files_and_its_words_stand_in_the_pack(say, kept, tmp_path):
    file = words(tmp_path, work="We went to the college fair.")
    asked = ("board", "--store", kept, "--out", tmp_path / "out", "--commentary", file)
    ended = say(*asked)
    assert ended.code == 0, ended.err
    out = tmp_path / "out"
    assert sorted(path.name for path in out.iterdir()) == FILES
    assert "We went to the college fair." in (out / "release.html").read_text()
    again = say("board", "--store", kept, "--out", tmp_path / "2", "--release", ended.out.strip())
    assert again.code == 0, again.err
    for name in FILES:
        assert (tmp_path / "2" / name).read_bytes() == (out / name).read_bytes(), name


def test_words_that_name_somebody_are_never_written(say, kept, tmp_path):
    file = words(tmp_path, work="Amina found work.", let_stand="She agreed.")
    asked = ("board", "--store", kept, "--out", tmp_path / "out", "--commentary", file)
    ended = say(*asked)
    assert ended.code
    assert "“Amina” is a name on the roll." in ended.err
    assert not (tmp_path / "out").exists()
    assert len(say("board", "--store", kept, "--ledger").out.splitlines()) == 1


def test_another_number_stands_only_where_it_is_said_why(say, kept, tmp_path):
    said = {"work": "We spoke with 77 young people."}
    asked = ("board", "--store", kept, "--out", tmp_path / "out", "--commentary")
    ended = say(*asked, words(tmp_path, **said))
    assert ended.code
    assert "“77 young people” is not a number that the tables here show." in ended.err
    stands = words(tmp_path, **said, let_stand="It is from another team's report.")
    assert say(*asked, stands).code == 0
    page = (tmp_path / "out" / "release.html").read_text()
    assert "We spoke with 77 young people." in page
    assert "another team" not in page
