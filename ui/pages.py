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


def make_page(
    place: str, desk: Desk, signals: DeskSignals, background: Background, settings: Settings
) -> Page:
    """The page of this place; raises KeyError for a place there is not."""
    if place == "my_week":
        from ui.my_week.my_week_view import MyWeekView

        return MyWeekView(desk, signals)
    if place == "people":
        from ui.people.people_view import PeopleView

        return PeopleView(desk, signals)
    if place == "young_person":
        from ui.young_person.young_person_view import YoungPersonView

        return YoungPersonView(desk, signals)
    if place == "contact":
        from ui.contacts.contact_form import ContactForm

        return ContactForm(desk, signals)
    if place == "brief":
        from ui.brief.brief_view import BriefView

        return BriefView(desk, signals)
    if place == "team":
        from ui.team.team_view import TeamView

        return TeamView(desk, signals, background)
    if place == "board":
        from ui.board.board_view import BoardView

        return BoardView(desk, signals, background)
    if place == "settings":
        from ui.settings_view import SettingsView

        return SettingsView(desk, signals, settings)
    if place == "help":
        from ui.help_view import HelpView

        return HelpView(desk, signals)
    raise KeyError(place)
