"""Can anybody be told from a pack that may not name them? Whatever was typed, in every format.

Every name, reference and date of birth of a made-up roll is swapped for one that can be found
again, and so are any of the words, and any of the codes, that the store keeps as text.
"""

import io
import re
import zipfile
from functools import lru_cache

import pypdf
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from carelink.dates import show
from carelink.exchange.pack_workbook import write_workbook
from carelink.facts import KINDS
from carelink.meetings.audience import packaged_audiences
from carelink.meetings.packs import LISTS, key_to, pack_of
from carelink.meetings.words import MEETING_LABELS
from carelink.papers.html import write_html
from carelink.papers.meeting_pack import meeting_pack
from carelink.papers.pdf import write_pdf
from db.made_up import made_up_roll
from tests.carelink.meetings.made import TODAY, asked_of, cases_of
from ui.assets import paper_fonts

_PEOPLE = 26
NOBODY = "without_names"
FOUND = re.compile(r"qz[a-z]", re.IGNORECASE)
_A_DAY = re.compile(
    r"\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December) \d{4}"
)
# Codes that the store takes from a list alone, and without which no status can be told.
_FROM_A_LIST = {("contacts", "rung")}
_OF_PEOPLE = [kind for kind in KINDS if kind != "people" and hasattr(KINDS[kind].fact, "person_id")]


def _is_text(kind, field):
    hint = KINDS[kind].fact.__annotations__[field]
    return hint in (str, "str") and not field.endswith("_id") and (kind, field) not in _FROM_A_LIST


TEXTS = sorted(
    (kind, field)
    for kind in (*_OF_PEOPLE, "people", "workers", "meetings", "meeting_actions")
    for field in KINDS[kind].fact._fields
    if _is_text(kind, field) and (kind, field) not in {("meetings", "kind"), ("workers", "role")}
)
# All of them but codes: those decide who stands on a list at all.
WORDS = [
    pair for pair in TEXTS if pair[1] not in {"kind", "type", "code", "status", "role", "outcome"}
]


@lru_cache(maxsize=1)
def _renamed():
    """The roll with every person and worker under a name and a reference that can be found."""
    made = made_up_roll(_PEOPLE, 7, TODAY)
    ids = {person.person_id: f"QZP{n:03}" for n, person in enumerate(made["people"])}
    facts = {}
    for kind, held in made.items():
        facts[kind] = [
            one._replace(person_id=ids[one.person_id]) if hasattr(one, "person_id") else one
            for one in held
        ]
    facts["people"] = [
        one._replace(known_as=f"Qzn{n} Qzf{n}", legal_name=f"Qzl{n}", nhs_number=f"qzh{n}")
        for n, one in enumerate(facts["people"])
    ]
    facts["workers"] = [
        one._replace(name=f"Qzw{n} Qzv{n}") for n, one in enumerate(facts["workers"])
    ]
    # The made-up roll is well housed: some of it lives as the meetings are there for.
    unsettled = {5: "V", 9: "S", 13: "W", 17: "X"}
    facts["homes"] = [
        one._replace(type=unsettled.get(n % 20, one.type)) if one.end is None else one
        for n, one in enumerate(facts["homes"])
    ]
    return facts


def _with(facts, texts):
    """The facts with these kinds of text all marked."""
    marked = dict(facts)
    for kind, field in texts:
        marked[kind] = [one._replace(**{field: f"qzt {field}"}) for one in marked[kind]]
    return marked


def _asked(facts):
    return asked_of(
        cases_of(facts),
        meetings=facts["meetings"],
        actions=facts["meeting_actions"],
        workers={worker.worker_id: worker for worker in facts["workers"]},
        absences=facts["absences"],
    )


def _read_of(pack):
    """Everything that can be read in the page and in the spreadsheet."""
    with zipfile.ZipFile(io.BytesIO(write_workbook(pack))) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if name.endswith(".xml")]
    return [write_html(meeting_pack(pack)).decode(), repr(pack), *sheets]


def _betrayals(text, cases):
    yield from FOUND.findall(text)
    for case in cases:
        born = case.person.date_of_birth
        if born:
            yield from (day for day in (show(born), born.isoformat()) if day in text)


def test_the_made_up_roll_has_something_on_every_list_and_to_carry_on():
    facts = _renamed()
    asked = _asked(facts)
    for kind in LISTS:
        pack = pack_of(kind, asked)
        assert list(pack.rows), kind
        assert FOUND.search(repr(pack)), "the team's own pack names them, so that a slip would show"
    assert any(pack_of(kind, asked).carried for kind in LISTS)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.sets(st.sampled_from(TEXTS)))
@example(texts=set())
@example(texts=set(TEXTS))
@example(texts=set(WORDS))
def test_nothing_in_page_or_spreadsheet_betrays_anybody_whatever_was_typed(texts):
    asked = _asked(_with(_renamed(), texts))
    for kind in LISTS:
        for text in _read_of(pack_of(kind, asked, NOBODY)):
            assert list(_betrayals(text, asked.cases)) == [], kind


def test_nothing_in_the_pdf_betrays_anybody_with_every_word_marked():
    asked = _asked(_with(_renamed(), WORDS))
    for kind in LISTS:
        pack = pack_of(kind, asked, NOBODY)
        assert list(pack.rows), kind
        file = pypdf.PdfReader(io.BytesIO(write_pdf(meeting_pack(pack), paper_fonts())))
        text = " ".join(" ".join(page.extract_text() for page in file.pages).split())
        assert list(_betrayals(text + repr(file.metadata), asked.cases)) == [], kind


def test_no_whole_date_but_the_day_of_the_pack_and_of_the_list_stands_in_it():
    asked = _asked(_renamed())
    for kind in LISTS:
        pack = pack_of(kind, asked, NOBODY)
        known = {show(pack.as_at), show(pack.last) if pack.last else ""}
        known |= set(_A_DAY.findall(pack.said))
        assert set(_A_DAY.findall(write_html(meeting_pack(pack)).decode())) <= known, kind


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(chance=st.randoms(use_true_random=False))
def test_the_numbers_hang_on_nothing_that_could_be_matched(chance):
    """The same people under other names and references, in another order, make the same pack."""
    facts = _renamed()
    people = [person.person_id for person in facts["people"]]
    others = [f"X{n:04}" for n in range(len(people))]
    chance.shuffle(others)
    ids = dict(zip(people, others, strict=True))
    swapped = {
        kind: [
            one._replace(person_id=ids[one.person_id]) if hasattr(one, "person_id") else one
            for one in held
        ]
        for kind, held in facts.items()
    }
    swapped["people"] = [
        one._replace(known_as=chance.choice("abcdefgh"), legal_name=one.person_id)
        for one in reversed(swapped["people"])
    ]
    one, other = _asked(facts), _asked(swapped)
    for kind in LISTS:
        assert pack_of(kind, one, NOBODY) == pack_of(kind, other, NOBODY), kind


def test_the_key_says_to_our_own_team_who_is_who():
    asked = _asked(_renamed())
    key = key_to("eet", asked, NOBODY)
    pack, named = pack_of("eet", asked, NOBODY), pack_of("eet", asked)
    assert {row.name for row in pack.rows} <= set(key.values())
    assert set(named.people) <= set(key)
    by_number = {row.name: row.cells[0] for row in pack.rows}
    for row in named.rows:
        said = row.cells[0]
        month = f"{said:%B %Y}" if hasattr(said, "year") else None
        assert month is None or by_number[key[row.person_id]] == month


def test_whoever_may_not_see_names_is_given_no_supervision():
    audiences = packaged_audiences()
    for kind in MEETING_LABELS:
        unnamed = [one.code for one in audiences.of(kind) if not one.sight.names]
        assert unnamed == ([] if kind == "supervision" else [NOBODY])


def test_agencies_see_names_and_days_and_no_words_of_ours():
    asked = _asked(_with(_renamed(), [pair for pair in TEXTS if pair[0] == "meeting_items"]))
    pack = pack_of("custody", asked, "agencies")
    assert pack.people
    assert "qzt" not in repr(pack)
