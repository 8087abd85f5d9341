"""The programme of a week as residents read it: what is on in the house, and markets and street activities too."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.activities.records import Occurrence, Series
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import LeadKind, Theme
from buurtkamer_app.base.terms_around import LedBy, Programme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.activities.records import DayProgramme, WeekProgramme
    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import MarketEvent
    from buurtkamer_app.services import Services
    from buurtkamer_app.street.records import Activity


def told_week(services: Services, day: date) -> WeekProgramme:
    """Give the programme of the ISO week that holds a day."""
    return told_weeks(services, [services.activities.week(day)])[0]


def told_weeks(services: Services, weeks: Sequence[WeekProgramme]) -> list[WeekProgramme]:
    """Give weeks that follow each other with what is on around the house, of the programmes that are on."""
    events = list(_events(services, weeks[0].monday, weeks[-1].monday + timedelta(days=6))) if weeks else []
    if not events:
        return list(weeks)
    return [replace(week, days=tuple(_day(day, events) for day in week.days)) for week in weeks]


def _day(day: DayProgramme, events: Sequence[Occurrence]) -> DayProgramme:
    more = [event for event in events if event.on == day.on]
    if not more:
        return day
    every = sorted((*day.occurrences, *more), key=lambda entry: (entry.series.starts, entry.series.ends))
    return replace(day, occurrences=tuple(every))


def _events(services: Services, first: date, last: date) -> Iterator[Occurrence]:
    on = services.programmes.on()
    if Programme.MARKET in on:
        yield from (_market(known) for known in services.markets.between(first, last))
    if Programme.STREET in on:
        yield from (_gathering(activity) for activity in services.streets.between(first, last))


def _market(known: Known[MarketEvent]) -> Occurrence:
    it = known.it
    series = _series(known.id, (it.name, it.place), it.on_date, (it.starts, it.ends), Theme.COMMUNITY)
    return Occurrence(replace(series, about=it.about), it.on_date, cancelled=it.cancelled or None)


def _gathering(activity: Activity) -> Occurrence:
    plan = activity.plan
    place = plan.place or activity.street_name
    series = _series(activity.id, (plan.name, place), plan.on_date, (plan.starts, plan.ends), Theme.NEIGHBOURHOOD)
    if plan.led_by is LedBy.PROFESSIONALS:
        # One word: a name on the wall is a first name.
        series = replace(series, lead_kind=LeadKind.HOST, lead=translate("organisers"), lead_on_paper=True)
    return Occurrence(replace(series, bring=plan.to_bring), plan.on_date, cancelled=activity.cancelled or None)


def _series(key: UUID, told: tuple[str, str], on: date, times: tuple[time, time], theme: Theme) -> Series:
    """Make what a sheet tells of an activity; `told` is its name and place."""
    name, place = told
    return Series(
        id=key,
        number=0,
        name=name,
        about="",
        rrule="",
        first_date=on,
        starts=times[0],
        ends=times[1],
        price_cents=0,
        capacity=None,
        theme=theme,
        space=place,
        lead_kind=LeadKind.RESIDENT,
        lead="",
        lead_on_paper=False,
        self_run=False,
        sign_up=False,
        last_date=on,
    )
