"""How is the pack of a meeting taken away? As a paper with its page, or as a spreadsheet."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from carelink.exchange.pack_workbook import write_workbook
from carelink.meetings.packs import pack_of
from carelink.papers.meeting_pack import meeting_pack
from ui.desk import Desk
from ui.papers import save_files, save_sheet


class TakenAs(NamedTuple):
    """One way: the word on its button, and what the file dialog says of it."""

    word: str
    says: str


TAKEN_AS: Mapping[str, TakenAs] = {
    "pdf": TakenAs("PDF and page…", "PDF, with a web page beside it (*.pdf)"),
    "xlsx": TakenAs("Spreadsheet…", "Spreadsheet (*.xlsx)"),
}


def take_pack(
    desk: Desk, kind: str, worker_id: str, audience: str, day: date, ending: str, out: Path
) -> list[Path]:
    """Make the pack for this audience and write it; any thread. Returns what was written.

    Raises: Refused for an audience it is not given to, or a folder that cannot be written.
    """
    pack = pack_of(kind, desk.asked([kind], day), audience, worker_id)
    if ending == "xlsx":
        return save_files({out.with_suffix(".xlsx"): write_workbook(pack)})
    return save_sheet(meeting_pack(pack), out)
