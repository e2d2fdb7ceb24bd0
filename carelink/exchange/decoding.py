"""Which text, and which records, do the bytes of a CSV file hold?"""

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from carelink.errors import Problem, Refused
from carelink.exchange.reading import counted

MIB = 1024 * 1024
# A field may be long, and says so itself: the reader's own limit would lose the line it is on.
csv.field_size_limit(1024 * MIB)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Broken(NamedTuple):
    """A record whose quotation marks do not match, and the line on which it was given up."""

    last_line: int

    def says(self, line: int) -> str:
        """What is wrong with it and what to do."""
        where = "this row" if self.last_line <= line else f"lines {line} to {self.last_line}"
        return f"The quotation marks in {where} do not match; put them right and import again."


class Text(NamedTuple):
    """A file as text, and a note where its encoding had to be guessed."""

    text: str
    note: str = ""


def cannot_read(file: str, says: str) -> Refused:
    """The refusal of a whole file: nothing of the source is taken."""
    return Refused(Problem(file, f"{file} cannot be read: {says}"))


def decode(file: str, data: bytes, most: int) -> Text:
    """The text of a CSV file: UTF-8, UTF-16 that says so, else Windows-1252 with a note.

    Raises: Refused when the file is too large, empty, or no text.
    """
    if len(data) > most:
        raise cannot_read(file, f"it is over {most // MIB} MiB; export fewer rows at a time.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Text(_utf16(file, data), f"{file} was read as UTF-16.")
    try:
        return Text(_not_empty(file, data.decode("utf-8-sig")))
    except UnicodeDecodeError:
        return _windows(file, data)


def records(file: str, text: str) -> Iterator[tuple[int, list[str] | Broken]]:
    """Each record with the line it begins on; blank lines are left out.

    Raises: Refused when a quotation mark never closes, for it hides every row behind it.
    """
    # Not io.StringIO, which would hold four bytes for every letter of the file.
    lines = (found[0] for found in _LINE.finditer(text))
    reader = csv.reader(lines, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "unexpected end" in str(error):
                raise cannot_read(
                    file, f"a quotation mark on line {line} is never closed; close it."
                ) from error
            yield line, Broken(reader.line_num)
        else:
            if any(cells):
                yield line, cells


def _utf16(file: str, data: bytes) -> str:
    try:
        return _not_empty(file, data.decode("utf-16"))
    except UnicodeDecodeError as error:
        raise cannot_read(file, "it is damaged or no CSV file; save it as CSV UTF-8.") from error


def _windows(file: str, data: bytes) -> Text:
    """Guess Windows-1252, but never for a file that is UTF-8 with damage in it."""
    mixed = any("\x80" <= char != "\ufffd" for char in data.decode("utf-8", errors="replace"))
    if mixed or data.startswith(b"\xef\xbb\xbf") or b"\x00" in data:
        raise cannot_read(file, "its letters are damaged or it is no CSV; save it as CSV UTF-8.")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise cannot_read(file, "it is damaged or no CSV file; save it as CSV UTF-8.") from error
    odd = sum(map("\x7f".__lt__, text))
    guess = counted(odd, "letter that is not plain English", "letters that are not plain English")
    return Text(text, f"{file} is not UTF-8 and was read as Windows-1252 ({guess}).")


def _not_empty(file: str, text: str) -> str:
    if not text.strip():
        raise cannot_read(file, "it is empty; leave it out or export it again.")
    return text
