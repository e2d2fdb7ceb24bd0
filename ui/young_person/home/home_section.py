"""Home: where they live with all that comes with it, how it was judged, and where they lived."""

from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QWidget

from carelink.facts import Home
from carelink.home.judgement import latest_judgement, say_factors, say_judgement
from carelink.home.nights import say_nights
from carelink.home.now import home_now
from carelink.home.schedule_2 import SOURCE
from carelink.home.steps import say_bidding, say_preparation, waiting_steps
from carelink.home.support import staying_put_on
from ui.desk import Desk
from ui.held import Known
from ui.young_person.cards import Card
from ui.young_person.home.home_forms import ChangeHomeForm, MoveForm
from ui.young_person.home.judge_form import JudgeForm
from ui.young_person.home.said import rows_of_homes, rows_of_steps, say_homes
from ui.young_person.home.step_forms import StayingPutForm, StepForm
from ui.young_person.ledger_card import LedgerCard
from ui.young_person.section import Section

_NO_HOME = "No home is recorded now, so there is none to judge."


class HomeSection(Section):
    """A protected address is shown for one look, when its button is pressed, and hidden again."""

    title = "Home"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.now = Card("Home now")
        self.nights = Card("Nights without a settled home")
        self.judgement = Card("Is it suitable?")
        self.towards = Card("Towards a home of their own")
        self.steps = LedgerCard("Steps taken", at_once=5)
        self.history = LedgerCard("Where they lived")
        self.show_address = QPushButton("Show the address")
        self.move_in = QPushButton("Record a move")
        self.change = QPushButton("Change this home")
        self.stay = QPushButton("Record staying put")
        self.judge = QPushButton("Judge suitability")
        self.weighed = QPushButton("Show what was weighed")
        self.step = QPushButton("Record a housing step")
        self.now.add_buttons(self.move_in, self.change, self.stay, self.show_address)
        self.judgement.add_buttons(self.judge, self.weighed)
        self.steps.add_button(self.step)
        cards = (self.now, self.nights, self.judgement, self.towards, self.steps, self.history)
        for card in cards:
            self.column.addWidget(card)
        self.column.addStretch(1)
        self._connect()

    def show_known(self, known: Known) -> None:
        if self.known and self.person_id != known.case.person.person_id:
            self.steps.start_anew()
            self.history.start_anew()
        super().show_known(known)
        self._address_shown = self._all_weighed = False
        case, day = known.case, self.desk.day
        nights = say_nights(case, day)
        self.nights.setVisible(bool(nights))
        self.nights.show_lines(nights)
        self._show_now()
        self._show_judgement()
        lines = [*say_bidding(case), *say_preparation(case), *waiting_steps(case, day)]
        self.towards.show_lines(lines)
        steps = rows_of_steps(case)
        self.steps.show_rows(steps, "" if steps else "No step is recorded.")
        self.history.show_rows(rows_of_homes(case, day), say_homes(case, day))

    def hideEvent(self, event: QHideEvent) -> None:
        """What was shown for one look is hidden again when the section is left."""
        if self.known is not None and self._address_shown:
            self._address_shown = False
            self._show_now()
        super().hideEvent(event)

    def step_back(self) -> bool:
        if not self._address_shown:
            return False
        self._address_shown = False
        self._show_now()
        return True

    def _show_now(self) -> None:
        assert self.known is not None
        case, day = self.known.case, self.desk.day
        home = case.home_on(day)
        self.now.show_lines(home_now(case, day, show_protected=self._address_shown))
        self.show_address.setVisible(bool(home and home.protected))
        self.show_address.setText("Hide it" if self._address_shown else "Show the address")
        self.change.setVisible(home is not None)
        running = staying_put_on(case, day)
        self.stay.setText("Change staying put" if running else "Record staying put")

    def _show_judgement(self) -> None:
        assert self.known is not None
        case, home = self.known.case, self.known.case.home_on(self.desk.day)
        self.judge.setVisible(home is not None)
        judged = latest_judgement(case, home) if home else None
        self.weighed.setVisible(judged is not None)
        self.weighed.setText("Show less" if self._all_weighed else "Show what was weighed")
        lines = say_judgement(case, home) if home else []
        if judged is not None and self._all_weighed:
            lines += say_factors(judged)
        self.judgement.show_lines(lines, lead=SOURCE + "." if home else _NO_HOME)

    def _connect(self) -> None:
        self._address_shown = self._all_weighed = False
        self.move_in.setObjectName("main")
        self.show_address.setToolTip("For one look; it is hidden again by itself")
        self.move_in.clicked.connect(self.ask_form(MoveForm))
        self.step.clicked.connect(self.ask_form(StepForm))
        self.change.clicked.connect(self._on_change)
        self.stay.clicked.connect(self._on_stay)
        self.judge.clicked.connect(self._on_judge)
        self.weighed.clicked.connect(self._on_weighed)
        self.show_address.clicked.connect(self._on_address)
        self.history.asked.connect(self._on_home)
        self.steps.asked.connect(self._on_step)

    def _on_change(self) -> None:
        assert self.known is not None
        home = self.known.case.home_on(self.desk.day)
        hides = bool(home and home.protected) and not self._address_shown
        self.ask_form(partial(ChangeHomeForm, hides=hides), home)()

    def _on_judge(self) -> None:
        assert self.known is not None
        home = self.known.case.home_on(self.desk.day)
        assert home is not None
        self.ask_form(partial(JudgeForm, home=home))()

    def _on_stay(self) -> None:
        assert self.known is not None
        self.ask_form(StayingPutForm, staying_put_on(self.known.case, self.desk.day))()

    def _on_home(self, act: str, home: Home) -> None:
        self.ask_form(partial(ChangeHomeForm, hides=bool(home.protected)), home)()

    def _on_step(self, act: str, step: object) -> None:
        self.ask_form(StepForm, step)()

    def _on_address(self) -> None:
        self._address_shown = not self._address_shown
        self._show_now()

    def _on_weighed(self) -> None:
        self._all_weighed = not self._all_weighed
        self._show_judgement()
