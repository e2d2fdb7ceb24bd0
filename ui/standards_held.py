"""What does this council hold itself to and offer? Each list is read when it is first asked for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelink.approvals.limits import Limits
    from carelink.handover.terms import Terms
    from carelink.money.catalogue import Catalogue
    from carelink.skills.checklist import Checklist
    from carelink.wording import Wording
    from carelink.workload.weights import Weights


class Standards:
    """The lists of one council; where it has none of its own, those that come with us."""

    def __init__(
        self,
        catalogue: "Catalogue | None" = None,
        checklist: "Checklist | None" = None,
        wording: "Wording | None" = None,
        limits: "Limits | None" = None,
        weights: "Weights | None" = None,
        terms: "Terms | None" = None,
    ) -> None:
        self._catalogue = catalogue
        self._checklist = checklist
        self._wording = wording
        self._limits = limits
        self._weights = weights
        self._terms = terms

    @property
    def catalogue(self) -> "Catalogue":
        """What there is to have; by default the national catalogue with Medway's own offer."""
        if self._catalogue is None:
            from carelink.money.catalogue import load_catalogue

            self._catalogue = load_catalogue()
        return self._catalogue

    @property
    def checklist(self) -> "Checklist":
        """Which skills are asked; by default those of the list that comes with the program."""
        if self._checklist is None:
            from carelink.skills.checklist import load_checklist

            self._checklist = load_checklist()
        return self._checklist

    @property
    def wording(self) -> "Wording":
        """Which words could be kinder; by default the list that comes with us."""
        if self._wording is None:
            from carelink.wording import load_wording

            self._wording = load_wording()
        return self._wording

    @property
    def limits(self) -> "Limits":
        """From which amount a manager decides; by default as the program comes."""
        if self._limits is None:
            from carelink.approvals.limits import load_limits

            self._limits = load_limits()
        return self._limits

    @property
    def weights(self) -> "Weights":
        """What each matter weighs in an adviser's load; by default the numbers we come with."""
        if self._weights is None:
            from carelink.workload.weights import load_weights

            self._weights = load_weights()
        return self._weights

    @property
    def terms(self) -> "Terms":
        """How handovers are held; by default the numbers we come with."""
        if self._terms is None:
            from carelink.handover.terms import load_terms

            self._terms = load_terms()
        return self._terms
