"""Does the code keep the rules of the house? Each test says one rule and names who breaks it."""

import ast
import enum
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("carelink", "db", "ui")
TOP = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "carelink",
    "constraints.txt",
    "db",
    "main.py",
    "pyproject.toml",
    "resources",
    "run.py",
    "tests",
    "ui",
}
LINES_IN_A_FILE = 400
LINES_IN_A_FUNCTION = 40
CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("time", "time"),
    ("QDate", "currentDate"),
    ("QTime", "currentTime"),
    ("QDateTime", "currentDateTime"),
    ("QDateTime", "currentDateTimeUtc"),
}


@cache
def tracked():
    """Every file of the project, by its path from the top; without git, what lies there."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
        if listed.returncode == 0:
            names = [name for name in listed.stdout.split("\0") if name]
            return tuple(sorted(name for name in names if (ROOT / name).is_file()))
    return tuple(sorted(lying_there()))


def lying_there():
    """The files below the top, save those in folders that .gitignore names and git's own."""
    lines = (ROOT / ".gitignore").read_text().split()
    left_out = {line.rstrip("/") for line in lines} | {".git"}
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        if path.is_file() and not left_out.intersection(parts) and path.suffix != ".pyc":
            yield "/".join(parts)


@cache
def text(name):
    return (ROOT / name).read_bytes().decode("utf-8", errors="replace")


@cache
def tree(name):
    return ast.parse(text(name))


def python(*within):
    """The project's Python files, all of them or those in these rooms."""
    names = [name for name in tracked() if name.endswith(".py")]
    return [name for name in names if not within or name.split("/")[0] in within]


def code():
    """The Python files that are not tests."""
    return [name for name in python() if not name.startswith("tests/")]


def nodes(names, *kinds):
    """Each syntax node of these kinds with where it stands."""
    for name in names:
        for node in ast.walk(tree(name)):
            if isinstance(node, kinds):
                yield f"{name}:{getattr(node, 'lineno', 0)}", node


def lines_with(names, pattern):
    """Each line in which the pattern is found, with where it stands."""
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name in names
        for number, line in enumerate(text(name).splitlines(), 1)
        if re.search(pattern, line)
    ]


def test_the_files_of_the_house_are_found():
    assert {"run.py", "carelink/case.py", "tests/test_house.py"} <= set(tracked())


def test_nothing_new_stands_at_the_top():
    assert {name.split("/")[0] for name in tracked()} <= TOP


def test_no_file_is_too_long_to_read():
    long = {name: len(text(name).splitlines()) for name in code()}
    assert {name: lines for name, lines in long.items() if lines > LINES_IN_A_FILE} == {}


def test_no_function_is_longer_than_a_screen():
    functions = nodes(code(), ast.FunctionDef, ast.AsyncFunctionDef)
    long = {f"{at} {f.name}": f.end_lineno - f.lineno + 1 for at, f in functions}
    assert {at: lines for at, lines in long.items() if lines > LINES_IN_A_FUNCTION} == {}


def test_every_module_says_which_question_it_answers():
    assert [name for name in code() if not ast.get_docstring(tree(name))] == []


def test_nothing_is_left_to_do():
    assert lines_with(python(), r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b") == []


def test_every_exemption_from_a_check_has_its_reason_in_words():
    exemption = r"#\s*(?:no" r"qa|type:\s*ig" r"nore)"
    reasoned = exemption + r"(?:: ?[A-Z]+\d+(?:, ?[A-Z]+\d+)*|\[[\w, -]+\]) +[-#] *\w+ \w+"
    unexplained = [at for at in lines_with(python(), exemption) if not re.search(reasoned, at)]
    assert unexplained == []


def test_nothing_is_named_for_everything():
    vague = r"(?:Manager|Service|Helper|Utils?|Handler|Processor|Base)$"
    classes = [
        f"{at} {n.name}" for at, n in nodes(code(), ast.ClassDef) if re.search(vague, n.name)
    ]
    stems = {"common", "misc", "util", "utils", "helper", "helpers", "base", "manager"}
    assert classes == []
    assert [name for name in python() if Path(name).stem in stems] == []


def test_no_file_names_a_package_host_or_a_folder_of_one_machine():
    host = r"py" r"pi\.org|python" r"hosted|npm" r"js\.|deb\.deb" r"ian|://[^/\s]*/simple\b"
    folder = r"(?<![\w.])/(?:wo" r"rk|tm" r"p|ro" r"ot|ho" r"me)/|\.\./sha" r"red"
    assert lines_with(tracked(), f"{host}|{folder}") == []


def test_no_lock_file_is_kept_for_it_records_hosts():
    locks = r"(?:^|/)(?:.*\.lock|pylock.*\.toml|package-lock\.json)$"
    assert [name for name in tracked() if re.search(locks, name)] == []


def test_the_changelog_has_an_entry():
    assert re.search(r"^## .+(?s:.+?)^- \w+", text("CHANGELOG.md"), re.M)


def test_only_main_reads_the_clock():
    readings = [
        at
        for at, node in nodes(code(), ast.Attribute)
        if isinstance(node.value, ast.Name) and (node.value.id, node.attr) in CLOCKS
    ]
    assert [at for at in readings if not at.startswith("main.py")] == []


def test_every_exception_is_caught_by_its_name():
    broad = {"Exception", "BaseException"}
    caught = [
        at
        for at, node in nodes(code(), ast.ExceptHandler)
        if node.type is None or (isinstance(node.type, ast.Name) and node.type.id in broad)
    ]
    allowed = ("ui/background.py", "main.py", "db/store.py")
    assert [at for at in caught if not at.startswith(allowed)] == []


def test_only_messages_may_open_a_message_box():
    named = lines_with(code(), r"\bQMessageBox\b")
    assert [at for at in named if not at.startswith("ui/messages.py:")] == []


def test_rows_are_sorted_by_us_and_never_by_a_proxy():
    assert lines_with(code(), r"\bQSortFilterProxyModel\b") == []


def test_no_text_of_a_person_is_read_as_markup():
    """ReportLab's paragraphs read `<b>` and embed pictures: papers set plain text themselves."""
    named = r"\bplatypus\b|\bParagraph\(|\brml\b|\bsvglib\b"
    assert lines_with(code(), named) == []


def test_qt_names_are_written_in_full():
    """A short name such as `Qt.DisplayRole` costs 200 times a full one, each time it is used."""
    assert qt_member("Qt", "DisplayRole")
    assert not qt_member("Qt", "ItemDataRole")
    short = [
        f"{at} {node.value.id}.{node.attr}"
        for at, node in nodes(python("ui", "tests", "main.py"), ast.Attribute)
        if isinstance(node.value, ast.Name) and qt_member(node.value.id, node.attr)
    ]
    assert short == []


def qt_member(owner, name):
    """Whether this names a member of one of Qt's enums without naming the enum."""
    from PySide6 import QtCore, QtGui, QtWidgets

    for module in (QtCore, QtGui, QtWidgets):
        if hasattr(module, owner):
            return isinstance(getattr(getattr(module, owner), name, None), enum.Enum)
    return False


def test_no_test_waits_for_a_clock_or_may_fail_at_times():
    waits = r"\btime\.sl" r"eep\(|qtbot\.wa" r"it\(|mark\.fla" r"ky"
    assert lines_with(python("tests"), waits) == []


def test_none_and_true_survive_qt():
    """PySide6 6.12 on Python 3.11 takes one reference off None at each call, until it aborts."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(200):
        thing.setObjectName("a name")
        thing.objectNameChanged.connect(thing.deleteLater)
        thing.objectNameChanged.disconnect(thing.deleteLater)
    after = sys.getrefcount(None), sys.getrefcount(True)

    assert all(now > then - 100 for then, now in zip(before, after, strict=True))
