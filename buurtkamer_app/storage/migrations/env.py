"""Runs the migrations on the engine that `storage/migrate.py` hands over."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.engine import Engine
from sqlalchemy.schema import SchemaItem

from buurtkamer_app.storage.tables.base import Instant
from buurtkamer_app.storage.tables.whole import METADATA

# Search is made by hand (see architecture.md, mechanism 7).
BY_HAND = ("visitor_search", "ix_visitor_terms_trigram")


def _ours(_item: SchemaItem, name: str | None, _kind: str, _reflected: bool, _compare_to: SchemaItem | None) -> bool:  # noqa: FBT001 - Alembic's signature
    return not (name or "").startswith(BY_HAND)


def _render(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types into a migration as what they are in the store."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Instant) else False


engine: Engine = context.config.attributes["engine"]
with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        include_object=_ours,
        render_item=_render,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
        # SQLite's tables are made in the transaction too: the driver is told BEGIN by us (storage/engine.py).
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
