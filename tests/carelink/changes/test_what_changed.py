"""What changed in a figure, why, and whose fact was corrected, in dated examples."""

from dataclasses import replace
from datetime import date

import pytest

from carelink.changes import Comparing, Kind, TouchedFact
from carelink.facts import Activity, Contact, Home, Person
from carelink.rulebook import load_rulebook
from tests.people import a_former_relevant

RULEBOOK = load_rulebook()
THEN, NOW = date(2026, 9, 26), date(2026, 11, 24)
BORN = date(2006, 5, 10)
HOME = {"start": date(2026, 1, 5), "type": "U", "suitable": "1"}
JOB = {"start": date(2026, 1, 5), "code": "F5"}
SEEN = {"on": date(2026, 9, 20), "rung": "seen"}
ABROAD = {"start": date(2026, 10, 6), "type": "G"}


def compared(was, now=None, touched=(), before=THEN, after=NOW):
    comparing = Comparing(RULEBOOK, before, after)
    comparing.take(was, was if now is None else now, touched)
    return comparing.done()


def of_the_day(comparison, indicator="eet"):
    """The changes of one indicator's figures on the day."""
    return [
        (change.figure.age_band, str(change.kind), change.number, change.base, change.says)
        for change in comparison.changes
        if change.figure[:2] == ("roll", indicator)
    ]


def a_person(born=BORN, **facts):
    return a_former_relevant(
        born, **{"homes": [HOME], "activities": [JOB], "contacts": [SEEN], **facts}
    )


# What happened between the two days: the facts, the indicator, and the changes it makes.
HAPPENED = [
    ("nothing", {}, "eet", []),
    (
        "left work",
        {
            "activities": [
                {**JOB, "end": date(2026, 10, 1)},
                {"start": date(2026, 10, 1), "code": "G5"},
            ]
        },
        "eet",
        [
            (
                "19-21",
                "moved",
                -1,
                0,
                "Was: Training or work, full time, from 5 January 2026. Now: Not in work or "
                "learning: other reasons, from 1 October 2026",
            )
        ],
    ),
    (
        "moved to bed and breakfast",
        {
            "homes": [
                {**HOME, "end": date(2026, 10, 1)},
                {"start": date(2026, 10, 1), "type": "W", "suitable": "2"},
            ]
        },
        "suitable_accommodation",
        [
            (
                "19-21",
                "moved",
                -1,
                0,
                "Was: Own home (tenancy, university or shared flat), suitable, from 5 January "
                "2026. Now: Bed and breakfast, not suitable, from 1 October 2026",
            )
        ],
    ),
    (
        "went abroad",
        {"homes": [{**HOME, "end": date(2026, 10, 6)}, ABROAD]},
        "suitable_accommodation",
        [
            (
                "19-21",
                "left",
                -1,
                -1,
                "Left out of the base. Home: Gone abroad, not known whether suitable, "
                "from 6 October 2026",
            )
        ],
    ),
    (
        "no contact for two months",
        {"contacts": [{"on": date(2026, 9, 20), "rung": "seen"}]},
        "in_touch",
        [
            (
                "19-21",
                "moved",
                -1,
                0,
                "Nothing got through from 24 September 2026 to 24 November 2026: "
                "we were last in touch on 20 September 2026",
            )
        ],
    ),
    (
        "in touch again",
        {"contacts": [{"on": date(2026, 11, 2), "rung": "spoke"}]},
        "in_touch",
        [("19-21", "moved", 1, 0, "In touch with us on 2 November 2026")],
    ),
    (
        "died",
        {"people": {"date_of_birth": BORN, "uasc": False, "date_of_death": date(2026, 10, 9)}},
        "eet",
        [("19-21", "left", -1, -1, "Died on 9 October 2026")],
    ),
    (
        "turned 22",
        {"born": date(2004, 10, 3)},
        "eet",
        [
            (
                "19-21",
                "moved",
                -1,
                -1,
                "Turned 22 on 3 October 2026: counted among ages 22 to 24 and no longer among "
                "19 to 21",
            ),
            (
                "22-24",
                "moved",
                1,
                1,
                "Turned 22 on 3 October 2026: counted among ages 22 to 24 and no longer among "
                "19 to 21",
            ),
        ],
    ),
    (
        "turned 25",
        {"born": date(2001, 10, 3)},
        "eet",
        [("22-24", "left", -1, -1, "Turned 25 on 3 October 2026")],
    ),
    (
        "a promise fell due and was not kept",
        {"promises": [{"made_on": date(2026, 9, 1), "due_on": date(2026, 10, 1)}]},
        "promises_kept",
        [
            (
                "",
                "entered",
                0,
                1,
                "Now in the base. Something promised them for the last twelve months: Promised",
            )
        ],
    ),
    (
        "a second promise was not kept",
        {
            "promises": [
                {
                    "made_on": date(2026, 7, 1),
                    "due_on": date(2026, 8, 1),
                    "kept_on": date(2026, 8, 1),
                },
                {"made_on": date(2026, 9, 1), "due_on": date(2026, 10, 1)},
            ]
        },
        "promises_kept",
        [
            (
                "",
                "moved",
                -1,
                0,
                "Promises due in the last twelve months. Was: All kept. Now: Some kept",
            )
        ],
    ),
    (
        "went out of the eight weeks",
        {"contacts": [{"on": date(2026, 9, 20), "rung": "seen"}]},
        "contact_8w",
        [
            (
                "",
                "moved",
                -1,
                0,
                "Seen within eight weeks. Was: In time. Now: Late. Last seen on 20 September 2026 "
                "(seen, not at home). Every 56 days. Due by 15 November 2026",
            )
        ],
    ),
    (
        "left out of a base",
        {"homes": [{**HOME, "end": date(2026, 10, 6)}, ABROAD]},
        "out_of_area",
        [
            (
                "",
                "left",
                0,
                -1,
                "Left out of the base. Home: Gone abroad, not known whether suitable, from "
                "6 October 2026",
            )
        ],
    ),
    (
        "turned 19",
        {"born": date(2007, 10, 3)},
        "eet",
        [
            (
                "17-18",
                "moved",
                -1,
                -1,
                "Turned 19 on 3 October 2026: counted among ages 19 to 21 and no longer among "
                "17 to 18",
            ),
            (
                "19-21",
                "moved",
                1,
                1,
                "Turned 19 on 3 October 2026: counted among ages 19 to 21 and no longer among "
                "17 to 18",
            ),
        ],
    ),
    (
        "left care at 18",
        {"born": date(2008, 10, 3)},
        "eet",
        [("17-18", "entered", 1, 1, "Former relevant since 3 October 2026")],
    ),
]


@pytest.mark.parametrize(
    ("facts", "indicator", "expected"),
    [one[1:] for one in HAPPENED],
    ids=[one[0] for one in HAPPENED],
)
def test_what_happened_is_said_with_the_figure_it_moved(facts, indicator, expected):
    comparison = compared(a_person(**facts))
    assert of_the_day(comparison, indicator) == expected
    assert all(figure.reconciles for figure in comparison.figures)


def test_who_was_left_out_of_the_base_before_they_turned_19_enters_and_does_not_move():
    back = [
        {**ABROAD, "start": date(2026, 1, 5), "end": date(2026, 10, 6)},
        {**HOME, "start": date(2026, 10, 6)},
    ]
    comparison = compared(a_person(born=date(2007, 10, 3), homes=back))
    (change,) = of_the_day(comparison, "suitable_accommodation")
    assert change[:4] == ("19-21", "entered", 1, 1)


def a_touched(kind, was, now):
    return TouchedFact(kind, was, now, "Naomi Price", date(2026, 10, 14))


def test_a_visit_recorded_late_is_a_correction_by_whom_and_when():
    late = Contact("C9", "A1", "W1", date(2026, 9, 20), "seen_at_home")
    was = a_person(contacts=[])
    now = a_person(contacts=[late._asdict()])
    comparison = compared(was, now, [a_touched("contacts", None, late)], after=THEN)
    assert of_the_day(comparison, "in_touch") == [
        (
            "19-21",
            "corrected",
            1,
            0,
            "Contact added: Seen at home, 20 September 2026 "
            "(recorded by Naomi Price, 14 October 2026)",
        )
    ]


def test_a_home_put_right_says_what_it_was_and_is():
    was, now = a_person(), a_person(homes=[{**HOME, "suitable": "2"}])
    touched = a_touched("homes", was.homes[0], now.homes[0])
    ((band, kind, number, base, says),) = of_the_day(
        compared(was, now, [touched], after=THEN), "suitable_accommodation"
    )
    assert (band, kind, number, base) == ("19-21", "corrected", -1, 0)
    assert says == (
        "Home changed: suitability was suitable, is not suitable "
        "(recorded by Naomi Price, 14 October 2026)"
    )


def test_a_death_and_a_yes_put_right_are_said_in_words():
    was, now = Person("A1", died=False, uasc=None), Person("A1", died=True, uasc=True)
    says = a_touched("people", was, now).says
    assert "whether they have died was no, is yes" in says
    assert "whether they came here alone was not known, is yes" in says


def test_of_several_facts_put_right_only_the_one_that_moved_the_figure_is_said():
    later = Contact("C9", "A1", "W1", date(2026, 10, 1), "seen")
    was = a_person()
    now = a_person(activities=[{**JOB, "code": "G4"}], contacts=[SEEN, later._asdict()])
    touched = [
        a_touched("contacts", None, later),
        a_touched("activities", was.activities[0], now.activities[0]),
    ]
    comparison = compared(was, now, touched, after=THEN)
    ((*_, says),) = of_the_day(comparison)
    assert says.startswith("Work or learning changed: what they do was Training or work, full time")
    assert of_the_day(comparison, "in_touch") == []


def test_facts_that_move_a_figure_only_together_are_all_said():
    before = Activity("A1", date(2025, 1, 1), None, "F5", row_id="x")
    off = Activity("A1", date(2026, 1, 1), None, "G5", row_id="y")
    ended = off._replace(end=date(2026, 9, 1))
    was = a_person(activities=[off._asdict()])
    now = a_person(activities=[before._asdict(), ended._asdict()])
    visit = Contact("C9", "A1", "W1", date(2026, 9, 1), "seen")
    now = replace(now, contacts=(visit, *now.contacts), worked_out={})
    touched = [
        a_touched("contacts", None, visit),
        a_touched("activities", None, before),
        a_touched("activities", off, ended),
    ]
    ((*_, says),) = of_the_day(compared(was, now, touched, after=THEN))
    assert "Contact" not in says
    assert "added: Training or work" in says
    assert "changed: end was not known, is 1 September 2026" in says


def test_many_facts_put_right_are_counted_after_the_first_few():
    visits = [Contact(f"C{n}", "A1", "W1", date(2026, 9, n + 1), "seen") for n in range(5)]
    was, now = a_person(contacts=[]), a_person(contacts=[one._asdict() for one in visits])
    touched = [a_touched("contacts", None, one) for one in visits]
    ((*_, says),) = of_the_day(compared(was, now, touched, after=THEN), "in_touch")
    assert says.count("Contact added") == 3
    assert says.endswith("; and 2 more facts")


def test_somebody_who_was_not_in_the_store_then_came_in_by_a_correction():
    person = Person("A1", "Amal Haddad", date_of_birth=BORN)
    now = a_person(people={"date_of_birth": BORN, "uasc": False, "known_as": "Amal Haddad"})
    comparison = compared(None, now, [a_touched("people", None, person)], after=THEN)
    ((*_, base, says),) = of_the_day(comparison)
    assert (base, comparison.changes[0].name) == (1, "Amal Haddad")
    assert says.startswith("Was not in the store then. Who they are added: date of birth 10 May")


def test_somebody_taken_out_of_the_store_is_said_to_be():
    person = Person("A1", date_of_birth=BORN)
    comparing = Comparing(RULEBOOK, THEN, THEN)
    comparing.take(a_person(), None, [a_touched("people", person, None)])
    ((*_, says),) = of_the_day(comparing.done())
    assert says.startswith("Was taken out of the store. Who they are taken out")


def of_the_year(born):
    """The changes in who was in touch around their birthday, when a new year begins to count."""
    turned = compared(a_person(born), before=date(2026, 3, 30), after=date(2026, 3, 31))
    assert all(figure.reconciles for figure in turned.figures)
    return [
        (change.figure.age_band, str(change.kind), change.says)
        for change in turned.changes
        if change.figure[:2] == ("birthday_cohort", "in_touch_birthday")
    ]


def test_when_a_new_year_counts_each_enters_or_leaves_by_their_birthday():
    left = "Turned 21 on 10 May 2024, which the time now counted does not hold"
    assert of_the_year(date(2003, 5, 10)) == [("19-21", "left", left)]
    moved = "Turned 19 on 10 May 2025: counted among ages 19 to 21 and no longer among 17 to 18"
    assert of_the_year(date(2006, 5, 10)) == [("17-18", "moved", moved), ("19-21", "moved", moved)]
    entered = "Turned 18 on 10 May 2025, in the time now counted"
    assert of_the_year(date(2007, 5, 10)) == [("17-18", "entered", entered)]


def test_a_corrected_fact_and_what_happened_after_are_two_lines_that_add_up():
    was = a_person(activities=[{**JOB, "code": "G5"}])
    now = a_person(
        activities=[{**JOB, "end": date(2026, 10, 1)}, {"start": date(2026, 10, 1), "code": "G4"}]
    )
    touched = [a_touched("activities", was.activities[0], now.activities[0])]
    comparison = compared(was, now, touched)
    kinds = [kind for _, kind, *_ in of_the_day(comparison)]
    assert kinds == [Kind.MOVED, Kind.CORRECTED]
    assert all(figure.reconciles for figure in comparison.figures)


def test_a_protected_address_is_in_no_line():
    hidden = Home(
        "A1", date(2026, 1, 5), type="U", suitable="1", postcode="ME4 4TR", protected=True
    )
    was, now = a_person(homes=[]), a_person(homes=[hidden._asdict()])
    comparison = compared(was, now, [a_touched("homes", None, hidden)], after=THEN)
    assert comparison.changes
    assert not [change for change in comparison.changes if "ME4" in change.says]
