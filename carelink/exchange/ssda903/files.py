"""Which file of a folder is which module of the SSDA903 return, and what are its rows?"""

from collections.abc import Mapping

from carelink.errors import Problem, Refused
from carelink.exchange.decoding import MIB, Broken, cannot_read, decode, records
from carelink.exchange.reading import Reading, Source, counted, listed
from carelink.exchange.ssda903.said import Return, Said, in_year_order, label_of
from carelink.exchange.ssda903.xml_file import read_xml

LARGEST_FILE = 25 * MIB
# What a file must have to be that module. Files are known by their columns, not by their names.
NEEDED: Mapping[str, frozenset[str]] = {
    "episodes": frozenset({"CHILD", "DECOM", "LS", "DEC"}),
    "oc3": frozenset({"CHILD", "IN_TOUCH", "ACTIV", "ACCOM"}),
    "header": frozenset({"CHILD", "DOB", "SEX", "ETHNIC"}),
    "uasc": frozenset({"CHILD", "DOB", "DUC"}),
}
KEPT: Mapping[str, frozenset[str]] = {
    "episodes": frozenset({"CHILD", "DECOM", "LS", "PLACE", "PL_POST", "DEC", "REC"}),
    "oc3": frozenset({"CHILD", "DOB", "ACTIV", "ACCOM", "IN_TOUCH"}),
    "header": frozenset({"CHILD", "DOB", "SEX", "ETHNIC"}),
    "uasc": frozenset({"CHILD", "DOB", "SEX"}),
}
# Modules of which nothing is kept, by a column that only they have.
NOT_READ: Mapping[str, str] = {
    "REVIEW": "these are looked-after reviews, not reviews of a pathway plan",
    "SDQ_SCORE": "health outcomes (OC2) are not kept",
    "DATE_INT": "adoption decisions (AD1) are not kept",
    "MIS_START": "missing episodes are not kept",
    "PREV_PERM": "previous permanence is not kept",
    "DATE_PLACED": "placements for adoption are not kept",
    "SW_ID": "social worker episodes are not kept",
    "DOLO_START": "deprivation of liberty is not kept",
}


def module_of(columns: frozenset[str]) -> str:
    """The module whose columns these are; empty when they are none that is read."""
    return next((name for name, needed in NEEDED.items() if needed <= columns), "")


def columns_of(cells: list[str]) -> list[str]:
    """The names of a header row as the return writes them."""
    return ["_".join(cell.upper().split()) for cell in cells]


def read_files(files: Source, reading: Reading) -> Return:
    """Every row of the return; an XML file alone, or the CSV files of a folder.

    Raises: Refused, naming each file that should be read and cannot.
    """
    csvs = [name for name in files if name.lower().endswith(".csv")]
    xmls = [name for name in files if name.lower().endswith(".xml")]
    wanted = csvs or (xmls if len(xmls) == 1 else [])
    said, unreadable = Return(), list[Problem]()
    for name in in_year_order(wanted):
        try:
            if csvs:
                _read_csv(name, files[name], said, reading)
            else:
                read_xml(name, files[name], LARGEST_FILE, said)
        except Refused as refused:
            unreadable += refused.problems
    if unreadable:
        raise Refused(*unreadable)
    reading.notes += said.notes
    reading.notes += [
        f"Not kept from {module}: {listed(sorted(left))}." for module, left in said.left.items()
    ]
    _note_the_rest(files, wanted, reading)
    if not any(said.modules().values()) and not wanted:
        raise Refused(
            Problem("source", "There is no SSDA903 file here: name one XML file or the CSV files.")
        )
    return said


def _note_the_rest(files: Source, wanted: list[str], reading: Reading) -> None:
    rest = sorted(set(files) - set(wanted))
    if rest:
        why = "the CSV files alone are read" if wanted else "they are no SSDA903 files"
        reading.notes.append(f"Not read, for {why}: {listed(rest)}.")


def _read_csv(name: str, data: bytes, said: Return, reading: Reading) -> None:
    text = decode(name, data, LARGEST_FILE)
    if text.note:
        said.notes.append(text.note)
    rows = records(name, text.text)
    _, cells = next(rows, (0, []))
    if isinstance(cells, Broken):
        raise cannot_read(name, "its first row is not a row of column names.")
    header = columns_of(cells)
    module = module_of(frozenset(header))
    if not module:
        said.notes.append(_why_not(name, header))
        return
    _note_columns(name, header, module, said)
    kept, label = said.modules()[module], label_of(name)
    for line, cells in rows:
        if isinstance(cells, Broken):
            reading.refuse(name, line, cells.says(line))
        elif len(cells) < len(header) or any(cells[len(header) :]):
            has = counted(len(cells), "column")
            says = f"This row has {has} where the header has {len(header)}; mend it."
            reading.refuse(name, line, says)
        else:
            stripped = (cell.strip() for cell in cells)
            kept.append(Said(name, line, label, dict(zip(header, stripped, strict=False))))


def _why_not(name: str, header: list[str]) -> str:
    """Why a file is not read. Raises: Refused for a module that lacks a column it needs."""
    for column, why in NOT_READ.items():
        if column in header:
            return f"{name} was not read: {why}."
    for module, needed in NEEDED.items():
        if module.removesuffix("s") in name.rpartition("/")[2].lower():
            missing = sorted(needed - set(header))
            raise cannot_read(name, f"it lacks the column {listed(missing)}; add what is missing.")
    return f"{name} was not read: its columns are those of no SSDA903 file."


def _note_columns(name: str, header: list[str], module: str, said: Return) -> None:
    twice = sorted({column for column in header if column and header.count(column) > 1})
    if twice:
        raise cannot_read(name, f"it has the column {listed(twice)} twice; take one out.")
    if left := [column for column in header if column and column not in KEPT[module]]:
        said.left.setdefault(module, set()).update(left)
