"""What is the outline of a glyph, in the words of a PDF?"""

from carelink.papers.fonts import Face


def outline_of(face: Face, glyph: int, size: float, x: float, y: float) -> str:
    """The glyph filled at this place, in points; empty for one without ink."""
    pen = _Outline(size / 1000, x, y)
    face.font.draw_glyph_with_pen(glyph, pen)
    return " ".join([*pen.parts, "f"]) if pen.parts else ""


class _Outline:
    """Writes down what HarfBuzz draws; it calls each method by this name, in the font's unit."""

    def __init__(self, scale: float, x: float, y: float) -> None:
        self.parts: list[str] = []
        self._scale, self._x, self._y = scale, x, y
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:
        self._write("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._write("l", point)

    def qCurveTo(self, middle: tuple[float, float], end: tuple[float, float]) -> None:
        """A PDF has no curve with one handle: the same curve with two."""
        first, second = (
            tuple(one + (handle - one) * 2 / 3 for one, handle in zip(edge, middle, strict=True))
            for edge in (self._at, end)
        )
        self._write("c", first, second, end)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._write("c", *points)

    def closePath(self) -> None:
        self.parts.append("h")

    def endPath(self) -> None:
        """An open path is filled like a closed one."""

    def _write(self, operator: str, *points: tuple[float, ...]) -> None:
        placed = (
            f"{self._x + x * self._scale:.2f} {self._y + y * self._scale:.2f}" for x, y in points
        )
        self.parts.append(f"{' '.join(placed)} {operator}")
        self._at = (points[-1][0], points[-1][1])
