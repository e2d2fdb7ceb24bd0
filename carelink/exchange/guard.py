"""Is a zip file (a workbook is one too) safe to unpack, and what is in it?"""

import io
import re
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator

from carelink.exchange.decoding import MIB, cannot_read

LARGEST_WORKBOOK = 25 * MIB
LARGEST_BUNDLE = 400 * MIB
MOST_UNPACKED = 200 * MIB
MOST_MEMBERS = 2_000
_PIECE = MIB
_OVERLAP = 64
_WIDEST_ROW = 8 * MIB
# As many as a sheet can have: there are workbooks with an empty row on each of its lines.
_MOST_ROWS = 1_048_576
# What is not a sheet (its texts, its styles) is read whole.
_LARGEST_PART = 64 * MIB
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)
_DOCTYPE = re.compile(rb"<!\s*(?:doctype|entity)", re.IGNORECASE)
# Macros and links to other files have no place in a list of young people.
_FORBIDDEN = re.compile(r"vbaproject\.bin$|externallinks/|activex/", re.IGNORECASE)


def unpacked(file: str, data: bytes) -> dict[str, bytes]:
    """The members of a zip by name, without a folder that all of them lie in.

    Raises: Refused when it is damaged or built to do harm.
    """
    if len(data) > LARGEST_BUNDLE:
        raise cannot_read(file, f"it is over {LARGEST_BUNDLE // MIB} MiB; send it in parts.")
    members = {name: b"".join(pieces) for name, pieces in _members(file, data, LARGEST_BUNDLE)}
    folder = next(iter(members), "").partition("/")[0] + "/"
    if all(name.startswith(folder) for name in members):
        return {name.removeprefix(folder): member for name, member in members.items()}
    return members


def check_workbook(file: str, data: bytes) -> None:
    """Refuse a workbook that is damaged, too large, or built to do harm."""
    if len(data) > LARGEST_WORKBOOK:
        raise cannot_read(file, f"it is over {LARGEST_WORKBOOK // MIB} MiB; send the list alone.")
    for name, pieces in _members(file, data, MOST_UNPACKED):
        if _FORBIDDEN.search(name):
            raise cannot_read(file, "it holds macros or links to other files; save it without.")
        if name.lower().endswith((".xml", ".rels")):
            _check_xml(file, "worksheets/" in name.lower(), pieces)
        else:
            deque(pieces, maxlen=0)  # counted, and not kept


def _check_xml(file: str, is_sheet: bool, pieces: Iterator[bytes]) -> None:
    """Refuse a document type, and what would not fit into memory or never come to an end.

    Texts in UTF-16 are read without their noughts.
    """
    seen, since_row, rows, size = b"", 0, 0, 0
    for piece in pieces:
        seen = seen[-_OVERLAP:] + piece.replace(b"\x00", b"")
        if _DOCTYPE.search(seen):
            raise cannot_read(file, "its XML names a document type; save it again from Excel.")
        last = seen.rfind(b"<row")
        since_row = len(seen) - last if last >= 0 else since_row + len(piece)
        rows, size = rows + piece.count(b"<row"), size + len(piece)
        widest, largest = (since_row, 0) if is_sheet else (0, size)
        if widest > _WIDEST_ROW or rows > _MOST_ROWS or largest > _LARGEST_PART:
            raise cannot_read(file, "it is far too wide or long; copy the list to a new workbook.")


def _members(file: str, data: bytes, most: int) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Each member in pieces, counted as they come: what the zip says of itself may be false.

    The pieces of one are to be taken before the next is asked for.
    """
    seen: set[str] = set()
    left = [most]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_MEMBERS:
                raise cannot_read(file, f"it holds over {MOST_MEMBERS:,} files; send fewer.")
            for info in infos:
                _check_name(file, info, seen)
                if not info.is_dir():
                    yield info.filename, _pieces(file, archive, info, left)
    except _DAMAGED as error:
        raise _damaged(file) from error


def _damaged(file: str) -> Exception:
    return cannot_read(file, "it is damaged or no zip file; make it again.")


def _check_name(file: str, info: zipfile.ZipInfo, seen: set[str]) -> None:
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ":" in name or ".." in name.split("/"):
        raise cannot_read(file, "it holds a file meant for another folder; make it again.")
    if name.lower() in seen:
        raise cannot_read(file, "it holds two files of the same name; make it again.")
    if info.flag_bits & 1:
        raise cannot_read(file, "it is locked with a password; save it without one.")
    seen.add(name.lower())


def _pieces(
    file: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: list[int]
) -> Iterator[bytes]:
    try:
        with archive.open(info) as member:
            while piece := member.read(_PIECE):
                left[0] -= len(piece)
                if left[0] < 0:
                    raise cannot_read(file, "it unpacks to more than it may; send fewer rows.")
                yield piece
    except _DAMAGED as error:
        raise _damaged(file) from error
