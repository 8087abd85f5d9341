"""Frees what somebody who leaves holds on the rota, and erases what may go at once, inside one unit of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.safekeeping.leaving import queries
from buurtkamer_app.safekeeping.leaving.records import FreedShift
from buurtkamer_app.storage.tables.people import OtherTimesRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.storage.tables.rota import PlaceRow, ShiftRow

# As far as anybody may be away at a time; nobody plans a rota beyond it.
_AWAY: Final = timedelta(days=730)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Freeing:
    """What a host holds `after` a day; what of today has come to something stays as it is."""

    session: Session
    host: UUID
    after: date
    today: date

    def shifts(self) -> Iterator[FreedShift]:
        """Give the shifts that become gaps, by date, with who is new and would have gone along."""
        joining = queries.joined_along(self.session, self.host, self.after)
        for _place, shift in self.held():
            names = tuple(name for _row, key, name in joining if key == shift.id)
            yield FreedShift(ShiftKey(shift.on_date, shift.part, shift.task), shift.starts, shift.ends, names)

    def free(self) -> None:
        """Take them off shifts; who took one over keeps it. Agreements, offers and shifts along end."""
        for place, _shift in self.held():
            taker = queries.taker(self.session, place.id)
            if taker is not None:
                taker.replaces_id = None
            absence = queries.absence(self.session, place.id)
            if absence is not None:
                self.session.delete(absence)
            self.session.flush()
            self.session.delete(place)
        for agreed in queries.agreements(self.session, self.host, self.after):
            if agreed.first_on > self.after:
                self.session.delete(agreed)
            else:
                agreed.last_on = self.after
        for row in queries.offers(self.session, self.host, self.after):
            self.session.delete(row)
        for own in queries.own_alongs(self.session, self.host, self.after):
            self.session.delete(own)
        for joining, _shift_id, _name in queries.joined_along(self.session, self.host, self.after):
            joining.with_id = None
        self.session.flush()

    def be_away(self, last_on: date) -> None:
        """Let nobody ask them for a day after their last one."""
        first = last_on + _DAY
        self.session.add(OtherTimesRow(host_id=self.host, first=first, last=first + _AWAY, part=None, extra=False))

    def take_back_absence(self, announced: date | None) -> None:
        """Take the days away again that an earlier last day brought."""
        if announced is not None:
            for row in queries.times(self.session, self.host):
                if isinstance(row, OtherTimesRow) and not row.extra and row.first == announced + _DAY:
                    self.session.delete(row)
            self.session.flush()

    def erase(self) -> None:
        """Erase the phone number, the birthday and the times; the journal keeps them only as long as undo does."""
        row, card = queries.host_row(self.session, self.host), queries.card(self.session, self.host)
        if row is not None:
            row.phone, row.phone_on_list = "", False
        if card is not None:
            card.birth_day = card.birth_month = None
        for when in queries.times(self.session, self.host):
            self.session.delete(when)

    def held(self) -> list[tuple[PlaceRow, ShiftRow]]:
        """Give the places; one of today that was rung off from or taken over stays, for it has come to something."""
        return [
            (place, shift)
            for place, shift in queries.places(self.session, self.host, self.after)
            if shift.on_date > self.today
            or (queries.absence(self.session, place.id) is None and queries.taker(self.session, place.id) is None)
        ]
