"""Facts of every kind that may be in a store, however odd: strategies for round trips."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from hypothesis import strategies as st

from carelink.agreed_status import MAY_STAND
from carelink.approvals.words import APPROVAL_LABELS
from carelink.exchange.columns import COLUMNS, Column
from carelink.exchange.fitting import problems_of
from carelink.facts import KINDS, DutyAnswer, Provenance, Released
from carelink.oversight.words import DECISION_LABELS
from carelink.words import RELEASE_LEVELS
from tests.carelink.exchange.sources import TODAY

_CONTROLS = [chr(code) for code in (*range(9), *range(14, 32), 127)]
_AWKWARD = ['"', '""', ",", "\n", "\r", "\r\n", "=1+1", "'", " ", "\ufeff", "\u2028", "Zoë", "أمل"]
TEXTS = st.lists(
    st.sampled_from(_AWKWARD)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_CONTROLS), max_size=5),
    max_size=4,
).map("".join)
IDS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=8)
DAYS = st.none() | st.dates(date(1900, 1, 2), TODAY)
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
INSTANTS = st.integers(0, 800_000_000).map(lambda seconds: _EPOCH + timedelta(seconds=seconds))
PROVENANCE = st.builds(Provenance, INSTANTS, TEXTS, TEXTS)
_HOLDS: dict[str, st.SearchStrategy[Any]] = {
    "day": DAYS,
    "yes_no": st.none() | st.booleans(),
    "whole": st.none() | st.integers(1, 366),
    "number": st.none() | st.floats(0, 1000),
    "text": TEXTS,
}

# What a row of a kind must say, and few would say by chance.
_DATED = st.dates(date(1990, 1, 1), date(2000, 1, 1))
_NEEDED: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "approvals": st.fixed_dictionaries(
        {"on": _DATED, "answer": st.sampled_from([*APPROVAL_LABELS])}
    ),
    "decisions": st.fixed_dictionaries(
        {"on": _DATED, "answer": st.sampled_from([*DECISION_LABELS])}
    ),
    "handovers": st.fixed_dictionaries({"to_worker": IDS, "starts_on": _DATED}),
    "messages": st.fixed_dictionaries({"time": st.sampled_from(["", "00:00", "14:05", "23:59"])}),
    "status_overrides": st.fixed_dictionaries(
        {"status": st.sampled_from(MAY_STAND).map(str), "start": _DATED}
    ),
}


@st.composite
def _releases(draw: st.DrawFn) -> Released:
    """A release as they were at first, whose figures may be any text; now and then approved."""
    figures = draw(TEXTS)
    approved = draw(st.just(("", None)) | st.tuples(st.just("Ben Hall"), _DATED))
    return Released(
        sha256(figures.encode()).hexdigest(),
        draw(_DATED),
        draw(TEXTS),
        "nearest",
        draw(st.sampled_from(RELEASE_LEVELS)),
        "Amina Yusuf",
        "2000-01-01T00:00:00+00:00",
        *approved,
        figures,
        *(draw(TEXTS) for _ in ("meta", "about")),
        seats=draw(TEXTS),
        corrects_why=draw(TEXTS),
    )


def _values(kind: str, column: Column) -> st.SearchStrategy[Any]:
    if column.name == "person_id" and kind != "people":
        return st.just("P1")
    if column.name == KINDS[kind].key:
        return IDS
    if column.codes:
        return st.sampled_from(column.codes if column.required else ("", *column.codes))
    if column.name == "nhs_number":
        return st.sampled_from(["", "9434765919", "943 476 5919"])
    if column.name.endswith("_id") and not column.required:
        return st.just("") | IDS
    return IDS if column.required else _HOLDS[column.holds]


def facts_of(kind: str) -> st.SearchStrategy[Any]:
    """Any fact of a kind that the bundle may hold."""
    if kind == "releases":
        return _releases()
    built = st.builds(
        KINDS[kind].fact, **{column.name: _values(kind, column) for column in COLUMNS[kind]}
    )
    if kind == "duty_answers":
        built = st.builds(_reasoned, built, st.dates(date(1990, 1, 1), TODAY), st.integers(1, 365))
    if kind in _NEEDED:
        built = st.builds(lambda fact, needed: fact._replace(**needed), built, _NEEDED[kind])
    return built.filter(lambda fact: not problems_of(kind, fact))


def _reasoned(answer: DutyAnswer, on: date, days: int) -> DutyAnswer:
    """With the reason and the days that every answer must have: few would have them by chance."""
    reason = answer.reason if answer.reason.strip() else "As agreed"
    return answer._replace(on=on, reason=reason, ask_again_on=on + timedelta(days=days))


def rows_of(kind: str) -> st.SearchStrategy[list[tuple[Any, Provenance]]]:
    """Some facts of a kind with their provenance, in the order of their ids."""
    place = KINDS[kind].fact._fields.index(KINDS[kind].key)
    rows = st.tuples(facts_of(kind), PROVENANCE)
    return st.lists(rows, max_size=3, unique_by=lambda row: row[0][place]).map(
        lambda some: sorted(some, key=lambda row: row[0][place])
    )
