from datetime import UTC, date, datetime

import pytest

from carelink.exchange.wild_dates import NotADay, read_day
from tests.carelink.exchange.sources import TODAY


@pytest.mark.parametrize(
    "written",
    [
        "07/08/2002",
        "7/8/2002",
        "07-08-2002",
        "07.08.2002",
        "07/08/02",
        "2002-08-07",
        "2002/08/07",
        "2002-08-07 00:00:00",
        "2002-08-07T00:00:00.000",
        "07/08/2002 00:00",
        "07-Aug-2002",
        "7 August 2002",
        "07-AUG-02",
        " 07/08/2002 ",
        date(2002, 8, 7),
        datetime(2002, 8, 7, 13, 5, tzinfo=UTC),
    ],
)
def test_the_forms_found_in_the_wild_mean_one_day(written):
    assert read_day(written, TODAY) == date(2002, 8, 7)


@pytest.mark.parametrize(
    "written",
    ["", None, "01/01/1900", "1900-01-01", date(1900, 1, 1), "00/01/1900", "NULL"],
)
def test_the_forms_in_which_there_is_no_date_mean_none(written):
    assert read_day(written, TODAY) is None


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("31/02/2020", '"31/02/2020" is no day in the calendar'),
        ("03/25/2026", '"03/25/2026" is no day in the calendar'),
        ("soon", '"soon" is not a date such as 31/12/2005'),
        ("=TODAY()", '"=TODAY()" is not a date such as 31/12/2005'),
        ("20020807", '"20020807" is not a date such as 31/12/2005'),
        ("7 Foo 2002", '"7 Foo 2002" is not a date such as 31/12/2005'),
        ("٠٧/٠٨/٢٠٠٢", '"٠٧/٠٨/٢٠٠٢" is not a date such as 31/12/2005'),
        ("25/11/2026", "25/11/2026 lies in the future"),
        ("14/10/1066", "14/10/1066 lies before 1900"),
    ],
)
def test_what_is_no_day_says_so(written, says):
    with pytest.raises(NotADay) as error:
        read_day(written, TODAY)
    assert str(error.value) == says


def test_two_figures_of_a_year_never_lie_ahead():
    assert read_day("01/02/26", TODAY) == date(2026, 2, 1)
    assert read_day("01/02/27", TODAY) == date(1927, 2, 1)


def test_where_a_day_may_lie_ahead_it_may_not_lie_beyond_a_lifetime():
    assert read_day("01/02/2030", TODAY, ahead=True) == date(2030, 2, 1)
    with pytest.raises(NotADay):
        read_day("31/12/9999", TODAY, ahead=True)
