"""Who is the young person, and who is around them?"""

from datetime import date
from typing import NamedTuple


class Person(NamedTuple):
    """Who the young person is. `died` says that they have died where the day is not known."""

    person_id: str
    known_as: str = ""
    legal_name: str = ""
    date_of_birth: date | None = None
    date_of_death: date | None = None
    sex: str = ""
    gender: str = ""
    pronouns: str = ""
    ethnicity: str = ""
    uasc: bool | None = None
    disability: bool | None = None
    nhs_number: str = ""
    responsible_authority: str = ""
    care_order_now: bool | None = None
    died: bool | None = None
    recorded_status: str = ""
    previous_names: str = ""
    phone: str = ""
    safe_contact: str = ""
    language: str = ""
    about_me: str = ""

    @property
    def name(self) -> str:
        """The name they use, else their legal name, else the council's reference."""
        return self.known_as or self.legal_name or self.person_id


class Worker(NamedTuple):
    """Someone who works with young people here; `end` is the first day they no longer did.

    `languages` are those they speak beside English, `district` the postcode district they work
    from, as `ME4`.
    """

    worker_id: str
    name: str = ""
    role: str = ""
    team: str = ""
    fte: float | None = None
    start: date | None = None
    end: date | None = None
    languages: str = ""
    district: str = ""

    def works_on(self, day: date) -> bool:
        """Whether they work here on the day; an unknown first day has been."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


class Allocation(NamedTuple):
    """Who works with whom, in which role, from when until when (the end is not counted)."""

    person_id: str
    worker_id: str
    role: str = ""
    start: date | None = None
    end: date | None = None
    row_id: str = ""


class Supporter(NamedTuple):
    """Someone in their life who is not a worker; `in_copy` is their yes to naming them there."""

    person_id: str
    name: str = ""
    relationship: str = ""
    how_to_reach: str = ""
    in_copy: bool | None = None
    start: date | None = None
    end: date | None = None
    row_id: str = ""
