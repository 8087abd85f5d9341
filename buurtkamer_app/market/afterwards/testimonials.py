"""What people said of a market: with a name only with their yes, which they can take back at any time."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.market.afterwards import queries, rules
from buurtkamer_app.market.afterwards.records import Testimonial
from buurtkamer_app.storage.kept import Kept, Told
from buurtkamer_app.storage.sure_day import sure_day
from buurtkamer_app.storage.tables.market import TestimonialRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.afterwards.records import NewTestimonial
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Testimonials:
    """A list of records that is asked and changed as the others are; a yes has its moment, and can be taken back."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store, self._room = store, room
        self._told = Told(
            mark("What somebody said was written down"),
            mark("What somebody said was changed"),
            mark("What somebody said was taken away"),
        )
        self._kept = Kept(store, TestimonialRow, Testimonial, lambda said: said, self._told)

    def all(self, **those: Any) -> list[Known[Testimonial]]:
        """Give what was said; only what has these values."""
        return self._kept.all(**those)

    def write(self, new: NewTestimonial, key: UUID | None = None, version: int | None = None) -> Outcome[UUID]:
        """Write down what somebody said, or change it.

        A yes that stands already keeps its moment as long as it is for the same name by the same person. Raises
        `RefusedError` for a name without a yes and the other way round, or when the record is gone, `ClashError` when
        somebody else changed it.
        """
        kept = rules.kept_testimonial(new)
        with self._store.work(Label(self._told.written if key is None else self._told.changed)) as unit:
            row = TestimonialRow(event_id=kept.event_id) if key is None else unit.session.get(TestimonialRow, key)
            if row is None:
                raise RefusedError("This is not on record any more. Look at the list again.")
            if version is not None and row.version != version:
                raise ClashError("Somebody else changed this at the same time. Look again and repeat.")
            same = row.consent_at is not None and (row.name, row.consent_by) == (kept.name, kept.consent_by)
            if kept.agreed and not same:
                row.consent_at = unit.now
            elif not kept.agreed:
                row.consent_at = None
            row.text, row.name, row.consent_by = kept.text, kept.name, kept.consent_by
            unit.session.add(row)
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def withdraw(self, key: UUID) -> Change:
        """Take a yes back: the name goes, what was said stays; nothing happens when there was no yes.

        Raises `RefusedError` when the record is gone.
        """
        with self._store.work(Label(mark("A yes was taken back: the name is gone"))) as unit:
            row = unit.session.get(TestimonialRow, key)
            if row is None:
                raise RefusedError("This is not on record any more. Look at the list again.")
            row.name, row.consent_by, row.consent_at = "", "", None
        return unit.change

    def forget_names(self, until: date | None = None) -> None:
        """Let names whose yes was taken back go for good, once that day is over: undo could still bring them back.

        With `until` those of up to and including that day. It cannot be undone. Nothing goes while the clock may be
        wrong, as `sure_day` has it.
        """
        with self._store.work(Label(mark("Old names were taken out")), Role.NOBODY) as unit:
            sure = sure_day(unit.session, unit.now, self._room.today())
            if sure is not None:
                over = instant((until or sure) + timedelta(days=1), time(), self._room.zone)
                queries.forget_names(unit.session, over)

    def take_away(self, key: UUID) -> Change:
        """Take away what somebody said; nothing happens when it is gone already."""
        return self._kept.take_away(key)
