"""One line for everyone in the store: who is on the roll, who is not, and who is not yet read."""

from carelink.facts import Person
from carelink.known import adviser_of, age_in_years, say_off_roll
from carelink.words import State
from ui.desk import Desk, Known
from ui.people.finding import PersonLine, searched_text

_UNREAD = "Still being worked out"


def lines_of(desk: Desk) -> list[PersonLine]:
    """Everyone by name; what the desk has not read yet says so, and reads nothing now."""
    lines = [_line(desk, person, desk.held(person.person_id)) for person in desk.people()]
    lines.sort(key=lambda line: line.searched)
    return lines


def _line(desk: Desk, person: Person, known: Known | None) -> PersonLine:
    age = age_in_years(person, desk.day)
    searched = searched_text(person)
    if known is None:
        return PersonLine(person.person_id, person.name, age, None, "", None, _UNREAD, searched)
    status = known.standing.status
    if known.line is not None:
        line = known.line
        adviser, state, says = line.adviser, line.state, line.sentence
    else:
        adviser = adviser_of(known.case, desk.day)
        state, says = State.NOT_REQUIRED, say_off_roll(known.case, known.standing)
    return PersonLine(person.person_id, person.name, age, status, adviser, state, says, searched)
