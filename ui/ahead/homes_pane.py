"""Which homes will be wanted, quarter by quarter, and by whom?"""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from carelink.dates import show
from carelink.forecast import HomesWanted, homes_wanted
from ui.ahead.pane import AheadPane
from ui.ahead.tables import GivenTable
from ui.ahead.taken import Taken
from ui.background import Background
from ui.desk import Desk
from ui.labels import label

_QUARTERS = 8


class HomesPane(AheadPane):
    """By kind, by reason, then everyone with their day; then what was assumed."""

    word = "Homes wanted"

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(desk, background, parent)
        self.wanted: HomesWanted | None = None
        columns = homes_wanted((), desk.day, _QUARTERS).columns
        self.by_kind = GivenTable("By kind of home", ("Kind", *columns), numbers=True)
        self.by_reason = GivenTable("By why", ("Why", *columns), numbers=True)
        self.people = GivenTable(
            "Who: each opens its person",
            ("Who", "From", "Kind", "Why"),
            numbers=False,
            empty="No change of home is on record for anybody.",
        )
        self.assumed = label("\n".join(homes_wanted((), desk.day).assumptions), "small")
        self.people.person_opened.connect(self.person_opened)
        for part in (
            *(self.by_kind, self.by_reason, self.people),
            *(label("What this rests on", "heading"), self.assumed),
        ):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.setFocusProxy(self.by_kind.table)

    def show_taken(self, taken: Mapping[str, Taken]) -> None:
        on_roll = (held.want for held in taken.values() if held.lived.on_roll)
        found = homes_wanted(on_roll, self.desk.day, _QUARTERS)
        self.wanted = found
        for table, rows in ((self.by_kind, found.by_kind), (self.by_reason, found.by_reason)):
            table.show_rows([(name, *(f"{n:,}" if n else "–" for n in ns)) for name, ns in rows])
        self.people.show_rows(
            [
                (want.name, show(want.on) if want.on else "No day is known", want.kind, want.why)
                for want in found.wants
            ],
            [want.person_id for want in found.wants],
        )
        self.say_sum(found.said)
