"""The command for calendar files, as a person types it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import icalendar

from tests.end_to_end.test_commands import ROOM
from tests.typed import typed

if TYPE_CHECKING:
    from pathlib import Path


def test_the_programme_of_a_period_is_written_to_a_calendar_file(tmp_path: Path) -> None:
    out = tmp_path / "agenda.ics"
    done = typed("calendar", "export", "--room", ROOM, "--from", "2026-03-09", "--to", "2026-03-15", "--out", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{out}\n", "")
    found = icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert "Koffie-inloop" in {str(event["SUMMARY"]) for event in found}


def test_a_period_that_ends_before_it_begins_writes_no_calendar(tmp_path: Path) -> None:
    out = tmp_path / "agenda.ics"
    done = typed("calendar", "export", "--room", ROOM, "--from", "2026-03-15", "--to", "2026-03-09", "--out", out)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not out.exists()
