"""The seats of a release come back exactly as they were, and a damaged text is said to be one."""

import base64
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.release.seats_kept import LARGEST, pack_seats, read_seats

WORDS = st.text(max_size=8)
SEATS = st.dictionaries(WORDS, st.lists(st.dictionaries(WORDS, WORDS, max_size=3)), max_size=5)


@given(SEATS)
def test_seats_come_back_as_they_were(seats):
    packed = pack_seats(seats)
    assert packed.isascii()
    assert read_seats(packed) == {mark: tuple(answers) for mark, answers in seats.items()}
    assert pack_seats(dict(reversed(seats.items()))) == packed


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"[]",
        b"{}",
        b'{"answers": [], "people": {"m": [0]}}',
        b'{"answers": [{"a": "b"}], "people": {"m": [-1]}}',
        b'{"answers": [{"a": 1}], "people": {}}',
        b'{"answers": [7], "people": {}}',
        b'{"answers": {}, "people": []}',
        b"[" * 100_000,
    ],
)
def test_a_text_that_holds_no_seats_is_refused(plain):
    with pytest.raises(ValueError, match="cannot be read"):
        read_seats(base64.b64encode(zlib.compress(plain)).decode())


@pytest.mark.parametrize("text", ["", "é", "QUJD", "not base64!"])
def test_a_text_that_was_not_packed_is_refused(text):
    with pytest.raises(ValueError, match="cannot be read"):
        read_seats(text)


def test_a_text_that_unpacks_without_end_is_refused():
    bomb = zlib.compress(b" " * (LARGEST + 1), 9)
    with pytest.raises(ValueError, match="cannot be read"):
        read_seats(base64.b64encode(bomb).decode())
