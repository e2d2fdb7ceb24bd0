"""How large, how far apart and in which grey is everything on a paper?

Lengths are in points. Greys and one accent: a paper reads the same from a black and white printer.
"""

from typing import NamedTuple

INK = "#22262B"
QUIET = "#555A61"
RULE = "#9A978F"
HAIR = "#CFCBC1"
TINT = "#F3F1EC"
ACCENT = "#1D5874"

MILLIMETRE = 72 / 25.4


class Style(NamedTuple):
    """One house style. `width` is that of a line of text; all else is for every block alike."""

    width: float
    body: float
    lead: float
    small: float
    title: float
    headings: tuple[float, float, float]
    leading: float  # times the size
    gap: float  # below a block
    line_to_write_on: float


def style_of(body: float, width: float) -> Style:
    """The house style grown from the size of its body text."""
    return Style(
        width=width,
        body=body,
        lead=body * 1.14,
        small=body * 0.79,
        title=body * 2,
        headings=(body * 1.5, body * 1.21, body * 1.07),
        leading=1.42,
        gap=body * 0.72,
        line_to_write_on=max(body * 2.1, 22),
    )


# The page to read: the same greys and proportions; a phone shows it in one column.
PAGE_STYLE = f"""
:root {{ color-scheme: light dark; }}
body {{ margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 42rem; background: #fff;
  color: {INK}; font: 1.15rem/1.55 "Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic",
  system-ui, sans-serif; overflow-wrap: anywhere; }}
body.landscape {{ max-width: 90rem; font-size: 1rem; page: landscape; }}
body.wide-page {{ max-width: 66rem; font-size: 1rem; }}
header {{ border-bottom: 2px solid {ACCENT}; margin-bottom: 1.5rem; padding-bottom: .75rem; }}
h1 {{ font-size: 1.9rem; line-height: 1.25; margin: 0 0 .5rem; }}
h2 {{ font-size: 1.45rem; line-height: 1.3; margin: 2.2rem 0 .6rem; color: {ACCENT}; }}
h3 {{ font-size: 1.2rem; margin: 1.6rem 0 .4rem; }}
h4 {{ font-size: 1.05rem; margin: 1.3rem 0 .3rem; }}
p, ul, ol, dl, blockquote, .wide, .box {{ margin: 0 0 1rem; }}
header p {{ margin: 0; }}
.whom {{ font-size: 1.3rem; font-weight: bold; }}
.when, .small, footer, dt {{ color: {QUIET}; }}
.small, footer, .when {{ font-size: .95rem; }}
.lead {{ font-size: 1.3rem; }}
.line {{ display: block; }}
blockquote {{ border-inline-start: 4px solid {ACCENT}; padding: .2rem 1rem; }}
blockquote p {{ margin: 0; }}
li {{ margin-bottom: .35rem; }}
dl > div {{ display: grid; grid-template-columns: minmax(8rem, 1fr) 2fr; gap: 0 1rem;
  padding: .35rem 0; border-bottom: 1px solid #ddd9cf; }}
dd {{ margin: 0; }}
.wide {{ overflow-x: auto; }}
table {{ border-collapse: collapse; width: 100%; overflow-wrap: break-word; }}
caption {{ text-align: start; font-weight: bold; padding-bottom: .4rem; }}
th, td {{ text-align: start; vertical-align: top; padding: .45rem .6rem; min-width: 5rem;
  border-bottom: 1px solid {RULE}; }}
td.short, thead th + th {{ min-width: 3.4rem; }}
thead th {{ background: {TINT}; border-bottom: 2px solid {ACCENT}; }}
tbody th {{ font-weight: normal; }}
.box {{ border: 1.5px solid {RULE}; border-radius: 6px; padding: .8rem 1rem; }}
.box-title {{ font-weight: bold; }}
.write {{ border-bottom: 1px solid {RULE}; height: 2.2rem; margin: 0; }}
.ticks {{ list-style: none; padding: 0; }}
.tick {{ display: grid; grid-template-columns: 2rem 1fr; }}
.sign {{ display: grid; grid-template-columns: minmax(8rem, auto) 1fr auto 8rem; gap: 0 .8rem;
  align-items: end; margin: 1.5rem 0; }}
.sign p {{ margin: 0; }}
.short {{ white-space: nowrap; }}
@media (max-width: 36rem) {{
  dl > div, .sign {{ grid-template-columns: 1fr; }}
  table {{ font-size: 1rem; }}
  th, td {{ padding: .35rem .4rem; min-width: 4rem; }}
  .short {{ white-space: normal; }}
}}
figure {{ margin: 0 0 1rem; }}
figcaption {{ font-weight: bold; padding-bottom: .4rem; }}
svg {{ display: block; width: 100%; max-width: 42rem; height: auto; }}
svg rect.ours {{ fill: {ACCENT}; }}
svg rect.quiet {{ fill: {RULE}; }}
svg line.ours {{ stroke: {ACCENT}; }}
svg line.quiet {{ stroke: {QUIET}; }}
svg line.rule {{ stroke: {HAIR}; }}
svg line.text {{ stroke: {INK}; }}
svg text {{ fill: {INK}; }}
svg text.quiet {{ fill: {QUIET}; }}
@media screen and (prefers-color-scheme: dark) {{
  body {{ background: #1b1f24; color: #e8e6e1; }}
  h2 {{ color: #8cc4df; }}
  .when, .small, footer, dt {{ color: #b5b3ad; }}
  thead th {{ background: #262b31; border-color: #8cc4df; }}
  dl > div, th, td, .write {{ border-color: #4a5058; }}
  header, blockquote {{ border-color: #8cc4df; }}
  svg rect.ours {{ fill: #8cc4df; }}
  svg rect.quiet {{ fill: #6b7078; }}
  svg line.ours {{ stroke: #8cc4df; }}
  svg line.quiet {{ stroke: #b5b3ad; }}
  svg line.rule {{ stroke: #3a4047; }}
  svg line.text {{ stroke: #e8e6e1; }}
  svg text {{ fill: #e8e6e1; }}
  svg text.quiet {{ fill: #b5b3ad; }}
}}
@page landscape {{ size: A4 landscape; margin: 14mm; }}
@media print {{
  body {{ padding: 0; max-width: none; font-size: 14pt; }}
  body.landscape {{ max-width: none; font-size: 9pt; }}
  body.wide-page {{ max-width: none; font-size: 10pt; }}
  h2, h3, h4 {{ break-after: avoid; }}
  .box, blockquote, .sign, tr, figure {{ break-inside: avoid; }}
  .new-page {{ break-before: page; }}
  .wide {{ overflow: visible; }}
}}
"""
