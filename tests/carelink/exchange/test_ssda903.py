from datetime import date

import pytest

from carelink.exchange.ssda903.said import Label, label_of
from carelink.exchange.ssda903.years import known_on, year_by_ages, year_ending
from carelink.facts import Activity, CarePeriod, Home, Person
from tests.carelink.exchange.sources import TODAY, csv_of, facts, read, refusals, why_not

HEADER = ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"]
EPISODES = ["CHILD", "DECOM", "LS", "PLACE", "PL_POST", "DEC", "REC"]
OC3 = ["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"]
UASC = ["CHILD", "SEX", "DOB", "DUC"]
SAM = ["1", "2", "10/05/2000", "WBRI", "", "", ""]


def a_return(episodes=(), oc3=(), header=(SAM,), uasc=()):
    """The CSV files of a return about a child born 10 May 2000, unless other rows are given."""
    files = {"header.csv": csv_of(HEADER, *header)}
    if episodes:
        files["episodes.csv"] = csv_of(EPISODES, *episodes)
    if oc3:
        files["oc3.csv"] = csv_of(OC3, *oc3)
    if uasc:
        files["uasc.csv"] = csv_of(UASC, *uasc)
    return files


def periods(*episodes):
    """Start, end, legal status and reason of the periods that a child's episodes make."""
    found = facts(read(a_return([["1", *episode] for episode in episodes])), "care_periods")
    return [(p.start, p.end, p.legal_status, p.reason_ceased, p.short_break) for p in found]


def episode(start, end="", reason="X1", *, legal="C2", place="U4", post="ME4 4AA"):
    return [start, legal, place, post, end, reason]


def test_every_child_of_the_header_comes_in_whatever_their_age():
    header = [SAM, ["2", "M", "01/02/2024", "mwbc", "", "", ""], ["3", "U", "", "", "", "", ""]]

    assert facts(read(a_return(header=header)), "people") == [
        Person("1", date_of_birth=date(2000, 5, 10), sex="F", ethnicity="WBRI"),
        Person("2", date_of_birth=date(2024, 2, 1), sex="M", ethnicity="MWBC"),
        Person("3", sex="U"),
    ]


def test_files_are_known_by_their_columns_and_not_by_their_names():
    files = {
        "a.csv": b"\xef\xbb\xbfchild ,dob,Ethnic,sex\n1,10/05/2000,WBRI,2\n",
        "b.csv": csv_of(EPISODES, ["1", *episode("01/06/2015", "01/06/2016", "E4A")]),
    }
    reading = read(files)

    assert facts(reading, "people")[0].date_of_birth == date(2000, 5, 10)
    assert facts(reading, "care_periods")[0].reason_ceased == "E4A"


def test_episodes_that_follow_one_another_are_one_period():
    assert periods(
        episode("01/06/2015", "01/09/2015", legal="L1"),
        episode("01/09/2015", "01/12/2015", legal="C1"),
        episode("01/12/2015", legal="C2"),
    ) == [(date(2015, 6, 1), None, "C2", "", False)]


def test_a_final_reason_ends_the_period_though_another_begins_that_day():
    assert periods(
        episode("01/06/2015", "01/09/2015", "E4B"),
        episode("01/09/2015", "01/12/2015", "E17"),
    ) == [
        (date(2015, 6, 1), date(2015, 9, 1), "C2", "E4B", False),
        (date(2015, 9, 1), date(2015, 12, 1), "C2", "E17", False),
    ]


def test_a_gap_between_episodes_makes_two_periods():
    assert [(start, end) for start, end, *_ in periods(
        episode("01/06/2015", "01/09/2015"), episode("02/09/2015", "01/12/2015", "E17")
    )] == [(date(2015, 6, 1), date(2015, 9, 1)), (date(2015, 9, 2), date(2015, 12, 1))]  # fmt: skip


def test_overlapping_episodes_are_one_period_for_the_law_counts_a_day_once():
    assert periods(
        episode("01/06/2015", "01/12/2015", "E4A"),
        episode("01/07/2015", "01/08/2015"),
    ) == [(date(2015, 6, 1), date(2015, 12, 1), "C2", "E4A", False)]


def test_short_breaks_are_periods_of_their_own_and_no_home():
    files = a_return(
        [
            ["1", *episode("01/06/2015", "01/09/2015", legal="V4")],
            ["1", *episode("01/09/2015", "01/12/2015", "E17")],
        ]
    )
    reading = read(files)

    assert [(p.start, p.short_break) for p in facts(reading, "care_periods")] == [
        (date(2015, 9, 1), False),
        (date(2015, 6, 1), True),
    ]
    assert [home.start for home in facts(reading, "homes")] == [date(2015, 9, 1)]


def test_an_episode_without_an_end_ends_as_the_next_begins():
    assert periods(
        episode("01/06/2015"),
        episode("01/09/2015", "01/12/2015", "E17"),
    ) == [(date(2015, 6, 1), date(2015, 12, 1), "C2", "E17", False)]


def test_a_reason_without_an_end_is_taken_as_going_on_and_said():
    reading = read(a_return([["1", *episode("01/06/2015", reason="E4A")]]))

    assert facts(reading, "care_periods")[0][1:6] == (date(2015, 6, 1), None, "C2", False, "")
    assert (
        "1 episode with a reason for ceasing (REC) and no end (DEC) taken as going on; the first "
        "is episodes.csv, line 2." in reading.notes
    )


def test_homes_while_looked_after_are_unbroken_runs_at_one_placement():
    reading = read(
        a_return(
            [
                ["1", *episode("01/06/2015", "01/09/2015", legal="L1")],
                ["1", *episode("01/09/2015", "01/12/2015")],
                ["1", *episode("01/12/2015", "01/02/2016", place="K2", post="ME7 1AA")],
                ["1", *episode("01/02/2016", "01/03/2016", "E4A", place="", post="")],
            ]
        )
    )

    assert [home._replace(row_id="") for home in facts(reading, "homes")] == [
        Home("1", date(2015, 6, 1), date(2015, 12, 1), postcode="ME4 4AA", placement="U4"),
        Home("1", date(2015, 12, 1), date(2016, 2, 1), postcode="ME7 1AA", placement="K2"),
    ]


@pytest.mark.parametrize(
    ("episodes", "in_force"),
    [
        ([episode("01/06/2015", legal="C2")], True),
        ([episode("01/06/2015", legal="V2")], False),
        ([episode("01/06/2015", "01/06/2016", "E4A", legal="C2")], False),
        ([episode("01/06/2015", "01/06/2016", "E3", legal="C2")], None),
        ([episode("01/06/2015", "01/06/2016", "X1", legal="C2")], None),
        ([], None),
    ],
)
def test_whether_a_care_order_is_in_force_is_what_the_last_episode_says(episodes, in_force):
    reading = read(a_return([["1", *one] for one in episodes]))

    assert facts(reading, "people")[0].care_order_now is in_force


def test_a_child_who_died_in_care_died_as_the_last_episode_ended():
    reading = read(a_return([["1", *episode("01/06/2015", "01/09/2015", "E2")]]))

    assert facts(reading, "people")[0].date_of_death == date(2015, 9, 1)


def test_no_death_is_recorded_where_a_later_episode_follows_it():
    reading = read(
        a_return(
            [
                ["1", *episode("01/06/2015", "01/09/2015", "E2")],
                ["1", *episode("01/10/2015", "01/12/2015", "E17")],
            ]
        )
    )

    assert facts(reading, "people")[0].date_of_death is None
    assert any(
        note.startswith("No death was recorded from episodes.csv, line 2") for note in reading.notes
    )


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (episode(""), "DECOM is empty; give the day the episode began."),
        (episode("01/01/1900"), "DECOM is empty; give the day the episode began."),
        (
            episode("31/02/2015"),
            'DECOM or DEC: "31/02/2015" is no day in the calendar; correct it.',
        ),
        (
            episode("25/11/2026"),
            "DECOM or DEC: 25/11/2026 lies in the future; correct it.",
        ),
        (
            episode("02/06/2015", "01/06/2015"),
            "DEC 1 June 2015 is before DECOM 2 June 2015; correct one of them.",
        ),
        (
            episode("09/05/2000"),
            "DECOM is before the date of birth; correct one of them.",
        ),
        (
            episode("01/06/2015", "01/06/2027", "E2"),
            "DEC is the day they died and lies in the future; correct it.",
        ),
    ],
)
def test_an_episode_that_cannot_be_is_refused_and_the_child_still_comes_in(row, says):
    reading = read(a_return([["1", *row]]))

    assert refusals(reading) == [(2, says)]
    assert len(facts(reading, "people")) == 1
    assert facts(reading, "care_periods") == []


def test_the_same_episode_twice_in_a_file_is_refused_the_second_time():
    reading = read(a_return([["1", *episode("01/06/2015")], ["1", *episode("01/06/2015")]]))

    says = "An episode with this DECOM stands on line 2 already; keep one row."
    assert refusals(reading) == [(3, says)]


def test_a_care_leaver_row_for_a_year_without_such_a_birthday_is_refused():
    episodes = [["1", *episode("01/06/2015", "10/05/2018", "E17")]]
    reading = read(a_return(episodes, [["1", "10/05/2000", "YES", "F3", "U1"]]))

    says = (
        "Born 10 May 2000, no birthday from the 17th to the 21st falls in the year to "
        "31 March 2016; correct DOB or take the row out."
    )
    assert refusals(reading) == [(2, says)]


def test_the_year_of_a_file_is_the_one_in_its_name_or_the_next_as_its_episodes_tell():
    files = {
        "2018-header.csv": csv_of(HEADER, SAM),
        "2018-episodes.csv": csv_of(EPISODES, ["9", *episode("01/02/2019")]),
        "2018-oc3.csv": csv_of(OC3, ["1", "10/05/2000", "YES", "F3", "U1"]),
    }
    reading = read(files)

    day = date(2018, 5, 10)
    (home,) = [home for home in facts(reading, "homes") if home.person_id == "1"]
    (activity,) = facts(reading, "activities")
    assert home._replace(row_id="") == Home("1", type="U", suitable="1", known_on=day)
    assert activity._replace(row_id="") == Activity("1", code="F3", known_on=day)


def test_without_episodes_the_ages_tell_the_year_where_only_one_fits():
    rows = [[str(n), f"10/05/{1997 + n}", "YES", "F2", "U1"] for n in range(5)]
    files = {"oc3.csv": csv_of(OC3, *rows)}

    assert {home.known_on.year for home in facts(read(files), "homes")} == {2018}


def test_a_row_that_nothing_dates_is_refused():
    files = {"oc3.csv": csv_of(OC3, ["1", "10/05/2000", "YES", "F5", "U1"])}

    says = "Nothing tells which year this row is for; put it in the name: 2026-oc3.csv."
    assert refusals(read(files)) == [(2, says)]


@pytest.mark.parametrize(
    ("codes", "says"),
    [
        (
            "YES,F5,",
            "IN_TOUCH, ACTIV and ACCOM must all be filled in, or all left empty (rule 153)",
        ),
        ("MAYBE,F5,U1", "IN_TOUCH is MAYBE; use one of YES, NO, DIED, REFU, NREQ, RHOM (rule 131)"),
        (
            "YES,F3,U1",
            "ACTIV is F3, not a code of the year to 31 March 2022; correct it (rule 132)",
        ),
        ("YES,F5,S1", "ACCOM is S1; use a letter with 1 or 2, S2, X2 or 0 (rule 133)"),
        ("NO,G5,02", "ACCOM is 02; use a letter with 1 or 2, S2, X2 or 0 (rule 133)"),
        ("DIED,G5,0", "IN_TOUCH is DIED, so ACTIV and ACCOM must both be 0 (rule 344)"),
        ("RHOM,0,U1", "IN_TOUCH is RHOM, so ACTIV and ACCOM must both be 0 (rule 344)"),
        ("YES,0,U1", "IN_TOUCH is YES, so neither ACTIV nor ACCOM may be 0 (rule 345)"),
    ],
)
def test_a_care_leaver_row_that_breaks_a_rule_is_refused_in_words(codes, says):
    files = {
        "2022-header.csv": csv_of(HEADER, ["1", "2", "10/05/2002", "WBRI", "", "", ""]),
        "2022-oc3.csv": csv_of(OC3, ["1", "10/05/2002", *codes.split(",")]),
    }
    reading = read(files)

    assert refusals(reading) == [(2, f"{says}.")]
    assert [person.person_id for person in facts(reading, "people")] == ["1"]


def test_codes_hold_for_their_own_years():
    def taken(year, born, activ):
        files = {f"{year}-oc3.csv": csv_of(OC3, ["1", born, "YES", activ, "U1"])}
        return [activity.code for activity in facts(read(files), "activities")]

    assert taken(2021, "10/05/2001", "P3") == ["P3"]
    assert taken(2021, "10/05/2001", "P5") == []
    assert taken(2022, "10/05/2002", "P5") == ["P5"]


def test_nothing_known_is_no_home_and_no_activity():
    files = {"2022-oc3.csv": csv_of(OC3, ["1", "10/05/2002", "NO", "0", "0"])}
    reading = read(files)

    assert facts(reading, "homes") + facts(reading, "activities") + refusals(reading) == []


def test_a_death_after_care_is_kept_without_a_day():
    files = {"2022-oc3.csv": csv_of(OC3, ["1", "10/05/2002", "DIED", "0", "0"])}

    assert facts(read(files), "people")[0].died is True


def test_a_death_that_a_later_year_denies_is_refused():
    files = {
        "2021-oc3.csv": csv_of(OC3, ["1", "10/05/2002", "DIED", "0", "0"]),
        "2022-oc3.csv": csv_of(OC3, ["1", "10/05/2002", "YES", "F5", "U1"]),
    }
    reading = read(files)

    assert facts(reading, "people")[0].died is None
    assert [(r.file, r.line) for r in reading.refused] == [("2021-oc3.csv", 2)]


def test_a_row_about_a_birthday_to_come_is_refused():
    files = {"2027-oc3.csv": csv_of(OC3, ["1", "10/02/2008", "YES", "F5", "U1"])}

    says = "The row speaks of 10 February 2027, which lies in the future; correct it."
    assert refusals(read(files)) == [(2, says)]


def test_a_date_of_birth_that_differs_between_files_is_refused_in_the_second():
    files = a_return(uasc=[["1", "2", "11/05/2000", ""]])
    reading = read(files)

    says = "DOB is 11 May 2000, but 10 May 2000 in header.csv, line 2; correct one of them."
    assert [(r.file, r.line, r.says) for r in reading.refused] == [("uasc.csv", 2, says)]
    assert facts(reading, "people")[0].date_of_birth == date(2000, 5, 10)


def test_who_stands_in_the_uasc_file_is_one_and_of_the_others_nothing_is_said():
    header = [SAM, ["2", "1", "01/02/2003", "WBRI", "", "", ""]]
    reading = read(a_return(header=header, uasc=[["1", "2", "10/05/2000", "10/05/2018"]]))

    assert [person.uasc for person in facts(reading, "people")] == [True, None]


def test_a_child_refused_in_the_header_takes_their_other_rows_with_them():
    header = [["1", "2", "31/02/2000", "WBRI", "", "", ""]]
    reading = read(a_return([["1", *episode("01/06/2015")]], header=header))

    assert facts(reading, "people") == []
    assert [r.says for r in reading.refused] == [
        'DOB: "31/02/2000" is no day in the calendar; correct it.',
        "This child was refused (header.csv, line 2); mend that row.",
    ]


def test_a_child_twice_in_one_header_is_refused_the_second_time():
    says = "This child stands on line 2 already; keep one row."

    assert refusals(read(a_return(header=[SAM, SAM]))) == [(3, says)]


def test_codes_not_in_use_are_left_empty_and_counted():
    reading = read(a_return(header=[["1", "9", "10/05/2000", "XXXX", "", "", ""]]))

    assert facts(reading, "people") == [Person("1", date_of_birth=date(2000, 5, 10))]
    assert "2 codes of SEX, ETHNIC or UASC not in use, left empty." in reading.notes


def test_several_years_make_one_child_and_one_episode_and_the_later_year_is_the_newer():
    files = {
        "2017-header.csv": csv_of(HEADER, ["1", "2", "10/05/2000", "NOBT", "", "", ""]),
        "2018-header.csv": csv_of(HEADER, ["1", "2", "10/05/2000", "WBRI", "", "", ""]),
        "2017-episodes.csv": csv_of(EPISODES, ["1", *episode("01/06/2016", legal="V2")]),
        "2018-episodes.csv": csv_of(EPISODES, ["1", *episode("01/06/2016", "01/10/2017", "E4A")]),
        "2019-episodes.csv": csv_of(
            EPISODES, ["1", *episode("01/06/2016", "", "", legal="", place="", post="")]
        ),
    }
    reading = read(files)

    (period,) = facts(reading, "care_periods")
    assert period[1:6] == (date(2016, 6, 1), date(2017, 10, 1), "C2", False, "E4A")
    (home,) = facts(reading, "homes")
    assert (home.placement, home.postcode) == ("U4", "ME4 4AA")
    assert facts(reading, "people")[0].ethnicity == "WBRI"


def test_what_is_not_kept_is_named():
    files = a_return() | {
        "reviews.csv": b"CHILD,DOB,REVIEW,REVIEW_CODE\n1,10/05/2000,01/06/2015,PN1\n",
        "oc2.csv": b"CHILD,DOB,SDQ_SCORE\n1,10/05/2000,5\n",
        "other.csv": b"a,b\n1,2\n",
        "return.xml": b"<EXPSSDA903/>",
    }

    assert read(files).notes == [
        "oc2.csv was not read: health outcomes (OC2) are not kept.",
        "other.csv was not read: its columns are those of no SSDA903 file.",
        "reviews.csv was not read: these are looked-after reviews, not reviews of a pathway plan.",
        "Not kept from header: MC_DOB, MOTHER and UPN.",
        "Not read, for the CSV files alone are read: return.xml.",
    ]


def test_a_module_that_lacks_a_column_cannot_be_read():
    files = a_return() | {"episodes.csv": b"CHILD,DECOM,DEC\n1,01/06/2015,\n"}

    assert why_not(files) == [
        "episodes.csv cannot be read: it lacks the column LS; add what is missing."
    ]


def test_ragged_and_misquoted_rows_are_refused_by_line():
    files = {"header.csv": b'CHILD,DOB,SEX,ETHNIC\n1,10/05/2000,2\n2,"10/05"x,2,WBRI\n3,,2,WBRI\n'}
    reading = read(files)

    assert [line for line, _ in refusals(reading)] == [2, 3]
    assert [person.person_id for person in facts(reading, "people")] == ["3"]


XML = """<?xml version="1.0"?>
<EXPSSDA903>
<CHILD><HEADER><CHILDID>1</CHILDID><SEX>2</SEX><DOB>10/05/2000</DOB><ETHNIC>WBRI</ETHNIC>
<UASC>{uasc}</UASC><IN_TOUCH>YES</IN_TOUCH><ACTIV>F3</ACTIV><ACCOM>U1</ACCOM>
<AREVIEW><REVIEW>01/06/2015</REVIEW></AREVIEW></HEADER>
<EPISODE><DECOM>01/06/2017</DECOM><LS>C2</LS><PL>U4</PL><PL_POST>ME4 4AA</PL_POST><DEC/><REC/>
</EPISODE></CHILD>
<CHILD><HEADER><CHILDID>2</CHILDID><SEX>1</SEX><DOB>10/05/2010</DOB><ETHNIC/><UASC/></HEADER>
<EPISODE><DECOM>31/02/2017</DECOM><LS>C2</LS><PL>U4</PL></EPISODE></CHILD>
</EXPSSDA903>
"""


def test_one_xml_file_says_the_same_as_the_csv_files():
    reading = read({"return.xml": XML.format(uasc="0").encode()})

    assert facts(reading, "people") == [
        Person(
            "1", date_of_birth=date(2000, 5, 10), sex="F", ethnicity="WBRI", uasc=False,
            care_order_now=True,
        ),
        Person("2", date_of_birth=date(2010, 5, 10), sex="M"),
    ]  # fmt: skip
    assert facts(reading, "care_periods")[0]._replace(row_id="") == CarePeriod(
        "1", date(2017, 6, 1), legal_status="C2", short_break=False
    )
    assert [home.placement or home.type for home in facts(reading, "homes")] == ["U4", "U"]
    assert [activity.known_on for activity in facts(reading, "activities")] == [date(2017, 5, 10)]
    assert refusals(reading) == [
        (9, 'Child 2: DECOM or DEC: "31/02/2017" is no day in the calendar; correct it.')
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (XML.encode()[:200], "its XML is broken; export it again."),
        (
            XML.replace("<EXPSSDA903>", '<!DOCTYPE a SYSTEM "b"><EXPSSDA903>', 1).encode(),
            "it names a document type or an unknown alphabet.",
        ),
        (
            XML.replace('"1.0"', '"1.0" encoding="klingon"', 1).encode(),
            "it names a document type or an unknown alphabet.",
        ),
        (b"<other><EXPSSDA903/></other>", "it is no SSDA903 return (its root is not EXPSSDA903)."),
    ],
)
def test_xml_that_is_broken_hostile_or_something_else_is_refused(data, says):
    assert why_not({"return.xml": data}, "ssda903") == [f"return.xml cannot be read: {says}"]


def test_a_years_label_is_one_year_or_two_that_follow():
    assert label_of("2019-oc3.csv") == Label(2019, certain=False)
    assert label_of("oc3_2018-19.csv") == Label(2019, certain=True)
    assert label_of("201819 oc3.csv") == Label(2019, certain=True)
    assert label_of("oc3_2018-2019.csv") == Label(2019, certain=True)
    assert label_of("oc3_20190331.csv") is None
    assert label_of("oc3.csv") is None


def test_the_collection_year_begins_on_the_first_of_april():
    assert year_ending(date(2026, 3, 31)) == 2026
    assert year_ending(date(2026, 4, 1)) == 2027


def test_a_row_speaks_of_the_birthday_and_over_21_of_the_end_of_the_year():
    born = date(2000, 5, 10)

    assert known_on(born, 2018) == (17, date(2017, 5, 10))
    assert known_on(born, 2022) == (21, date(2021, 5, 10))
    assert known_on(born, 2023) == (22, date(2023, 3, 31))
    assert known_on(born, 2017) is None
    assert known_on(date(1995, 5, 10), 2022) is None


def test_ages_that_fit_two_years_tell_none():
    assert year_by_ages([date(2000, 5, 10)], TODAY) is None
    assert year_by_ages([], TODAY) is None


def test_a_row_that_names_nobody_is_refused():
    says = "CHILD is empty or cannot be printed; give the child's reference."
    header = [["", "2", "10/05/2000", "WBRI", "", "", ""]]

    assert refusals(read(a_return(header=header))) == [(2, says)]


def test_a_care_leaver_nobody_knows_the_age_of_cannot_be_dated():
    files = {"2022-oc3.csv": csv_of(OC3, ["1", "", "YES", "F5", "U1"])}

    says = "DOB is empty, so the row cannot be dated; give the date of birth."
    assert refusals(read(files)) == [(2, says)]


def test_a_care_leaver_refused_in_the_header_is_refused_here_too():
    files = a_return(header=[["1", "2", "31/02/2000", "", "", "", ""]])
    files["2022-oc3.csv"] = csv_of(OC3, ["1", "10/05/2002", "YES", "F5", "U1"])

    assert [r.file for r in read(files).refused] == ["header.csv", "2022-oc3.csv"]


def test_an_episode_whose_day_cannot_be_read_tells_no_year():
    rows = [["9", *episode("31/02/2018")], ["9", *episode("01/02/2019"), "", ""]]
    files = {
        "2018-episodes.csv": csv_of(EPISODES, *rows),
        "2018-oc3.csv": csv_of(OC3, ["1", "10/05/2000", "YES", "F3", "U1"]),
    }

    assert [home.known_on for home in facts(read(files), "homes") if home.known_on] == [
        date(2018, 5, 10)
    ]


def test_the_letters_of_a_return_that_had_to_be_guessed_are_said():
    text = "CHILD,DOB,SEX,ETHNIC\nZo\xeb,,2,\n".encode("cp1252")
    reading = read({"header.csv": text})

    assert [person.person_id for person in facts(reading, "people")] == ["Zo\xeb"]
    assert reading.notes[0].startswith("header.csv is not UTF-8 and was read as Windows-1252")


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (
            {"header.csv": b"CHILD,DOB,SEX,ETHNIC,DOB\n"},
            "header.csv cannot be read: it has the column DOB twice; take one out.",
        ),
        (
            {"header.csv": b"CHILD,DOB,SEX,ETHNIC\n", "oc3.csv": b'"CHILD"x\n'},
            "oc3.csv cannot be read: its first row is not a row of column names.",
        ),
        (
            {"a.xml": b"<EXPSSDA903/>", "b.xml": b"<EXPSSDA903/>"},
            "There is no SSDA903 file here: name one XML file or the CSV files.",
        ),
    ],
)
def test_a_return_that_cannot_be_read_is_refused(files, says):
    assert why_not(files) == [says]


def test_a_return_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("carelink.exchange.ssda903.files.LARGEST_FILE", 10)

    for files in (a_return(), {"return.xml": XML.encode()}):
        assert "it is over 0 MiB" in why_not(files)[0]


def test_two_years_that_do_not_follow_are_no_label():
    assert label_of("oc3_2018-21.csv") is None
    assert label_of("2018-21 to 2020.csv") == Label(2020, certain=False)


def test_a_birthday_to_come_tells_no_year():
    assert year_by_ages([date(2009, 5, 10), date(2012, 5, 10)], TODAY) == 2027
