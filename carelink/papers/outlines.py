"""What is the outline of a glyph, in the words of a PDF?"""

from functools import lru_cache

from carelink.papers.fonts import Face

_Point = tuple[float, float]


def outline_of(face: Face, glyph: int, size: float, x: float, y: float) -> str:
    """The glyph filled at this place, in points; empty for one without ink."""
    path = _path(face, glyph)
    scale = size / 1000
    return f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm {path} f Q" if path else ""


@lru_cache(maxsize=1024)
def _path(face: Face, glyph: int) -> str:
    """The path of the glyph, in thousandths of the size."""
    pen = _Outline()
    face.font.draw_glyph_with_pen(glyph, pen)
    return " ".join(pen.parts)


class _Outline:
    """Writes down what HarfBuzz draws, which calls each method by this name."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._at: _Point = (0.0, 0.0)

    def moveTo(self, point: _Point) -> None:
        self._write("m", point)

    def lineTo(self, point: _Point) -> None:
        self._write("l", point)

    def qCurveTo(self, middle: _Point, end: _Point) -> None:
        """A PDF has no curve with one handle: the same curve with two."""
        self._write("c", _two_thirds(self._at, middle), _two_thirds(end, middle), end)

    def curveTo(self, first: _Point, second: _Point, end: _Point) -> None:
        """A curve with two handles, which HarfBuzz makes of those of some glyphs."""
        self._write("c", first, second, end)

    def closePath(self) -> None:
        self.parts.append("h")

    def endPath(self) -> None:
        """An open path is filled like a closed one."""

    def _write(self, operator: str, *points: _Point) -> None:
        self.parts += [f"{x:.0f} {y:.0f}" for x, y in points]
        self.parts.append(operator)
        self._at = points[-1]


def _two_thirds(start: _Point, end: _Point) -> _Point:
    """The point two thirds of the way."""
    return start[0] + (end[0] - start[0]) * 2 / 3, start[1] + (end[1] - start[1]) * 2 / 3
