"""One line for everyone in the store: who is on the roll, who is not, and who is not yet read."""

from carelink.facts import Person
from carelink.known import age_in_years
from carelink.words import State
from ui.desk import Desk
from ui.held import Held
from ui.people.finding import PersonLine, searched_text

_UNREAD = "Still being worked out"


def lines_of(desk: Desk) -> list[PersonLine]:
    """Everyone by name; what the desk has not read yet says so, and reads nothing now."""
    lines = [_line(desk, person, desk.held(person.person_id)) for person in desk.people()]
    lines.sort(key=lambda line: line.searched)
    return lines


def _line(desk: Desk, person: Person, held: Held | None) -> PersonLine:
    age = age_in_years(person, desk.day)
    searched = searched_text(person)
    if held is None:
        return PersonLine(person.person_id, person.name, age, None, "", None, _UNREAD, searched)
    state = held.line.state if held.line else State.NOT_REQUIRED
    status = held.standing.status
    return PersonLine(
        person.person_id, person.name, age, status, held.adviser, state, held.says, searched
    )
