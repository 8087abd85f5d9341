"""What a host leads goes to whoever is on duty, and what has been keeps the name, on every store."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import LeadKind, Theme

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services

SUNDAY = date(2026, 3, 15)


@pytest.fixture
def ria(demo: Services) -> UUID:
    return demo.people.host_named("Ria Postma").id


def lead(services: Services, name: str, on: date, rrule: str = "") -> UUID:
    """Have Ria lead something."""
    space = services.room.spaces()[0].name
    new = NewSeries(name, Theme.HEALTH, space, on, time(9), time(10), rrule, lead="Ria Postma", lead_on_paper=True)
    return services.activities.add_series(new).value


def test_a_series_and_a_single_date_are_each_told_once(demo: Services, ria: UUID) -> None:
    lead(demo, "Jeu de boules", SUNDAY, "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU")
    lead(demo, "Uitje", date(2026, 4, 5))
    told = [(one.name, one.on, one.goes_on) for one in demo.leads.of(ria, date(2026, 3, 16))]
    assert told == [("Jeu de boules", date(2026, 3, 29), True), ("Uitje", date(2026, 4, 5), False)]


def test_what_did_not_begin_yet_is_changed_as_a_whole_and_no_name_stays_on_the_wall(demo: Services, ria: UUID) -> None:
    lead(demo, "Jeu de boules", SUNDAY, "FREQ=WEEKLY;BYDAY=SU")
    lead(demo, "Uitje", date(2026, 4, 5))
    before = len(demo.activities.series())
    change = demo.leads.free(ria, date(2026, 3, 12))
    assert len(demo.activities.series()) == before
    for name in ("Jeu de boules", "Uitje"):
        series = next(one for one in demo.activities.series() if one.name == name)
        assert (series.lead_kind, series.lead, series.lead_on_paper) == (LeadKind.HOSTS, "hosts", False)
    assert demo.leads.of(ria, date(2026, 3, 12)) == []
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert len(demo.leads.of(ria, date(2026, 3, 12))) == 2


def test_a_series_goes_on_under_another_lead_from_a_day_on(demo: Services, ria: UUID) -> None:
    lead(demo, "Jeu de boules", SUNDAY, "FREQ=WEEKLY;BYDAY=SU")
    demo.leads.free(ria, date(2026, 3, 23))
    coming = demo.activities.occurrences(SUNDAY, date(2026, 4, 12))
    led = [(one.on.day, one.series.lead) for one in coming if one.series.name == "Jeu de boules"]
    assert led == [(15, "Ria Postma"), (22, "Ria Postma"), (29, "hosts"), (5, "hosts"), (12, "hosts")]


def test_only_the_coordinator_frees_leads(demo: Services, ria: UUID) -> None:
    demo.sign_in.act_as(Actor(Role.HOST, ria, "Ria Postma"))
    with pytest.raises(NotAllowedError):
        demo.leads.free(ria, SUNDAY)
