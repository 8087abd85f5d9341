"""Who saw what, as the journal tells it: readings, prints, logs and backups; by day and by person."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.privacy.seen import rules
from buurtkamer_app.privacy.seen.records import Asked, Topic
from buurtkamer_app.storage.tables.whole import METADATA
from tests.desk.concern_people import FELL, WEDNESDAY, coordinator, host

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

TODAY = Asked(WEDNESDAY, WEDNESDAY)


def test_reading_a_concern_and_printing_an_incident_are_told_with_who_and_when(demo: Services) -> None:
    host(demo)
    demo.concerns.write("Zij had geen jas aan.")
    demo.concerns.write_incident(FELL)
    coordinator(demo)
    before = len(demo.seen.seen(TODAY))
    demo.concerns.read(demo.concerns.concerns()[0].id)
    (line,) = demo.concerns.incidents(WEDNESDAY, WEDNESDAY)
    demo.concerns.read_incident(line.id, printing=True)
    found = demo.seen.seen(TODAY)[: -before or None]
    assert [(one.topic, one.what.message) for one in found] == [
        (Topic.READ, "An incident was printed"),
        (Topic.READ, "A concern was read"),
    ]
    assert {one.by for one in found} == {demo.store.actor.name}


def test_what_was_done_is_found_by_day_person_and_topic(demo: Services, clock: SetClock) -> None:
    ria = host(demo)
    demo.concerns.write("Zij had geen jas aan.")
    sitting = coordinator(demo)
    demo.concerns.read(demo.concerns.concerns()[0].id)
    found = demo.seen.seen(Asked(WEDNESDAY, WEDNESDAY, topic=Topic.READ))
    assert len(found) == 1
    assert demo.seen.seen(Asked(WEDNESDAY, WEDNESDAY, ria.host, Topic.READ)) == []
    assert demo.seen.seen(Asked(WEDNESDAY, WEDNESDAY, demo.store.actor.host, Topic.READ)) == found
    clock.instant += timedelta(days=1)
    tomorrow = WEDNESDAY + timedelta(days=1)
    assert demo.seen.seen(Asked(tomorrow, tomorrow, topic=Topic.READ)) == []
    assert demo.seen.seen(Asked(WEDNESDAY, tomorrow, topic=Topic.READ)) == found
    assert sitting is not None


def test_a_name_that_went_from_the_journal_is_an_ellipsis() -> None:
    assert rules.told(Label("{name} tried to sign in")).values == {"name": "…"}
    assert rules.told(Label("{name} tried to sign in", {"name": "Ria"})).values == {"name": "Ria"}


def test_every_kind_and_label_that_is_looked_for_exists() -> None:
    assert METADATA.tables.keys() >= rules.KINDS.keys() - {"tombstone"}
    root = Path(rules.__file__).parents[2]
    written = "".join(path.read_text(encoding="utf-8") for path in root.rglob("*.py") if "seen" not in path.parts)
    assert [label for label in rules.LABELS if f'mark("{label}")' not in written] == []


def test_only_the_coordinator_looks_and_only_at_a_period_that_can_be(demo: Services) -> None:
    host(demo)
    with pytest.raises(NotAllowedError):
        demo.seen.seen(TODAY)
    coordinator(demo)
    for first, last in ((WEDNESDAY, WEDNESDAY - timedelta(days=1)), (WEDNESDAY - timedelta(days=4000), WEDNESDAY)):
        with pytest.raises(RefusedError):
            demo.seen.seen(Asked(first, last))
