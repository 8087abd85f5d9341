"""Changes a series as it was looked at: what is on record goes along, a series that was held goes on as a new one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities import queries
from buurtkamer_app.activities.changing import queries as changing
from buurtkamer_app.activities.rules import kept_about
from buurtkamer_app.base.letters import tidy
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.people.rules import kept_name
from buurtkamer_app.storage.tables.activities import CancelledRow, ChangedDateRow, SeriesRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.changing.drafting import Draft, Known
    from buurtkamer_app.activities.changing.records import Placed
    from buurtkamer_app.activities.records import Occurrence, Series
    from buurtkamer_app.room.service import Room

_HOSTS: Final = "hosts"
_DAY: Final = timedelta(days=1)
_PLACE: Final = ("starts", "ends", "space_id", "lead_kind", "lead_host_id", "lead_name", "lead_on_paper")
_OWN: Final = frozenset({"id", "version", "number", "continues_id", "uid", "sequence"})


@dataclass(frozen=True, slots=True)
class Applying:
    """Writes a change inside the unit of work of who asked for it."""

    session: Session
    room: Room

    def one(self, known: Known, entry: Occurrence, to: date, there: Series) -> None:
        """Put one date on another day or elsewhere, with everything that is on record under it."""
        row = self.session.get_one(SeriesRow, known.series.id)
        changed = next((one for one in changing.changed_rows(self.session, row.id) if one.on_date == entry.on), None)
        place = self._place(there)
        if changed is None:
            changed = ChangedDateRow(series_id=row.id, rule_date=entry.on, on_date=to, **place)
            self.session.add(changed)
        else:
            changed.on_date = to
            for name, value in place.items():
                setattr(changed, name, value)
            if changed.rule_date == to and all(getattr(row, name) == value for name, value in place.items()):
                self.session.delete(changed)
        row.sequence += 1
        self.session.flush()
        if to != entry.on:
            changing.put(self.session, (row.id, entry.on), (row.id, to))

    def one_more(self, known: Known, on: date, there: Series) -> None:
        """Have one more date beside the rule."""
        row = self.session.get_one(SeriesRow, known.series.id)
        self.session.add(ChangedDateRow(series_id=row.id, rule_date=None, on_date=on, **self._place(there)))
        row.sequence += 1

    def words(self, known: Known, new: Series) -> None:
        """Give a series, and the ones that it goes on from, another name and texts."""
        first = self.session.get_one(SeriesRow, known.series.id)
        row: SeriesRow | None = first
        while row is not None:
            row.name, row.about, row.bring = kept_name(new.name), kept_about(new.about), one_line(new.bring)
            row.sequence += int(row is not first)
            row = self.session.get(SeriesRow, row.continues_id) if row.continues_id is not None else None
        first.sequence += 1

    def ended(self, known: Known, since: date, reason: str) -> None:
        """Let a series end before a day; dates on which people wait for it stay in sight, as cancelled."""
        row = self.session.get_one(SeriesRow, known.series.id)
        self._end(known, row, since, {}, reason)
        row.sequence += 1

    def whole(self, known: Known, drafted: Draft) -> UUID:
        """Change a series from a day of its rule on; give the one that goes on, the same when nothing was held."""
        row = self.session.get_one(SeriesRow, known.series.id)
        values = self._values(drafted.new)
        if drafted.held:
            copied = {column.name: getattr(row, column.name) for column in SeriesRow.__table__.columns}
            kept = {name: value for name, value in copied.items() if name not in _OWN}
            number = queries.next_number(self.session)
            goes_on = SeriesRow(**{**kept, **values}, number=number, continues_id=row.id, uid="", sequence=0)
            self.session.add(goes_on)
            self.session.flush()
        else:
            goes_on = row
            for name, value in values.items():
                setattr(row, name, value)
        if drafted.everywhere:
            self.words(known, drafted.new)
        else:
            row.sequence += 1
        self._along(known, drafted, goes_on.id)
        if drafted.held:
            self._end(known, row, drafted.since, drafted.pairs, "")
            changing.follow(self.session, row.id, goes_on.id, drafted.since)
        self._take_back(goes_on)
        self.session.flush()
        return goes_on.id

    def _take_back(self, row: SeriesRow) -> None:
        """Let the lead of a series who does not want to be named stand on no changed date of it either."""
        if row.lead_on_paper:
            return
        for one in changing.changed_rows(self.session, row.id):
            if (one.lead_kind, one.lead_host_id, one.lead_name) == (row.lead_kind, row.lead_host_id, row.lead_name):
                one.lead_on_paper = False

    def _along(self, known: Known, drafted: Draft, goes_on: UUID) -> None:
        """Let changed and extra dates, and what is on record of every other, go along."""
        key, pairs = known.series.id, drafted.pairs
        rows = list(changing.changed_rows(self.session, key))
        apart = {row.on_date for row in rows}
        later = [one for one in sorted({*known.on_record, *drafted.old}) if one >= drafted.since and one not in apart]
        # The one that goes furthest first: none may land where another one still is.
        forward = any(other > one for one, other in pairs.items())
        for one in sorted(later, reverse=forward):
            if one in pairs and (goes_on != key or pairs[one] != one):
                changing.put(self.session, (key, one), (goes_on, pairs[one]))
        for row in sorted(rows, key=lambda one: one.rule_date or one.on_date, reverse=forward):
            if drafted.moved is not None and row.id == drafted.moved.id and row.rule_date in pairs:
                self.session.delete(row)
                self.session.flush()
                changing.put(self.session, (key, row.on_date), (goes_on, pairs[row.rule_date]))
            elif (row.rule_date is None and row.on_date >= drafted.since) or row.rule_date in pairs:
                row.series_id, row.rule_date = goes_on, None if row.rule_date is None else pairs[row.rule_date]
                changing.put(self.session, (key, row.on_date), (goes_on, row.on_date))
        if goes_on == key:
            self._leave(known, drafted)

    def _leave(self, known: Known, drafted: Draft) -> None:
        """Keep in sight, as cancelled, the dates that are none any more and on which people wait."""
        for one in drafted.old:
            if one not in drafted.pairs:
                self._keep_off(known, one, "")

    def _end(self, known: Known, row: SeriesRow, since: date, pairs: dict[date, date], reason: str) -> None:
        """End a series before a day of its rule; `pairs` are the dates that went along to another series."""
        changed = list(changing.changed_rows(self.session, row.id))
        for one in changed:
            base = one.rule_date or one.on_date
            if base < since or one.on_date < min(since, known.today) or one.on_date in known.counted:
                continue
            if changing.has_parties(self.session, row.id, one.on_date):
                self._cancel(row.id, one.on_date, reason)
            elif not pairs:
                self._uncancel(row.id, one.on_date)
                self.session.delete(one)
        apart = {one.on_date for one in changed}
        for on in sorted(known.on_record):
            if on >= since and on not in apart and on not in pairs and on not in known.counted:
                self._keep_off(known, on, reason)
        last = since - _DAY
        row.last_date = last if row.last_date is None else min(row.last_date, last)
        self.session.flush()

    def _keep_off(self, known: Known, on: date, reason: str) -> None:
        key, series = known.series.id, known.series
        if not changing.has_parties(self.session, key, on):
            self._uncancel(key, on)
            return
        place = self._place(series)
        self.session.add(ChangedDateRow(series_id=key, rule_date=on, on_date=on, **place))
        self._cancel(key, on, reason)

    def _cancel(self, key: UUID, on: date, reason: str) -> None:
        if queries.cancelled(self.session, key, on) is None:
            self.session.add(CancelledRow(series_id=key, on_date=on, reason=reason))

    def _uncancel(self, key: UUID, on: date) -> None:
        row = queries.cancelled(self.session, key, on)
        if row is not None:
            self.session.delete(row)

    def _values(self, new: Series) -> dict[str, object]:
        return {
            **self._place(new),
            "name": kept_name(new.name),
            "theme": new.theme,
            "about": kept_about(new.about),
            "bring": one_line(new.bring),
            "rrule": new.rrule,
            "first_date": new.first_date,
            "last_date": new.last_date,
            "price_cents": new.price_cents,
            "reduced_cents": new.reduced_cents,
            "capacity": new.capacity,
            "minimum": new.minimum,
            "meal": new.meal,
            "sign_up": new.sign_up,
            "self_run": new.self_run,
        }

    def _place(self, there: Series | Placed) -> dict[str, object]:
        """Give the columns of when, where and by whom."""
        lead = one_line(tidy(there.lead)) or _HOSTS
        host = changing.host_named(self.session, lead) if lead != _HOSTS else None
        kind = LeadKind.HOSTS if lead == _HOSTS else LeadKind.RESIDENT if host is None else LeadKind.HOST
        values = (there.starts, there.ends, self.room.space(there.space), kind, host, lead, there.lead_on_paper)
        return dict(zip(_PLACE, values, strict=True))
