"""Which font has the shape of a character, and what does the font say of itself?"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from carelink.papers.blocks import Fonts
from carelink.papers.written import UNSEEN

_WHITE_SQUARE = 0x25A1


class Face:
    """One font, read. Its lengths are in thousandths of the size it is set in."""

    def __init__(self, data: bytes) -> None:
        self.face = hb.Face(hb.Blob(data))
        self.font = hb.Font(self.face)
        # Whatever the file's own unit, all lengths come out in thousandths.
        self.font.scale = (1000, 1000)
        self.covers = frozenset(self.face.unicodes)
        name = self.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Unnamed"
        self.name = "".join(one for one in name if one.isascii() and (one.isalnum() or one in "-"))

    def width(self, glyph: int) -> int:
        """How far the glyph takes the pen, in thousandths."""
        return int(self.font.get_glyph_h_advance(glyph))


class Place(NamedTuple):
    """Where a character's shape comes from; without `shaped`, a white square stands in for it."""

    face: Face
    shaped: bool = True


class Shelf:
    """The faces of one weight, asked in order, with the regular ones behind the bold."""

    def __init__(self, faces: Iterable[Face]) -> None:
        self.faces = tuple(faces)
        first = self.faces[0]
        square = next((face for face in self.faces if _WHITE_SQUARE in face.covers), first)
        self.stand_in = Place(square, shaped=False)
        self.square = square.font.get_nominal_glyph(_WHITE_SQUARE) or 0
        self._places: dict[str, Place] = {}

    def places(self, text: str) -> list[Place]:
        """Where each character's shape comes from: as the one before it, if that face has it."""
        found: list[Place] = []
        before = Place(self.faces[0])
        for character in text:
            place = before
            if not _stays(character, before):
                place = self._places.get(character) or self._look_up(character)
            found.append(place)
            before = place if place.shaped else before
        return found

    def _look_up(self, character: str) -> Place:
        code = ord(character)
        if UNSEEN.match(character) or character.isspace():
            place = Place(self.faces[0])
        else:
            place = next((Place(f) for f in self.faces if code in f.covers), self.stand_in)
        self._places[character] = place
        return place


def _stays(character: str, before: Place) -> bool:
    """Whether a mark, a space or a sign without an alphabet goes with what stands before it."""
    if UNSEEN.match(character):
        return True
    return unicodedata.category(character)[0] != "L" and ord(character) in before.face.covers


class Faces(NamedTuple):
    """The fonts, read and ready."""

    regular: Shelf
    bold: Shelf


@lru_cache(maxsize=2)
def read(fonts: Fonts) -> Faces:
    """Read the fonts once; the next paper has them at hand."""
    regular = [Face(data) for data in fonts.regular]
    return Faces(Shelf(regular), Shelf([*(Face(data) for data in fonts.bold), *regular]))
