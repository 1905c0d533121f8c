"""Runs migrations on the connection that `register.opslag.verbinding` hands over."""

from __future__ import annotations

from alembic import context

from register.vormen.tabellen import METADATA

context.configure(
    connection=context.config.attributes["verbinding"],
    target_metadata=METADATA,
    render_as_batch=True,
)
context.run_migrations()
