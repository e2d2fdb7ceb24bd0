"""Could the same tables stand in PostgreSQL? They are made by the same steps, in its own types."""

from io import StringIO

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.util import load_python_file
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from db.migrate import STEPS
from db.tables import METADATA

POSTGRES = postgresql.dialect()


def words(text: str) -> list[str]:
    return text.replace("\n", " ").replace(";", " ").split()


def test_the_steps_make_the_tables_of_today_in_postgresql_too() -> None:
    said = StringIO()
    options = {"as_sql": True, "output_buffer": said}
    context = MigrationContext.configure(dialect_name="postgresql", opts=options)
    step = load_python_file(str(STEPS.folder / "versions"), "step_0001_the_first_store.py")
    with Operations.context(context):
        step.upgrade()
    made = " ".join(words(said.getvalue()))
    for table in METADATA.sorted_tables:
        expected = " ".join(words(str(CreateTable(table).compile(dialect=POSTGRES))))
        assert expected in made, table.name
    assert "TIMESTAMP WITH TIME ZONE" in made
    assert "TRIGGER" not in made
