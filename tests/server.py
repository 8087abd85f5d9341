"""A PostgreSQL server of our own for the tests, without any network; a room in it is as it was before each test."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
# What a test left open is closed; then what it wrote to is taken out and put back, past triggers and references.
_AGAIN = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
DO $$
DECLARE name text;
BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT DISTINCT written FROM watch.touched LOOP
        EXECUTE 'DELETE FROM public.' || quote_ident(name);
        EXECUTE 'INSERT INTO public.' || quote_ident(name) || ' SELECT * FROM kept.' || quote_ident(name);
    END LOOP;
    DELETE FROM watch.touched;
END $$
"""
# Without a key, so that two desks that write to one table do not wait for each other because of it.
_KEEP = """
CREATE SCHEMA kept;
CREATE SCHEMA watch;
CREATE UNLOGGED TABLE watch.touched (written text NOT NULL);
CREATE FUNCTION watch.note() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN INSERT INTO watch.touched VALUES (TG_TABLE_NAME); RETURN NULL; END $$;
DO $$
DECLARE name text;
BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE 'CREATE TABLE kept.' || quote_ident(name) || ' AS TABLE public.' || quote_ident(name);
        EXECUTE 'CREATE TRIGGER watch_note AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.' || quote_ident(name)
            || ' FOR EACH STATEMENT EXECUTE FUNCTION watch.note()';
    END LOOP;
END $$
"""


def sql(url: str, statements: str) -> None:
    """Say something to a database."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statements.encode())


def keep(url: str) -> None:
    """Remember what a database holds."""
    sql(url, _KEEP)


def bring_back(url: str) -> None:
    """Let a database hold again what was kept: a fortieth of the time of a new one."""
    sql(url, _AGAIN)


@contextmanager
def running() -> Iterator[str]:
    """Start a server on a Unix socket, give its address; skipped visibly without one."""
    if not _PROGRAMS:
        pytest.skip("PostgreSQL is not installed, so its tests are not run")
    folder = Path(tempfile.mkdtemp(prefix="bk-pg-"))
    # The server refuses to be run by root.
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres")
    data, log = folder / "data", folder / "log"
    initdb = [*user, str(_PROGRAMS[-1] / "initdb"), "-D", str(data), "-U", "desk", "-E", "UTF8", "--locale=C.UTF-8"]
    control = [*user, str(_PROGRAMS[-1] / "pg_ctl"), "-D", str(data), "-w", "-l", str(log)]
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    try:
        subprocess.run([*initdb, "-A", "trust"], check=True, capture_output=True, cwd="/")
        subprocess.run([*control, "-o", options, "start"], check=True, capture_output=True, cwd="/")
        yield f"postgresql://desk@/postgres?host={folder}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, capture_output=True, cwd="/")
        shutil.rmtree(folder, ignore_errors=True)
