"""What stops when: by date, when we must start, and what comes in its place."""

from PySide6.QtWidgets import QWidget

from carelink.cliff_edges import cliff_edges_of, say_none, say_sum
from carelink.cliff_edges.edge import WHEN_AS, WHEN_LABELS, CliffEdge, When
from carelink.dates import show
from carelink.said import counted
from carelink.week import days_ago
from carelink.words import BASIS_LABELS
from ui.desk import Desk
from ui.held import Known
from ui.young_person.ledger_card import LedgerCard, RowWords
from ui.young_person.section import Section

_PRESSING = (When.STOPPED, When.START_NOW)


class CliffEdgesSection(Section):
    """Three lists: what presses, what lies ahead by date, and what has no date."""

    title = "What stops when"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.pressing = LedgerCard("Time to start", more="Show the rest", at_once=6)
        self.ahead = LedgerCard("Ahead", more="Show later ones", at_once=6)
        self.undated = LedgerCard("No date recorded", more="Show the rest", at_once=6)
        for card in (self.pressing, self.ahead, self.undated):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def show_known(self, known: Known) -> None:
        if self.known and self.person_id != known.case.person.person_id:
            for card in (self.pressing, self.ahead, self.undated):
                card.start_anew()
        super().show_known(known)
        day = self.desk.day
        edges = cliff_edges_of(known.case, day, self.desk.rulebook, self.desk.catalogue)
        says = " ".join(part for part in (say_sum(edges), say_none(known.case, day)) if part)
        self._show(self.pressing, edges, _PRESSING, "Nothing has to be started now.", says)
        ahead = (When.IN_HAND, When.AHEAD)
        self._show(self.ahead, edges, ahead, "Nothing with a date lies ahead.", "")
        none = "Everything that stops has its date."
        self._show(self.undated, edges, (When.NO_DATE,), none, "")

    def _show(
        self,
        card: LedgerCard,
        edges: list[CliffEdge],
        which: tuple[When, ...],
        empty: str,
        says: str,
    ) -> None:
        rows = [edge_words(edge, self.desk) for edge in edges if edge.when in which]
        says = " ".join(part for part in ("" if rows else empty, says) if part)
        card.show_rows(rows, says)


def edge_words(edge: CliffEdge, desk: Desk) -> RowWords:
    """One line of the calendar: what stops, when, from when we must see to it, and instead."""
    words = edge.edge
    beneath = (
        words.stops,
        f"In its place: {edge.replaced_by or _nothing_yet(edge)}",
        f"{edge.reason} {words.law} ({_basis(edge)}).",
    )
    key = f"{words.edge} {edge.key}"
    return RowWords(key, edge.title, _stands(edge, desk), WHEN_AS[edge.when], beneath, (), edge)


def _nothing_yet(edge: CliffEdge) -> str:
    return f"nothing yet recorded. We look for {edge.edge.instead}."


def _stands(edge: CliffEdge, desk: Desk) -> str:
    if edge.on is None or edge.start_by is None:
        return WHEN_LABELS[edge.when]
    if edge.when is When.STOPPED:
        return f"Stopped on {show(edge.on)}, {days_ago(edge.on, desk.day)} ago"
    left = counted((edge.on - desk.day).days, "day")
    on = f"{WHEN_LABELS[edge.when]}: stops on {show(edge.on)}, in {left}"
    if edge.when is When.AHEAD:
        return f"{on}. Start by {show(edge.start_by)}"
    if edge.when is When.START_NOW:
        return f"{on}. To be started by {show(edge.start_by)}"
    return on


def _basis(edge: CliffEdge) -> str:
    basis = BASIS_LABELS[edge.edge.basis].lower()
    return basis if edge.edge.verified else f"{basis}, from memory, not checked"
