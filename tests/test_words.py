"""The words on screens and in papers: our duty, never their fault. Source: wording, 5.5."""

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Whoever reads rejected rows of a file is told of rows, not of young people.
_OF_FILES = ("carelink/exchange/", "carelink/rules/", "ui/commands/")
_BLAMES = re.compile(
    r"\b(refus(ed|es|al)|placements?|NEET|DNA|did not attend|failed to (attend|engage)"
    r"|non-?(engag|compl)\w*|disengag\w*|hard to reach|abscond\w*|vulnerable|siblings?"
    r"|challenging behaviou?r|service users?|clients?|aged out)\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"\([a-z_]+\.[a-z_]+\)")
# The name of an order of a court.
_A_TERM_OF_LAW = {"placement order"}


def said_in(path):
    """Every text of a file that may be read by somebody: no docstring, no code of one word."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) not in docstrings and not node.value.replace(".", "_").isidentifier():
            yield node.lineno, node.value


def test_no_screen_or_paper_blames_a_young_person():
    found = [
        f"{path.relative_to(ROOT)}:{line}: {says}"
        for room in ("carelink", "ui")
        for path in sorted((ROOT / room).rglob("*.py"))
        if not path.relative_to(ROOT).as_posix().startswith(_OF_FILES)
        for line, says in said_in(path)
        if says not in _A_TERM_OF_LAW and _BLAMES.search(_COLUMN.sub("", says))
    ]
    assert found == []


def test_no_rule_and_no_help_blames_a_young_person():
    said = [
        rule[part]
        for file in sorted((ROOT / "carelink" / "rules").glob("*.toml"))
        for rule in tomllib.loads(file.read_text(encoding="utf-8")).values()
        if isinstance(rule, dict)
        for part in ("title", "called", "says", "changes")
    ]
    assert said
    help_says = (ROOT / "resources" / "help" / "help.md").read_text(encoding="utf-8")
    assert [says for says in [*said, *help_says.splitlines()] if _BLAMES.search(says)] == []
