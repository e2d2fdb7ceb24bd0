"""One contact recorded, as the note screen does."""

from datetime import date
from uuid import uuid4

import click

from carelink.facts import Contact
from carelink.words import RUNGS
from ui.commands.asking import Day, Program, Words, opened, store_option


@click.command()
@store_option
@click.option(
    "--person", required=True, type=Words(), help="The council's reference of the young person."
)
@click.option(
    "--rung",
    required=True,
    type=click.Choice([rung.value for rung in RUNGS]),
    help="How far it got.",
)
@click.option("--on", required=True, type=Day(), help="The day it was.")
@click.option("--text", type=Words(), default="", help="The note.")
@click.pass_obj
def note(
    program: Program, store: str, user: str, person: str, rung: str, on: date, text: str
) -> None:
    """Record one contact; prints ACK and its id once it is kept."""
    from db.recording import record_contact

    with opened(program, store, user) as held:
        contact = Contact(uuid4().hex, person, held.user.worker_id, on, rung, "worker", text)
        with held.writing("command line") as writing:
            contact_id = record_contact(writing, contact)
    click.echo(f"ACK {contact_id}")
