"""Whatever is done to a source, it is read or refused in words: never anything else."""

import io
import random
import zipfile

import pytest

from carelink.errors import Refused
from carelink.exchange import KINDS_OF_SOURCE, read_source, write_bundle
from tests.carelink.exchange.sources import SOMEBODY, TODAY, a_list, a_workbook, csv_of
from tests.carelink.exchange.test_annex_a import an_old_workbook
from tests.carelink.exchange.test_ssda903 import EPISODES, HEADER, OC3, SAM, UASC, XML, episode

ROUNDS = 60
NASTY = (
    *(b'"', b"\x00", b"\xff\xfe", b",", b"\n", b"\r", b"=1+1", b"<", b"&a;", b"\xc3\x28"),
    *(b"31/02/2020", b"9999-12-31", b"1900-01-01", b"-1", b"1e308", b"nan", b"<!DOCTYPE x>"),
    *(b"9" * 400, b"A" * 101_000, b"\xef\xbb\xbf", b"F3", b"S1", "٣²".encode(), b"\x0b", b"\x1b"),
    *(b"0001-01-01T00:00:00+23:59", b"CHILD", b"person_id", b"01/01/0000", b"29/02/2023"),
)
BUNDLE = write_bundle({}) | {
    "people.csv": b'person_id,date_of_birth,uasc\nP1,2006-05-10,Y\nP2,"2007-01-01",N\n',
    "homes.csv": b"person_id,start,end,type,suitable\nP1,2024-01-01,2025-01-01,U,1\nP2,,,K,\n",
    "contacts.csv": b'contact_id,person_id,on,rung,note\nC1,P1,2026-01-01,seen,"Hello, ""you"""\n',
    "plans.csv": b"plan_id,person_id,recorded_at\nL1,P1,2026-01-01T10:00:00Z\n",
}
RETURN = {
    "2018-header.csv": csv_of(HEADER, SAM, ["2", "1", "01/02/2003", "MWBC", "", "", ""]),
    "2018-episodes.csv": csv_of(
        EPISODES,
        ["1", *episode("01/06/2016")],
        ["2", *episode("01/06/2017", "01/01/2018", "E4A")],
    ),
    "2018-oc3.csv": csv_of(
        OC3,
        ["1", "10/05/2000", "YES", "F3", "U1"],
        ["2", "01/02/2003", "DIED", "0", "0"],
    ),
    "uasc.csv": csv_of(UASC, ["2", "1", "01/02/2003", "01/02/2021"]),
}
ROWS = a_list(SOMEBODY, {"Child Unique ID": "C2", "Latest Date of Contact": "01/10/2026"})
OLD = [[str(cell)[:200] for cell in row] for row in ROWS]


def broken(chance, data):
    """The bytes with a few things done to them."""
    data = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        if not data:
            break
        place = chance.randrange(len(data))
        end = min(len(data), place + chance.choice([1, 2, 8, 100]))
        match chance.randrange(6):
            case 0 | 1:
                data[place] = chance.randrange(256)
            case 2:
                del data[place:end]
            case 3 | 4:
                data[place:place] = chance.choice(NASTY)
            case 5:
                lines = data.split(b"\n")
                chance.shuffle(lines)
                data = bytearray(b"\n".join(lines))
    return bytes(data)


def one_broken(chance, files):
    name = chance.choice(sorted(files))
    return {**files, name: broken(chance, files[name])}


def broken_inside(chance, data):
    """A workbook whole as a zip, with one of its parts broken."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(kept, "w") as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, broken(chance, part) if name == chosen else part)
    return kept.getvalue()


WORKBOOK = a_workbook(ROWS)
SOURCES = {
    "bundle": lambda chance: one_broken(chance, BUNDLE),
    "return": lambda chance: one_broken(chance, RETURN),
    "xml": lambda chance: {"return.xml": broken(chance, XML.encode())},
    "zip": lambda chance: {"list.xlsx": broken(chance, WORKBOOK)},
    "parts": lambda chance: {"list.xlsx": broken_inside(chance, WORKBOOK)},
    "old": lambda chance: {"list.xls": broken(chance, an_old_workbook(OLD))},
    "misnamed": lambda chance: {
        chance.choice(["people.csv", "oc3.csv", "list.csv", "list.xls", "return.xml"]): broken(
            chance, chance.choice([*BUNDLE.values(), *RETURN.values(), WORKBOOK])
        )
    },
}


@pytest.mark.parametrize("source", SOURCES)
def test_a_broken_source_is_read_or_refused_in_words(source):
    outcomes = set()
    for seed in range(ROUNDS):
        chance = random.Random(f"{source} {seed}")
        files = SOURCES[source](chance)
        sentences, lines = outcome(files, chance.choice([None, None, None, *KINDS_OF_SOURCE[:3]]))
        outcomes.add("read" if lines is not None else "refused")
        assert all(says.endswith(".") for says in sentences), seed
        assert all(line > 0 for line in lines or ()), seed
    assert "refused" in outcomes
    assert "read" in outcomes or source == "zip"


def outcome(files, kind):
    """The sentences said of a source, and the lines its rows stand on when it is read."""
    try:
        reading = read_source(files, kind, TODAY)
    except Refused as refused:
        return [problem.says for problem in refused.problems], None
    lines = [row.line for rows in reading.rows.values() for row in rows]
    return [refusal.says for refusal in reading.refused], lines
