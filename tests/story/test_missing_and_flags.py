"""A manager sets a flag, a worker may not; somebody under 18 comes back and the 72 hours run."""

from datetime import date

import pytest

from db.safety import set_flag
from db.trail import amend
from tests.desks import TODAY, made_desk
from tests.fingers import Fingers
from tests.pages import field_of
from tests.teams import AMAL, a_team


@pytest.fixture(params=["team_manager"])
def desk(tmp_path, request):
    made = made_desk(tmp_path, facts=a_team(), role=request.param)
    yield made
    made.store.close()


def opened(window):
    window.open_person(AMAL)
    view = window.page("young_person")
    view.show_section("safety")
    return view.file


def typed(file, hands, **words):
    for name, said in words.items():
        field_of(file.form, name).setFocus()
        hands.type(said)


def test_a_manager_sets_a_flag_that_says_what_it_lacks_and_ends_it_with_a_reason(window, desk):
    file, hands = opened(window), Fingers()
    hands.press(file.section.set_flag)
    hands.press(file.form.save_button)
    assert field_of(file.form, "tool").problem == "Say which tool was used; a flag comes after it."
    field_of(file.form, "kind").set_value("online")
    field_of(file.form, "level").set_value("medway_2017_2")
    typed(file, hands, concerns="Messages from a stranger", tool="Screening tool", tool_on="-1")
    typed(file, hands, review_on="+60", expires_on="+120")
    hands.press(file.form.save_button)

    (flag,) = desk.case(AMAL).safety_flags
    assert (flag.set_by_role, flag.set_on) == ("team_manager", TODAY)
    row = file.section.flags.row(flag.flag_id)
    assert row._stands.text() == "Stands. There is no safety plan"
    assert "Level: Category 2: medium risk (Medway 2017)" in row._beneath.text()

    hands.press(row.button("end"))
    typed(file, hands, ended_why="It has stopped")
    hands.press(file.form.save_button)
    assert file.section.flags.row(flag.flag_id)._stands.text().startswith("Ended on 24 November")
    window.messages.act()
    assert file.section.flags.row(flag.flag_id)._stands.text().startswith("Stands")


@pytest.mark.parametrize("desk", ["personal_adviser"], indirect=True)
def test_an_adviser_is_told_who_may_set_a_flag(window, desk):
    file = opened(window)
    assert file.section.set_flag.isHidden()
    assert "Only a practice manager or a team manager" in file.section.flags.sum.text()
    from carelink.errors import Refused
    from tests.carelink.safety.test_flags import a_flag

    with pytest.raises(Refused):
        desk.do(set_flag, a_flag(person_id=AMAL), about=AMAL)


def test_under_18_the_72_hours_run_from_the_return_and_the_interview_ends_them(window, desk):
    with desk.store.writing() as writing:
        amend(writing, "people", AMAL, {"date_of_birth": date(2010, 5, 3)})
    desk._read_again(AMAL)
    file, hands = opened(window), Fingers()
    assert file.section.record.text() == "Record a time missing"
    hands.press(file.section.record)
    typed(file, hands, missing_on="21 11 2026", missing_time="6pm")
    hands.press(file.form.save_button)
    (episode,) = desk.case(AMAL).missing_episodes
    row = file.section.missing.row(episode.row_id)
    assert row._stands.text() == "Return home interview: not back yet"

    hands.press(row.button("change"))
    typed(file, hands, found_on="22 11 2026", found_time="9.40pm")
    hands.press(file.form.save_button)
    says = "Return home interview: to be held by 9:40pm on 25 November 2026"
    assert file.section.missing.row(episode.row_id)._stands.text() == says

    hands.press(file.section.missing.row(episode.row_id).button("change"))
    typed(file, hands, interviewed_on="today", interviewed_time="11am", interviewed_by="Rae")
    hands.press(file.form.save_button)
    told = file.section.missing.row(episode.row_id)
    assert "held in time" in told._stands.text()
    assert "Interview held on 24 November 2026 at 11am, by Rae" in told._beneath.text()

    window.messages.act()
    assert file.section.missing.row(episode.row_id)._stands.text() == says


def test_from_18_on_whereabouts_are_unknown_and_no_clock_runs(window, desk):
    file, hands = opened(window), Fingers()
    assert file.section.record.text() == "Record whereabouts unknown"
    hands.press(file.section.record)
    typed(file, hands, missing_on="21 11 2026")
    hands.press(file.form.save_button)
    (episode,) = desk.case(AMAL).missing_episodes
    row = file.section.missing.row(episode.row_id)
    assert row._title.text() == "Whereabouts unknown"
    assert row._stands.text() == "Not back, as far as we know"
    assert "interview" not in row._stands.text().lower()
