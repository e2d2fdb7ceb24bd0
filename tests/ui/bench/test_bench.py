import json

import pytest

from tests.stores import clock_at
from ui.bench import oversee, release, report, windows, work
from ui.bench.timing import Timed, timed
from ui.commands import run


def measured(what, people, median, unit="s"):
    return Timed(what, people, median, median / 2, 3, unit)


def bench(today, *words):
    return run(["bench", *words], clock_at(today), lambda *_: 1)


def test_a_small_roll_is_measured_and_told_as_one_object_and_a_table(capsys, today):
    assert bench(today, "--people", "8", "--times", "1", "--no-window", "--format", "json") == 0
    told = capsys.readouterr()
    held = json.loads(told.out)
    for name in (work.MY_WEEK, work.DUTIES, work.REASONS, work.LIMIT, work.NOTE, work.IMPORT):
        assert held[f"{name}.8.median"] >= held[f"{name}.8.least"] > 0
    for name in (
        oversee.TEAM,
        oversee.TEAM_AGAIN,
        oversee.PACK,
        oversee.CHANGED,
        oversee.CHANGED_LIMIT,
        release.COUNTED,
        release.ROUNDED,
        release.LIMIT,
    ):
        assert held[f"{name}.8.median"] > 0
    assert held["aim.team_board.most"] == 0.3
    assert held["spreadsheet.3000.median"] == 10.2
    assert report.SAYS[work.LIMIT] in told.err
    assert "times the limit" in told.err


def test_a_window_is_started_and_its_pauses_and_memory_told(tmp_path, today):
    from ui.bench.stage import set_stage

    found = {one.what: one for one in windows.start_windows(set_stage(tmp_path, 8, today), 1)}
    assert found[windows.USABLE].median > found[windows.UNLOCK].median > 0
    assert found[windows.EMPTY].median > 0
    assert found[windows.LOADING].median >= 0
    assert found[windows.TEAM_FOLLOWED].median > 0
    assert 20 < found[windows.MEMORY].median < 1000
    assert found[windows.MEMORY].unit == "MiB"


def test_each_thing_is_measured_as_often_as_asked_with_what_it_needs_made_anew():
    made, cleared = [], []
    one = timed(
        "thing",
        5,
        lambda needed: needed,
        times=3,
        ready=lambda: made.append(0) or len(made),
        after=cleared.append,
    )
    assert (one.what, one.people, one.times) == ("thing", 5, 3)
    assert (len(made), cleared) == (3, [1, 2, 3])
    assert 0 < one.least <= one.median


def test_aims_are_told_from_medians_with_what_was_missed():
    listed = [
        measured(work.NOTE, 200, 0.01),
        measured(work.NOTE, 3000, 0.02),
        measured(work.DUTIES, 3000, 0.9),
        measured(work.LIMIT, 3000, 0.1),
        measured(windows.EMPTY, 3000, 0.4),
        measured(windows.SQLALCHEMY, 3000, 0.2),
        measured(windows.UNLOCK, 3000, 0.4),
        measured(windows.USABLE, 3000, 1.2),
        measured(windows.MEMORY, 3000, 280, "MiB"),
    ]
    aims = {aim.name: aim.reached for aim in report.aims(listed)}
    assert aims == {
        "duties": pytest.approx(9),
        "note": pytest.approx(2),
        "window": pytest.approx(1.2),
        "memory": 280,
    }
    table = report.as_table(listed)
    assert "A note on the largest roll, times the smallest: 2.00, aim at most 1.5: missed." in table
    assert "Duties without reasons, times the limit: 9.00, aim at most 10: reached." in table
    assert "900.0 (450.0) ms" in table


def test_one_roll_alone_has_nothing_to_be_set_beside():
    aims = report.aims([measured(work.NOTE, 200, 0.01)])
    assert [aim.name for aim in aims] == []


def test_what_is_aimed_for_on_the_smallest_roll_is_taken_from_it():
    listed = [
        measured(oversee.PACK, 200, 1.1),
        measured(oversee.WHAT_IF, 200, 0.1),
        measured(oversee.WHAT_IF, 3000, 31),
    ]
    aims = {aim.name: (aim.reached, aim.most) for aim in report.aims(listed)}
    assert aims == {"pack": (1.1, 3), "what_if": (0.1, 5), "what_if_most": (31, 30)}


def test_the_object_is_flat_so_that_csv_holds_it_too():
    held = report.as_object([measured(work.NOTE, 200, 0.01)], "2026-11-24")
    assert held["as_at"] == "2026-11-24"
    assert held["note.200.median"] == 0.01
    assert all(isinstance(value, str | float | int) for value in held.values())


def test_no_people_at_all_cannot_be_measured(capsys, today):
    assert bench(today, "--people", "0") == 2
    assert "Traceback" not in capsys.readouterr().err
