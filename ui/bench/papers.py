"""How long does a copy of a plan take? The longest plan of the roll, lengthened to twelve pages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from carelink.case import CaseFile
from carelink.errors import Refused
from carelink.papers.blocks import Paper
from carelink.papers.pdf import write_pdf
from carelink.papers.plan_copy import plan_copy
from ui.assets import paper_fonts
from ui.bench.stage import Stage
from ui.bench.timing import Timed, timed
from ui.desk import Desk

COPY = "plan_copy"
_PAGES = 12
_COUNT = re.compile(rb"/Count (\d+)")


def papers_on(stage: Stage, desk: Desk, people: list[str], times: int) -> Iterator[Timed]:
    """The copy, from the case to the bytes; nothing where nobody here has a plan."""
    for person_id in people:
        case = desk.case(person_id)
        try:
            plan_copy(case, stage.day)
        except Refused:
            continue
        long = _lengthened(case, stage)
        yield timed(COPY, stage.people, partial(_copy, long, stage), times=times)
        return


def _lengthened(case: CaseFile, stage: Stage) -> CaseFile:
    """The same file with more said about each matter, until its copy has twelve pages."""
    while _pages(_written(case, stage)) < _PAGES:
        longer = [held._replace(need=f"{held.need}\n{held.need}.") for held in case.plan_matters]
        case = replace(case, plan_matters=tuple(longer), worked_out={})
    return case


def _copy(case: CaseFile, stage: Stage, _: object) -> bytes:
    return _written(case, stage)


def _written(case: CaseFile, stage: Stage) -> bytes:
    paper: Paper = plan_copy(case, stage.day)
    return write_pdf(paper, paper_fonts())


def _pages(pdf: bytes) -> int:
    found = _COUNT.search(pdf)
    return int(found.group(1)) if found else 0
