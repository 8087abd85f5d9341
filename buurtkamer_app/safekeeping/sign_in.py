"""Who is at the desk: a name and a PIN, waiting after wrong ones, signing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.waiting import time_left
from buurtkamer_app.safekeeping import pin as pins
from buurtkamer_app.storage.tables.people import PinRow

if TYPE_CHECKING:
    from datetime import timedelta
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.people.service import People
    from buurtkamer_app.storage.unit_of_work import Store


class SignIn:
    """Use cases of being at the desk; `practice` when everybody's PIN may be 000000."""

    def __init__(self, store: Store, people: People, *, practice: bool) -> None:
        self._store = store
        self._people = people
        self.practice = practice

    @property
    def actor(self) -> Actor:
        """Tell who is at the desk."""
        return self._store.actor

    def set_pin(self, host: UUID, pin: str) -> Change:
        """Give a host a PIN; the coordinator does, or the host themselves. Raises `RefusedError` for an easy one."""
        return self.set_pins([host], pin)

    def set_pins(self, hosts: list[UUID], pin: str) -> Change:
        """Give several hosts the same PIN, as a practice room does; raises `RefusedError` for an easy one.

        A host may do so for themselves only.
        """
        pins.acceptable(pin, practice=self.practice)
        needs = Role.HOST if hosts == [self._store.actor.host] else Role.COORDINATOR
        self._store.allow(needs)
        kept = pins.pin_hash(pin)
        with self._store.work(Label(mark("A PIN was set")), needs) as unit:
            unit.undoable = False
            for host in hosts:
                row = _pin(unit.session, host)
                if row is None:
                    unit.session.add(PinRow(host_id=host, hash=kept, wrong_tries=0, wrong_at=None))
                else:
                    row.hash, row.wrong_tries, row.wrong_at = kept, 0, None
        return unit.change

    def enter(self, host: UUID, pin: str) -> Actor:
        """Sign a host in.

        Raises `RefusedError` when the PIN is wrong, while the name waits after wrong ones, or when it has no PIN yet.
        The waiting time is kept in the store, so it survives a restart, and a clock set back does not shorten it.
        """
        who = self._people.host(host)
        wrong = False
        with self._store.work(Label(mark("{name} tried to sign in"), {"name": who.name}), Role.NOBODY) as unit:
            unit.undoable = False
            row = _pin(unit.session, host)
            if row is None:
                raise RefusedError("{name} has no PIN yet. The coordinator gives one.", name=who.name)
            if row.wrong_at is not None:
                left = time_left(row.wrong_tries, row.wrong_at, unit.now)
                if left.total_seconds() > 0:
                    raise RefusedError("Wait {seconds} seconds and try again.", seconds=_seconds(left))
            wrong = not pins.pin_matches(row.hash, pin)
            if wrong:
                row.wrong_tries, row.wrong_at = row.wrong_tries + 1, unit.now
            elif row.wrong_tries:
                row.wrong_tries, row.wrong_at = 0, None
        if wrong:
            raise RefusedError("That PIN is not right. Try again.")
        self._store.seat.actor = Actor(who.role, who.id, who.name)
        return self._store.actor

    def leave(self) -> None:
        """Sign out: from now on nobody is at the desk."""
        self._store.seat.actor = NOBODY

    def act_as(self, actor: Actor) -> None:
        """Let somebody act without a PIN: a replay, the set-up, a command that asked for the passphrase."""
        self._store.seat.actor = actor


def _seconds(left: timedelta) -> int:
    return max(1, round(left.total_seconds()))


def _pin(session: Session, host: UUID) -> PinRow | None:
    return session.scalars(select(PinRow).where(PinRow.host_id == host)).first()
