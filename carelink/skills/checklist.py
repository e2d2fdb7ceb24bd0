"""Which skills are asked, in which groups? Read from a list that a practice lead can edit."""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from carelink.errors import RulebookError
from carelink.toml_text import read_toml

_NAME = re.compile("[a-z][a-z0-9_]*")
_KEYS = {"skill", "group", "says", "try", "asked"}


class Skill(NamedTuple):
    """One skill: `says` is "I can …", `together` what to try; no longer asked is not `asked`."""

    skill: str
    group: str
    says: str
    together: str = ""
    asked: bool = True


class Checklist(NamedTuple):
    """The groups by name with their titles, and the skills in their order."""

    groups: Mapping[str, str]
    skills: tuple[Skill, ...]

    def asked(self) -> list[Skill]:
        """The skills that are asked now, group by group."""
        return [
            skill
            for group in self.groups
            for skill in self.skills
            if skill.group == group and skill.asked
        ]

    def words_of(self, skill: str) -> str:
        """The skill in its own words; one that is on no list is shown by its name."""
        says = (held.says for held in self.skills if held.skill == skill)
        return next(says, skill.replace("_", " "))


@lru_cache(maxsize=4)
def load_checklist(own: str | None = None) -> Checklist:
    """The council's own list where its text is given, else the one that comes with the program.

    A skill that the own list leaves out is asked no more; what was rated keeps its words.

    Raises: RulebookError that names the skill of the own list which cannot be used.
    """
    text = files("carelink.skills").joinpath("skills.toml").read_text(encoding="utf-8")
    ours = read_checklist(text, "skills.toml")
    if own is None:
        return ours
    theirs = read_checklist(own, "The council's list of skills")
    named = {skill.skill for skill in theirs.skills}
    left_out = [s._replace(asked=False) for s in ours.skills if s.skill not in named]
    return Checklist(theirs.groups, (*theirs.skills, *left_out))


def read_checklist(text: str, named: str) -> Checklist:
    """Read and check a list of skills; raises RulebookError that names the file and the skill."""
    tables = read_toml(text, named)
    groups, listed = tables.get("groups"), tables.get("skill")
    if not _texts(groups) or not isinstance(listed, list) or not listed:
        raise RulebookError(f"{named} needs a table [groups] and a [[skill]] for each skill.")
    assert isinstance(groups, dict)
    skills = tuple(_skill(one, groups, f"{named}, skill {at}") for at, one in enumerate(listed, 1))
    for skill in skills:
        if [held.skill for held in skills].count(skill.skill) > 1:
            raise RulebookError(f"{named}: the name {skill.skill} is given to two skills.")
    return Checklist(groups, skills)


def _skill(table: Any, groups: Mapping[str, str], where: str) -> Skill:
    if not isinstance(table, dict) or not set(table) <= _KEYS:
        says = f'{where}: only "skill", "group", "says", "try" and "asked" may stand here.'
        raise RulebookError(says)
    name, asked = table.get("skill"), table.get("asked", True)
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise RulebookError(f'{where}: "skill" is a name of small letters and _.')
    group = table.get("group")
    if not isinstance(group, str) or group not in groups:
        raise RulebookError(f'{where} ({name}): "group" is one of {", ".join(groups)}.')
    words, together = table.get("says"), table.get("try", "")
    if not isinstance(words, str) or not words.startswith("I "):
        raise RulebookError(f'{where} ({name}): "says" is a sentence that begins with "I".')
    if not isinstance(together, str) or not isinstance(asked, bool):
        raise RulebookError(f'{where} ({name}): "try" is a sentence and "asked" true or false.')
    return Skill(name, group, words, together, asked)


def _texts(table: Any) -> bool:
    return isinstance(table, dict) and all(isinstance(held, str) for held in table.values())
