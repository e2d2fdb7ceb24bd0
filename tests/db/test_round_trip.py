"""Does every kind of fact come back exactly as it went in, whatever it says?"""

import contextlib
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.facts import KINDS, Person
from db.reading import read_rows
from db.store import Store
from db.trail import add

# What SQLite and JSON can hold: any text but a NUL and half a pair of surrogates.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
SAID: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    date: st.none() | st.dates(),
    bool: st.none() | st.booleans(),
    int: st.none() | st.integers(-(2**62), 2**62),
    float: st.none() | st.floats(allow_nan=False, allow_infinity=False),
}


def facts_of(kind: str) -> st.SearchStrategy[Any]:
    fact, key, _ = KINDS[kind]
    said = {}
    for field, annotated in fact.__annotations__.items():
        (known,) = [k for k in get_args(annotated) or (annotated,) if k is not type(None)]
        said[field] = SAID[known]
    said[key] = TEXTS.filter(bool)
    if "person_id" in said:
        said["person_id"] = st.just("p1")
    return st.builds(fact, **said)


@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_comes_back_as_it_went_in(store: Store, kind: str) -> None:
    key = KINDS[kind].key

    # Few rounds for each of many kinds: it is types that are tried, and every kind has most.
    @settings(max_examples=15)
    @given(st.lists(facts_of(kind), max_size=4, unique_by=lambda fact: getattr(fact, key)))
    def comes_back(facts: list[Any]) -> None:
        class Undo(Exception):
            """Leaves the store empty for the next round."""

        with contextlib.suppress(Undo), store.writing() as writing:
            if kind != "people":
                add(writing, "people", [Person("p1")])
            add(writing, kind, facts)
            found = [fact for fact, _ in read_rows(writing.connection, kind)]
            assert typed(found) == typed(sorted(facts, key=lambda fact: str(getattr(fact, key))))
            raise Undo

    comes_back()


def typed(facts: list[Any]) -> list[Any]:
    """Every value with its type: a 1 in place of a True would be equal and yet wrong."""
    return [[(type(value), value) for value in fact] for fact in facts]
