"""What is to be known of the home they live in now? All in one card, what is missing said."""

from datetime import date

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import Home
from carelink.home.address import address_shown, full_address
from carelink.home.codes import says_not_taken
from carelink.home.custody import say_custody
from carelink.home.history import begun, gaps, say_gap
from carelink.home.support import STAYING_CLOSE, say_package, say_staying_put
from carelink.said import TENANCY_LABELS, Line, counted, say_from_to, say_kind

_WITH_IT = "Shown with the address"
_NO_PACKAGE = frozenset("XRGHSB")
_NO_DOOR = frozenset("XRGHS")
_PROVIDED = {True: "Provided by us", False: "Not provided by us", None: "Not recorded by whom"}


def home_now(case: CaseFile, day: date, *, show_protected: bool = False) -> list[Line]:
    """The lines of the card; a protected address only when somebody has just asked to see it."""
    home = case.home_on(day)
    close = Line("Staying close", "Not yet law", STAYING_CLOSE)
    if home is None:
        open_gap = next((gap for gap in gaps(case, day) if gap.end is None), None)
        since = say_gap(open_gap, day) if open_gap else "Nothing is recorded of any home"
        return [Line("Lives now", "No home is recorded now", since), *say_staying_put(case, day)]
    lines = [
        Line("Lives now", say_kind(home)),
        Line("Since", *_since(home, day)),
        *_where(home, show_protected),
        *_terms(home, show_protected),
    ]
    if home.type not in _NO_PACKAGE:
        lines.append(say_package(home, day))
    lines += [*say_custody(case, day), *_leaving(home, day), *say_staying_put(case, day)]
    doubt = says_not_taken(home, case.person.date_of_birth, day)
    if doubt:
        lines.append(Line("For the return", doubt))
    return [*lines, close]


def _where(home: Home, show_protected: bool) -> list[Line]:
    if home.type in _NO_DOOR and not (home.address or home.postcode):
        lines = []
    else:
        shown = full_address(home) if show_protected else address_shown(home)
        lines = [Line("Address", shown, "Protected" if home.protected and show_protected else "")]
    if home.host_authority and home.protected and not show_protected:
        lines.append(Line("Outside our area", _WITH_IT))
    elif home.host_authority:
        offer = home.host_offer or "What that council offers them is not recorded"
        lines.append(Line("Outside our area", f"In {home.host_authority}", offer))
    return lines


def _terms(home: Home, show_protected: bool) -> list[Line]:
    """A provider's name can give a protected address away, so it is shown only with it."""
    who = home.provider or "Name not recorded"
    if home.provider and home.protected and not show_protected:
        who = _WITH_IT
    tenancy = TENANCY_LABELS.get(home.tenancy, home.tenancy) or "tenancy not recorded"
    lines = []
    if home.type not in _NO_DOOR:
        lines = [
            Line("Provider", f"{who}. {_PROVIDED[home.provided_by_authority]}"),
            Line("Terms", tenancy[:1].upper() + tenancy[1:]),
        ]
    if home.emergency:
        lines.append(Line("Emergency", "Found in an emergency"))
    if home.trial:
        lines.append(Line("Trial stay", "They are trying this home out"))
    return lines + ([Line("Why they moved", home.moved_why)] if home.moved_why else [])


def _leaving(home: Home, day: date) -> list[Line]:
    """The expected end of a stay that is not custody, whose countdown stands by itself."""
    if home.expected_end is None or home.type == "X":
        return []
    days = (home.expected_end - day).days
    when = f"in {counted(days, 'day')}" if days >= 0 else f"{counted(-days, 'day')} ago"
    return [Line("Expected to leave", f"{show(home.expected_end)}, {when}")]


def _since(home: Home, day: date) -> tuple[str, str]:
    if home.start is None:
        return say_from_to(None, home.end, home.known_on), ""
    days = counted((day - begun(home)).days, "day")
    return show(home.start), f"{days}, until {show(home.end)}" if home.end else days
