"""Effects on who takes part, from slips without a name: keyed in per batch, told from five people on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage.tables.team import EffectRow
from buurtkamer_app.team.effects import queries, rules

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.base.terms_around import EffectOn
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.team.effects.records import Answers, Batch


class Effects:
    """Use cases of effects, for everybody who is signed in: no slip and no figure is about anybody."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def write(self, batch: Batch) -> Change:
        """Write down a batch; slips of a day of which there are some already are added to those.

        Raises `RefusedError` for what fewer than five people answered, and for a day to come.
        """
        self._store.allow(Role.HOST)
        kept = rules.kept_batch(batch, self._room.today())
        label = Label(mark("{count} slips were written down"), {"count": kept.people})
        with self._store.work(label) as unit:
            known = {row.effect_on: row for row in queries.rows_of(unit.session, kept.on)}
            for effect, answers in kept.of:
                row = known.get(effect)
                if row is None:
                    row = EffectRow(on_date=kept.on, effect_on=effect, less=0, same=0, more=0)
                    unit.session.add(row)
                row.less += answers.less
                row.same += answers.same
                row.more += answers.more
        return unit.change

    def take_away(self, on: date) -> Change:
        """Take the slips of a day away; when there are none nothing changes."""
        with self._store.work(Label(mark("The slips of a day were taken away"))) as unit:
            for row in queries.rows_of(unit.session, on):
                unit.session.delete(row)
        return unit.change

    def batches(self) -> list[Batch]:
        """Give the batches, the latest first."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.batches(session)

    def over(self, first: date | None = None, last: date | None = None) -> tuple[tuple[EffectOn, Answers], ...]:
        """Give what was said of each effect in a period (None: without that end), both days included."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return rules.summed(queries.batches(session, first, last))
