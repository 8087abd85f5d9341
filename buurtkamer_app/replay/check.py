"""Checks a whole daybook against its room before anything of it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.letters import tidy
from buurtkamer_app.replay import daybook_file as book_of
from buurtkamer_app.replay.desk_so_far import DeskSoFar
from buurtkamer_app.replay.faults import Fault, shown
from buurtkamer_app.replay.programme import Programme, in_reach
from buurtkamer_app.replay.room_check import date_fault, name_fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from buurtkamer_app.replay.daybook_file import AnyEvent, Book
    from buurtkamer_app.replay.room_file import RoomFile


def book_faults(book: Book, room: RoomFile) -> Iterator[Fault]:
    """Give what cannot be in a book, in its order.

    Undo is taken leniently: what it may have brought back counts as there, since what it takes back shows only in
    the figures. The services refuse later what was not there after all.
    """
    yield from _dates(book)
    last = max((day for _place, day in _all_dates(book) if in_reach(day)), default=None)
    if last is None:
        return
    checks = _Checks(room, last)
    yield from checks.before(book)
    for index, day in enumerate(book.days):
        checks.desk.begin(day.on)
        for number, event in enumerate(day.events):
            yield from checks.event(f"days[{index}].events[{number}]", event)


def _all_dates(book: Book) -> Iterator[tuple[str, date]]:
    for index, shift in enumerate(book.before.rota):
        yield f"before.rota[{index}].date", shift.on
    for index, party in enumerate(book.before.sign_ups):
        yield f"before.sign_ups[{index}].date", party.on
    for index, day in enumerate(book.days):
        yield f"days[{index}].date", day.on
        for number, event in enumerate(day.events):
            if isinstance(event, book_of.SignUpIn | book_of.CancelSignUp):
                yield f"days[{index}].events[{number}].date", event.on


def _dates(book: Book) -> Iterator[Fault]:
    for place, day in _all_dates(book):
        yield from date_fault(place, day)
    for index in range(1, len(book.days)):
        before = book.days[index - 1].on
        if book.days[index].on <= before:
            yield Fault(f"days[{index}].date", mark("expected a date after {before}."), {"before": before})


class _Checks:
    """The checks of one book, with the desk as it stands so far."""

    def __init__(self, room: RoomFile, last: date) -> None:
        self._hosts = {tidy(host.name) for host in room.hosts}
        self._wishes: set[int | str] = {wish.id for wish in room.wishes}
        self._programme = Programme(room, last)
        self.desk = DeskSoFar(room)

    def before(self, book: Book) -> Iterator[Fault]:
        """Check what the coordinator set up before the first day."""
        for index, shift in enumerate(book.before.rota):
            place = f"before.rota[{index}]"
            if not self.desk.has_shift(shift.on, shift.pattern):
                yield Fault(f"{place}.pattern", mark("the room has no such shift on that weekday."))
            for number, host in enumerate(shift.hosts):
                yield from self._host(f"{place}.hosts[{number}]", host)
                if not self.desk.put_on(shift.on, shift.pattern, tidy(host)):
                    yield Fault(f"{place}.hosts[{number}]", mark("{name} is on this shift already."), _named(host))
        for index, party in enumerate(book.before.sign_ups):
            yield from self._activity(f"before.sign_ups[{index}]", party.activity, party.on)

    def event(self, place: str, event: AnyEvent) -> Iterator[Fault]:
        """Check one event and do it on the desk so far."""
        yield from self._turn(place, event)
        match event:
            case book_of.ShiftStart() | book_of.ShiftEnd() | book_of.NoShow() | book_of.Call() | book_of.Substitute():
                yield from self._of_rota(place, event)
            case book_of.VisitIn():
                for index, name in enumerate(event.visitors):
                    yield from name_fault(f"{place}.visitors[{index}]", name)
            case book_of.TallyIn() | book_of.PaperTally():
                yield from self._of_tally(place, event)
            case book_of.Headcount():
                yield from self._activity(place, event.activity, self.desk.day)
            case book_of.WishIn() | book_of.WishSupport() | book_of.AskAdvice():
                yield from self._of_wishes(place, event)
            case book_of.SignUpIn() | book_of.CancelSignUp():
                yield from self._of_sign_up(place, event)
            case book_of.Undo():
                self.desk.undo()

    def _turn(self, place: str, event: AnyEvent) -> Iterator[Fault]:
        """Check the time, and that the computer is on."""
        if event.at < self.desk.at:
            yield Fault(f"{place}.at", mark("expected a time from {at} on."), {"at": self.desk.at})
        turned_on = isinstance(event, book_of.ComputerOn)
        if turned_on is not self.desk.computer_off:
            what = mark("the computer is on already.") if turned_on else mark("the computer is off: computer_on first.")
            yield Fault(f"{place}.do", what)
        self.desk.at = event.at
        self.desk.computer_off = isinstance(event, book_of.ComputerOff)

    def _of_rota(
        self,
        place: str,
        event: book_of.ShiftStart | book_of.ShiftEnd | book_of.NoShow | book_of.Call | book_of.Substitute,
    ) -> Iterator[Fault]:
        yield from self._host(f"{place}.host", event.host)
        host = tidy(event.host)
        match event:
            case book_of.ShiftStart():
                self.desk.sign_on(host)
            case book_of.ShiftEnd():
                if not self.desk.sign_off(host):
                    yield Fault(f"{place}.host", mark("{name} is not signed on."), _named(event.host))
            case book_of.NoShow():
                if not self.desk.miss(host):
                    yield Fault(f"{place}.host", mark("{name} has no shift on that day."), _named(event.host))
            case book_of.Substitute():
                yield from self._of_cover(place, event)
            case book_of.Call():
                if not self.desk.has_shift_today():
                    yield Fault(f"{place}.do", mark("there is no shift on that day."))

    def _of_cover(self, place: str, event: book_of.Substitute) -> Iterator[Fault]:
        yield from self._host(f"{place}.replaces", event.replaces)
        if not self.desk.holds(tidy(event.replaces)):
            yield Fault(f"{place}.replaces", mark("{name} has no shift on that day."), _named(event.replaces))
        elif not self.desk.take_over(tidy(event.host), tidy(event.replaces)):
            yield Fault(f"{place}.host", mark("{name} is on this shift already."), _named(event.host))

    def _of_tally(self, place: str, event: book_of.TallyIn | book_of.PaperTally) -> Iterator[Fault]:
        for key, part in (("children", event.children), ("first_time", event.first_time)):
            if part > event.count:
                yield Fault(f"{place}.{key}", mark("expected at most the count, {count}."), {"count": event.count})
        if isinstance(event, book_of.PaperTally):
            yield from name_fault(f"{place}.sheet", event.sheet)
        elif event.activity:
            yield from self._activity(place, event.activity, self.desk.day)

    def _of_wishes(
        self, place: str, event: book_of.WishIn | book_of.WishSupport | book_of.AskAdvice
    ) -> Iterator[Fault]:
        if isinstance(event, book_of.WishIn):
            if event.ref and event.ref in self._wishes:
                yield Fault(f"{place}.ref", mark("{value} stands there twice."), {"value": shown(event.ref)})
            if event.by:
                yield from name_fault(f"{place}.by", event.by)
            self._wishes.update({event.ref} - {""})
            return
        if event.wish not in self._wishes:
            yield Fault(f"{place}.wish", mark("no wish is known as {wish} yet."), {"wish": shown(event.wish)})
        if isinstance(event, book_of.AskAdvice) and not event.consent:
            yield Fault(f"{place}.consent", mark("expected true: without consent nothing is asked."))

    def _of_sign_up(self, place: str, event: book_of.SignUpIn | book_of.CancelSignUp) -> Iterator[Fault]:
        yield from self._activity(place, event.activity, event.on)
        yield from name_fault(f"{place}.name", event.name)
        series = self._programme.on_date(event.activity, event.on)
        if series is None:
            return
        party = (series.id, event.on, tidy(event.name))
        if isinstance(event, book_of.SignUpIn):
            self.desk.sign_up(party)
        elif not self.desk.cancel(party):
            yield Fault(f"{place}.name", mark("{name} is not signed up for this."), _named(event.name))

    def _host(self, place: str, name: str) -> Iterator[Fault]:
        if tidy(name) not in self._hosts:
            yield Fault(place, mark("no host is called {name}."), _named(name))

    def _activity(self, place: str, name: str, day: date) -> Iterator[Fault]:
        if not self._programme.knows(name):
            yield Fault(f"{place}.activity", mark("no activity is called {name}."), _named(name))
        elif self._programme.on_date(name, day) is None:
            values = {**_named(name), "date": day}
            yield Fault(f"{place}.activity", mark("{name} is not on {date}."), values)


def _named(name: str) -> dict[str, object]:
    return {"name": shown(name)}
