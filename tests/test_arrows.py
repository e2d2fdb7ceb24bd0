"""Do the import contracts of pyproject.toml hold, and does each refuse what it is there to refuse?

import-linter finds packages by import, so it runs in a process of its own, in a copy of the rooms.
"""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("carelink", "db", "ui")
# For each contract, a line that it must refuse and the file, old or new, that gets it.
PLANTS = {
    "arrows": ("carelink/words.py", "import ui.assets"),
    "law": ("carelink/duties/duty.py", "import random"),
    "qt": ("db/engine.py", "from PySide6.QtCore import QObject"),
    "rows": ("ui/desk.py", "from db.tables import METADATA"),
    "sql": ("ui/desk.py", "from sqlalchemy import select"),
    "places": ("carelink/not_placed.py", "from carelink import facts"),
    "screens": ("ui/people/finding.py", "import ui.contacts.answers"),
    "door": ("ui/contacts/answers.py", "from db.store import Store"),
    "files": ("carelink/week.py", "import openpyxl"),
    "print": ("ui/desk.py", "import reportlab"),
    "drawing": ("carelink/figures/seats.py", "import matplotlib.figure"),
    "solver": ("carelink/workload/load.py", "import highspy"),
    "attack": ("carelink/attack/planted.py", "import carelink.disclosure"),
    "papers": ("carelink/papers/lines.py", "import carelink.papers.pen"),
    "words": ("ui/desk.py", "import click"),
}
ASK = """
import contextlib, io, json, pathlib, sys
from importlinter.application.use_cases import lint_imports
from importlinter.configuration import configure

configure()
sys.path.insert(0, ".")

def kept(contract=()):
    with contextlib.redirect_stdout(io.StringIO()):
        return lint_imports(limit_to_contracts=contract, cache_dir=None, is_debug_mode=True)

answers = {"as it is": kept()}
for contract, (name, line) in json.loads(sys.argv[1]).items():
    file = pathlib.Path(name)
    before = file.read_text() if file.exists() else None
    file.write_text((before or "") + "\\n" + line + "\\n")
    answers[contract] = kept((contract,))
    if before is None:
        file.unlink()
    else:
        file.write_text(before)
print(json.dumps(answers))
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """Whether all contracts are kept as the code is, and each one with its line planted."""
    copy = tmp_path_factory.mktemp("rooms")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for room in ROOMS:
        shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    asked = subprocess.run(
        [sys.executable, "-c", ASK, json.dumps(PLANTS)], cwd=copy, capture_output=True, text=True
    )
    assert asked.returncode == 0, asked.stderr
    return json.loads(asked.stdout)


def test_the_contracts_are_kept(kept):
    assert kept["as it is"], "run lint-imports to see which import goes the wrong way"


@pytest.mark.parametrize("contract", PLANTS)
def test_a_contract_refuses_the_import_it_is_there_for(kept, contract):
    assert not kept[contract]


def test_every_contract_is_tried():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    assert [contract["id"] for contract in settings["contracts"]] == list(PLANTS)


def test_every_screen_is_kept_from_the_others():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    (screens,) = (one for one in settings["contracts"] if one["id"] == "screens")
    shown = {
        "ui." + file.parent.name
        for pattern in ("*_view.py", "*_form.py")
        for file in (ROOT / "ui").glob("*/" + pattern)
    }
    assert shown <= set(screens["modules"])
