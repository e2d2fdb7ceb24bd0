"""What does the one XML file of an SSDA903 return hold?"""

import io
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import Locator

from carelink.exchange.decoding import MIB, cannot_read
from carelink.exchange.ssda903.said import Return, Said, label_of

ROOT = "EXPSSDA903"
_NAMES = {"CHILDID": "CHILD", "PL": "PLACE"}
_LEFT = (
    "UPN, reviews, missing episodes, health outcomes, previous permanence, adoption and, "
    "of each episode, RNE, CIN, provider, URN and home postcode"
)


def read_xml(name: str, data: bytes, most: int, said: Return) -> None:
    """Add every child of the file to what is said.

    Raises: Refused when it is no well-formed SSDA903 XML, or names a document type.
    """
    from defusedxml import sax  # the parts of the program that read no XML start without it

    if len(data) > most:
        raise cannot_read(name, f"it is over {most // MIB} MiB; send one year at a time.")
    handler = _Children(name, said)
    try:
        sax.parse(io.BytesIO(data), handler, forbid_dtd=True)
    except SAXException as error:
        raise cannot_read(name, "its XML is broken; export it again.") from error
    except (ValueError, LookupError) as error:
        raise cannot_read(name, "it names a document type or an unknown alphabet.") from error
    if not handler.is_return:
        raise cannot_read(name, "it is no SSDA903 return (its root is not EXPSSDA903).")
    said.notes.append(f"Not kept from {name}: {_LEFT}.")


class _Children(ContentHandler):
    """Collects the cells of each HEADER and EPISODE as rows of the modules they belong to."""

    def __init__(self, name: str, said: Return) -> None:
        super().__init__()
        self.is_return = False
        self._name = name
        self._label = label_of(name)
        self._said = said
        self._path: list[str] = []
        self._text: list[str] = []
        self._cells: dict[str, str] = {}
        self._child = ""
        self._line = 0
        self._where = Locator()

    def setDocumentLocator(self, locator: Locator) -> None:
        """Where the parser stands, so that a row knows its line."""
        self._where = locator

    def startElement(self, name: str, attrs: Any) -> None:
        """A new element: a HEADER or EPISODE begins a row."""
        self._path.append(name.upper())
        self._text.clear()
        if len(self._path) == 1:
            self.is_return = self._path[0] == ROOT
        elif self._path[2:] in (["HEADER"], ["EPISODE"]):
            self._cells = {}
            self._line = self._where.getLineNumber() or 0

    def characters(self, content: str) -> None:
        """Some of an element's text."""
        self._text.append(content)

    def endElement(self, name: str) -> None:
        """An element is whole: a cell is kept, a row is added to its module."""
        depth, ended = len(self._path), self._path.pop()
        if depth == 4 and self.is_return:
            self._cells[_NAMES.get(ended, ended)] = "".join(self._text).strip()
        elif depth == 3 and self.is_return and ended == "HEADER":
            self._header()
        elif depth == 3 and self.is_return and ended == "EPISODE":
            self._said.episodes.append(self._row({"CHILD": self._child, **self._cells}))
        elif depth == 2:
            self._child = ""
        self._text.clear()

    def _header(self) -> None:
        self._child = self._cells.get("CHILD", "")
        self._said.header.append(self._row(self._cells))
        if self._cells.get("IN_TOUCH"):
            self._said.oc3.append(self._row(self._cells))

    def _row(self, cells: dict[str, str]) -> Said:
        return Said(self._name, self._line, self._label, cells)
