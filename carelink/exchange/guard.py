"""Is a zip file (a workbook is one too) safe to unpack, and what is in it?"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from carelink.exchange.decoding import MIB, cannot_read

LARGEST_WORKBOOK = 25 * MIB
LARGEST_BUNDLE = 400 * MIB
MOST_UNPACKED = 200 * MIB
MOST_MEMBERS = 2_000
_PIECE = MIB
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
    members = {name: member for name, member in _members(file, data, LARGEST_BUNDLE)}
    folder = next(iter(members), "").partition("/")[0] + "/"
    if all(name.startswith(folder) for name in members):
        return {name.removeprefix(folder): member for name, member in members.items()}
    return members


def check_workbook(file: str, data: bytes) -> None:
    """Refuse a workbook that is damaged, too large, or built to do harm."""
    if len(data) > LARGEST_WORKBOOK:
        raise cannot_read(file, f"it is over {LARGEST_WORKBOOK // MIB} MiB; send the list alone.")
    for name, member in _members(file, data, MOST_UNPACKED):
        if _FORBIDDEN.search(name):
            raise cannot_read(file, "it holds macros or links to other files; save it without.")
        if name.lower().endswith((".xml", ".rels")) and _names_a_doctype(member):
            raise cannot_read(file, "its XML names a document type; save it again from Excel.")


def _names_a_doctype(member: bytes) -> bool:
    """In any alphabet: UTF-16 writes the same letters with noughts between them."""
    return bool(_DOCTYPE.search(member) or _DOCTYPE.search(member.replace(b"\x00", b"")))


def _members(file: str, data: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    """Each member and its bytes, counted as they come: what the zip says of itself may be false."""
    seen: set[str] = set()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_MEMBERS:
                raise cannot_read(file, f"it holds over {MOST_MEMBERS:,} files; send fewer.")
            for info in infos:
                _check_name(file, info, seen)
                if not info.is_dir():
                    content = _content(file, archive, info, most)
                    most -= len(content)
                    yield info.filename, content
    except _DAMAGED as error:
        raise cannot_read(file, "it is damaged or no zip file; make it again.") from error


def _check_name(file: str, info: zipfile.ZipInfo, seen: set[str]) -> None:
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ":" in name or ".." in name.split("/"):
        raise cannot_read(file, "it holds a file meant for another folder; make it again.")
    if name.lower() in seen:
        raise cannot_read(file, "it holds two files of the same name; make it again.")
    if info.flag_bits & 1:
        raise cannot_read(file, "it is locked with a password; save it without one.")
    seen.add(name.lower())


def _content(file: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    kept = bytearray()
    with archive.open(info) as member:
        while piece := member.read(_PIECE):
            kept += piece
            if len(kept) > most:
                raise cannot_read(file, "it unpacks to more than it may; send fewer rows.")
    return bytes(kept)
