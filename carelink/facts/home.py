"""Where do they live, and what is known of it?"""

from datetime import date
from typing import NamedTuple


class Home(NamedTuple):
    """Where they live or lived. With no `start`, `known_on` is a day they are known there."""

    person_id: str
    start: date | None = None
    end: date | None = None
    type: str = ""
    suitable: str = ""
    provided_by_authority: bool | None = None
    postcode: str = ""
    provider: str = ""
    tenancy: str = ""
    placement: str = ""
    emergency: bool | None = None
    known_on: date | None = None
    address: str = ""
    protected: bool | None = None
    host_authority: str = ""
    host_offer: str = ""
    support_level: str = ""
    support_hours: float | None = None
    support_until: date | None = None
    trial: bool | None = None
    expected_end: date | None = None
    moved_why: str = ""
    row_id: str = ""


class Suitability(NamedTuple):
    """A judgement of a home: each Schedule 2 factor in words, regulation 9(2), and the reasons.

    `suitable` is the legal judgement, `oc3` the return's own digit; they may differ.
    """

    person_id: str
    home_id: str = ""
    on: date | None = None
    worker_id: str = ""
    facilities: str = ""
    repair: str = ""
    safety: str = ""
    location: str = ""
    support: str = ""
    tenancy_status: str = ""
    affordability: str = ""
    views: str = ""
    rights: str = ""
    funding: str = ""
    needs_met: bool | None = None
    landlord_suitable: bool | None = None
    wishes_considered: bool | None = None
    suitable: bool | None = None
    reasons: str = ""
    oc3: str = ""
    oc3_reasons: str = ""
    row_id: str = ""


class HousingStep(NamedTuple):
    """One dated step towards a home of their own: a bid, an offer, a session, a guarantor."""

    person_id: str
    kind: str = ""
    on: date | None = None
    outcome: str = ""
    detail: str = ""
    worker_id: str = ""
    row_id: str = ""
