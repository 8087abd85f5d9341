"""Does one event of a daybook through the services of the desktop, as the one who would be at the desk."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.desk.days.records import Cash
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.desk.sheets.records import SheetLine
from buurtkamer_app.replay import daybook_file as book
from buurtkamer_app.startup import KEY_HOLDER
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.replay.daybook_file import AnyEvent
    from buurtkamer_app.services import Services

# What may be done at the desk when nobody signed on.
_BY_NOBODY = (book.TallyIn,)


class Doer:
    """Does events one after another; `refs` are the keys of wishes that the book named."""

    def __init__(self, services: Services, refs: dict[str, UUID]) -> None:
        self._services = services
        self.refs = refs

    def do(self, event: AnyEvent, on: date) -> None:
        """Do one event on a date; the clock was set to its time.

        Raises a `BuurtkamerError` when the service refuses it.
        """
        self._services.sign_in.act_as(self._who(event))
        _do(event, self, on)

    def _who(self, event: AnyEvent) -> Actor:
        if isinstance(event, (book.ShiftStart, book.ShiftEnd)):
            host = self._services.people.host_named(event.host)
            return Actor(host.role, host.id, host.name)
        on = self._services.rota.on_now()
        if on:
            host = self._services.people.host(on[0])
            return Actor(host.role, host.id, host.name)
        return NOBODY if isinstance(event, _BY_NOBODY) else KEY_HOLDER

    @property
    def services(self) -> Services:
        """Give the services that events are done through."""
        return self._services

    def host(self, name: str) -> UUID:
        """Give the key of a host."""
        return self._services.people.host_named(name).id

    def wish(self, named: int | str) -> UUID:
        """Give the key of a wish by its number or by the book's own reference."""
        return self._services.wishes.numbered(named) if isinstance(named, int) else self.refs[named]

    def series(self, name: str, on: date) -> UUID:
        """Give the key of the activity of this name that is on that date."""
        return self._services.activities.on_date(name, on).id


@functools.singledispatch
def _do(event: Any, doer: Doer, on: date) -> None:
    raise TypeError(f"{type(event).__name__} on {on} is no event for {doer}")


@_do.register
def _open(_event: book.OpenRoom, doer: Doer, _on: Any) -> None:
    doer.services.days.open()


@_do.register
def _close(event: book.CloseRoom, doer: Doer, _on: Any) -> None:
    cash = event.cash
    doer.services.days.close(
        Cash(cash.opened_with_cents, cash.received_cents, cash.spent_cents) if cash is not None else None
    )


@_do.register
def _shift_start(event: book.ShiftStart, doer: Doer, _on: Any) -> None:
    doer.services.rota.sign_on(doer.host(event.host))


@_do.register
def _shift_end(event: book.ShiftEnd, doer: Doer, _on: Any) -> None:
    doer.services.rota.sign_off(doer.host(event.host))


@_do.register
def _no_show(event: book.NoShow, doer: Doer, _on: Any) -> None:
    doer.services.rota.no_show(doer.host(event.host), event.reason)


@_do.register
def _call(event: book.Call, doer: Doer, _on: Any) -> None:
    doer.services.rota.called(doer.host(event.host), event.result)


@_do.register
def _substitute(event: book.Substitute, doer: Doer, _on: Any) -> None:
    doer.services.rota.substitute(doer.host(event.host), doer.host(event.replaces))


@_do.register
def _visit(event: book.VisitIn, doer: Doer, _on: Any) -> None:
    doer.services.arrivals.come_in(event.visitors)


@_do.register
def _tally(event: book.TallyIn, doer: Doer, on: Any) -> None:
    series = doer.series(event.activity, on) if event.activity else None
    doer.services.desk.tally(Tally(event.count, children=event.children, first_time=event.first_time, series=series))


@_do.register
def _undo(_event: book.Undo, doer: Doer, _on: Any) -> None:
    doer.services.history.undo_last_count()


@_do.register
def _headcount(event: book.Headcount, doer: Doer, on: Any) -> None:
    doer.services.activities.count_heads(doer.series(event.activity, on), on, event.count)


@_do.register
def _paper(event: book.PaperTally, doer: Doer, _on: Any) -> None:
    doer.services.sheets.enter(SheetLine(event.sheet, event.hour, event.count, event.children, event.first_time))


@_do.register
def _wish(event: book.WishIn, doer: Doer, _on: Any) -> None:
    made = doer.services.wishes.write(NewWish(event.text, event.theme, asked_by=event.by))
    if event.ref:
        doer.refs[event.ref] = made.value


@_do.register
def _support(event: book.WishSupport, doer: Doer, _on: Any) -> None:
    doer.services.wishes.support(doer.wish(event.wish))


@_do.register
def _advice(event: book.AskAdvice, doer: Doer, _on: Any) -> None:
    doer.services.wishes.ask_advice(doer.wish(event.wish), event.question, consent=event.consent)


@_do.register
def _concern(event: book.ConcernIn, doer: Doer, _on: Any) -> None:
    doer.services.concerns.write(event.text)


@_do.register
def _sign_up(event: book.SignUpIn, doer: Doer, _on: Any) -> None:
    doer.services.activities.sign_up(doer.series(event.activity, event.on), event.on, event.name, event.persons)


@_do.register
def _cancel(event: book.CancelSignUp, doer: Doer, _on: Any) -> None:
    doer.services.activities.cancel_sign_up(doer.series(event.activity, event.on), event.on, event.name)
