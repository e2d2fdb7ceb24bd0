"""Is a store in this version's shape? An older one is brought to it, whole or not at all."""

from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData, func, select

from carelink.errors import NotWhole, StoreTrouble
from db.engine import WRITING, ask, damage_in, open_engine, settle
from db.slots import key_file, put_whole

# The newest step; alembic takes half a second to import, so it is asked only when there is work.
SCHEMA = "0001"
STEPS = Path(__file__).parent / "migrations"


def schema_of(connection: Connection) -> str:
    """The step a store stands at.

    Raises: NotWhole when it holds no CareLink tables.
    """
    if not connection.dialect.has_table(connection, "alembic_version"):
        raise NotWhole("This file opens but holds no CareLink store. It was left as it is.")
    (step,) = connection.exec_driver_sql("SELECT version_num FROM alembic_version").one()
    return str(step)


def is_behind(step: str, newest: str = SCHEMA) -> bool:
    """Whether a store needs bringing up.

    Raises: StoreTrouble when it is from a newer CareLink; nothing of it is changed.
    """
    if int(step) > int(newest):
        raise StoreTrouble(
            "This store was made by a newer CareLink. It was left as it is: install that version."
        )
    return int(step) < int(newest)


def make_tables(connection: Connection, steps: Path = STEPS) -> None:
    """Run every step not yet run, in the transaction at hand."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def bring_up(path: Path, key: bytes, step: str, steps: Path = STEPS) -> Path:
    """Bring an older store to this version; returns the proven copy made of it before.

    Raises: StoreTrouble or NotWhole; the store is then as it was.
    """
    engine = open_engine(path, key, foreign_keys=False)
    try:
        copy = _proven_copy(engine, path, key, step)
        with engine.connect().execution_options(begin=WRITING) as connection, connection.begin():
            make_tables(connection, steps)
            strays = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if strays:
                raise NotWhole(
                    "The store could not be brought to this version, because rows in it point at "
                    "nobody. It was left as it is."
                )
    finally:
        engine.dispose()
    return copy


def _proven_copy(engine: Engine, path: Path, key: bytes, step: str) -> Path:
    """A copy beside the store that has been opened and counted, with its key file."""
    copy = path.with_name(f"{path.name}.schema-{step}")
    fresh = copy.with_name(copy.name + ".new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    try:
        ask(engine, "VACUUM INTO '{}'".format(str(fresh).replace("'", "''")))
        opened = open_engine(fresh, key)
        wrong = damage_in(opened) or (_counted(opened) != _counted(engine) and ["rows are missing"])
        settle(opened)
        opened.dispose()
        if wrong:
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
