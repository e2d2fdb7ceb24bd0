"""Which kind of source is this, and what does it say?"""

from collections.abc import Callable, Mapping
from datetime import date

from carelink.errors import Problem, Refused
from carelink.exchange.annex_a import read_annex_a
from carelink.exchange.annex_a.columns import is_list_9, places
from carelink.exchange.bundle_read import PACKAGE, kind_of_file, read_bundle
from carelink.exchange.columns import COLUMNS
from carelink.exchange.decoding import Broken, records
from carelink.exchange.reading import Reading, Source
from carelink.exchange.ssda903 import read_ssda903
from carelink.exchange.ssda903.files import NOT_READ, columns_of, module_of
from carelink.exchange.ssda903.xml_file import ROOT

_READERS: Mapping[str, Callable[[Source, date], Reading]] = {
    "bundle": read_bundle,
    "annex-a": read_annex_a,
    "ssda903": read_ssda903,
}
_NOT_YET = {
    "ssd": "CareLink cannot read the Standard Safeguarding Dataset yet; give it an Annex A list.",
    "tracker": "CareLink cannot read a team's own tracker yet; give it an open bundle.",
}
KINDS_OF_SOURCE = (*_READERS, *_NOT_YET)
_NAMES = {
    "bundle": "an open bundle",
    "annex-a": "a care-leaver list (Annex A, list 9)",
    "ssda903": "an SSDA903 return",
}
_WORKBOOKS = (".xlsx", ".xlsm", ".xls")
_BEGINNING = 64 * 1024
_FEW = 10
_UNKNOWN = (
    "CareLink cannot tell what kind of source this is: give it an open bundle, an SSDA903 return "
    "or a care-leaver list (Annex A, list 9)."
)


def read_source(files: Source, kind: str | None, today: date) -> Reading:
    """All that a source says; its kind is judged from names and headings unless it is given.

    Shape: `files` are the bytes of each file by its name.

    Raises: Refused, in plain words, when the source is of no kind we read, of another kind than
    said, or has a file that cannot be read at all. Nothing has been taken then.
    """
    if kind in _NOT_YET:
        raise Refused(Problem("kind", _NOT_YET[kind]))
    if kind is not None and kind not in _READERS:
        says = f'There is no kind of source "{kind}"; use one of {", ".join(KINDS_OF_SOURCE)}.'
        raise Refused(Problem("kind", says))
    judged = kind or kind_of(files)
    if judged is None:
        raise Refused(Problem("source", _UNKNOWN))
    if kind and not _ANY_OF[kind](files):
        other = kind_of(files)
        says = f"This is not {_NAMES[kind]}: no file of it has the headings of one."
        if other and other != kind:
            says = f"This is {_NAMES[other]}, not {_NAMES[kind]}; leave out --kind."
        raise Refused(Problem("kind", says))
    return _READERS[judged](files, today)


def kind_of(files: Source) -> str | None:
    """The kind of a source by its headings, else by its names; None when it is none we know.

    A workbook is taken for a care-leaver list, and says itself when it is none.
    """
    if any(_is_bundle_file(name, data) for name, data in files.items()):
        return "bundle"
    if _has_return(files):
        return "ssda903"
    if _has_list(files):
        return "annex-a"
    return "bundle" if _has_bundle_names(files) else None


def _has_bundle_names(files: Source) -> bool:
    return any(kind_of_file(name) or _is_package(name, data) for name, data in files.items())


def _has_return(files: Source) -> bool:
    return any(_is_ssda903_file(name, data) for name, data in files.items())


def _has_list(files: Source) -> bool:
    return any(_is_list(name, data) for name, data in files.items())


_ANY_OF: Mapping[str, Callable[[Source], bool]] = {
    "bundle": _has_bundle_names,
    "annex-a": _has_list,
    "ssda903": _has_return,
}


def _is_package(name: str, data: bytes) -> bool:
    return name.rpartition("/")[2] == PACKAGE and b"carelink" in data[:_BEGINNING]


def _is_bundle_file(name: str, data: bytes) -> bool:
    kind = kind_of_file(name)
    if not kind:
        return _is_package(name, data)
    heading = {"_".join(cell.lower().split()) for cell in _first_row(data)}
    return {column.name for column in COLUMNS[kind] if column.required} <= heading


def _is_ssda903_file(name: str, data: bytes) -> bool:
    if name.lower().endswith(".xml"):
        return ROOT.encode() in data[:_BEGINNING].replace(b"\x00", b"").upper()
    heading = columns_of(_first_row(data)) if name.lower().endswith(".csv") else []
    known = module_of(frozenset(heading)) or NOT_READ.keys() & set(heading)
    return bool("CHILD" in heading and (known or len(heading) > 1))


def _is_list(name: str, data: bytes) -> bool:
    if name.lower().endswith(_WORKBOOKS):
        return True
    return name.lower().endswith(".csv") and any(
        is_list_9(places(cells)) for cells in _first_rows(data)
    )


def _first_row(data: bytes) -> list[str]:
    return next(iter(_first_rows(data)), [])


def _first_rows(data: bytes) -> list[list[str]]:
    """The first rows of a CSV file, whatever its letters: headings are plain English."""
    beginning = data[:_BEGINNING]
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = beginning.decode("utf-16", errors="replace")
    else:
        text = beginning.decode("utf-8-sig", errors="replace")
    rows: list[list[str]] = []
    try:
        for _, cells in records("", text):
            if isinstance(cells, Broken) or len(rows) == _FEW:
                break
            rows.append(cells)
    except Refused:
        pass  # a quotation mark cut off by the end of the beginning
    return rows
