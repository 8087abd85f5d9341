"""Opens the store: SQLCipher in one file as the embedded default, PostgreSQL for several desks or rooms."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import StaticPool

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.storage.trouble import as_store_error

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection
    from sqlalchemy.engine import ExceptionContext

DATABASE: Final = "room.db"
_KEY: Final = re.compile(r"[0-9a-f]{64}")
# A second window or a backup may hold the lock for a while; this wait is the worker thread's, never the window's.
_LOCK_WAIT_SECONDS: Final = 60
_PRAGMAS: Final = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "cache_size=-65536",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
)


def connect(path: Path, data_key: bytes, *, read_only: bool = False) -> Any:
    """Open an encrypted file with its raw 32-byte key; the file must exist unless it is to be written.

    Raises `StoreError` when the key is not of that length or does not fit, or the file is damaged.
    """
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - the one place that knows the driver

    key = data_key.hex()
    # SQLCipher quietly takes a raw key of another length for a passphrase.
    if not _KEY.fullmatch(key):
        raise StoreError("The key of this room is damaged. Open it with the recovery code.")
    raw: Any = None
    try:
        raw = dbapi2.connect(
            str(path), timeout=_LOCK_WAIT_SECONDS, isolation_level=None, check_same_thread=False, uri=False
        )
        # Its own complaints would go to the terminal, beside our sentence.
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute(f"PRAGMA key = \"x'{key}'\"")
        # A wrong key passes `connect` and `SELECT 1`: only reading a page tells.
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in (*_PRAGMAS, "query_only=ON") if read_only else _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
    except dbapi2.Error as error:
        # What stays open would hold its locks, and an old idea of the -wal, until the next try.
        if raw is not None:
            raw.close()
        # SQLite only says that it cannot open the file, when it is its -wal that may not be made.
        if path.exists() and not os.access(path.parent, os.W_OK):
            raise StoreError("This folder can only be read. Ask who looks after the computer.") from error
        raise as_store_error(error) from error
    return raw


def open_embedded(path: Path, data_key: bytes, *, read_only: bool = False) -> Engine:
    """Make an engine with one connection to the encrypted file, for one thread.

    Raises `StoreError` as `connect` does.
    """
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - the one place that knows the driver

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, data_key, read_only=read_only),
        poolclass=StaticPool,
    )
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "handle_error", _translate)
    return engine


def open_postgresql(url: str, *, read_only: bool = False) -> Engine:
    """Make an engine on a PostgreSQL database (`postgresql://…`), which must keep its text in UTF-8.

    Raises `StoreError` when it cannot be reached or keeps text otherwise.
    """
    engine = create_engine(
        url.replace("postgresql://", "postgresql+psycopg://", 1),
        pool_pre_ping=True,
        pool_size=1,
        # A server that keeps no letters, only bytes, would answer in bytes before it can be refused.
        connect_args={"client_encoding": "utf8"},
        execution_options={"postgresql_readonly": True} if read_only else {},
    )
    event.listen(engine, "handle_error", _translate)
    with engine.connect() as connection:
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding != "UTF8":
        engine.dispose()
        raise StoreError("This database does not keep its text in UTF-8. Ask the administrator for one that does.")
    return engine


def _translate(context: ExceptionContext) -> None:
    error = context.sqlalchemy_exception
    # Integrity and programming errors are ours to see: only what the disk, the file or the server did is said here.
    if isinstance(error, OperationalError) or type(error) is DatabaseError:
        raise as_store_error(context.original_exception) from error
