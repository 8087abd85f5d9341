"""One unit of work is one transaction is one undo step: the outermost opens and commits, inner ones join it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import ClashError, NotAllowedError
from buurtkamer_app.base.roles import Actor, Role, Seat
from buurtkamer_app.storage.journal import Recorder
from buurtkamer_app.storage.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import Clock


class Store:
    """The records of one room, for one thread; who sits on the `seat` acts."""

    def __init__(self, engine: Engine, clock: Clock, seat: Seat) -> None:
        self.engine = engine
        self.clock = clock
        self.seat = seat
        self._unit: Unit | None = None
        self._reading: Session | None = None
        self._read: Session | None = None

    @property
    def actor(self) -> Actor:
        """Tell who is at the desk now."""
        return self.seat.actor

    @property
    def embedded(self) -> bool:
        """Tell whether this is the encrypted file (and not a server)."""
        return self.engine.dialect.name == "sqlite"

    def allow(self, needs: Role) -> None:
        """Raise `NotAllowedError` unless the one at the desk has the role."""
        if self.actor.role >= needs:
            return
        if needs is Role.COORDINATOR:
            raise NotAllowedError("Only the coordinator can do this.")
        raise NotAllowedError("Sign in first.")

    @contextmanager
    def work(self, label: Label, needs: Role = Role.HOST) -> Iterator[Unit]:
        """Open a unit of work, or join the one that is open; rolled back when anything is raised inside.

        Raises `NotAllowedError`, `ClashError` (somebody changed the same record), `StoreError`.
        """
        self.allow(needs)
        if self._unit is not None:
            yield self._unit
            return
        try:
            with Session(self.engine, expire_on_commit=False) as session, session.begin():
                recorder = Recorder(session)
                unit = self._unit = Unit(session, self.actor, self.clock.now(), label, needs)
                yield unit
                kinds, key = recorder.write(unit)
            unit.change = Change(key, unit.label, kinds)
        except (StaleDataError, IntegrityError) as error:
            raise ClashError(
                "Somebody else changed this at the same time. Look again and repeat.", details=type(error).__name__
            ) from error
        finally:
            self._unit = None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session to read with: the open unit's own, or one that sees what is committed now.

        A service that is asked while another one reads, reads in the same session.
        """
        if self._unit is not None:
            self._unit.session.flush()
            yield self._unit.session
            return
        if self._read is not None:
            yield self._read
            return
        try:
            with Session(self.engine, expire_on_commit=False) as session:
                self._read = session
                yield session
        finally:
            self._read = None

    def close(self) -> None:
        """Let go of the file or the server."""
        self.engine.dispose()
