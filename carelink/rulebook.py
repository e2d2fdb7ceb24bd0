"""Which rule is in force on a day: reads the rules files, and is loud about any mistake in them."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from carelink.dates import Span
from carelink.errors import RulebookError
from carelink.rules.reading import read_rules
from carelink.words import Basis, Status

# Shorter (or, for a lead, longer) is surely stricter; of a window that is not so.
_MAY_TIGHTEN = frozenset({"within", "first_within", "again_within", "soon_after", "lead"})
# What a council's own standard may rest on: it is never shown as law.
_OWN = (Basis.LOCAL, Basis.GOOD_PRACTICE)


class Rule(NamedTuple):
    """One duty as it stands in law or local standard: who owes what, to whom, in which time.

    Units: `notice` in days before the due day; `spans` by name, in the law's own unit.
    """

    duty: str
    title: str
    called: str
    says: str
    changes: str
    who: str
    applies_to: frozenset[Status]
    repeats: bool
    may_decline: bool
    basis: Basis
    interval_basis: Basis
    law: str
    local_law: str
    link: str
    effective_from: date | None
    ends: bool
    notice: int
    spans: Mapping[str, Span]
    verified: bool
    checked_on: date
    from_council: str = ""

    @property
    def within(self) -> Span:
        """The time allowed from the day the clock starts."""
        return self.spans["within"]

    @property
    def lead(self) -> Span:
        """How long before a birthday or an expiry the duty falls due."""
        return self.spans["lead"]

    def source_for(self, basis: Basis) -> str:
        """The citation, or the local standard's where a local standard asks for more."""
        return self.local_law if basis is Basis.LOCAL and self.local_law else self.law


class Rulebook:
    """Every rule, national first, with the council's own standards laid over it."""

    def __init__(self, versions: Mapping[str, tuple[Rule, ...]], council: str) -> None:
        self.council = council
        self._versions = versions
        self._in_force: dict[date, Mapping[str, Rule]] = {}

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Each duty's latest rule, in the order of the files."""
        return tuple(versions[-1] for versions in self._versions.values())

    def rule(self, duty: str) -> Rule:
        """The latest rule for a duty; raises KeyError for a name that is no duty."""
        return self._versions[duty][-1]

    def in_force(self, day: date) -> Mapping[str, Rule]:
        """Each duty's rule on a day; before the first version, the first (today's law answers).

        A rule that has ended is there with `ends`: the duty is owed to nobody from then on.
        """
        if day not in self._in_force:
            rules = (_version_on(versions, day) for versions in self._versions.values())
            self._in_force[day] = {rule.duty: rule for rule in rules}
        return self._in_force[day]


def _version_on(versions: tuple[Rule, ...], day: date) -> Rule:
    started = [v for v in versions if v.effective_from is None or v.effective_from <= day]
    return started[-1] if started else versions[0]


def load_rulebook(standards: str | None = None) -> Rulebook:
    """The law of England with a council's standards (TOML text); by default Medway's.

    Raises RulebookError, naming the file, the rule and what to do, when either cannot be used.
    """
    if standards is None:
        return _default_rulebook()
    return _rulebook(standards, "the council's standards file")


def packaged(name: str) -> str:
    """The text of a rules file that comes with CareLink."""
    return files("carelink.rules").joinpath(name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _default_rulebook() -> Rulebook:
    return _rulebook(packaged("medway.toml"), "medway.toml")


def _rulebook(standards: str, named: str) -> Rulebook:
    law = read_rules(packaged("england.toml"), "england.toml")
    by_default = read_rules(packaged("medway.toml"), "medway.toml")
    local = read_rules(standards, named)
    versions = {duty: _rules(duty, table, "") for duty, table in law.duties.items()}
    for duty, table in by_default.duties.items():
        versions[duty] = _rules(duty, table, by_default.council)
    for duty, table in local.duties.items():
        if duty in law.duties:
            raise RulebookError(
                f'{named}: "{duty}" is set by law. To ask for more, tighten it under [tighten].'
            )
        if duty not in versions:
            raise RulebookError(f'{named}: "{duty}" is no duty that CareLink knows.')
        replaced = _rules(duty, table, local.council)
        _check_local(named, replaced, versions[duty][-1])
        versions[duty] = replaced
    for duty, spans in local.tightened.items():
        if duty not in versions:
            raise RulebookError(f'{named}: [tighten] names "{duty}", which is no duty.')
        versions[duty] = tuple(
            rule if rule.ends else _tighten(rule, spans, local.council, named)
            for rule in versions[duty]
        )
    return Rulebook(versions, local.council)


def _rules(duty: str, table: Mapping[str, Any], council: str) -> tuple[Rule, ...]:
    shared = {key: value for key, value in table.items() if key != "version"}
    return tuple(
        Rule(duty=duty, from_council=council, **shared, **version) for version in table["version"]
    )


def _check_local(named: str, rules: tuple[Rule, ...], default: Rule) -> None:
    """A council's own version of a local duty says every span it counts with, and is not law."""
    for rule in rules:
        if rule.basis not in _OWN:
            raise RulebookError(
                f"{named}: [{rule.duty}] is the council's own and not set by law: "
                f'"basis" must be {" or ".join(_OWN)}.'
            )
        if rule.ends:
            continue
        missing = sorted(set(default.spans) - set(rule.spans))
        if missing:
            raise RulebookError(f'{named}: [{rule.duty}] needs "{missing[0]}", a span of time.')


def _tighten(rule: Rule, spans: Mapping[str, Span], council: str, named: str) -> Rule:
    for name, span in spans.items():
        if name not in rule.spans:
            raise RulebookError(f'{named}: "{rule.duty}" has no span called "{name}" to tighten.')
        if name not in _MAY_TIGHTEN:
            raise RulebookError(f'{named}: "{name}" of "{rule.duty}" cannot be tightened.')
        if _ever_looser(rule.spans[name], span, counts_back=name == "lead"):
            raise RulebookError(
                f'{named}: "{rule.duty}" may be tightened, never loosened: '
                f"{span} can fall later than {rule.spans[name]}."
            )
    return rule._replace(
        spans={**rule.spans, **spans},
        interval_basis=Basis.LOCAL,
        from_council=council,
    )


def _ever_looser(law: Span, local: Span, *, counts_back: bool) -> bool:
    """Whether the local span is ever later than the law's, over four years of start days."""
    first = date(2024, 1, 1).toordinal()
    for ordinal in range(first, first + 4 * 366):
        day = date.fromordinal(ordinal)
        if counts_back and local.before(day) > law.before(day):
            return True
        if not counts_back and local.after(day) > law.after(day):
            return True
    return False
