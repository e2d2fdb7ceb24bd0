"""The frame: the places at the left, one page at a time, and the keys that work everywhere."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from carelink.errors import StoreTrouble
from carelink.handover.orphans import say_orphans
from ui.background import Background
from ui.curtain import Curtain
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.find_box import FindBox, Found
from ui.keys import UndoPast, WindowKeys
from ui.labels import label
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_16
from ui.messages import MessageBar
from ui.page import Page
from ui.pages import make_page
from ui.places import GESTURES, TOLD_OF_NOBODYS, places_for
from ui.rail import Rail
from ui.roll_reading import RollReading
from ui.scrolling import Scrolling
from ui.settings import Settings
from ui.unfinished import (
    is_decision,
    is_meeting,
    is_message,
    is_note,
    is_pack,
    say_unfinished,
    section_of,
)

if TYPE_CHECKING:
    from db.drafts import Draft
    from ui.brief.brief_view import BriefView
    from ui.contacts.contact_form import ContactForm
    from ui.duty_desk.duty_desk_view import DutyDeskView
    from ui.handovers.handovers_view import HandoversView
    from ui.meetings.meetings_view import MeetingsView
    from ui.share.shared_view import SharedView
    from ui.team.team_view import TeamView
    from ui.young_person.young_person_view import YoungPersonView

_NARROW = 900


class Window(QMainWindow):
    """`lock_asked` fires when the worker locks; whoever opened the store then closes it."""

    lock_asked = Signal()

    def __init__(self, desk: Desk, background: Background, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("CareLink")
        self.setMinimumSize(560, 360)
        self.desk = desk
        self.signals = DeskSignals(desk, self)
        self.place = ""
        self._background = background
        self._settings = settings
        self._places = places_for(desk.user.role)
        self._pages: dict[str, Page] = {}
        self._sums: dict[str, str] = {}
        self._came_from: list[str] = []
        self.shared: SharedView | None = None
        self._escaped = QTimer(self)
        self._escaped.setSingleShot(True)
        self.rail = Rail(self._places, GESTURES)
        self.messages = MessageBar()
        self.finder = FindBox(desk.people, self.open_person, self)
        self._title = label("", "title")
        self._sum = label("", "quiet")
        self._stack = QStackedWidget()
        self._lay_out()
        self._keys = WindowKeys(self, self._what_keys_do())
        self._undo_past = UndoPast(self)
        self.rail.chosen.connect(self.go_to)
        self.finder.offer(self._actions())
        self.restoreGeometry(settings.window_place)
        self.reading = RollReading(desk, self.signals, background)
        self.reading.troubled.connect(self.messages.say)
        self.reading.finished.connect(self._say_nobodys)
        self.go_to(self._places[0].place_id)

    def go_to(self, place: str) -> None:
        """Show a place of the rail, or do what the rail's gesture does."""
        if place == "record":
            self.record_contact("")
        elif place == "lock":
            self.lock_asked.emit()
        else:
            self._came_from = []
            self._show(place)

    def open_person(self, person_id: str) -> None:
        """The young person's page."""
        view = cast("YoungPersonView", self.page("young_person"))
        view.show_person(person_id)
        self._show_for_now("young_person")

    def open_section(self, person_id: str, name: str) -> None:
        """What waits in one section of the young person's file."""
        self.open_person(person_id)
        cast("YoungPersonView", self.page("young_person")).show_what_waits(name)

    def record_contact(self, person_id: str) -> None:
        """The note, about this person or about whoever is in view."""
        self._record_about(person_id or self.page(self.place).person_in_view())

    def show_brief(self) -> None:
        """B: the duty desk's brief of whoever is in view."""
        self.brief_of(self.page(self.place).person_in_view())

    def brief_of(self, person_id: str) -> None:
        """The duty desk's brief of this person."""
        if person_id:
            cast("BriefView", self.page("brief")).show_person(person_id)
            self._show_for_now("brief")

    def page(self, place: str) -> Page:
        """The page of a place, made when it is first asked for."""
        if place not in self._pages:
            page = make_page(place, self.desk, self.signals, self._background, self._settings)
            page.person_opened.connect(self.open_person)
            page.section_asked.connect(self.open_section)
            page.contact_asked.connect(self.record_contact)
            page.share_asked.connect(self.share)
            page.brief_asked.connect(self.brief_of)
            page.left.connect(self.go_back)
            page.said.connect(self.messages.say)
            page.offered.connect(self.messages.say)
            page.sum_said.connect(partial(self._say_sum, place))
            self._pages[place] = page
            self._stack.addWidget(Scrolling(page))
        return self._pages[place]

    def go_back(self) -> None:
        """Back to where we came from."""
        self._show(self._came_from.pop() if self._came_from else self._places[0].place_id)

    def show_help(self) -> None:
        """F1: the help, and Esc back to where we were."""
        self._show_for_now("help")

    def hide_now(self) -> None:
        """F9, or Esc twice: nothing is to be seen, or all is again as it was."""
        if self.curtain.is_down:
            self.curtain.lift()
        else:
            self._keep_drafts()
            self.finder.put_away()
            self.curtain.drop()
        self._allow_keys()

    def share(self, person_id: str) -> None:
        """Show what is this person's own, and nothing else, until the worker goes back."""
        from ui.share.shared_view import SharedView

        self._keep_drafts()
        self.finder.put_away()
        view = SharedView(self.desk, person_id)
        view.left.connect(self.end_sharing)
        self.shared = view
        self.curtain.share(view)
        self._allow_keys()

    def end_sharing(self) -> None:
        """The worker's side again, where it was left."""
        self.shared = None
        self.curtain.end_sharing()
        self._allow_keys()
        self.page(self.place).setFocus()

    def offer_drafts(self) -> None:
        """After unlocking: say what was left unfinished, and open the newest of it if asked."""
        try:
            drafts = self.desk.drafts()
        except StoreTrouble as trouble:
            self.messages.say(str(trouble))
            return
        if drafts:
            go_on = partial(self._go_on_with, drafts[0])
            self.messages.say(say_unfinished(drafts), "Go on with it", go_on)

    def show_nobodys(self) -> None:
        """Who has no personal adviser, or soon will have none."""
        self.go_to("handovers")
        cast("HandoversView", self.page("handovers")).show_nobodys()

    def leave(self) -> None:
        """Keep what is being typed and where the window stood, before locking or closing."""
        self._keep_drafts()
        self._settings.window_place = self.saveGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < _NARROW)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.signals.look_at_the_day()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.leave()
        super().closeEvent(event)

    def _show(self, place: str) -> None:
        page = self.page(place)
        self.place = place
        self._title.setText(page.title)
        self._sum.setText(self._sums.get(place, ""))
        self.rail.show_place(place)
        self._stack.setCurrentIndex(list(self._pages).index(place))
        page.show_anew()

    def _show_for_now(self, place: str) -> None:
        if self.place != place:
            self._came_from = [p for p in self._came_from if p != place] + [self.place]
        self._show(place)

    def _say_sum(self, place: str, said: str) -> None:
        self._sums[place] = said
        if place == self.place:
            self._sum.setText(said)

    def _on_escape(self) -> None:
        """Twice in the time of a double click hides everything; once goes a step back."""
        if self._escaped.isActive():
            self._escaped.stop()
            self.hide_now()
            return
        self._escaped.start(QApplication.doubleClickInterval())
        if self.curtain.is_open:
            self._step_back()
        elif not self.curtain.is_down and self.shared is not None:
            self.shared.step_back()

    def _say_nobodys(self) -> None:
        """At every start, once everybody is read: is anybody without an adviser?"""
        says = say_orphans(held.orphan for held in self.desk.all_held() if held.orphan)
        if says and self.desk.user.role in TOLD_OF_NOBODYS:
            self.messages.say_after(says, "Show them", self.show_nobodys)

    def _step_back(self) -> None:
        if not self.page(self.place).step_back() and self._came_from:
            self.go_back()

    def _keep_drafts(self) -> None:
        for page in self._pages.values():
            page.keep_drafts()

    def _allow_keys(self) -> None:
        """While the worker's side is out of sight, no key reaches it; the title names nobody."""
        self._keys.allow(all_of_them=self.curtain.is_open)
        sharing = self.curtain.shared is not None and not self.curtain.is_down
        self.setWindowTitle("CareLink: shared view" if sharing else "CareLink")

    def _share_in_view(self) -> None:
        person_id = self.page(self.place).person_in_view()
        if person_id:
            self.share(person_id)
        else:
            self.messages.say("Open a young person's page first, then share.")

    def _explain(self) -> None:
        self.page(self.place).explain()

    def _go_on_with(self, draft: "Draft") -> None:
        """The note, or the section of the file that the draft was begun in, where it has one."""
        if is_note(draft):
            self._record_about(draft.person_id)
        elif is_meeting(draft):
            self.go_to("meetings")
            cast("MeetingsView", self.page("meetings")).open_form(draft.form)
        elif is_message(draft):
            self.go_to("duty_desk")
            cast("DutyDeskView", self.page("duty_desk")).call.show_person(draft.person_id)
        elif is_decision(draft):
            self.go_to("team")
            cast("TeamView", self.page("team")).go_on_with(draft.content)
        elif is_pack(draft):
            self.go_to("board_pack")
        elif section := section_of(draft):
            self.open_section(draft.person_id, section)
        else:
            self.open_person(draft.person_id)

    def _record_about(self, person_id: str) -> None:
        """The note about this person; about nobody yet where there is none."""
        cast("ContactForm", self.page("contact")).start(person_id)
        self._show_for_now("contact")

    def _goer(self, place: str) -> Callable[[], None]:
        return lambda: self.go_to(place)

    def _actions(self) -> list[Found]:
        places = [
            Found(f"go {place.place_id}", f"Go to {place.word}", self._goer(place.place_id))
            for place in self._places
        ]
        return [
            Found("do record", "Record a contact (N)", self._goer("record")),
            Found("do brief", "Brief for the duty desk (B)", self.show_brief),
            *places,
            Found("do settings", "Settings: light or dark, size, keys", self._goer("settings")),
            Found("do help", "Help (F1)", self.show_help),
            Found("do share", "Share with them what is theirs (Ctrl Shift S)", self._share_in_view),
            Found("do hide", "Hide now (F9, or Esc twice)", self.hide_now),
            Found("do lock", "Lock (Ctrl L)", self._goer("lock")),
        ]

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_4)
        head.setVerticalSpacing(0)
        head.setColumnStretch(0, 1)
        head.setColumnStretch(1, 1)
        head.addWidget(self._title, 0, 0)
        head.addWidget(self.finder, 0, 1)
        head.addWidget(self._sum, 1, 0, 1, 2)
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_4)
        bar.addWidget(self.messages)
        right = QWidget()
        right.setObjectName("page")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)
        self.curtain = Curtain(work)
        self.setCentralWidget(self.curtain)

    def _what_keys_do(self) -> dict[str, Callable[[], object]]:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+K": self.finder.ask,
            "Ctrl+L": self.lock_asked.emit,
            "Ctrl+Z": self.messages.act,
            "Ctrl+Shift+S": self._share_in_view,
            "Esc": self._on_escape,
            "F1": self.show_help,
            "F9": self.hide_now,
        }
        if self._settings.single_keys:
            keys |= {"N": self._goer("record"), "W": self._explain, "B": self.show_brief}
        for place in self._places:
            keys[place.key.replace(" ", "+")] = self._goer(place.place_id)
        return keys
