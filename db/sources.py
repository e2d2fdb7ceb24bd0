"""Which files does a source consist of? A folder, a zip of one, or one file, read as bytes."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from carelink.errors import Problem, Refused
from carelink.exchange import unpacked

MIB = 1024 * 1024
LARGEST = 400 * MIB
MOST_FILES = 2_000
# What may hold rows. Anything else in a folder is named as not read and never opened.
_ENDINGS = {".csv", ".xml", ".xlsx", ".xlsm", ".xls", ".json"}


class Folder(Mapping[str, bytes]):
    """The files of a folder by name, each read when it is asked for and not kept in memory."""

    def __init__(self, path: Path) -> None:
        entries = sorted(path.iterdir())
        if len(entries) > MOST_FILES:
            raise _refused(f"{path.name} holds over {MOST_FILES:,} files; name the source alone.")
        self._files = {
            entry.name + ("/" if entry.is_dir() else ""): entry
            if entry.suffix.lower() in _ENDINGS and entry.is_file()
            else None
            for entry in entries
        }
        if sum(entry.stat().st_size for entry in self._files.values() if entry) > LARGEST:
            raise _too_large(path)

    def __getitem__(self, name: str) -> bytes:
        path = self._files[name]
        return b"" if path is None else _bytes(path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def open_source(path: Path) -> Mapping[str, bytes]:
    """The bytes of each file of a source by its name; empty for what is not opened.

    Raises: Refused, in one plain sentence, when it is not there or cannot be opened.
    """
    try:
        if path.is_dir():
            return Folder(path)
        if path.is_file():
            data = _bytes(path)
            zipped = path.suffix.lower() == ".zip"
            return unpacked(path.name, data) if zipped else {path.name: data}
    except OSError as error:
        raise _unreadable(path) from error
    raise _refused(f"There is no file or folder named {path.name} here; check the name.")


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        raise _unreadable(path) from error
    if len(data) > LARGEST:
        raise _too_large(path)
    return data


def _unreadable(path: Path) -> Refused:
    return _refused(f"{path.name} cannot be opened: check that you may read it.")


def _too_large(path: Path) -> Refused:
    return _refused(f"{path.name} is too large: a source may hold {LARGEST // MIB} MiB in all.")


def _refused(says: str) -> Refused:
    return Refused(Problem("source", says))
