"""What came of a market: outcomes of its goals, who came, new ties, what people said, and looking back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.market.afterwards import rules
from buurtkamer_app.market.afterwards.records import LookBack, NewTie
from buurtkamer_app.market.afterwards.testimonials import Testimonials
from buurtkamer_app.storage.kept import Kept, Told
from buurtkamer_app.storage.tables.market import NewTieRow

if TYPE_CHECKING:
    from typing import Any
    from uuid import UUID

    from buurtkamer_app.market.service import Markets
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Afterwards:
    """Use cases of looking back on a market; `ties` and `testimonials` are lists of records.

    Photos are not kept: nobody can ask everybody who is on one.
    """

    def __init__(self, store: Store, room: Room, markets: Markets) -> None:
        self._store, self._room, self._markets = store, room, markets
        told = Told(mark("A new tie was written down"), mark("A new tie was changed"), mark("A new tie was taken away"))
        self.ties = Kept(store, NewTieRow, NewTie, rules.kept_tie, told, belongs="event_id")
        self.testimonials = Testimonials(store, room)

    def of(self, event: UUID) -> LookBack:
        """Give a market as one looks back on it; raises `RefusedError` when it is gone."""
        with self._store.reading():
            return LookBack(
                self._markets.events.one(event),
                tuple(self._markets.goals.all(event_id=event)),
                tuple(self.ties.all(event_id=event)),
                tuple(self.testimonials.all(event_id=event)),
            )

    def say_outcome(self, goal: UUID, outcome: str) -> Change:
        """Write down what came of a goal ("" takes it back).

        Raises `RefusedError` when the goal is gone, or for a text that cannot be kept.
        """
        with self._store.work(Label(mark("What came of a goal was written down"))) as unit:
            known = self._markets.goals.one(goal)
            self._markets.goals.write(replace(known.it, outcome=outcome), goal)
        return unit.change

    def count(self, event: UUID, visitors: int | None) -> Change:
        """Write down how many visitors came, None: nobody counted.

        Raises `RefusedError` before the day, for no number of people, and when the market is gone.
        """
        with self._store.work(Label(mark("The visitors of a market were counted"))) as unit:
            if visitors is not None:
                rules.check_counted(self._markets.events.one(event).it.on_date, self._room.today())
            self._change(event, visitors=visitors)
        return unit.change

    def reflect(self, event: UUID, text: str) -> Change:
        """Write down how one looks back on a market; raises `RefusedError` for a text that cannot be kept."""
        with self._store.work(Label(mark("A look back at a market was written"))) as unit:
            self._change(event, reflection=text)
        return unit.change

    def look_back(self, event: UUID, visitors: int | None, text: str) -> Change:
        """Write down who came and how one looks back, in one step.

        A number that stands already is not counted again: before the day the text can be written with it. Raises as
        `count` and `reflect`.
        """
        with self._store.work(Label(mark("A look back at a market was written"))) as unit:
            if self._markets.events.one(event).it.visitors != visitors:
                self.count(event, visitors)
            self.reflect(event, text)
        return unit.change

    def _change(self, event: UUID, **values: Any) -> None:
        known = self._markets.events.one(event)
        self._markets.events.write(replace(known.it, **values), event)
