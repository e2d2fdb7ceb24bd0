"""What does one row of the care-leaver list say, every cell read or refused?"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from carelink.exchange.annex_a import codes
from carelink.exchange.annex_a.columns import name_of
from carelink.exchange.values import LONGEST_ID, Unfit
from carelink.exchange.wild_dates import NotADay, read_day
from carelink.words import NEVER_SUITABLE

_OLDEST = 130


class Entry(NamedTuple):
    """One young person as the list has them. Empty and None: the list does not say."""

    id: str
    gender: str
    ethnicity: str
    born: date | None
    uasc: bool | None
    disability: bool | None
    team: str
    worker: str
    adviser: str
    eligibility: str
    reviewed: date | None
    in_touch: str
    contacted: date | None
    home: str
    suitable: str
    activity: str
    age: int | None


class Cells:
    """The cells of one row by field, and what is wrong with those read so far."""

    def __init__(
        self,
        row: list[object],
        places: Mapping[str, int],
        today: date,
        day: Callable[[float], datetime | None],
    ) -> None:
        self.problems: list[str] = []
        self._row = row
        self._places = places
        self._today = today
        self._day = day

    def entry(self) -> Entry:
        """The row understood; what is wrong with it stands in `problems`."""
        entry = Entry(
            id=self._id(),
            gender=self._chosen("gender", codes.GENDER),
            ethnicity=self._coded("ethnicity", codes.ethnicity),
            born=self._date("born"),
            uasc=_truth(self._chosen("uasc", codes.YES_NO)),
            disability=_truth(self._chosen("disability", codes.YES_NO)),
            team=self._text("team"),
            worker=self._text("worker"),
            adviser=self._text("adviser"),
            eligibility=self._chosen("eligibility", codes.ELIGIBILITY),
            reviewed=self._date("reviewed"),
            in_touch=self._chosen("in_touch", codes.IN_TOUCH),
            contacted=self._date("contacted"),
            home=self._coded("home", codes.home),
            suitable=self._chosen("suitable", codes.SUITABLE),
            activity=self._coded("activity", codes.activity),
            age=self._age(),
        )
        if entry.home in NEVER_SUITABLE and entry.suitable == "Suitable":
            what = "custody" if entry.home == "X" else "no fixed home"
            self.problems.append(f"{name_of('suitable')} cannot be so for {what}; correct it.")
        if not any(entry[1:]):
            self.problems.append("The row holds nothing but a reference; fill it in or delete it.")
        return entry

    def _cell(self, field: str) -> object:
        place = self._places.get(field, len(self._row))
        value = self._row[place] if place < len(self._row) else None
        return "" if value is None else value

    def _id(self) -> str:
        value = self._cell("id")
        whole = isinstance(value, float) and value.is_integer()
        text = str(int(value) if whole and isinstance(value, float) else value).strip()
        if not text:
            self.problems.append(f"{name_of('id')} is empty; give the council's reference.")
        elif len(text) > LONGEST_ID or not text.isprintable():
            self.problems.append(f"{name_of('id')} is too long or cannot be printed; correct it.")
        return text

    def _text(self, field: str) -> str:
        """A name as it is written, on one line."""
        text = " ".join(str(self._cell(field)).split())
        if len(text) > LONGEST_ID:
            self.problems.append(f"{name_of(field)} is too long; shorten it.")
        return "".join(char for char in text if char.isprintable())

    def _date(self, field: str) -> date | None:
        value = self._cell(field)
        try:
            if isinstance(value, int | float) and not isinstance(value, bool):
                value = self._day(value) or value
            return read_day(value, self._today)
        except NotADay as error:
            self.problems.append(f"{name_of(field)}: {error}; correct it.")
        except (ValueError, OverflowError):
            self.problems.append(f"{name_of(field)}: the number is no day; correct it.")
        return None

    def _age(self) -> int | None:
        """The age in whole years, though some write it with its fraction; it decides nothing."""
        try:
            age = float(str(self._cell("age")))
        except ValueError:
            return None
        return int(age) if 0 <= age < _OLDEST else None

    def _chosen(self, field: str, ways: codes.Choices) -> str:
        return self._coded(field, lambda name, value: codes.chosen(name, value, ways))

    def _coded(self, field: str, read: Callable[[str, object], str]) -> str:
        try:
            return read(name_of(field), self._cell(field))
        except Unfit as unfit:
            self.problems.append(str(unfit))
            return ""


def _truth(answer: str) -> bool | None:
    return {"Yes": True, "No": False}.get(answer)
