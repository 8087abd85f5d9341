"""Who leads: what a host leads from a day on, and letting whoever is on duty lead it instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.changing import queries as changing
from buurtkamer_app.activities.changing.drafting import YEAR
from buurtkamer_app.activities.changing.records import Alter, Placed, Reach
from buurtkamer_app.activities.leading.records import Led
from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import LeadKind

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.changing.service import Changing
    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store

_HOSTS: Final = "hosts"


class Leads:
    """Use cases of who leads, for the coordinator."""

    def __init__(self, store: Store, room: Room, people: People, activities: Activities, changing: Changing) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._activities = activities
        self._changing = changing

    def of(self, host: UUID, since: date) -> list[Led]:
        """Give what a host leads from a day on, within a year of it: a series once, at its first date."""
        self._store.allow(Role.COORDINATOR)
        found: dict[tuple[UUID, date | None], Led] = {}
        for entry in self._led(host, since):
            whole = not entry.changed and bool(entry.series.rrule)
            led = Led(entry.series.id, entry.series.name, entry.on, whole)
            found.setdefault((led.series, None if whole else led.on), led)
        return list(found.values())

    def free(self, host: UUID, since: date) -> Change:
        """Let whoever is on duty lead, from a day on, what a host leads; what has been keeps their name."""
        who = self._people.host(host)
        label = Label(mark("The hosts on duty lead what {lead} led"), {"lead": who.name})
        with self._store.work(label, Role.COORDINATOR) as unit:
            coming = [entry for entry in self._led(host, since) if entry.headcount is None]
            dates = {entry.on for entry in coming}
            # The first date of a series takes all later ones along.
            first = {entry.series.id: entry for entry in reversed(coming) if not entry.changed}
            for entry in sorted(first.values(), key=lambda entry: (entry.on, entry.series.number)):
                series = entry.series
                there = Placed(series.starts, series.ends, series.space, _HOSTS)
                wanted = Alter(series.id, entry.on, Reach.FROM_HERE, placed=there, all_the_same=True)
                self._keeping(unit.label, wanted)
            unit.session.flush()
            for row in changing.led_rows(unit.session, host, dates):
                row.lead_kind, row.lead_host_id, row.lead_name, row.lead_on_paper = LeadKind.HOSTS, None, _HOSTS, False
        return unit.change

    def _led(self, host: UUID, since: date) -> list[Occurrence]:
        name, today = self._people.host(host).name, self._room.today()
        coming = self._activities.occurrences(max(since, today), max(since, today) + YEAR)
        return [one for one in coming if one.series.lead_kind is LeadKind.HOST and one.series.lead == name]

    def _keeping(self, label: Label, wanted: Alter) -> None:
        """Change a series without its name in the label of the whole."""
        before = dict(label.values)
        self._changing.apply(wanted)
        label.values.clear()
        label.values.update(before)
