"""Is a store in this version's shape? An older one is brought to it, whole or not at all."""

from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, MetaData, func, select

from carelink.errors import NotWhole, StoreTrouble
from db.engine import WRITING, ask, damage_in, open_engine, settle
from db.slots import key_file, put_whole


class Steps(NamedTuple):
    """The steps that stores are brought up by, and the newest of them."""

    folder: Path
    newest: str


# The newest is said here as well, because alembic takes half a second to import: it is asked only
# when there is work.
STEPS = Steps(Path(__file__).parent / "migrations", "0004")


def bring_up(engine: Engine, path: Path, key: bytes, steps: Steps = STEPS) -> Path | None:
    """Bring a store to this version; returns the proven copy made of an older one before.

    Raises: StoreTrouble for a store from a newer CareLink, NotWhole for one that is not sound or is
    none; it is then as it was, to the byte if it is newer.
    """
    with engine.connect() as connection:
        step = _step_of(connection)
    if int(step) > int(steps.newest):
        raise StoreTrouble(
            "This store was made by a newer CareLink. It was left as it is: install that version."
        )
    if int(step) == int(steps.newest):
        return None
    engine.dispose()
    # Changing a table copies it over, which loose rows must survive: they are looked for after.
    loose = open_engine(path, key, foreign_keys=False)
    try:
        copy = _proven_copy(loose, path, key, step)
        with loose.connect().execution_options(begin=WRITING) as connection, connection.begin():
            make_tables(connection, steps)
            _check_nothing_loose(connection)
    finally:
        loose.dispose()
    return copy


def make_tables(connection: Connection, steps: Steps = STEPS) -> None:
    """Run every step not yet run, in the transaction at hand."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(steps.folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _step_of(connection: Connection) -> str:
    """The step a store stands at."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        raise NotWhole("This file opens but holds no CareLink store. It was left as it is.")
    (step,) = connection.exec_driver_sql("SELECT version_num FROM alembic_version").one()
    return str(step)


def _check_nothing_loose(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        raise NotWhole(
            "The store could not be brought to this version, because rows in it would point at "
            "nobody. It was left as it is."
        )


def _proven_copy(engine: Engine, path: Path, key: bytes, step: str) -> Path:
    """A copy beside the store that has been opened and counted, with its key file."""
    copy = path.with_name(f"{path.name}.schema-{step}")
    fresh = copy.with_name(copy.name + ".new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    try:
        ask(engine, "VACUUM INTO '{}'".format(str(fresh).replace("'", "''")))
        opened = open_engine(fresh, key)
        sound = not damage_in(opened) and _counted(opened) == _counted(engine)
        settle(opened)
        opened.dispose()
        if not sound:
            raise NotWhole(
                "A copy made of the store before bringing it to this version is not whole, so the "
                "store was left as it is. Check it, and put back a backup if need be."
            )
        fresh.replace(copy)
    finally:
        fresh.unlink(missing_ok=True)
    put_whole(key_file(copy), key_file(path).read_bytes())
    return copy


def _counted(engine: Engine) -> dict[str, int]:
    """How many rows every table holds."""
    tables = MetaData()
    with engine.connect() as connection:
        tables.reflect(connection)
        return {
            name: connection.scalars(select(func.count()).select_from(table)).one()
            for name, table in tables.tables.items()
        }
