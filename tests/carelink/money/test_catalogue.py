"""The catalogue's files: each mistake refused by name, the council's own laid over the national."""

import re
from dataclasses import replace
from datetime import date

import pytest

from carelink.errors import RulebookError
from carelink.money.catalogue import Catalogue, load_catalogue, packaged
from carelink.money.entitled import entitled_of
from carelink.money.reading import read_catalogue
from carelink.money.words import Stands
from tests.carelink.money.offers import LAUNDRY_CARD
from tests.people import a_former_relevant

CATALOGUE = load_catalogue()
LATER = """
[[laundry_card.version]]
from = 2024-04-01
basis = "local_standard"
law = "Elsewhere's offer, 2024"
amount_pence = 7_500
verified = true
checked_on = 2026-11-01
"""
SETTLED = """council = "Elsewhere"
[settle.setting_up_home_allowance]
amount_by = "event"
law = "Elsewhere's page"
verified = true
checked_on = 2026-11-01
[[settle.setting_up_home_allowance.version]]
amount_pence = 250_000
"""


def test_a_councils_own_offer_stands_beside_the_national_catalogue():
    own = load_catalogue(LAUNDRY_CARD)

    assert own.council == "Elsewhere"
    assert own.entry("laundry_card").amount_on(date(2026, 1, 1)) == 5_000
    assert own.entry("staying_put") is not None
    assert own.entry("leaving_care_nurse") is None


def test_a_later_version_counts_from_its_day():
    card = load_catalogue(LAUNDRY_CARD + LATER).entry("laundry_card")

    assert card.amount_on(date(2024, 3, 31)) == 5_000
    assert card.amount_on(date(2024, 4, 1)) == 7_500


def test_a_council_may_add_to_the_national_amount_and_never_take_away():
    allowance = load_catalogue(SETTLED).entry("setting_up_home_allowance")

    assert allowance.amount_on(date(2022, 1, 1)) == 250_000
    assert allowance.amount_on(date(2023, 4, 1)) == 300_000


MISTAKES = {
    "a word it does not know": ('ask = "', 'asks = "', "words that are not known: asks"),
    "no citation": ('law = "Elsewhere\'s offer, 2020"', 'law = " "', 'version without "law"'),
    "no day it was checked": ("checked_on = 2026-11-01", "", '"checked_on"'),
    "a day in quotes": ("2026-11-01", '"2026-11-01"', "without quotes"),
    "nobody said whether it was read": ("verified = true", "", '"verified"'),
    "pounds with a point": ("5_000", "50.0", "whole pence"),
    "less than nothing": ("5_000", "-5_000", "whole pence"),
    "some noughts too many": ("5_000", "500_000_000", "whole pence"),
    "yes for an amount": ("5_000", "true", "whole pence"),
    "a status it does not know": ('"care_leavers"', '"leavers"', '"leavers", which is not known'),
    "for nobody": ('["care_leavers"]', "[]", '"statuses"'),
    "an event it does not know": ('"their_status"', '"their_star"', '"event" must be one of'),
    "a step it does not know": ('"received"', '"had"', '"claimed_when" must be one of'),
    "ages the wrong way round": ("age_from = 18", "age_from = 26", "age_from"),
    "no title": ('title = "Laundry card"', 'title = ""', '"title"'),
    "no basis": ('basis = "local_standard"', "", '"basis"'),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_refused_by_name(mistake):
    good, bad, says = MISTAKES[mistake]
    assert good in LAUNDRY_CARD

    with pytest.raises(RulebookError) as refused:
        load_catalogue(LAUNDRY_CARD.replace(good, bad))

    assert "[laundry_card]" in str(refused.value)
    assert says in str(refused.value)


ADDED = {
    "from and commencement": ("from = 2026-04-01\ncommencement = 2026-04-01\n", "not both"),
    "a version it cannot read": ("amount = 3\n", "not known: amount"),
}


@pytest.mark.parametrize("mistake", ADDED)
def test_a_mistake_in_a_version_is_refused(mistake):
    added, says = ADDED[mistake]

    with pytest.raises(RulebookError, match=says):
        load_catalogue(LAUNDRY_CARD + added)


@pytest.mark.parametrize("wrong", ["April", "31 Apr", "0 April", "40 April", "1 April 2026"])
def test_a_day_of_renewal_is_a_day_of_the_year(wrong):
    renewed = LAUNDRY_CARD.replace("age_from", f'renews_on = "{wrong}"\nage_from')

    with pytest.raises(RulebookError, match="1 April"):
        load_catalogue(renewed)


def test_versions_out_of_order_are_refused():
    earlier = LATER.replace("2024-04-01", "2019-04-01")
    with pytest.raises(RulebookError, match="out of order"):
        load_catalogue(LAUNDRY_CARD + LATER + earlier)


def test_what_is_not_yet_law_stands_last():
    coming = LATER.replace("from = 2024-04-01", 'commencement = ""')
    load_catalogue(LAUNDRY_CARD + LATER + coming)
    with pytest.raises(RulebookError, match="not yet law last"):
        load_catalogue(LAUNDRY_CARD + coming + LATER)


def test_a_council_cannot_write_a_national_entry_anew_nor_settle_one_there_is_not():
    with pytest.raises(RulebookError, match="settle it under"):
        load_catalogue(LAUNDRY_CARD.replace("laundry_card", "staying_put"))
    with pytest.raises(RulebookError, match="no entry of the national"):
        load_catalogue(SETTLED.replace("setting_up_home_allowance", "laundry_card"))


def test_what_is_no_toml_is_refused_by_name():
    with pytest.raises(RulebookError, match="offer file is not a TOML file"):
        load_catalogue("[laundry")


@pytest.mark.parametrize("name", ["england.toml", "medway.toml"])
def test_the_files_that_come_with_it_can_be_read(name):
    groups = read_catalogue(packaged("england.toml"), "england.toml").groups

    assert read_catalogue(packaged(name), name, groups).entries


def test_every_entry_is_cited_and_says_whether_its_source_was_read():
    for entry in CATALOGUE.entries:
        for version in entry.versions:
            assert version.law.strip(), entry.entitlement
            assert version.checked_on <= date(2026, 11, 24), entry.entitlement


def test_what_was_not_checked_is_marked_so():
    from_memory = {
        e.entitlement for e in CATALOGUE.entries if not all(v.verified for v in e.versions)
    }

    assert {
        "apprenticeship_employer_payment",
        "local_connection",
        "care_leaver_covenant",
        "jobcentre_single_contact",
        "identity_documents",
        "independent_student",
        "free_nhs_charges",
    } <= from_memory


def test_what_is_not_yet_law_is_these_and_no_others():
    coming = {e.entitlement for e in CATALOGUE.entries if e.coming}

    assert coming == {
        "staying_close",
        "local_offer",
        "not_intentionally_homeless",
        "free_nhs_charges",
    }


def test_a_commencement_day_once_known_brings_it_into_force():
    staying_close = CATALOGUE.entry("staying_close")
    (version,) = staying_close.versions
    begun = version._replace(commenced=True, effective_from=date(2027, 1, 1))
    case = a_former_relevant()
    with_a_day = Catalogue({"staying_close": replace(staying_close, versions=(begun,))}, "")

    before, after = (
        entitled_of(case, day, with_a_day)[0] for day in (date(2026, 12, 31), date(2027, 1, 1))
    )

    assert (before.stands, before.from_day) == (Stands.LATER, date(2027, 1, 1))
    assert after.stands is Stands.NOW


def test_what_is_asked_for_each_year_has_the_amount_of_that_year():
    yearly = (LAUNDRY_CARD + LATER).replace("age_from", 'renews_on = "1 September"\nage_from')
    card = load_catalogue(yearly).entry("laundry_card")
    yearly_card = Catalogue({"laundry_card": card}, "Elsewhere")
    case = a_former_relevant(date(2003, 5, 10))

    amounts = [
        entitled_of(case, day, yearly_card)[0].amount_pence
        for day in (date(2024, 8, 31), date(2024, 9, 1))
    ]

    assert amounts == [5_000, 7_500]


def test_a_refusal_names_the_file_and_is_one_sentence():
    with pytest.raises(RulebookError) as refused:
        load_catalogue(LAUNDRY_CARD.replace('ask = "', 'asks = "'))

    assert str(refused.value).startswith("the council's offer file: [laundry_card] ")


def test_what_stands_on_the_sheet_speaks_of_nobody_else_and_in_short_sentences():
    """A worker reads it on the screen and the young person on paper: nobody is "they"."""
    entries = load_catalogue().entries
    said = [text for one in entries for text in (one.title, one.says, one.awaited)]
    assert len(entries) > 30
    assert [text for text in said if re.search(r"(?i)\bthe(y|m|irs?)\b|vulnerable", text)] == []
    sentences = [s for text in said for s in re.split(r"(?<=[.;!?]) ", text)]
    assert [s for s in sentences if len(s.split()) > 16] == []
