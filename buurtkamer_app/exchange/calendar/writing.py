"""The programme as an iCalendar file (RFC 5545): no visitor's name is in it, and no wish."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.calendar import zone as zones
from buurtkamer_app.exchange.log.words import THEMES
from buurtkamer_app.printing import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Event

    from buurtkamer_app.activities.records import Occurrence, Series
    from buurtkamer_app.exchange.calendar.laying_out import Laid
    from buurtkamer_app.room.records import RoomFacts

_PROGRAM = "-//Buurtkamer//Programme//NL"
_LAST_MOMENT = time(23, 59, 59)


def write(programme: Iterable[Laid], facts: RoomFacts, made_at: datetime) -> bytes:
    """Give the file; the same programme made at the same moment gives the same bytes."""
    from icalendar import Calendar  # noqa: PLC0415 - loaded where it is used

    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", facts.name)
    calendar.add("x-wr-timezone", facts.timezone)
    calendar.add_component(zones.told(facts.zone))
    draws = _Draws(facts, made_at.astimezone(UTC).replace(microsecond=0))
    for laid in programme:
        for event in draws.events(laid):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


class _Draws:
    """Draws events with what they share: whose programme it is, and when the file was made."""

    def __init__(self, facts: RoomFacts, made_at: datetime) -> None:
        self._facts, self._made_at = facts, made_at

    def events(self, laid: Laid) -> Iterable[Event]:
        """Give the events of one series: itself, its dates that are otherwise, and those told apart."""
        series = laid.series
        alone = not laid.rule and not laid.beside
        cancelled = laid.otherwise.get(laid.start) if alone else None
        event = self._event(cancelled.series if cancelled else series, laid.start, cancelled)
        if laid.rule:
            event.add("rrule", self._rule(laid))
        for name, days in (("exdate", laid.out), ("rdate", laid.beside)):
            if days:
                event.add(name, [self._at(on, series.starts) for on in sorted(days)])
        yield event
        for on, entry in sorted(laid.otherwise.items()):
            if entry is not cancelled:
                other = self._event(entry.series, entry.on, entry)
                other.add("recurrence-id", self._at(on, series.starts))
                yield other
        for entry in laid.apart:
            other = self._event(entry.series, entry.on, entry)
            other["uid"] = f"{other['uid']}-{entry.on:%Y%m%d}"
            yield other

    def _event(self, series: Series, on: date, entry: Occurrence | None) -> Event:
        from icalendar import Event  # noqa: PLC0415 - see write

        event = Event()
        event.add("uid", series.uid or str(series.id))
        event.add("dtstamp", self._made_at)
        event.add("sequence", series.sequence)
        event.add("dtstart", self._at(on, series.starts))
        event.add("dtend", self._at(on, series.ends))
        event.add("summary", series.name)
        event.add("location", self._location(series))
        event.add("description", "\n".join(_description(series, entry)))
        event.add("categories", [translate(THEMES[series.theme])])
        event.add("status", "CONFIRMED" if entry is None or entry.goes_on else "CANCELLED")
        return event

    def _rule(self, laid: Laid) -> Any:
        from icalendar import vRecur  # noqa: PLC0415 - see write

        rule = vRecur.from_ical(laid.rule)
        if laid.until is not None:
            # RFC 5545 wants it in UTC where the start has a zone.
            rule["until"] = [self._at(laid.until, _LAST_MOMENT).astimezone(UTC)]
        return rule

    def _location(self, series: Series) -> str:
        facts = self._facts
        place = f"{facts.postcode} {facts.city}".strip()
        return ", ".join(part for part in (series.space, facts.name, facts.street, place) if part)

    def _at(self, on: date, at: time) -> datetime:
        return datetime.combine(on, at, self._facts.zone)


def _description(series: Series, entry: Occurrence | None) -> Iterable[str]:
    """Say what it is: whether it goes on, what it is about, its price, what to bring, who leads as on the wall."""
    if entry is not None and entry.cancelled is not None:
        said = translate("does not go on")
        yield f"{said}: {entry.cancelled}" if entry.cancelled else said
    if series.about:
        yield series.about
    yield words.price(series.price_cents)
    if series.bring:
        yield translate("Bring along: {what}", what=series.bring)
    yield words.leads(series)
