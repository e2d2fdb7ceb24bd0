"""Who are the children of an SSDA903 return, as its files together say?"""

from dataclasses import dataclass
from datetime import date

from carelink.dates import show
from carelink.exchange.reading import Reading, counted
from carelink.exchange.ssda903.codes import ETHNIC, SEX
from carelink.exchange.ssda903.said import Return, Said
from carelink.exchange.values import LONGEST_ID, Unfit, shown
from carelink.exchange.wild_dates import NotADay, read_day
from carelink.facts import Person


@dataclass
class Child:
    """One child: where they were first named, and what is known of them so far."""

    child: str
    file: str
    line: int
    born: date | None = None
    sex: str = ""
    ethnicity: str = ""
    uasc: bool | None = None
    care_order_now: bool | None = None
    died_on: date | None = None
    died: bool | None = None

    def person(self) -> Person:
        """The child as the young person CareLink knows."""
        return Person(
            person_id=self.child,
            date_of_birth=self.born,
            date_of_death=self.died_on,
            sex=self.sex,
            ethnicity=self.ethnicity,
            uasc=self.uasc,
            care_order_now=self.care_order_now,
            died=self.died,
        )


class Children:
    """Every child named in the return. Who is named badly is left out with all their rows."""

    def __init__(self, reading: Reading, today: date) -> None:
        self.known: dict[str, Child] = {}
        self._left_out: dict[str, tuple[str, int]] = {}
        self._reading = reading
        self._today = today
        self._odd_codes = 0

    def read(self, said: Return) -> None:
        """Take the children of the header and UASC files."""
        seen: dict[tuple[str, str], int] = {}
        for row in (*said.header, *said.uasc):
            first = seen.setdefault((row.file, row.cell("CHILD")), row.line)
            try:
                if first != row.line:
                    raise Unfit(f"This child stands on line {first} already; keep one row.")
                child = self.child_of(row, leave_out=True)
            except Unfit as unfit:
                self.refuse(row, str(unfit))
            else:
                self._describe(child, row)
        for row in said.uasc:
            if row.cell("CHILD") in self.known:
                self.known[row.cell("CHILD")].uasc = True
        if self._odd_codes:
            what = counted(self._odd_codes, "code")
            self._reading.notes.append(f"{what} of SEX, ETHNIC or UASC not in use, left empty.")

    def child_of(self, row: Said, *, leave_out: bool = False) -> Child:
        """The child a row is about; one met for the first time comes in.

        Raises: Unfit when the row cannot be taken; with `leave_out`, neither can their other rows.
        """
        name = row.cell("CHILD")
        if not name or len(name) > LONGEST_ID or not name.isprintable():
            raise Unfit("CHILD is empty or cannot be printed; give the child's reference.")
        if name in self._left_out:
            file, line = self._left_out[name]
            raise Unfit(f"This child was refused ({file}, line {line}); mend that row.")
        try:
            born = read_day(row.cell("DOB"), self._today)
        except NotADay as error:
            if leave_out and name not in self.known:
                self._left_out[name] = (row.file, row.line)
            raise Unfit(f"DOB: {error}; correct it.") from error
        child = self.known.setdefault(name, Child(name, row.file, row.line, born))
        if child.born and born and child.born != born:
            where = f"{child.file}, line {child.line}"
            says = f"DOB is {show(born)}, but {show(child.born)} in {where}; correct one of them."
            raise Unfit(says)
        child.born = child.born or born
        return child

    def refuse(self, row: Said, *says: str) -> None:
        """Leave a row out, naming the child where the line alone does not tell."""
        who = f"Child {shown(row.cell('CHILD'))}: " if row.file.lower().endswith(".xml") else ""
        self._reading.refuse(row.file, row.line, who + " ".join(says))

    def _describe(self, child: Child, row: Said) -> None:
        """Take what a row says of the child; what it leaves empty stays as it was."""
        sex, ethnic, uasc = row.code("SEX"), row.code("ETHNIC"), row.code("UASC")
        self._odd_codes += bool(sex and sex not in SEX) + bool(ethnic and ethnic not in ETHNIC)
        self._odd_codes += bool(uasc and uasc not in ("0", "1"))
        child.sex = SEX.get(sex, child.sex)
        child.ethnicity = ethnic if ethnic in ETHNIC else child.ethnicity
        child.uasc = {"1": True, "0": False}.get(uasc, child.uasc)
