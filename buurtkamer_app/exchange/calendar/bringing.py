"""Puts together what a calendar file tells: series of ours, dates that are otherwise, dates that are left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.activities.rules import dates, kept_about, last_of
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.exchange.calendar.records import Otherwise, Series
from buurtkamer_app.exchange.log.words import THEMES
from buurtkamer_app.people.rules import kept_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from buurtkamer_app.activities.records import Series as OurSeries
    from buurtkamer_app.exchange.calendar.records import Told
    from buurtkamer_app.room.records import Space


def place_of(spaces: Sequence[Space], place: str) -> str:
    """Give the space whose name stands in a place, the longest first; "" for none."""
    said = f" {' '.join(words(place))} "
    named = sorted(spaces, key=lambda space: (-len(space.name), space.name))
    return next((space.name for space in named if words(space.name) and f" {' '.join(words(space.name))} " in said), "")


def theme_of(told: Told, known: Iterable[OurSeries]) -> Theme:
    """Give the theme that a file names, or that of an activity of ours with this name; else what brings together."""
    from buurtkamer_app.base.i18n import translate  # noqa: PLC0415 - in the language of the moment

    said = {word.casefold() for word in told.categories}
    for theme in Theme:
        if said & {theme.value, translate(THEMES[theme]).casefold()}:
            return theme
    same = next((one.theme for one in known if one.name.casefold() == told.name.casefold()), None)
    return same or Theme.COMMUNITY


def series_of(told: Sequence[Told], spaces: Sequence[Space], space: str, theme: Theme) -> Series:
    """Give the series that events of one mark make; raises `RefusedError` when it cannot be one."""
    masters = [one for one in told if one.known_by is None]
    if not masters:
        raise RefusedError("This is one date of a series that is not in the file.")
    master = max(masters, key=lambda one: one.sequence)
    if master.cancelled:
        raise RefusedError("This was cancelled in the other calendar.")
    last = last_of(master.rrule, master.starts.date())
    building = _Building(master, last)
    building.fill()
    newest: dict[date, Told] = {}
    for one in sorted(told, key=lambda one: one.sequence):
        if one.known_by is not None:
            newest[one.known_by] = one
    for known_by, one in newest.items():
        building.instead(known_by, one, place_of(spaces, one.place))
    new = NewSeries(
        kept_name(master.name),
        theme,
        space,
        master.starts.date(),
        master.starts.time(),
        master.ends.time(),
        master.rrule,
        about=kept_about(master.about),
        uid=master.uid,
    )
    return Series(new, master.sequence, *building.made())


@dataclass(slots=True)
class _Building:
    """A series while it is put together: dates beside the rule, dates instead of others, dates that are left out."""

    master: Told
    last: date | None
    beside: dict[date, datetime] = field(default_factory=dict)
    moved: dict[date, Otherwise] = field(default_factory=dict)
    out: set[date] = field(default_factory=set)

    def fill(self) -> None:
        """Take what the series says of its own dates."""
        master = self.master
        begin = master.starts.date()
        # iCalendar takes the start for a date, whether the rule names it or not.
        for moment in (master.starts, *master.beside):
            if not self._named(moment.date()):
                self.beside[moment.date()] = moment
        for on in master.out:
            if self._named(on) or (on == begin and not master.rrule):
                self.out.add(on)
            self.beside.pop(on, None)

    def instead(self, known_by: date, one: Told, space: str) -> None:
        """Take one date as it is instead."""
        on = one.starts.date()
        named = self._named(known_by)
        if not named and known_by not in self.beside:
            raise RefusedError("One date of this is instead of a date that it does not have.")
        self.beside.pop(known_by, None)
        self.out.discard(known_by)
        if one.cancelled:
            if named:
                self.out.add(known_by)
            return
        self.moved[known_by] = Otherwise(known_by if named else None, on, one.starts.time(), one.ends.time(), space)

    def made(self) -> tuple[tuple[Otherwise, ...], tuple[date, ...]]:
        """Give the dates that are otherwise and those left out; raises `RefusedError` when two fall together."""
        found, out = list(self.moved.values()), set(self.out)
        length = self.master.ends - self.master.starts
        for on, moment in self.beside.items():
            ends = moment + length
            if ends.date() != on:
                raise RefusedError("This goes on past midnight. Write it down yourself, day by day.")
            found.append(Otherwise(None, on, moment.time(), ends.time()))
        # A date that is left out and on which another has come: that one is had otherwise, the other is left out.
        while swapped := [place for place, entry in enumerate(found) if entry.on in out]:
            entry = found[swapped[0]]
            out = out - {entry.on} | ({entry.rule_date} if entry.rule_date is not None else set())
            found[swapped[0]] = replace(entry, rule_date=entry.on)
        moved_from = {entry.rule_date for entry in found}
        if any(entry.on not in moved_from and self._named(entry.on) for entry in found):
            raise _together()
        if len({entry.on for entry in found}) < len(found):
            raise _together()
        return tuple(sorted(found, key=lambda entry: entry.on)), tuple(sorted(out))

    def _named(self, on: date) -> bool:
        begin = self.master.starts.date()
        if on < begin or (self.last is not None and on > self.last):
            return False
        return bool(dates(self.master.rrule, begin, on, on))


def _together() -> RefusedError:
    return RefusedError("Two dates of this fall on one day. Bring them in apart.")
