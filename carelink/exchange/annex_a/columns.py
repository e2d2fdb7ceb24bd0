"""Where on a sheet does the care-leaver list begin, and which column is which?"""

from collections.abc import Iterable, Mapping

from carelink.exchange.annex_a.codes import plain

# The spellings found in the wild, letters and digits alone; the first is how it is shown.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("Child Unique ID", "Child ID", "Unique ID", "Child Unique Identifier"),
    "gender": ("Gender", "Sex"),
    "ethnicity": ("Ethnicity", "Ethnic origin"),
    "born": ("Date of Birth", "DOB"),
    "age": ("Age of Child (Years)", "Age", "Age of Child", "Age (Years)"),
    "uasc": (
        "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
        "UASC",
        "UASC (Y/N)",
        "UASC or formerly UASC",
        "UASC or formerly UASC if 18 or over",
        "Unaccompanied Asylum Seeking Child",
        "Unaccompanied Asylum Seeking Child (UASC)",
        "Unaccompanied Asylum Seeking Child (UASC) or formerly UASC if 18 or over",
    ),
    "disability": (
        "Does the Child have a Disability",
        "Disability",
        "Does Child have a Disability",
    ),
    "team": ("Allocated Team", "Team"),
    "worker": ("Allocated Worker", "Allocated Social Worker", "Social Worker"),
    "adviser": (
        "Allocated Personal Advisor",
        "Allocated Personal Adviser",
        "Allocated PA",
        "Personal Adviser",
        "Personal Advisor",
    ),
    "eligibility": ("Eligibility Category", "Eligibility"),
    "reviewed": (
        "Latest Pathway Plan Review Date",
        "Latest Pathway Plan Date",
        "Pathway Plan Review Date",
        "Date of Latest Pathway Plan Review",
    ),
    "in_touch": ("LA In Touch", "LA in Touch (Y/N)", "In Touch"),
    "contacted": ("Latest Date of Contact", "Date of Latest Contact", "Latest Contact Date"),
    "home": ("Type of Accommodation", "Accommodation Type", "Accommodation"),
    "suitable": ("Suitability of Accommodation", "Accommodation Suitability", "Suitability"),
    "activity": ("Activity Status", "Activity"),
}
_BY_SPELLING = {plain(name): field for field, names in COLUMNS.items() for name in names}
# What only this list of Annex A has: the others name children, teams and workers too.
_TELLING = frozenset({"eligibility", "in_touch", "home", "suitable", "activity"})
TITLE_ROWS = 10


def name_of(field: str) -> str:
    """A column as Ofsted names it."""
    return COLUMNS[field][0]


def places(cells: Iterable[object]) -> dict[str, int]:
    """Which field stands in which cell of a row of headings; the first of two alike counts."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if field := _BY_SPELLING.get(plain(cell or "")):
            found.setdefault(field, place)
    return found


def is_list_9(found: Iterable[str]) -> bool:
    """Whether these fields are those of the care-leaver list."""
    fields = set(found)
    return "id" in fields and len(_TELLING & fields) >= 2


def strange(cells: Iterable[object]) -> list[str]:
    """Headings that are none of the list's, and those that stand there twice."""
    seen: set[str] = set()
    left = []
    for cell in cells:
        field = _BY_SPELLING.get(plain(cell or ""), "")
        if plain(cell or "") and (not field or field in seen):
            left.append(" ".join(str(cell).split()))
        seen.add(field)
    return left
