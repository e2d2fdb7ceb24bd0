"""How do I start CareLink, or test it, on a machine that has only Python?

`python3 run.py --demo` opens the app on a made-up caseload, `python3 run.py test` checks
everything, and every other word goes through to main.py. Standard library only.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "ready"
PINS = ROOT / "constraints.txt"
VERSION = "{}.{}".format(*sys.version_info)
# What Qt loads from a Linux system, and the Debian package that has it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgthread-2.0.so.0": "libglib2.0-0",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])"
CHECKS = {
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "ruff check": ["-m", "ruff", "check", "."],
    "mypy": ["-m", "mypy"],
    "lint-imports": ["-c", LINT_IMPORTS],
    "pytest": ["-m", "pytest", "-n", "auto"],
}


def say(sentence: str) -> None:
    """Tell the person at the keyboard; standard output is kept for results."""
    print(sentence, file=sys.stderr, flush=True)


def missing_packages(words: list[str]) -> list[str]:
    """The Debian packages that these words need and the system has not."""
    missing = []
    if not STAMP.exists() and importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python{VERSION}-venv")
    opens_a_window = not words or words[0].startswith("-") or words[0] in ("test", "screenshots")
    if sys.platform == "linux" and opens_a_window:
        libraries = dict(QT_LIBRARIES)
        if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
            libraries.update(SCREEN_LIBRARIES)
        missing += [package for name, package in libraries.items() if not loads(name)]
    return missing


def loads(library: str) -> bool:
    """Whether the system has this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def prepare_system(missing: list[str]) -> None:
    """Install system packages as root on Debian or Ubuntu, else say how."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if not shutil.which("apt-get"):
        names = " ".join(missing)
        sys.exit(f"Install these system packages, here by Debian's names, and try again:\n{names}")
    if os.geteuid() != 0:
        line = "sudo apt-get update && sudo " + " ".join(install)
        sys.exit(f"System packages are missing. Run this line once and try again:\n{line}")
    say(f"Installing the system packages that are missing: {' '.join(missing)}.")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["apt-get", "update"], install):
        if subprocess.call(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr):
            sys.exit("The system packages could not be installed; apt-get says why above.")


def prepare_python() -> None:
    """Make `.venv` with the pinned packages, unless its stamp says that it stands already."""
    asked = requirements()
    pins = PINS.read_bytes() + "\n".join(asked).encode()
    stamp = f"{VERSION} {hashlib.sha256(pins).hexdigest()}"
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == stamp:
        return
    if not usable(PYTHON):
        say("Making a virtual environment in .venv, beside the code.")
        if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)], stdout=sys.stderr):
            sys.exit("The virtual environment could not be made; Python says why above.")
    say("Installing the pinned packages into .venv. The first time takes a few minutes.")
    install = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    if subprocess.call([*install, "-c", str(PINS), *asked], stdout=sys.stderr):
        sys.exit("The packages could not be installed; pip says why above. Then try again.")
    STAMP.write_text(stamp)


def usable(python: Path) -> bool:
    """Whether a virtual environment stands there, for this version of Python and with pip."""
    if not python.exists():
        return False
    ask = "import pip, sys; print('{}.{}'.format(*sys.version_info))"
    answer = subprocess.run([str(python), "-c", ask], capture_output=True, text=True)
    return answer.stdout.strip() == VERSION


def requirements() -> list[str]:
    """What pyproject.toml asks for: to run, to test and to measure."""
    import tomllib  # Python 3.11 has it; an older one must get as far as being told so

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [*project["dependencies"], *extras["test"], *extras["bench"]]


def check_everything(words: list[str]) -> int:
    """Run every check that CI runs, pytest last; `words` go to pytest."""
    environment = dict(os.environ)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    failed = []
    for name, command in CHECKS.items():
        say(f"Running {name}.")
        line = [str(PYTHON), *command, *(words if name == "pytest" else [])]
        if subprocess.call(line, cwd=ROOT, env=environment):
            failed.append(name)
    if failed:
        say(f"Not passed: {', '.join(failed)}.")
    return 1 if failed else 0


def main(words: list[str]) -> int:
    """Prepare what is missing, then test or start CareLink."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an old Python that starts this is told so
        sys.exit(f"CareLink needs Python 3.11 or newer; this is Python {VERSION}.")
    missing = missing_packages(words)
    if missing:
        prepare_system(missing)
    prepare_python()
    if words[:1] == ["test"]:
        return check_everything(words[1:])
    line = [str(PYTHON), str(ROOT / "main.py"), *words]
    if os.name == "posix":
        os.execv(line[0], line)
    return subprocess.call(line)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Stopped. The same command goes on from here.")
