"""How do the shapes get into the PDF so that the text read out of it is the text that was typed?

A PDF shows glyphs, and readers take the text from a table beside the font. Our own numbering makes
that table exact: a number stands for a glyph *and* the text it has here. Where one shape stands
for several letters that run from the right, as lam and alef do, each letter gets a number of its
own, the shape going with the first from the left; so every reader finds every letter in its place.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from carelink.papers.fonts import Face
from carelink.papers.lines import Glyph

_LAST_NUMBER = 0xFFFF
_TEXTS_IN_A_BLOCK = 100  # more are not allowed in one block of the table
_FOR_SHAPING = tuple(int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"DSIG"))
_SYMBOLIC = 4  # the flag of a font with an order of its own
_UNSEEN = "\u200b"


def stands_off(glyph: Glyph) -> bool:
    """Whether the shape is drawn elsewhere than where the pen is, as marks are."""
    return bool(glyph.across or glyph.up)


class Shown(NamedTuple):
    """A number to show, in hexadecimal, and how far the pen goes for it.

    The PDF moves the pen by `width`, the line asks for `advance`; in thousandths of the size.
    """

    number: str
    width: int
    advance: int


class EmbeddedFont:
    """What of one face a document uses: a composite font with our own numbering."""

    def __init__(self, document: Any, face: Face, order: int) -> None:
        self.face = face
        self.name = f"Face{order}"
        self._label = f"{chr(65 + order % 26) * 6}+{face.name}"
        self._blank: int = face.font.get_nominal_glyph(0x20) or 0
        # (glyph, its text, its width) -> number, from 1 on; 0 is "no shape".
        self._numbers: dict[tuple[int, str, int], int] = {}
        self._known: dict[tuple[Glyph, bool], tuple[Shown, ...]] = {}
        document.delayedFonts.append(self)

    def shown(self, glyph: Glyph, letter_by_letter: bool) -> tuple[Shown, ...]:
        """What to show for a glyph, from the left.

        A shape that stands off its place is left blank here, for it breaks words apart where text
        is read: the pen draws its outline.
        """
        known = self._known.get((glyph, letter_by_letter))
        if known is None:
            known = tuple(self._letters(glyph) if letter_by_letter else self._whole(glyph))
            self._known[glyph, letter_by_letter] = known
        return known

    def _whole(self, glyph: Glyph) -> Iterator[Shown]:
        if stands_off(glyph) or not glyph.advance:
            number = self._blank if stands_off(glyph) else glyph.number
            yield self._shown(number, glyph.text, glyph.advance)
        else:
            shown = self._shown(glyph.number, glyph.text, self.face.width(glyph.number))
            yield shown._replace(advance=glyph.advance)

    def _letters(self, glyph: Glyph) -> Iterator[Shown]:
        """One number for each letter of the glyph's text, the ink with the first of them."""
        if len(glyph.text) < 2:
            yield from self._whole(glyph)
            return
        share, rest = divmod(glyph.advance, len(glyph.text))
        first, *others = reversed(glyph.text)
        number = self._blank if stands_off(glyph) else glyph.number
        yield self._shown(number, first, share + rest)
        for letter in others:
            yield self._shown(self._blank, letter, share)

    def unseen(self, text: str) -> Shown:
        """What to show for a character that takes no room and no ink."""
        return self._shown(self._blank, text, 0)

    def _shown(self, glyph: int, text: str, width: int) -> Shown:
        return Shown(self._number(glyph, text, width), width, width)

    def _number(self, glyph: int, text: str, width: int) -> str:
        key = (glyph, text, width)
        number = self._numbers.setdefault(key, min(len(self._numbers) + 1, _LAST_NUMBER))
        return f"{number:04X}"

    def addObjects(self, document: Any) -> None:
        """Write the font; ReportLab calls this, by this name, when the last page is done."""
        data, places = _subset(self.face, {glyph for glyph, _, _ in self._numbers})
        glyphs = [0, *(places[glyph] for glyph, _, _ in self._numbers)]
        glyph_of = b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)
        widths = " ".join(str(width) for _, _, width in self._numbers)
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{self._label}",
                "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
                "FontDescriptor": self._descriptor(document, data),
                "CIDToGIDMap": _stream(document, glyph_of, f"glyphs {self.name}"),
                "DW": 0,
                "W": f"[1 [{widths}]]",
            }
        )
        texts = _to_unicode([text or _UNSEEN for _, text, _ in self._numbers])
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{self._label}",
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray(
                    [document.Reference(descendant, f"descendant {self.name}")]
                ),
                "ToUnicode": _stream(document, texts, f"texts {self.name}"),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = font

    def _descriptor(self, document: Any, data: bytes) -> object:
        extents = self.face.font.get_font_extents("ltr")
        height = hb.OTMetricsTag.CAP_HEIGHT
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{self._label}",
                "Flags": _SYMBOLIC,
                "FontBBox": f"[-1000 {extents.descender} 3000 {extents.ascender}]",
                "ItalicAngle": 0,
                "Ascent": extents.ascender,
                "Descent": extents.descender,
                "CapHeight": self.face.font.get_metric_position_with_fallback(height),
                "StemV": 140 if "Bold" in self.face.name else 80,
                "FontFile2": _stream(document, data, f"file {self.name}", Length1=len(data)),
            }
        )
        return document.Reference(descriptor, f"descriptor {self.name}")


def _subset(face: Face, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
    """The font with these glyphs alone, and where each of them now stands."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.glyph_set.update(glyphs)
    # The words are shaped already: no table that only shaping needs goes into the PDF.
    wanted.drop_table_tag_set.update(_FOR_SHAPING)
    plan = hb.SubsetPlan(face.face, wanted)
    places = plan.old_to_new_glyph_mapping
    return plan.execute().blob.data, {glyph: places[glyph] for glyph in glyphs}


def _stream(document: Any, content: bytes, label: str, **more: int) -> object:
    stream = pdfdoc.PDFStream(dictionary=pdfdoc.PDFDictionary(more), content=content)
    stream.filters = [pdfdoc.PDFZCompress]
    return document.Reference(stream, label)


def _to_unicode(texts: list[str]) -> bytes:
    """The table that says which text the numbers from 1 on stand for."""
    entries = [
        f"<{number:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for number, text in enumerate(texts, 1)
    ]
    blocks = [
        entries[at : at + _TEXTS_IN_A_BLOCK] for at in range(0, len(entries), _TEXTS_IN_A_BLOCK)
    ]
    listed = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{listed}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()
