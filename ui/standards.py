"""What does this store's council hold itself to and offer? What lies beside it, else Medway's."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelink.approvals.limits import Limits
    from carelink.figures.comparators import Comparators
    from carelink.figures.targets import Target
    from carelink.handover.terms import Terms
    from carelink.money.catalogue import Catalogue
    from carelink.release.known_totals import KnownTotal
    from carelink.rulebook import Rulebook
    from carelink.skills.checklist import Checklist
    from carelink.wording import Wording
    from carelink.workload.weights import Weights


def rulebook_beside(store: Path) -> "Rulebook":
    """The law of England with the standards in `<store>.standards.toml`, if there is such a file.

    Raises RulebookError, naming the rule and what to do, when that file cannot be used.
    """
    from carelink.rulebook import load_rulebook

    return load_rulebook(_beside(store, "standards"))


def catalogue_beside(store: Path) -> "Catalogue":
    """The national catalogue with the offer in `<store>.offer.toml`, if there is such a file.

    Raises RulebookError, naming the entry and what to do, when that file cannot be used.
    """
    from carelink.money.catalogue import load_catalogue

    return load_catalogue(_beside(store, "offer"))


def checklist_beside(store: Path) -> "Checklist":
    """The council's own skills in `<store>.skills.toml`, else the list that comes with us.

    Raises RulebookError, naming the skill and what to do, when that file cannot be used.
    """
    from carelink.skills.checklist import load_checklist

    return load_checklist(_beside(store, "skills"))


def wording_beside(store: Path) -> "Wording":
    """The words that could be kinder, those in `<store>.words.toml` first, if there is that file.

    Raises RulebookError, naming the entry and what to do, when that file cannot be used.
    """
    from carelink.wording import load_wording

    return load_wording(_beside(store, "words"))


def limits_beside(store: Path) -> "Limits":
    """What a manager has to agree to, with the council's own `<store>.approvals.toml`, if any.

    Raises RulebookError, naming the line and what to do, when that file cannot be used.
    """
    from carelink.approvals.limits import load_limits

    return load_limits(_beside(store, "approvals"))


def weights_beside(store: Path) -> "Weights":
    """What each matter weighs, with the council's own `<store>.workload.toml`, if any.

    Raises RulebookError, naming the table and what to do, when that file cannot be used.
    """
    from carelink.workload.weights import load_weights

    return load_weights(_beside(store, "workload"))


def terms_beside(store: Path) -> "Terms":
    """How handovers are held, with the numbers in `<store>.handover.toml` if there is that file.

    Raises RulebookError, naming the number and what to do, when that file cannot be used.
    """
    from carelink.handover.terms import load_terms

    return load_terms(_beside(store, "handover"))


def targets_beside(store: Path) -> "tuple[Target, ...]":
    """What the figures are to reach: those in `<store>.targets.toml`, else those that come with us.

    Raises RulebookError, naming the target and what to do, when that file cannot be used.
    """
    from carelink.figures.targets import load_targets

    return load_targets(_beside(store, "targets"))


def comparators_beside(store: Path) -> "Comparators":
    """Whose figures stand beside ours: as `<store>.comparators.toml` has it, else Medway's.

    Raises RulebookError, naming what cannot be used and what to do.
    """
    from carelink.figures.comparators import load_comparators

    return load_comparators(_beside(store, "comparators"))


def known_totals_beside(store: Path) -> "tuple[KnownTotal, ...]":
    """What others print exactly of this council; what `<store>.known.csv` says stands first.

    Raises RulebookError, naming the line and what to do, when that file cannot be used.
    """
    from carelink.release.known_totals import known_totals

    return known_totals(comparators_beside(store).own, _beside(store, "known", "csv"))


def _beside(store: Path, what: str, ending: str = "toml") -> str | None:
    """The text of the council's own file beside the store; None where there is none."""
    from carelink.errors import RulebookError

    beside = store.with_name(f"{store.name}.{what}.{ending}")
    if not beside.exists():
        return None
    try:
        return beside.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise RulebookError(f"{beside.name} is not a text file in UTF-8.") from None
