"""The pack of one adviser: each of their people one line, and what is so when facts are odd."""

from datetime import date

import pytest

from carelink.errors import Refused, RulebookError
from carelink.facts import Absence, Meeting
from carelink.meetings.audience import packaged_audiences, read_audiences
from carelink.meetings.packs import pack_of
from carelink.meetings.supervision import advisers_of, open_decisions
from carelink.meetings.words import MEETING_LABELS
from tests.carelink.meetings.made import TODAY, asked_of
from tests.people import a_former_relevant

_PA = {"role": "personal_adviser"}
_WORKERS = [
    {"worker_id": "W1", "name": "Naomi Price", "fte": 0.0, **_PA},
    {"worker_id": "W2", "name": "Naomi Price", "team": "North", "fte": 0.6, **_PA},
    {"worker_id": "W3", "name": "Ada Bell", **_PA},
    {"worker_id": "W4", "name": "Gone Long", "end": date(2026, 1, 1), **_PA},
    {"worker_id": "W9", "name": "The Manager", "role": "team_manager"},
]


def someone(key, *workers, **facts):
    given = [{"worker_id": w, **_PA, "start": date(2025, 1, 1)} for w in workers]
    people = {"person_id": key, "known_as": key, "date_of_birth": date(2007, 5, 10)}
    return a_former_relevant(
        people={**people, "uasc": False}, allocations=given, workers=_WORKERS, **facts
    )


def the_pack(worker_id, *cases, **more):
    return pack_of("supervision", asked_of(list(cases), **more), "team", worker_id)


def test_each_of_their_people_has_one_line_by_name():
    pack = the_pack("W1", someone("Zoe", "W1"), someone("Amal", "W1"), someone("Bela", "W2"))
    assert [row.name for row in pack.rows] == ["Amal", "Zoe"]
    assert pack.said.startswith("2 of the 3 on the roll are on this list")
    assert pack.worker_id == "W1"


def test_two_advisers_of_one_name_are_told_apart():
    titles = {the_pack(key, someone("Amal", "W1")).about for key in ("W1", "W2")}
    assert len(titles) == 2
    assert all("Naomi Price (" in title for title in titles)


def test_somebody_with_two_advisers_is_in_both_packs_and_it_is_said():
    shared = someone("Amal", "W1", "W2")
    for key in ("W1", "W2"):
        (row,) = the_pack(key, shared).rows
        assert row.reason == "This adviser is theirs. They have another adviser too."


def test_an_adviser_with_nobody_and_hours_of_nought_or_unknown_are_said():
    pack = the_pack("W1", someone("Amal"))
    assert pack.groups[0].empty == "Nobody on the roll has this adviser on the day."
    assert pack.notes[0] == "Part of a full week worked: 0, no hours. Young people: 0."
    assert "1 on the roll has no personal adviser and stands in nobody's pack." in pack.notes
    assert (
        the_pack("W3", someone("Amal"))
        .notes[0]
        .startswith("Part of a full week worked: Not recorded")
    )


def test_an_unknown_worker_is_refused():
    with pytest.raises(Refused, match="Nobody who works here has the reference W77"):
        the_pack("W77", someone("Amal", "W1"))


def test_whose_pack_there_is_an_adviser_here_or_whoever_advises_somebody():
    asked = asked_of([someone("Amal", "W9"), someone("Bela", "W1")])
    assert advisers_of(asked) == ["W3", "W1", "W2", "W9"]


def test_leave_now_and_ahead_is_said():
    away = [
        Absence("W1", "sickness", date(2026, 11, 20), date(2026, 11, 30)),
        Absence("W1", "leave", date(2026, 12, 21), date(2027, 1, 4)),
        Absence("W2", "leave", date(2026, 12, 21), date(2027, 1, 4)),
    ]
    notes = the_pack("W1", someone("Amal", "W1"), absences=away).notes
    assert "Away today: Sickness, back on 30 November 2026." in notes
    ahead = "Leave from 21 December 2026, back on 4 January 2027"
    assert f"Booked in the next eight weeks: {ahead}." in notes


def test_promises_and_decisions_still_open_stand_in_the_line():
    case = someone(
        "Amal",
        "W1",
        promises=[{"what": "ring the bank", "made_on": date(2026, 11, 1), "due_on": TODAY}],
        decisions=[
            {"about": "duty:x", "on": date(2026, 9, 1), "answer": "agreed"},
            {
                "about": "duty:y",
                "on": date(2026, 9, 1),
                "answer": "action",
                "action": "Visit this week",
                "again_on": date(2026, 9, 8),
            },
        ],
    )
    (row,) = the_pack("W1", case).rows
    assert "1 due soon" in row.cells
    assert "Action needed: Visit this week; came due on 8 September 2026." in row.cells


def test_what_was_decided_in_the_last_supervision_is_said():
    decided = {
        **{"about": "meeting:S10", "on": date(2026, 10, 1), "answer": "action"},
        **{"action": "Ring her aunt", "words": "She worries", "again_on": date(2026, 10, 20)},
    }
    before = {**decided, "about": "meeting:S9", "on": date(2026, 9, 1)}
    case = someone("Amal", "W1", decisions=[decided, before])
    meetings = [Meeting(f"S{n}", "supervision", date(2026, n, 1), "W1") for n in (9, 10)]
    (one,) = the_pack("W1", case, meetings=meetings).decided
    assert one.name == "Amal"
    assert one.says == "Action needed. She worries"
    assert the_pack("W2", case, meetings=meetings).decided == ()


def test_a_decision_is_open_until_done_or_decided_anew_and_each_of_a_supervision_by_itself():
    made = [
        {"about": "duty:x", "on": date(2026, 9, 1), "action": "Old", "answer": "action"},
        {"about": "duty:x duty:y", "on": date(2026, 10, 1), "action": "New", "answer": "action"},
        {"about": "meeting:S1", "on": date(2026, 10, 1), "action": "One", "answer": "action"},
        {"about": "meeting:S1", "on": date(2026, 10, 1), "action": "Two", "answer": "action"},
        {
            "about": "duty:z",
            "on": date(2026, 9, 1),
            "action": "Done",
            "answer": "action",
            "done_on": date(2026, 9, 9),
        },
    ]
    (one,) = asked_of([someone("Amal", "W1", decisions=made)]).roll
    assert {held.action for held in open_decisions(one, TODAY)} == {"New", "One", "Two"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[audience", "that can be read: "),
        ("[given]", "names every kind of meeting"),
        ("days = true", "betray who it is"),
        ("typed = 1", "true or false"),
        ("extra = 1", "has title, says, names, days and typed"),
        ("nobody", "audiences that the file describes"),
    ],
)
def test_a_file_of_audiences_that_might_betray_somebody_is_refused(text, says):
    flags = {"names": "false", "days": "false", "typed": "false"}
    key, _, value = text.partition(" = ")
    if value:
        flags[key] = value
    lines = "\n".join(f"{name} = {on}" for name, on in flags.items())
    code = "nobody" if text == "nobody" else "a"
    given = "\n".join(f'{kind} = ["{code}"]' for kind in MEETING_LABELS)
    whole = f'[audience.a]\ntitle = "A"\nsays = "B"\n{lines}\n[given]\n{given}'
    broken = text if text in ("[audience", "[given]") else whole
    with pytest.raises(RulebookError, match=says):
        read_audiences(broken)


def test_the_audiences_that_come_with_us_hold():
    assert set(packaged_audiences().given) == set(MEETING_LABELS)
    assert all(codes[0] == "team" for codes in packaged_audiences().given.values())
