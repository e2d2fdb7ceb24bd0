"""The release as a page: tables a screen reader can follow, and everything said under each."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from carelink.dates import show
from carelink.figures.benchmarks import AREAS, Benchmark
from carelink.figures.lines import FigureLine
from carelink.figures.populations import BIRTHDAY_COHORT, MEASURES_SAID
from carelink.figures.release import Release

# Plain and printable: system fonts, lines rather than colour, no script, nothing fetched.
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0 0.5rem; width: 100%; }
caption { font-weight: 600; padding: 0.5rem 0; text-align: left; }
th, td { border-bottom: 1px solid; padding: 0.35rem 0.6rem; text-align: right; }
th { font-weight: 600; vertical-align: bottom; }
th[scope=row], thead th:first-child { text-align: left; }
td, th { font-variant-numeric: tabular-nums; }
dt { font-weight: 600; }
dd { margin: 0 0 0.4rem; }
footer, .under { font-size: 0.9rem; }
.hash { overflow-wrap: anywhere; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 10pt; margin: 0; max-width: none; padding: 0; }
  table, dl, .under { break-inside: avoid; }
  h2 { break-after: avoid; }
}
"""


def release_page(release: Release) -> str:
    """The whole page; a release gives the same page whenever it is written."""
    title = f"Care leavers: headline figures as at {show(release.as_at)}"
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="carelink-release-hash" content="{release.hash}">',
            f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>",
            f"<h1>{escape(title)}</h1>",
            f"<p>For the {escape(release.audience)}. Rounded headline figures alone; "
            "how they are protected is said at the end.</p>",
            *_measures(release),
            *_history(release),
            *_foot(release),
            "</main>\n</body>\n</html>\n",
        )
    )


def _measures(release: Release) -> Iterator[str]:
    for measure, lines in groupby(release.lines, key=lambda line: line.measure):
        heading, says = MEASURES_SAID[measure]
        yield f"<section>\n<h2>{escape(heading)}</h2>\n<p>{escape(says)}</p>"
        for _, listed in groupby(lines, key=lambda line: line.indicator):
            yield from _indicator(release, list(listed))
        yield "</section>"


def _indicator(release: Release, lines: list[FigureLine]) -> Iterator[str]:
    definition = lines[0].definition
    headings = ["Age", "Per cent", "Number (n)", "Of (N)", *AREAS]
    yield _table(
        f"{definition.title}, {lines[0].period}",
        headings,
        ([line.age_band, *_own(line), *_beside(line)] for line in lines),
    )
    hidden = " c: hidden, too few young people." if any(line.hidden for line in lines) else ""
    yield (
        f'<p class="under">As at {show(release.as_at)}; {escape(lines[0].period)}. '
        f"Definition {escape(definition.named)}. Beside it: published per cent for the year to "
        f"31 March named in the cell.{hidden}</p>"
    )
    yield '<dl class="under">'
    for about, says in definition.points:
        yield f"<dt>{escape(about)}</dt><dd>{escape(says)}</dd>"
    yield "</dl>"


def _own(line: FigureLine) -> list[str]:
    if line.shown_n is None or line.shown_base is None:
        return [line.percent_says, line.percent, line.percent]
    return [line.percent_says, f"{line.shown_n:,}", f"{line.shown_base:,}"]


def _beside(line: FigureLine) -> list[str]:
    found = [line.beside(area) for area in AREAS]
    return [f"{_per_cent(one)} ({one.year})" if one else "not published" for one in found]


def _history(release: Release) -> Iterator[str]:
    yield "<section>\n<h2>Published figures by year</h2>"
    yield (
        "<p>Per cent of care leavers around their birthday, year ending 31 March. "
        "Percentages hidden by the Department stand as c.</p>"
    )
    for line in release.lines:
        if line.measure != BIRTHDAY_COHORT or not line.benchmarks:
            continue
        years = sorted({one.year for one in line.benchmarks})
        yield _table(
            f"{line.definition.title}, ages {line.age_band}",
            ["Area", *map(str, years)],
            ([area, *_by_year(line.benchmarks, area, years)] for area in AREAS),
        )
        yield f'<p class="under">Source: {escape(_sources(line.benchmarks))}.</p>'
    yield "</section>"


def _by_year(benchmarks: Iterable[Benchmark], area: str, years: list[int]) -> list[str]:
    held = {one.year: _per_cent(one) for one in benchmarks if one.area == area}
    return [held.get(year, "not held") for year in years]


def _sources(benchmarks: Iterable[Benchmark]) -> str:
    """Each source with the years taken from it: DfE CLA 2024 release (2020)."""
    by_source: dict[str, set[int]] = {}
    for one in benchmarks:
        by_source.setdefault(one.source, set()).add(one.year)
    said = []
    for source, years in by_source.items():
        first, last = min(years), max(years)
        said.append(f"{source} ({first if first == last else f'{first} to {last}'})")
    return "; ".join(said)


def _per_cent(benchmark: Benchmark) -> str:
    return f"{benchmark.percent}%" if benchmark.percent.isdigit() else benchmark.percent


def _table(caption: str, headings: list[str], rows: Iterable[list[str]]) -> str:
    top = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    body = "\n".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        + "</tr>"
        for first, *cells in rows
    )
    return (
        f"<table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{top}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )


def _foot(release: Release) -> Iterator[str]:
    yield "<footer>\n<h2>How these figures are protected</h2>\n<ul>"
    for says in (*release.protection, release.attack_says):
        yield f"<li>{escape(says)}</li>"
    yield "</ul>"
    yield f'<p class="hash">Release of {show(release.as_at)}, SHA-256 {release.hash}</p>\n</footer>'
