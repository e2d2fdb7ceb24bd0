import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.in_order import InOrder

_ROWS = st.lists(st.tuples(st.integers(0, 5), st.text("abc", max_size=2)))


def by_number(row):
    return row[0]


@given(_ROWS, st.data())
def test_after_any_coming_and_going_the_rows_stand_as_if_sorted_anew(rows, data):
    held, here = InOrder(key=by_number), []
    for row in rows:
        held.put_in([row])
        here.append(row)
        if data.draw(st.booleans()):
            gone = data.draw(st.sampled_from(here))
            held.take_out([gone])
            here.remove(gone)
    assert [row[0] for row in held.rows()] == sorted(row[0] for row in here)
    assert sorted(held.rows()) == sorted(here)


def test_rows_with_one_key_stand_as_they_came_and_the_right_one_goes():
    held = InOrder(key=by_number)
    held.put_in([(1, "first"), (1, "second"), (0, "before"), (1, "third")])
    held.take_out([(1, "second")])
    assert held.rows() == ((0, "before"), (1, "first"), (1, "third"))


def test_nobody_can_take_out_what_is_not_there():
    held = InOrder(key=by_number)
    held.put_in([(1, "here"), (2, "other")])
    with pytest.raises(ValueError, match="not in list"):
        held.take_out([(1, "not here")])
    with pytest.raises(ValueError, match="not in list"):
        held.take_out([(3, "not here")])
    assert len(held.rows()) == 2
