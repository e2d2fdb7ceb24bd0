"""Seven invented young people and the meetings about them: what the packs are printed from."""

from datetime import date

from carelink.facts import Absence, Meeting, MeetingAction
from tests.carelink.meetings.made import asked_of
from tests.carelink.papers.someone import DAY
from tests.people import a_case

_PA = "personal_adviser"
_WORKERS = [
    {"worker_id": "W1", "name": "Naomi Price", "role": _PA, "fte": 0.8},
    {"worker_id": "W2", "name": "Sam Adeyemi", "role": "social_worker"},
]
_MEETINGS = tuple(
    Meeting(f"{kind}-1", kind, on, "W1" if kind == "supervision" else "")
    for kind, on in (
        ("transitions", date(2026, 10, 20)),
        ("near_transition", date(2026, 10, 20)),
        ("eet", date(2026, 10, 6)),
        ("housing", date(2026, 10, 22)),
        ("resources", date(2026, 11, 2)),
        ("custody", date(2026, 10, 12)),
        ("exploitation", date(2026, 10, 28)),
        ("supervision", date(2026, 10, 29)),
        ("unclaimed", date(2026, 9, 4)),
    )
)
_ACTIONS = (
    MeetingAction("A1", "housing-1", date(2026, 10, 22), "Ask for a list of rooms", "W1", DAY),
    MeetingAction("A2", "supervision-1", date(2026, 10, 29), "Book the training", "Naomi"),
)
_IN_CARE = [{"start": date(2020, 1, 1), "legal_status": "C2"}]
_LEFT = [{"start": date(2019, 1, 1), "end": date(2025, 1, 1), "legal_status": "C2"}]
_WITH_NAOMI = [
    {"worker_id": "W1", "role": _PA, "start": date(2025, 3, 1)},
    {"worker_id": "W2", "role": "social_worker", "start": date(2024, 3, 1)},
]


def _young(key, name, born, **facts):
    people = {"person_id": key, "known_as": name, "date_of_birth": born, "uasc": False}
    given = {"care_periods": _IN_CARE, "allocations": _WITH_NAOMI, **facts}
    return a_case(people=people, workers=_WORKERS, **given)


def _people():
    yield _young(
        *("MED-0001", "Bela Kovács", date(2009, 2, 1)),
        homes=[{"start": date(2022, 5, 1), "placement": "U4"}],
        events=[{"kind": "pa_introduction", "on": date(2026, 5, 5), "outcome": "done"}],
        meeting_items=[
            {
                **{"meeting_id": "transitions-1", "on": date(2026, 10, 20)},
                **{"answer": "eligible", "service": "Learning disability team", "lead": "W2"},
                **{"action": "Book the joint visit", "by_whom": "W1"},
                **{"due_on": date(2026, 11, 10), "words": "She wants to stay near her school"},
            }
        ],
        missing_episodes=[{"missing_on": date(2026, 11, 8), "found_on": date(2026, 11, 10)}],
    )
    yield _young(
        *("MED-0002", "أحمد علي", date(2009, 4, 30)),
        homes=[{"start": date(2025, 5, 1), "type": "D", "suitable": "1"}],
        allocations=[],
        safety_flags=[
            {
                **{"flag_id": "F1", "kind": "gangs", "level": "medway_2017_2"},
                **{"set_on": date(2026, 5, 1), "review_on": date(2027, 1, 5)},
            }
        ],
    )
    yield _young(
        *("MED-0003", "ሐና ተስፋዬ", date(2006, 9, 9)),
        care_periods=_LEFT,
        homes=[{"start": date(2026, 11, 12), "type": "W", "suitable": "2", "provider": "Sea View"}],
        activities=[
            {
                **{"start": date(2026, 6, 1), "code": "G4", "barrier": "health"},
                **{"next_step": "See the nurse together", "next_step_on": date(2026, 11, 20)},
            }
        ],
        housing_steps=[{"kind": "bid", "on": date(2026, 11, 1), "outcome": "waiting"}],
        promises=[{"what": "Ring the council tax office", "due_on": date(2026, 11, 20)}],
    )
    yield _young(
        *("MED-0004", "Jo Mbeki", date(2006, 1, 20)),
        care_periods=_LEFT,
        homes=[
            {
                **{"start": date(2026, 8, 1), "type": "X", "suitable": "2"},
                **{"expected_end": date(2026, 12, 10)},
            }
        ],
        activities=[{"start": date(2026, 8, 1), "code": "G5"}],
        meeting_items=[
            {
                **{"meeting_id": "custody-1", "on": date(2026, 10, 12), "answer": "put_off"},
                **{"action": "Ask probation about the bail hostel", "by_whom": "Probation"},
                **{"done_on": date(2026, 11, 3), "done_words": "They have a bed"},
            }
        ],
    )
    yield _young(
        *("MED-0005", "Wilhelmina Oluwafunmilayo Adebayo-Fotheringham-Smythe", date(2005, 12, 24)),
        care_periods=_LEFT,
        homes=[{"start": date(2020, 5, 1), "type": "Z", "suitable": "1"}],
        circumstances=[{"kind": "staying_put", "start": date(2023, 12, 24), "detail": "Mrs Cole"}],
        activities=[{"start": date(2026, 9, 1), "code": "F2"}],
        decisions=[
            {
                **{"about": "meeting:supervision-1", "on": date(2026, 10, 29), "answer": "action"},
                **{"action": "Write the plan for moving on", "again_on": date(2026, 11, 12)},
            }
        ],
    )
    yield _young(
        *("MED-0006", "Zoë Price", date(2007, 7, 7)),
        care_periods=_LEFT,
        homes=[{"start": date(2025, 9, 1), "type": "U", "tenancy": "own", "suitable": "1"}],
        activities=[{"start": date(2026, 9, 1), "code": "F1"}],
    )
    yield _young("MED-0007", "Yusuf Begum", None, care_periods=_LEFT)


def a_round():
    """What each of the nine packs is worked out from, on 24 November 2026."""
    away = [Absence("W1", "leave", date(2026, 12, 21), date(2027, 1, 4))]
    return asked_of(list(_people()), DAY, _MEETINGS, _ACTIONS, absences=away)
