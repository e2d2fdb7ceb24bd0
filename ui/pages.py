"""Which pages are there? Each is made when it is first asked for, so that the window is quick."""

from importlib import import_module

from ui.background import Background
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.page import Page
from ui.settings import Settings


def fetch_first() -> None:
    """Import the page that the window opens with."""
    import_module("ui.my_week.my_week_view")


# By place: the module of its page, the page's name in it, and what it needs beside the desk.
_PAGES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "my_week": ("ui.my_week.my_week_view", "MyWeekView", ()),
    "people": ("ui.people.people_view", "PeopleView", ()),
    "young_person": ("ui.young_person.young_person_view", "YoungPersonView", ()),
    "contact": ("ui.contacts.contact_form", "ContactForm", ()),
    "brief": ("ui.brief.brief_view", "BriefView", ()),
    "team": ("ui.team.team_view", "TeamView", ()),
    "board": ("ui.board.board_view", "BoardView", ("background",)),
    "board_pack": ("ui.release.pack_view", "PackView", ("background",)),
    "workload": ("ui.workload.workload_view", "WorkloadView", ("background",)),
    "duty_desk": ("ui.duty_desk.duty_desk_view", "DutyDeskView", ()),
    "handovers": ("ui.handovers.handovers_view", "HandoversView", ()),
    "meetings": ("ui.meetings.meetings_view", "MeetingsView", ("background",)),
    "ahead": ("ui.ahead.ahead_view", "AheadView", ("background",)),
    "settings": ("ui.settings_view", "SettingsView", ("settings",)),
    "help": ("ui.help_view", "HelpView", ()),
}


def make_page(
    place: str, desk: Desk, signals: DeskSignals, background: Background, settings: Settings
) -> Page:
    """The page of this place; raises KeyError for a place there is not."""
    module, name, needs = _PAGES[place]
    there = {"background": background, "settings": settings}
    page: Page = getattr(import_module(module), name)(desk, signals, *(there[n] for n in needs))
    return page
