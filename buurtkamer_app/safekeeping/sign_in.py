"""Who is at the desk: a name and a PIN, a colleague who lets somebody in, a key of the room, signing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.safekeeping import pin as pins
from buurtkamer_app.safekeeping.tries import Tries, closed_names, pin_of
from buurtkamer_app.storage.tables.locking import KeyEntryRow
from buurtkamer_app.storage.tables.people import PinRow

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.people.service import People
    from buurtkamer_app.storage.unit_of_work import Store


class SignIn:
    """Use cases of being at the desk; `practice` when everybody's PIN may be 000000."""

    def __init__(self, store: Store, people: People, *, practice: bool) -> None:
        self._store = store
        self._people = people
        self.practice = practice
        self._tries = Tries(store.clock, practice=practice)

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
                row = pin_of(unit.session, host)
                if row is None:
                    unit.session.add(PinRow(host_id=host, hash=kept, wrong_tries=0, wrong_at=None))
                else:
                    row.hash, row.wrong_tries, row.wrong_at = kept, 0, None
        return unit.change

    def enter(self, host: UUID, pin: str) -> Actor:
        """Sign a host in.

        Raises `RefusedError` when the PIN is wrong, while the name waits after wrong ones, or when it has no PIN yet;
        `NameClosedError` when somebody has to let them in; `TooManyTriesError` when the room has to close.
        What was wrong is kept in the store, so it survives a restart, and no clock that is set changes it.
        """
        who = self._people.host(host)
        with self._store.work(Label(mark("{name} tried to sign in"), {"name": who.name}), Role.NOBODY) as unit:
            unit.undoable = False
            refused = self._tries.look(unit, who, pin)
        if refused is not None:
            raise refused
        return self._sit(Actor(who.role, who.id, who.name))

    def closed(self) -> frozenset[UUID]:
        """Give whose name takes no PIN until somebody lets them in."""
        with self._store.reading() as session:
            return closed_names(session)

    def let_in(self, host: UUID, colleague: UUID, pin: str) -> None:
        """Open a name that was closed: a colleague who is on, or the coordinator, proves who they are.

        Who was let in still types their own PIN. Raises as `enter`, of the colleague; `RefusedError` for oneself.
        """
        who, helper = self._people.host(host), self._people.host(colleague)
        if who.id == helper.id or not helper.at_desk:
            raise RefusedError("Somebody else lets you in. Choose a colleague.")
        values: dict[str, str | int] = {"name": who.name, "colleague": helper.name}
        with self._store.work(Label(mark("{colleague} let {name} in"), values), Role.NOBODY) as unit:
            unit.undoable = False
            refused = self._tries.look(unit, helper, pin)
            row = pin_of(unit.session, host)
            if refused is None and row is not None:
                row.wrong_tries, row.wrong_at = 0, None
            elif refused is not None:
                unit.label = Label(mark("{name} tried to sign in"), {"name": helper.name})
        if refused is not None:
            raise refused

    def enter_with_key(self, host: UUID | None, name: str) -> Actor:
        """Let who proved a key of the room (see desktop/door.py) sit down as coordinator: it opens everything anyway.

        `host` is who holds the key, as far as that is known here, and `name` what they are called.
        """
        with self._store.work(Label(mark("{name} came in with a key"), {"name": name}), Role.NOBODY) as unit:
            unit.undoable = False
            unit.session.add(KeyEntryRow(host_id=host, at=unit.now))
        return self._sit(Actor(Role.COORDINATOR, host, name))

    def wrong_key(self) -> None:
        """Count a key that did not fit; raises `TooManyTriesError` when the room has to close."""
        with self._store.work(Label(mark("A key did not fit")), Role.NOBODY) as unit:
            unit.undoable = False
            refused = self._tries.count(unit)
        if refused is not None:
            raise refused

    def leave(self) -> None:
        """Sign out: from now on nobody is at the desk."""
        self._store.seat.actor = NOBODY

    def act_as(self, actor: Actor) -> None:
        """Let somebody act without a PIN: a replay, the set-up, a command that asked for the passphrase."""
        self._store.seat.actor = actor

    def _sit(self, actor: Actor) -> Actor:
        self._store.seat.actor = actor
        return actor
