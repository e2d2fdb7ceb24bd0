"""A council's own offer lies beside its store; what cannot be used is refused by name."""

import pytest

from carelink.errors import RulebookError
from tests.carelink.money.offers import LAUNDRY_CARD
from ui.standards import catalogue_beside


@pytest.fixture
def store(tmp_path):
    return tmp_path / "team.carelink"


def lay_beside(store, offer):
    store.with_name("team.carelink.offer.toml").write_bytes(offer)


def test_with_nothing_beside_it_medways_offer_stands(store):
    assert catalogue_beside(store).council == "Medway"


def test_a_councils_own_offer_stands_in_its_place(store):
    lay_beside(store, LAUNDRY_CARD.encode())

    own = catalogue_beside(store)

    assert own.council == "Elsewhere"
    assert own.entry("laundry_card") is not None
    assert own.entry("leaving_care_nurse") is None


@pytest.mark.parametrize("offer", [b"council = ", "[laundry_cärd]".encode("latin-1")])
def test_an_offer_that_cannot_be_read_is_refused(store, offer):
    lay_beside(store, offer)

    with pytest.raises(RulebookError, match="offer"):
        catalogue_beside(store)
