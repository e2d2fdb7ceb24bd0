"""Could the same tables stand in PostgreSQL? They are made by the same steps, in its own types."""

import re
from io import StringIO

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.util import load_python_file
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateColumn

from db.migrate import STEPS
from db.tables import METADATA

POSTGRES = postgresql.dialect()


def words(text: str) -> list[str]:
    return text.replace("\n", " ").replace(";", " ").split()


def test_the_steps_make_the_tables_of_today_in_postgresql_too() -> None:
    said = StringIO()
    options = {"as_sql": True, "output_buffer": said}
    context = MigrationContext.configure(dialect_name="postgresql", opts=options)
    for step in sorted((STEPS.folder / "versions").glob("step_*.py")):
        with Operations.context(context):
            load_python_file(str(step.parent), step.name).upgrade()
    made = " ".join(words(said.getvalue()))
    for table in METADATA.sorted_tables:
        for column in table.columns:
            expected = " ".join(words(str(CreateColumn(column).compile(dialect=POSTGRES))))
            begun = f"CREATE TABLE {table.name} ([^;]*?) {re.escape(expected)}[ ,)]"
            added = f"ALTER TABLE {table.name} ADD COLUMN {re.escape(expected)}"
            assert re.search(f"{begun}|{added}", made), f"{table.name}: {expected}"
    assert "TIMESTAMP WITH TIME ZONE" in made
    assert "TRIGGER" not in made
