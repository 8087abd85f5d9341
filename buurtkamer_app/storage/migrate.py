"""Brings a store to the schema of this program, in one transaction: the old one or the new one, never between."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import inspect

from buurtkamer_app.base.errors import StoreError

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Engine

SCRIPTS: Final = Path(__file__).parent / "migrations"


def known_revisions() -> list[str]:
    """Give the revisions of this program, oldest first (each file in `versions/` is named by its number)."""
    return sorted(path.stem.split("_")[0] for path in (SCRIPTS / "versions").glob("[0-9]*.py"))


def revision_of(engine: Engine) -> str | None:
    """Give the revision of a store, None when it has no tables yet."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def config(engine: Engine) -> Config:
    """Give what Alembic needs to work on this engine."""
    # Alembic costs 0.1 s at start-up, and a store is at its newest revision nearly always.
    from alembic.config import Config  # noqa: PLC0415

    made = Config()
    made.set_main_option("script_location", str(SCRIPTS))
    made.attributes["engine"] = engine
    return made


def upgrade(engine: Engine) -> None:
    """Bring the store to the newest revision.

    Raises `StoreError`, with the store untouched, when a newer program wrote it, or one from before there was any to
    use: the first tables of such a one were others.
    """
    known, found = known_revisions(), revision_of(engine)
    if found == known[-1]:
        return
    if found is not None and found < known[0]:
        raise StoreError("A trial version of the program made this room. Use another folder. Nothing was changed.")
    if found is not None and found not in known:
        raise StoreError("A newer version of the program made this room. Install that version. Nothing was changed.")
    from alembic import command  # noqa: PLC0415 - see config

    command.upgrade(config(engine), "head")
