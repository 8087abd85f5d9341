"""Loads the figures of logs into an office's own PostgreSQL database, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from buurtkamer_app.base.errors import RefusedError, StoreError
from buurtkamer_app.base.progress import Progress
from buurtkamer_app.review.database_tables import FILLED, MADE, SCHEMA
from buurtkamer_app.review.records import WrittenOut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime
    from typing import LiteralString

    import psycopg

    from buurtkamer_app.review.records import RoomLog

_BEGINS: Final = ("postgresql://", "postgres://")
_SECONDS: Final = 10
# One office machine at a time makes the tables and loads; others wait for it. A number of our own: "bkrv" in ASCII.
_LOCK: Final = 0x626B7276


def load_into(logs: Sequence[RoomLog], url: str, now: datetime, progress: Progress | None = None) -> WrittenOut:
    """Load logs into the schema `buurtkamer_review`, made when it is not there; what is loaded already stays as it is.

    Raises `RefusedError` for an address that is no PostgreSQL one or where psycopg is not installed, `StoreError` when
    the database cannot be reached, refuses or keeps no UTF-8, `StoppedError`; then nothing changed in it.
    """
    progress = progress or Progress()
    if not url.startswith(_BEGINS):
        raise RefusedError("Write the address of a database, such as postgresql://office@host/name.")
    try:
        import psycopg  # noqa: PLC0415 - most computers have no database to load into
    except ImportError as error:
        raise RefusedError("PostgreSQL cannot be used on this computer: psycopg is not installed.") from error
    try:
        with psycopg.connect(url, connect_timeout=_SECONDS, client_encoding="UTF8") as connection:
            return _loaded(connection, logs, now, progress)
    except (psycopg.Error, UnicodeError) as error:
        # What the server says may hold the address, and that the password.
        details = f"{type(error).__name__} {getattr(error, 'sqlstate', None) or ''}"
        raise StoreError("The database did not take it; nothing changed there. Check its address.", details) from None


def _loaded(
    connection: psycopg.Connection[Any], logs: Sequence[RoomLog], now: datetime, progress: Progress
) -> WrittenOut:
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise StoreError("This database does not keep its text in UTF-8. Ask the administrator for one that does.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        if cursor.execute("SELECT to_regclass(%s)", (f"{SCHEMA}.open_question",)).fetchone() == (None,):
            for statement in MADE:
                cursor.execute(statement)
        cursor.execute("SELECT check_code FROM buurtkamer_review.log WHERE check_code = ANY(%s)", ([*_keys(logs)],))
        there = {code for (code,) in cursor.fetchall()}
        fresh = [log for log in logs if log.key not in there]
        rows = sum(
            _copied(cursor, copy, (row for log in _told(fresh, progress, part) for row in rows_of(log, now)))
            for part, (copy, rows_of) in enumerate(FILLED)
        )
    progress.go_on()
    return WrittenOut((), len(logs), rows, len(fresh))


def _keys(logs: Iterable[RoomLog]) -> Iterator[str]:
    return (log.key for log in logs)


def _told(logs: Sequence[RoomLog], progress: Progress, part: int) -> Iterator[RoomLog]:
    """Give logs one by one, and tell how far it is."""
    for place, log in enumerate(logs):
        yield log
        progress.at(part * len(logs) + place + 1, len(FILLED) * len(logs))


def _copied(cursor: psycopg.Cursor[Any], copy: LiteralString, rows: Iterable[tuple[Any, ...]]) -> int:
    """Send rows to a table and give how many they were."""
    sent = 0
    with cursor.copy(copy) as out:
        for row in rows:
            # PostgreSQL's texts hold no NUL.
            out.write_row([cell.replace("\0", "") if isinstance(cell, str) else cell for cell in row])
            sent += 1
    return sent
