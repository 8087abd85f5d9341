"""Incidents on every store: facts with a time that has been, read by the coordinator only."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import IncidentKind
from buurtkamer_app.desk.concerns.records import NewIncident
from buurtkamer_app.storage.tables.concerns import ConcernReadingRow
from tests.desk.concern_people import BSN, FELL, WEDNESDAY, coordinator, host

if TYPE_CHECKING:
    from buurtkamer_app.services import Services


def test_an_incident_is_read_and_printed_by_the_coordinator_and_that_is_written_down(demo: Services) -> None:
    ria = host(demo)
    change = demo.concerns.write_incident(FELL)
    assert change.kinds == {"incident"}
    coordinator(demo)
    (line,) = demo.concerns.incidents(WEDNESDAY, WEDNESDAY)
    assert (line.kind, line.on, line.at, line.written_by) == (IncidentKind.FALL, WEDNESDAY, time(12, 30), ria.name)
    read = demo.concerns.read_incident(line.id).value
    assert (read.facts, read.called, read.witness) == (FELL.facts, "112", "Kees")
    demo.concerns.read_incident(line.id, printing=True)
    with demo.store.reading() as session:
        rows = session.scalars(select(ConcernReadingRow).where(ConcernReadingRow.incident_id == line.id)).all()
    assert [row.host_id for row in rows] == [demo.store.actor.host] * 2
    assert demo.concerns.incidents(WEDNESDAY - timedelta(days=9), WEDNESDAY - timedelta(days=1)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        NewIncident(IncidentKind.FALL, "x", WEDNESDAY, time(13, 1)),
        NewIncident(IncidentKind.FALL, "x", WEDNESDAY + timedelta(days=1), time(0, 0)),
        NewIncident(IncidentKind.FALL, "x", WEDNESDAY, time(9), called="y" * 201),
        NewIncident(IncidentKind.FALL, "x", WEDNESDAY, time(9), witness=BSN),
    ],
)
def test_an_incident_is_never_still_to_come_and_its_short_answers_are_short(demo: Services, wrong: NewIncident) -> None:
    host(demo)
    with pytest.raises(RefusedError):
        demo.concerns.write_incident(wrong)
    coordinator(demo)
    assert demo.concerns.incidents(WEDNESDAY, WEDNESDAY + timedelta(days=2)) == []
