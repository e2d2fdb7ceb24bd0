"""Working days, against the bank holidays that GOV.UK lists for England."""

from datetime import date

import pytest

from carelink.working_days import bank_holidays, is_working_day, working_days_after

LISTED = {
    2022: [
        "01-03",
        "04-15",
        "04-18",
        "05-02",
        "06-02",
        "06-03",
        "08-29",
        "09-19",
        "12-26",
        "12-27",
    ],
    2023: ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"],
    2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
    2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
}


@pytest.mark.parametrize("year", LISTED)
def test_the_bank_holidays_are_those_listed(year):
    assert sorted(f"{day:%m-%d}" for day in bank_holidays(year)) == LISTED[year]


def test_a_working_day_is_no_weekend_and_no_bank_holiday():
    assert is_working_day(date(2026, 12, 24))
    assert not is_working_day(date(2026, 12, 25))
    assert not is_working_day(date(2026, 11, 28))
    # Friday, then the weekend: the first working day after it is Monday.
    assert working_days_after(date(2026, 11, 27), 1) == date(2026, 11, 30)
    assert working_days_after(date(2026, 12, 24), 1) == date(2026, 12, 29)
    assert working_days_after(date(2026, 11, 2), 0) == date(2026, 11, 2)
