"""The process that holds the store during a replay: it does what it is told and answers when it is durably stored."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from buurtkamer_app.base.clock import SetClock, instant
from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.base.i18n import speak
from buurtkamer_app.replay.doing import Doer
from buurtkamer_app.replay.figures import figures_of
from buurtkamer_app.replay.rooms import furnish
from buurtkamer_app.startup import KEY_HOLDER, House, build, enter
from buurtkamer_app.storage import vault

if TYPE_CHECKING:
    from datetime import date
    from multiprocessing.connection import Connection

    from buurtkamer_app.replay.daybook_file import AnyEvent, Book
    from buurtkamer_app.replay.room_file import RoomFile


class Holder:
    """Holds the store of a replay in `folder`; each public method is one order that the parent can give."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._clock = SetClock(datetime(2000, 1, 1, tzinfo=UTC))
        self._house: House | None = None
        self._doer: Doer | None = None

    def furnish(self, room: RoomFile, book: Book) -> None:
        """Make the fresh room, on the day before the book begins, and what `before` says."""
        first = book.days[0].on if book.days else room.team.started_on
        zone = ZoneInfo(room.room.timezone)
        self._clock.instant = instant(first - timedelta(days=1), time(12), zone)
        house = build(self._folder, vault.create_practice(self._folder, on=first), self._clock)
        self._hold(house, {})
        furnish(house.services, room)
        for rota in book.before.rota:
            for name in rota.hosts:
                house.services.rota.put_on(self.doer.host(name), rota.on, rota.pattern)
        for party in book.before.sign_ups:
            series = self.doer.series(party.activity, party.on)
            house.services.activities.sign_up(series, party.on, "", party.persons)

    def take_up(self, refs: dict[str, Any]) -> None:
        """Open the store that another process held before; `refs` are the wishes that the book named so far."""
        house = enter(self._folder, vault.unlock_practice(vault.load(self._folder)), self._clock)
        self._hold(house, refs)

    def do(self, on: date, event: AnyEvent) -> dict[str, Any]:
        """Do one event at its time; give the wishes named so far."""
        zone = self.doer.services.room.zone
        self._clock.instant = instant(on, time.fromisoformat(event.at), zone)
        self.doer.do(event, on)
        return self.doer.refs

    def figures(self, book: Book) -> dict[str, Any]:
        """Give the figures of the book."""
        self.doer.services.sign_in.act_as(KEY_HOLDER)
        return figures_of(self.doer.services, book)

    def close(self) -> None:
        """Let go of the store."""
        if self._house is not None:
            self._house.close()

    @property
    def doer(self) -> Doer:
        """Give what does the events; there is one once the store is open."""
        if self._doer is None:
            raise RuntimeError("the store is not open yet")
        return self._doer

    def _hold(self, house: House, refs: dict[str, Any]) -> None:
        self._house, self._doer = house, Doer(house.services, refs)


def serve(connection: Connection, folder: str, language: str) -> None:
    """Obey the parent process until it hangs up: (method, arguments) -> (True, answer) or (False, error)."""
    speak(language)
    holder = Holder(Path(folder))
    while True:
        try:
            order, arguments = connection.recv()
        except EOFError:
            break
        try:
            answer: tuple[bool, Any] = (True, getattr(holder, order)(*arguments))
        except BuurtkamerError as error:
            answer = (False, (type(error), error.message, error.details, error.values))
        connection.send(answer)
    holder.close()
