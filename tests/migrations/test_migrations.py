"""Stores of every released schema come up to this one; newer ones are left alone; a kill leaves the old or the new."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import inspect, text

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.storage import migrate
from buurtkamer_app.storage.engine import open_embedded
from tests.conftest import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

_MIGRATE = """
import os, sys
from pathlib import Path
from sqlalchemy import event
from buurtkamer_app.storage import engine, migrate
made = engine.open_embedded(Path(sys.argv[1]), bytes(range(32)))
left = [int(sys.argv[2])]
@event.listens_for(made, "after_cursor_execute")
def step(*_):
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), 9)
migrate.upgrade(made)
"""


def test_upgrading_twice_changes_nothing(engine: Engine) -> None:
    assert migrate.revision_of(engine) == migrate.known_revisions()[-1]
    migrate.upgrade(engine)
    assert migrate.revision_of(engine) == migrate.known_revisions()[-1]


def test_the_revisions_are_one_line_without_branches() -> None:
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(migrate.SCRIPTS))
    assert script.get_heads() == [migrate.known_revisions()[-1]]
    assert sorted(entry.revision for entry in script.walk_revisions()) == migrate.known_revisions()


@pytest.mark.parametrize(("version", "said"), [("9999", "nieuwer|newer"), ("0001", "Een proefversie|A trial version")])
def test_a_newer_store_or_one_of_a_trial_is_refused_and_untouched(engine: Engine, version: str, said: str) -> None:
    with engine.connect() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
        connection.commit()
        tables = set(inspect(connection).get_table_names())
    with pytest.raises(StoreError, match=said):
        migrate.upgrade(engine)
    with engine.connect() as connection:
        assert set(inspect(connection).get_table_names()) == tables
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one() == version


@pytest.mark.parametrize("step", [2, 9, 40, 70, 80])
def test_killed_at_a_step_of_the_migration_the_store_is_as_it_was(tmp_path: Path, step: int) -> None:
    path = tmp_path / "room.db"
    assert killed_at(path, step) == -9
    engine = open_embedded(path, KEY)
    assert migrate.revision_of(engine) is None
    migrate.upgrade(engine)
    assert migrate.revision_of(engine) == migrate.known_revisions()[-1]
    engine.dispose()


def killed_at(path: Path, step: int) -> int:
    """Migrate a new store in a process that kills itself at a step; give how it ended, 0 when it was ready sooner."""
    call = [sys.executable, "-c", _MIGRATE, str(path), str(step)]
    return subprocess.run(call, check=False, env=_alone()).returncode


def _alone() -> dict[str, str]:
    """Give an environment in which coverage does not measure a process that will be killed."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COV_")}
