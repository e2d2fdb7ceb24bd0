import struct
from datetime import date

import openpyxl
import pytest

from carelink.exchange.annex_a.codes import activity, ethnicity, home
from carelink.exchange.values import Unfit
from carelink.facts import Activity, Allocation, Contact, Home, Person, Plan, Worker
from tests.carelink.exchange.sources import (
    LIST_9,
    SOMEBODY,
    TODAY,
    a_list,
    a_workbook,
    csv_of,
    facts,
    read,
    refusals,
    why_not,
)

OLD_LAYOUT = tuple(
    name
    for name in LIST_9
    if name not in (LIST_9[5], "Allocated Personal Advisor", LIST_9[11], "Latest Date of Contact")
)


def listing(*people, **options):
    """The reading of a list of these people in a workbook."""
    return read({"list.xlsx": a_workbook(a_list(*people), **options)})


def without_ids(found):
    return [fact._replace(row_id="") for fact in found]


def test_a_person_on_the_list_comes_in_with_all_that_it_says_of_them():
    reading = listing(SOMEBODY)

    assert facts(reading, "people") == [
        Person(
            "C1",
            date_of_birth=date(2006, 5, 10),
            sex="F",
            gender="Female",
            ethnicity="WBRI",
            uasc=False,
            disability=False,
            recorded_status="Former relevant child",
        )
    ]
    known_on = date(2026, 10, 1)
    assert without_ids(facts(reading, "homes")) == [
        Home("C1", type="U", suitable="1", known_on=known_on)
    ]
    assert without_ids(facts(reading, "activities")) == [
        Activity("C1", code="F2", known_on=known_on)
    ]
    assert [plan[1:3] for plan in facts(reading, "plans")] == [("C1", date(2026, 9, 1))]
    assert [c._replace(contact_id="") for c in facts(reading, "contacts")] == [
        Contact("", "C1", on=known_on)
    ]
    assert refusals(reading) == []


def test_the_list_gives_no_periods_looked_after_and_says_so():
    reading = listing(SOMEBODY)

    assert "care_periods" not in reading.rows
    assert reading.notes == [
        "The list gives no periods looked after: legal status cannot be told until they are added.",
        "Homes and activities are taken as known on 1 October 2026.",
    ]


def test_who_works_with_them_is_known_by_name_and_by_the_same_id_each_time():
    reading = listing({"Allocated Worker": "Jae O’Vang"}, {"Child Unique ID": "C2"})

    assert facts(reading, "workers") == [
        Worker("annex-a:jae-o-vang", "Jae O’Vang", "social_worker"),
        Worker("annex-a:amina-yusuf", "Amina Yusuf", "personal_adviser", "Leaving Care"),
    ]
    assert without_ids(facts(reading, "allocations")) == [
        Allocation("C1", "annex-a:jae-o-vang", "social_worker"),
        Allocation("C1", "annex-a:amina-yusuf", "personal_adviser"),
        Allocation("C2", "annex-a:amina-yusuf", "personal_adviser"),
    ]


@pytest.mark.parametrize("title", ["", "List 9: Care leavers"])
@pytest.mark.parametrize("sheet", ["List_9", "List 9", "9 Care leavers", "Sheet1"])
def test_the_list_is_found_on_its_sheet_below_a_title_or_not(title, sheet):
    assert len(facts(listing(SOMEBODY, title=title, sheet=sheet), "people")) == 1


def test_the_layout_of_2019_says_less_and_the_rest_stays_unknown():
    rows = a_list({"Allocated Worker": "Jae Vang"}, layout=OLD_LAYOUT)
    reading = read({"list.xlsx": a_workbook(rows)})

    (person,) = facts(reading, "people")
    assert (person.uasc, person.disability) == (None, False)
    assert set(reading.rows) == {"people", "workers", "allocations", "homes", "activities"}


def test_headings_are_known_in_the_spellings_found_in_the_wild():
    spelt = {
        "Child Unique ID": " child unique id",
        "LA in Touch": "LA In Touch ",
        "Allocated Personal Advisor": "Allocated Personal Adviser",
        "Age of Child (Years)": "Age",
        "Type of Accommodation": "Type of\nAccommodation",
        "Date of Birth": "DATE OF BIRTH",
    }
    rows = a_list(SOMEBODY)
    rows[0] = [spelt.get(name, name) for name in rows[0]]

    assert read({"list.xlsx": a_workbook(rows)}).rows == listing(SOMEBODY).rows


def test_a_column_that_is_none_of_the_lists_is_reported():
    rows = [[*row, cell] for row, cell in zip(a_list(SOMEBODY), ["Shoe size", 5], strict=True)]

    assert (
        "list.xlsx has 1 column not read: Shoe size." in read({"list.xlsx": a_workbook(rows)}).notes
    )


def test_a_list_may_be_a_csv_file():
    text = csv_of(
        *a_list({"Date of Birth": "10/05/2006", LIST_9[11]: "", "Latest Date of Contact": ""})
    )
    reading = read(
        {"anything.csv": text.replace(LIST_9[5].encode(), b'"' + LIST_9[5].encode() + b'"')}
    )

    assert facts(reading, "people") == facts(listing(SOMEBODY), "people")


@pytest.mark.parametrize(
    ("column", "ways", "field", "means"),
    [
        (LIST_9[5], ["a) Yes", "Yes", "Y", "yes", "1", "a", "a)"], "uasc", True),
        (LIST_9[5], ["b) No", "No", "N", "0", "b"], "uasc", False),
        (LIST_9[6], ["c) Unknown", "Unknown", "c", ""], "disability", None),
        ("Gender", ["a) Male", "Male", "m", "M", "a)"], "sex", "M"),
        ("Gender", ["d) Neither", "Neither"], "gender", "Neither"),
        ("Ethnicity", ["g) MWBA", "MWBA", "mwba", "g)MWBA"], "ethnicity", "MWBA"),
        ("Ethnicity", ["u) UNKNOWN", "Unknown", ""], "ethnicity", ""),
        ("Ethnicity", ["s) NOBT", "t) NOBT"], "ethnicity", "NOBT"),
        (LIST_9[10], ["a) Relevant child", "Relevant"], "recorded_status", "Relevant child"),
    ],
)
def test_codes_are_read_with_or_without_their_letters(column, ways, field, means):
    for way in ways:
        assert getattr(facts(listing({column: way}), "people")[0], field) == means


@pytest.mark.parametrize(
    ("way", "letter"),
    [
        ("U: Independent living", "U"),
        ("U - Independent living", "U"),
        ("U", "U"),
        ("u2", "U"),
        ("Independent living", "U"),
        ("Foyers and similar supported accommodation", "T"),
        ("", ""),
        ("0", ""),
    ],
)
def test_kinds_of_home_are_read_with_or_without_their_letters(way, letter):
    assert home("Type", way) == letter


@pytest.mark.parametrize(
    ("way", "code"),
    [
        ("F4: Young person engaged full time in an apprenticeship", "F4"),
        ("F3: Full time in training or employment", "F3"),
        ("g5", "G5"),
        ("Part time in higher education", "P1"),
        ("", ""),
    ],
)
def test_activities_are_read_with_or_without_their_codes(way, code):
    assert activity("Activity Status", way) == code


def test_a_code_that_is_none_is_refused_in_words():
    for read_code in (home, activity, ethnicity):
        with pytest.raises(Unfit):
            read_code("The column", "Upside down")


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("Child Unique ID", "", " is empty; give the council's reference."),
        ("Date of Birth", "31/02/2006", ': "31/02/2006" is no day in the calendar; correct it.'),
        ("Date of Birth", "25/11/2026", ": 25/11/2026 lies in the future; correct it."),
        ("Date of Birth", 99999999999, ": the number is no day; correct it."),
        (LIST_9[13], "03/25/2026", ': "03/25/2026" is no day in the calendar; correct it.'),
        ("Gender", "z) Other", ' is "z) Other", which is none of its codes; correct it.'),
        (LIST_9[14], "Tent", ' is "Tent", no kind of home we know; correct it.'),
    ],
)
def test_a_row_that_cannot_be_taken_is_refused_with_what_to_do(column, cell, says):
    reading = listing({column: cell})

    assert refusals(reading) == [(2, column + says)]
    assert reading.rows == {}


def test_custody_can_never_be_suitable():
    says = "Suitability of Accommodation cannot be so for custody; correct it."

    assert refusals(listing({"Type of Accommodation": "X: In custody"})) == [(2, says)]


def test_one_child_twice_is_refused_the_second_time():
    says = "This child stands on line 2 already; keep one row."

    assert refusals(listing(SOMEBODY, SOMEBODY)) == [(3, says)]


def test_a_row_of_nothing_but_a_reference_is_refused():
    reading = listing(SOMEBODY, {**dict.fromkeys(SOMEBODY, ""), "Child Unique ID": "Total: 1"})

    assert [line for line, _ in refusals(reading)] == [3]


def test_numbers_in_cells_are_references_and_days_as_they_are_meant():
    reading = listing(
        {"Child Unique ID": 7961370, "Date of Birth": 38847, "Latest Date of Contact": 0}
    )
    floated = listing({"Child Unique ID": 7961370.0, "Date of Birth": date(2006, 5, 10)})

    assert facts(reading, "people")[0][0:1] == ("7961370",)
    assert facts(reading, "people")[0].date_of_birth == date(2006, 5, 10)
    assert facts(floated, "people") == facts(reading, "people")


def test_a_formula_nobody_worked_out_is_an_empty_cell():
    reading = listing({"Date of Birth": "=TODAY()", "Latest Date of Contact": "=A1"})

    assert facts(reading, "people")[0].date_of_birth is None
    assert "contacts" not in reading.rows


def test_a_death_has_no_day_and_leaves_no_contact():
    reading = listing({"LA in Touch": "c) Died", "Type of Accommodation": ""})

    assert facts(reading, "people")[0].died is True
    assert "contacts" not in reading.rows


def test_a_list_without_dates_speaks_of_the_last_day_on_which_its_ages_are_right():
    undated = {LIST_9[11]: "", "Latest Date of Contact": "", "Age of Child (Years)": 18.6}
    older = undated | {"Child Unique ID": "C2", "Date of Birth": date(2005, 1, 4)}
    reading = listing(undated, older | {"Age of Child (Years)": 19})

    assert reading.listed_on == date(2025, 1, 3)
    assert {row.fact.known_on for row in reading.rows["homes"]} == {date(2025, 1, 3)}


def test_a_list_that_tells_nothing_of_its_day_speaks_of_today_with_ids_of_any_day():
    undated = {LIST_9[11]: "", "Latest Date of Contact": "", "Age of Child (Years)": ""}
    data = {"list.xlsx": a_workbook(a_list(undated))}
    now, later = read(data), read(data, today=date(2027, 1, 1))

    assert facts(now, "homes")[0].known_on == TODAY
    assert facts(later, "homes")[0].known_on == date(2027, 1, 1)
    assert facts(now, "homes")[0].row_id == facts(later, "homes")[0].row_id


def test_an_age_the_date_of_birth_cannot_have_is_said_and_the_date_kept():
    reading = listing({"Age of Child (Years)": 12})

    assert facts(reading, "people")[0].date_of_birth == date(2006, 5, 10)
    assert reading.notes[-1] == (
        "1 row with an age that the date of birth cannot have; the date of birth was kept "
        "(the first is line 2)."
    )


def test_a_plan_date_begins_a_plan_whose_id_is_the_persons():
    first = facts(listing(SOMEBODY), "plans")
    later = facts(listing({LIST_9[11]: date(2026, 11, 1)}), "plans")

    assert first == [Plan(later[0].plan_id, "C1", started_on=date(2026, 9, 1))]


def test_an_empty_list_is_read_and_said_to_be_empty():
    assert read({"list.xlsx": a_workbook([LIST_9])}).notes == [
        "list.xlsx has no row that can be taken below its headings."
    ]


def test_a_workbook_of_something_else_is_refused():
    says = "no sheet has the headings of the care-leaver list (list 9)."

    assert why_not({"list.xlsx": a_workbook([["Name", "Next visit"]])}) == [
        f"list.xlsx cannot be read: {says}"
    ]


def test_another_list_of_annex_a_is_not_taken_for_this_one():
    headings = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Allocated Team"]
    assert "no sheet has the headings" in why_not({"list.xlsx": a_workbook([headings])})[0]


def test_of_several_files_the_one_with_the_headings_is_read():
    files = {
        "a.xlsx": a_workbook([["Name"]]),
        "b.xlsx": a_workbook(a_list(SOMEBODY)),
        "notes.txt": b"",
    }
    reading = read(files, "annex-a")

    assert len(facts(reading, "people")) == 1
    assert reading.notes[0] == "Not read, for the list is one file: a.xlsx and notes.txt."
    assert why_not({**files, "c.xlsx": files["b.xlsx"]}) == [
        "Name the one file that is the care-leaver list: .xlsx, .xls or .csv."
    ]


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600]
)
def test_a_damaged_workbook_is_refused_in_one_sentence(data):
    (says,) = why_not({"list.xlsx": data}, "annex-a")

    assert says.startswith("list.xlsx cannot be read: it is damaged")


def test_a_workbook_of_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr("carelink.exchange.workbook.MOST_ROWS", 3)
    people = [{"Child Unique ID": f"C{n}"} for n in range(4)]

    assert why_not({"list.xlsx": a_workbook(a_list(*people))}) == [
        "list.xlsx cannot be read: it has over 3 rows; delete the rows below the list."
    ]


def test_one_cell_at_the_far_corner_of_a_sheet_does_no_harm(tmp_path):
    book = openpyxl.Workbook()
    for row in a_list(SOMEBODY):
        book.active.append(row)
    book.active["XFD9"] = "far"
    book.save(tmp_path / "list.xlsx")

    assert len(facts(read({"list.xlsx": (tmp_path / "list.xlsx").read_bytes()}), "people")) == 1


def an_old_workbook(rows):
    """A worksheet as Excel 2 wrote it, which .xls readers still take; a date is written as one."""

    def record(kind, body):
        return struct.pack("<HH", kind, len(body)) + body

    def text(kind, at, words):
        return record(kind, at + bytes([len(words)]) + words.encode("ascii"))

    records = [record(0x0009, struct.pack("<HH", 2, 0x0010))]
    records += [text(0x001E, b"", words) for words in ("General", "dd/mm/yyyy")]
    for line, cells in enumerate(rows):
        for place, cell in enumerate(cells):
            at = struct.pack("<HHBBB", line, place, 0, isinstance(cell, date), 0)
            if isinstance(cell, date):
                days = (cell - date(1899, 12, 30)).days
                records.append(record(0x0003, at + struct.pack("<d", days)))
            elif isinstance(cell, bool):
                records.append(record(0x0005, at + bytes([cell, 0])))
            elif isinstance(cell, int):
                records.append(record(0x0003, at + struct.pack("<d", cell)))
            elif cell == "#DIV/0!":
                records.append(record(0x0005, at + bytes([7, 1])))
            else:
                records.append(text(0x0004, at, str(cell)))
    return b"".join([*records, record(0x000A, b"")])


def test_an_old_workbook_is_read_too():
    reading = read({"list.xls": an_old_workbook(a_list(SOMEBODY))})

    for kind, found in listing(SOMEBODY).rows.items():
        assert facts(reading, kind) == [row.fact for row in found]


def test_an_old_workbooks_errors_are_empty_and_its_truths_are_answers():
    cells = {"Activity Status": "#DIV/0!", LIST_9[5]: True, LIST_9[6]: False, "Child Unique ID": 7}
    reading = read({"list.xls": an_old_workbook(a_list(cells))})

    (person,) = facts(reading, "people")
    assert (person.person_id, person.uasc, person.disability) == ("7", True, False)
    assert "activities" not in reading.rows


def test_an_old_workbook_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("carelink.exchange.workbook.LARGEST_WORKBOOK", 10)

    assert "send the list alone" in why_not({"list.xls": an_old_workbook(a_list(SOMEBODY))})[0]


HEADINGS = "Child Unique ID,Gender,Eligibility Category,LA In Touch\n"


def test_a_csv_list_says_what_it_had_to_guess_and_what_it_lacks():
    reading = read({"list.csv": (HEADINGS + "Zo\xeb,a) Male,,\n").encode("cp1252")})

    assert facts(reading, "people") == [Person("Zo\xeb", sex="M", gender="Male")]
    assert reading.notes[:2] == [
        "list.csv is not UTF-8 and was read as Windows-1252 (1 letter that is not plain English).",
        "list.csv has no column Date of Birth; what it says stays unknown.",
    ]


def test_a_csv_lists_misquoted_row_and_overlong_cells_are_refused_by_line():
    worker = HEADINGS.replace("Gender", "Allocated Worker")
    rows = f'"C1"x,,,\n{"C" * 201},a,,\nC3,{"a" * 201},,\nC4,Amina Yusuf,,\n'
    reading = read({"list.csv": (worker + rows).encode()})

    assert [person.person_id for person in facts(reading, "people")] == ["C4"]
    assert refusals(reading) == [
        (2, "The quotation marks in this row do not match; put them right and import again."),
        (3, "Child Unique ID is too long or cannot be printed; correct it."),
        (4, "Allocated Worker is too long; shorten it."),
    ]
