"""The day of a market: its run sheet, ticked on the day, and the network moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.market.day import rules
from buurtkamer_app.market.day.records import DayStep, MarketDay, RunStep
from buurtkamer_app.storage.kept import Kept, Told
from buurtkamer_app.storage.tables.market import RunStepRow

if TYPE_CHECKING:
    from datetime import time
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import MarketEvent
    from buurtkamer_app.market.service import Markets
    from buurtkamer_app.storage.unit_of_work import Store


class MarketDays:
    """Use cases of a market's day; `steps` is the list of lines, `done` the same with what was ticked."""

    def __init__(self, store: Store, markets: Markets) -> None:
        self._store, self._markets = store, markets
        told = Told(
            mark("A line of the run sheet was written down"),
            mark("A line of the run sheet was changed"),
            mark("A line of the run sheet was taken away"),
        )
        self.steps = Kept(store, RunStepRow, RunStep, rules.kept_step, told, order=("at",), belongs="event_id")
        # Lines are written and changed through `steps` only: this is to read what was ticked with them.
        self.done = Kept(store, RunStepRow, DayStep, lambda step: step, told, order=("at",))

    def of(self, event: UUID) -> MarketDay:
        """Give the run sheet of a market; raises `RefusedError` when the market is gone."""
        with self._store.reading():
            known = self._markets.events.one(event)
            steps = self.done.all(event_id=event)
            moved = rules.moved(self._proposed(known), steps)
        return MarketDay(known, tuple(steps), moved)

    def propose(self, event: UUID) -> Outcome[int]:
        """Write down what the market asks for and is not on its run sheet yet; give how many lines that are."""
        with self._store.work(Label(mark("A run sheet was proposed"))) as unit:
            known = self._markets.events.one(event)
            lines = rules.missing(self._proposed(known), self.done.all(event_id=event))
            for line in map(rules.kept_step, lines):
                unit.session.add(RunStepRow(event_id=event, at=line.at, what=line.what, who=line.who, place=line.place))
        return Outcome(unit.change, len(lines))

    def follow(self, event: UUID) -> Outcome[int]:
        """Put lines whose part of the market is at another time now at that time; give how many lines that are."""
        with self._store.work(Label(mark("The run sheet follows the programme"))) as unit:
            moved = self.of(event).moved
            for key, at in moved.items():
                _row(unit.session.get(RunStepRow, key)).at = at
        return Outcome(unit.change, len(moved))

    def tick(self, step: UUID, *, done: bool) -> Change:
        """Say that a line was done now, or that it was not after all; raises `RefusedError` when it is gone."""
        label = Label(mark("A line of the run sheet is done") if done else mark("A line of the run sheet is not done"))
        with self._store.work(label) as unit:
            _row(unit.session.get(RunStepRow, step)).done_at = unit.now if done else None
        return unit.change

    def set_network(self, event: UUID, at: time | None, about: str) -> Change:
        """Set when the network moment is (None: no time yet) and what happens.

        Raises `RefusedError` for a time outside the market's own, and when the market is gone.
        """
        with self._store.work(Label(mark("The network moment was set"))) as unit:
            known = self._markets.events.one(event)
            self._markets.events.write(replace(known.it, network_at=at, network=about), event)
        return unit.change

    def stalls_from(self, event: UUID) -> time:
        """Give from when on stallholders can set up: as the run sheet has it, else as it would be proposed."""
        self._store.allow(Role.HOST)
        day = self.of(event)
        return rules.stalls_from(day.event.it, (known.it for known in day.steps))

    def _proposed(self, known: Known[MarketEvent]) -> tuple[RunStep, ...]:
        elements = (part.it for part in self._markets.elements.all(event_id=known.id))
        return rules.proposed(known.id, known.it, elements, self._markets.roles_of(known.id))


def _row(row: RunStepRow | None) -> RunStepRow:
    if row is None:
        raise RefusedError("This is not on record any more. Look at the list again.")
    return row
