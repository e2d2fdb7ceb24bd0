"""The two commands of the README: run.py on a checkout of its own, and the pins it installs."""

import ast
import importlib.metadata
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import run

ROOT = Path(__file__).parent.parent
PINS = [
    Requirement(line)
    for line in (ROOT / "constraints.txt").read_text().splitlines()
    if line and not line.startswith("#")
]
# Stands in for the virtual environment's Python: writes down what it is asked to run, and fails
# at what $FAIL names. Asked for its version it answers, or it would be made anew.
STAND_IN = f"""#!/bin/sh
case "$*" in
  *"import pip"*) echo {run.VERSION} ;;
  *main.py*) shift; echo "$@" ;;
  *) echo "$@" >> "{{calls}}"; case "$*" in *"$FAIL"*) exit 1 ;; esac ;;
esac
"""


class Checkout:
    """A copy of what run.py reads, with a stand-in for the virtual environment."""

    def __init__(self, folder):
        self.folder = folder / "a checkout"
        self.calls_file = folder / "calls"
        python = self.folder / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text(STAND_IN.format(calls=self.calls_file))
        python.chmod(0o755)
        (python.parent.parent / "ready").write_text("for other pins")
        for name in ("run.py", "pyproject.toml", "constraints.txt"):
            shutil.copy(ROOT / name, self.folder)

    def run(self, *words, fail="nothing at all"):
        """Run it from another folder, as a person may; without a display, to install nothing."""
        screens = ("DISPLAY", "WAYLAND_DISPLAY")
        return subprocess.run(
            [sys.executable, str(self.folder / "run.py"), *words],
            cwd=self.folder.parent,
            env={k: v for k, v in os.environ.items() if k not in screens} | {"FAIL": fail},
            capture_output=True,
            text=True,
        )

    def calls(self):
        """What the stand-in has been asked to do since last asked."""
        told = self.calls_file.read_text().splitlines() if self.calls_file.exists() else []
        self.calls_file.unlink(missing_ok=True)
        return told


@pytest.fixture
def checkout(tmp_path):
    if os.name != "posix":
        pytest.skip("the stand-in is a shell script")
    return Checkout(tmp_path)


def test_every_other_word_goes_through_to_main(checkout):
    done = checkout.run("status", "--store", "S x", "--as-at", "2026-03-31")

    assert done.returncode == 0
    assert done.stdout == "status --store S x --as-at 2026-03-31\n"


def test_a_second_start_installs_nothing(checkout):
    first = checkout.run("status")
    assert "-m pip" in checkout.calls()[0]
    assert "Installing" in first.stderr

    second = checkout.run("status")

    assert checkout.calls() == []
    assert second.stderr == ""


@pytest.mark.parametrize("changed", ["constraints.txt", "pyproject.toml"])
def test_a_changed_pin_is_installed_at_the_next_start(checkout, changed):
    checkout.run("status")
    checkout.calls()
    file = checkout.folder / changed
    file.write_text(file.read_text().replace("xlrd", "xlrd2"))

    checkout.run("status")

    assert "-m pip" in checkout.calls()[0]


def test_a_failed_install_is_told_and_tried_again(checkout):
    failed = checkout.run("status", fail="-m pip")

    assert failed.returncode == 1
    assert "could not be installed" in failed.stderr
    assert failed.stdout == ""
    checkout.calls()
    checkout.run("status")
    assert "-m pip" in checkout.calls()[0]


def test_what_is_installed_is_what_the_project_asks_for_held_by_the_pins(checkout):
    checkout.run("status")

    (install,) = checkout.calls()

    assert f"-c {checkout.folder / 'constraints.txt'}" in install
    assert all(asked in install for asked in run.requirements())


def test_test_runs_every_check_and_pytest_last(checkout):
    done = checkout.run("test", "-k", "visit")

    _, *checks = checkout.calls()
    assert done.returncode == 0
    assert checks == [
        "-m ruff format --check .",
        "-m ruff check .",
        "-m mypy",
        f"-c {run.LINT_IMPORTS}",
        "-m pytest -n auto -k visit",
    ]


@pytest.mark.parametrize("check", ["ruff format", "ruff check", "mypy", "importlinter", "pytest"])
def test_test_fails_when_any_check_fails_yet_runs_the_rest(checkout, check):
    checkout.run("status")
    checkout.calls()

    done = checkout.run("test", fail=check)

    assert done.returncode == 1
    assert "Not passed: " in done.stderr.splitlines()[-1]
    assert len(checkout.calls()) == 5


def test_an_environment_of_another_python_is_made_anew(checkout):
    python = checkout.folder / ".venv" / "bin" / "python"
    python.write_text("#!/bin/sh\necho 3.9\n")

    assert run.usable(python) is False
    assert run.usable(Path(sys.executable)) is True
    assert run.usable(checkout.folder / "none") is False


def test_an_old_python_is_told_in_words(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 8, 10, "final", 0))

    with pytest.raises(SystemExit, match=r"^CareLink needs Python 3\.11 or newer"):
        run.main(["--demo"])


def test_an_old_python_can_read_run_py_that_far():
    tree = ast.parse((ROOT / "run.py").read_text(), feature_version=(3, 8))

    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else [node.names[0].name])
    }
    assert imported <= sys.stdlib_module_names


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has Qt's libraries to install")
@pytest.mark.parametrize("words", [[], ["--demo"], ["test"], ["screenshots", "--out", "D"]])
def test_a_missing_library_is_asked_for_where_a_window_is_wanted(monkeypatch, words):
    monkeypatch.setattr(run, "QT_LIBRARIES", {"libnothing.so.9": "libnothing9"})
    monkeypatch.setattr(run, "SCREEN_LIBRARIES", {"libnoscreen.so.9": "libnoscreen9"})
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    assert run.missing_packages(words) == ["libnothing9"]

    monkeypatch.setenv("DISPLAY", ":0")

    assert run.missing_packages(words) == ["libnothing9", "libnoscreen9"]


def test_the_command_line_needs_no_library_of_qt(monkeypatch):
    monkeypatch.setattr(run, "QT_LIBRARIES", {"libnothing.so.9": "libnothing9"})

    assert run.missing_packages(["status", "--store", "S"]) == []


@pytest.mark.skipif(os.name != "posix", reason="only Linux has system packages to install")
def test_who_may_not_install_is_given_the_one_line(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1500)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")

    with pytest.raises(SystemExit) as told:
        run.prepare_system(["libgl1", "libegl1"])

    _, line = str(told.value).splitlines()
    assert line.startswith("sudo apt-get")
    assert line.endswith(" libgl1 libegl1")


def test_a_system_without_apt_is_told_what_is_missing(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)

    with pytest.raises(SystemExit, match="libgl1 libegl1"):
        run.prepare_system(["libgl1", "libegl1"])


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_every_requirement_has_one_pin_within_its_range(python, system):
    there = {"python_version": python, "python_full_version": python, "sys_platform": system}
    pinned = [pin for pin in PINS if pin.marker is None or pin.marker.evaluate(there)]
    versions = {canonicalize_name(pin.name): pin.specifier for pin in pinned}
    assert len(versions) == len(pinned)

    for asked in map(Requirement, run.requirements()):
        if asked.marker is None or asked.marker.evaluate(there):
            (pin,) = versions[canonicalize_name(asked.name)]
            assert pin.operator == "=="
            assert asked.specifier.contains(pin.version), asked


def test_everything_that_comes_along_is_pinned_too():
    pinned = {canonicalize_name(pin.name): pin.specifier for pin in PINS if applies(pin)}
    wanted = [Requirement(line) for line in run.requirements()]
    seen = set()
    while wanted:
        asked = wanted.pop()
        name = canonicalize_name(asked.name)
        if name in seen or not applies(asked):
            continue
        seen.add(name)
        installed = importlib.metadata.distribution(name)
        assert name in pinned, f"{name} is installed for something and not pinned"
        assert pinned[name].contains(installed.version), name
        wanted += [Requirement(line) for line in installed.requires or []]
    assert "shiboken6" in seen


def applies(requirement):
    """Whether it counts here; what only an extra brings does not."""
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def test_python_3_11_never_gets_the_qt_that_aborts_it():
    (pin,) = (
        pin
        for pin in PINS
        if canonicalize_name(pin.name) == "pyside6-essentials"
        and pin.marker.evaluate({"python_version": "3.11"})
    )
    assert not pin.specifier.contains("6.12.0")
