"""What does the Corporate Parenting Board read? One pack, from what was released and nothing else.

Theme by theme: words, headlines beside what they are to reach and what others published, tables
with what they mean, the course over time. Every figure in it stands in figures.csv.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from carelink.dates import show
from carelink.figures.comparators import Comparators, load_comparators
from carelink.figures.targets import Target, load_targets
from carelink.papers.blocks import Block, Box, Bullets, Heading, Paper, Para, ParaKind, Table
from carelink.papers.board_tables import tables_in
from carelink.papers.board_theme import Beside, headline_blocks, over_time
from carelink.release.about_tables import definition_lines, named
from carelink.release.grids import SYMBOLS_SAID, as_shown, indicator_named, label_of
from carelink.release.release import Release
from carelink.release.sheets import title_said

_POINTS = 10.0
# What is written to the pack beside its themes.
QUALITY, ACTIONS, YOU_SAID = "quality", "actions", "you_said"
_NOTHING_SAID = "Nothing was written about these figures."


class _Pack(NamedTuple):
    release: Release
    words: Mapping[str, str]
    beside: Beside


def board_pack(
    release: Release,
    commentary: Mapping[str, Any] | None = None,
    earlier: Sequence[Release] = (),
    targets: tuple[Target, ...] | None = None,
    comparators: Comparators | None = None,
) -> Paper:
    """The pack as one paper, for a PDF and for a page; `earlier` are the releases before, in order.

    Shape: `commentary` by theme, and by quality, actions and you_said.
    """
    words = {name: says for name, says in (commentary or {}).items() if isinstance(says, str)}
    beside = Beside(
        release,
        tuple(earlier),
        load_targets() if targets is None else targets,
        comparators or load_comparators(),
    )
    return Paper(
        title=title_said(release),
        made_on=release.as_at,
        when=f"As at {show(release.as_at)}",
        blocks=tuple(_blocks(_Pack(release, words, beside))),
        points=_POINTS,
        wide=True,
        foot=f"Hash {release.hash}",
        about=f"As at {show(release.as_at)}. Hash {release.hash}",
    )


def _blocks(pack: _Pack) -> Iterator[Block]:
    yield from _reading(pack.release)
    for theme in pack.release.said["themes"]:
        yield from _theme(pack, theme)
    yield from _not_known(pack)
    yield Heading("Actions since the last pack")
    yield Para(pack.words.get(ACTIONS, "") or "No action was written down for this pack.")
    yield Heading("You said, we did")
    yield Para(pack.words.get(YOU_SAID, "") or "Nothing was written down for this pack.")
    yield from _definitions(pack.release)


def _reading(release: Release) -> Iterator[Block]:
    yield Para(
        "Figures about the young people we work with, as they were released. "
        "What keeps them from pointing at anybody is said first, what each means at the end.",
        ParaKind.LEAD,
    )
    yield Heading("How these figures are protected")
    yield Bullets(tuple(release.said["protection"]))
    if says := release.said.get("attack_says"):
        yield Para(says)
    yield Bullets(tuple(SYMBOLS_SAID.values()))


def _theme(pack: _Pack, theme: Mapping[str, Any]) -> Iterator[Block]:
    yield Heading(theme["title"])
    yield Box("What we want the Board to know", pack.words.get(theme["id"], "") or _NOTHING_SAID)
    tables = list(tables_in(pack.release, theme["id"]))
    if not tables:
        yield Para("No table of this theme is in this release.")
        return
    yield from headline_blocks(pack.beside, theme["id"])
    yield from over_time(pack.beside, theme["id"])
    yield from tables


def _not_known(pack: _Pack) -> Iterator[Block]:
    """The quality of the records: how many are not known, as published."""
    yield Heading("What is not known")
    release, rows = pack.release, []
    for one in release.said["quality"]:
        indicator = indicator_named(release, one["indicator"])
        category = label_of(release, indicator["counted"][0], one["category"])
        rows.append((indicator["title"], category, as_shown(one["shown"])))
    if rows:
        yield Table(
            ("Figure", "Not known", "Shown"), tuple(dict.fromkeys(rows)), "Missing from records"
        )
    else:
        yield Para("Every figure of this release is known of everybody it counts.")
    if says := pack.words.get(QUALITY):
        yield Box("What we do about it", says)


def _definitions(release: Release) -> Iterator[Block]:
    """Every contract: what holds for all figures of the same people once, then each one's own."""
    yield Heading("What each figure means")
    by_people: dict[str, list[Mapping[str, Any]]] = {}
    for one in release.said["definitions"]:
        by_people.setdefault(one["id"].rpartition(".")[2], []).append(one)
    for people, listed in by_people.items():
        contracts = [definition_lines(one) for one in listed]
        shared = [point for point in contracts[0] if all(point in one for one in contracts)]
        if len(listed) == 1:
            shared = []
        if shared:
            period = release.said["period"].get(people, {}).get("says", people)
            yield Heading(f"For every figure of {period}", 2)
            yield Para(_points(shared), ParaKind.SMALL)
        for one, contract in zip(listed, contracts, strict=True):
            yield Heading(f"{one['title']} ({named(one)})", 3 if shared else 2)
            own = [point for point in contract if point not in shared]
            yield Para(_points(own), ParaKind.SMALL)


def _points(points: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"{about}: {says}" for about, says in points)
