"""Which files does a source consist of? A folder, a zip of one, or one file, read as bytes."""

from pathlib import Path

from carelink.errors import Problem, Refused
from carelink.exchange import unpacked

MIB = 1024 * 1024
LARGEST = 400 * MIB
MOST_FILES = 2_000
# What may hold rows. Anything else in a folder is named as not read and never opened.
_ENDINGS = {".csv", ".xml", ".xlsx", ".xlsm", ".xls", ".json"}


def open_source(path: Path) -> dict[str, bytes]:
    """The bytes of each file of a source by its name; empty for what is not opened.

    Raises: Refused, in one plain sentence, when it is not there or cannot be opened.
    """
    try:
        if path.is_dir():
            return _folder(path)
        if path.is_file():
            return _file(path)
    except OSError as error:
        raise _refused(f"{path.name} cannot be opened: check that you may read it.") from error
    raise _refused(f"There is no file or folder named {path.name} here; check the name.")


def _file(path: Path) -> dict[str, bytes]:
    data = _bytes(path, LARGEST)
    return unpacked(path.name, data) if path.suffix.lower() == ".zip" else {path.name: data}


def _folder(path: Path) -> dict[str, bytes]:
    entries = sorted(path.iterdir())
    if len(entries) > MOST_FILES:
        raise _refused(f"{path.name} holds over {MOST_FILES:,} files; name the source alone.")
    files: dict[str, bytes] = {}
    left = LARGEST
    for entry in entries:
        if entry.suffix.lower() in _ENDINGS and entry.is_file():
            files[entry.name] = _bytes(entry, left)
            left -= len(files[entry.name])
        else:
            files[entry.name + ("/" if entry.is_dir() else "")] = b""
    return files


def _bytes(path: Path, most: int) -> bytes:
    with path.open("rb") as opened:
        data = opened.read(most + 1)
    if len(data) > most:
        raise _refused(f"{path.name} is too large: a source may hold {LARGEST // MIB} MiB in all.")
    return data


def _refused(says: str) -> Refused:
    return Refused(Problem("source", says))
