"""How are the steps run? On the connection that db.migrate brings, inside its one transaction."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    # SQLite cannot change most things of a table in place: it is copied over instead.
    render_as_batch=True,
)
context.run_migrations()
