"""Who holds the keys of the data: writing it down, and taking keys away; what needs the data key is done elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_keys import HeldAs
from buurtkamer_app.safekeeping.keys import queries, rules
from buurtkamer_app.safekeeping.keys.records import Holder, Keys
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.key_slots import Kind
from buurtkamer_app.storage.tables.keys import KeyHolderRow, KeyRenewalRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.terms_keys import WhyRenewed
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.safekeeping.keys.records import NewHolder
    from buurtkamer_app.storage.key_slots import Slot
    from buurtkamer_app.storage.unit_of_work import Store

_HELD: Final = {Kind.PASSPHRASE: HeldAs.PASSPHRASE, Kind.STICK: HeldAs.STICK}


class KeyHolders:
    """Use cases of the keys of the data, for the coordinator; none can be undone. A practice room has no keys.

    `files` is the folder of the room, in which its vault is (None: a server, where the administrator has the keys).
    """

    def __init__(self, store: Store, room: Room, people: People, files: Path | None) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._files = files

    def now(self) -> Keys:
        """Tell how the keys stand."""
        self._store.allow(Role.COORDINATOR)
        slots = self._slots()
        if not slots:
            return Keys(real=False)
        with self._store.reading() as session:
            held = self._held(session)
            renewed = queries.last_renewal(session)
            due = rules.renewal_due(queries.last_gone(session), renewed.at if renewed else None)
        codes = [slot.created for slot in slots if slot.kind is Kind.RECOVERY]
        return Keys(
            real=True,
            holders=tuple(held),
            few=rules.few(held),
            due=due,
            code_on=max(codes, default=None),
            renewed=renewed,
        )

    def held(self) -> list[Holder]:
        """Give the keys that people hold, the oldest first."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return self._held(session)

    def few(self) -> bool:
        """Tell whether fewer than two people can open the room; never of a practice room or a server."""
        self._store.allow(Role.COORDINATOR)
        return self.now().few

    def of(self, slot: UUID) -> Holder | None:
        """Give who holds the key that just opened something; None for the recovery code. Anybody may be told."""
        with self._store.reading() as session:
            return next((holder for holder in self._held(session) if holder.slot == slot), None)

    def is_gone(self, slot: UUID) -> bool:
        """Tell whether a key was taken away, whatever an old key file says. Anybody may be told."""
        with self._store.reading() as session:
            row = queries.holder_row(session, slot)
            return row is not None and row.gone_at is not None

    def add(self, new: NewHolder, held_as: HeldAs, make: Callable[[], UUID]) -> Outcome[Holder]:
        """Write down a new key holder; `make` makes the key itself and gives its slot.

        Raises `RefusedError` when nobody is named or there is no vault here, and what `make` raises: then nothing is
        written.
        """
        with self._store.work(Label(mark("{name} became a key holder"), {"name": ""}), Role.COORDINATOR) as unit:
            unit.undoable = False
            if not self._slots():
                raise RefusedError("This room has no keys of its own. Nothing was changed.")
            name = rules.named(new)
            said = unit.label.values["name"] = name or self._people.host(new.host).name  # type: ignore[arg-type]
            slot, today = make(), self._room.today()
            unit.session.add(_row(slot, new, name, held_as, today))
        return Outcome(unit.change, Holder(slot, held_as, today, str(said), new.host))

    def write_down(self, slot: UUID, new: NewHolder) -> Change:
        """Write down whose key a slot is; raises `RefusedError` when it is gone or nobody is named."""
        with self._store.work(Label(mark("It was written down whose key it is")), Role.COORDINATOR) as unit:
            unit.undoable = False
            there = self._slot(slot)
            name, row = rules.named(new), queries.holder_row(unit.session, slot)
            if row is None:
                unit.session.add(_row(slot, new, name, _HELD[there.kind], there.created))
            else:
                row.name, row.host_id = name, new.host
        return unit.change

    def take_away(self, slot: UUID) -> Change:
        """Let a key open nothing any more. Until the data gets another key, an old key file would still open it.

        Raises `RefusedError` when it is gone already or is the last one, `StoreError` when the disk refuses.
        """
        with self._store.work(Label(mark("A key was taken away")), Role.COORDINATOR) as unit:
            unit.undoable = False
            there = self._slot(slot)
            row = queries.holder_row(unit.session, slot)
            if row is None:
                row = _row(slot, None, "", _HELD[there.kind], there.created)
                unit.session.add(row)
            row.gone_at = unit.now
            unit.session.flush()
            if self._files is not None:
                vault.remove_slot(self._files, vault.load(self._files), slot)
        return unit.change

    def renewed(self, why: WhyRenewed) -> Change:
        """Write down that the data got another key."""
        with self._store.work(Label(mark("The data got a new key")), Role.COORDINATOR) as unit:
            unit.undoable = False
            unit.session.add(KeyRenewalRow(at=unit.now, why=why))
        return unit.change

    def _slots(self) -> tuple[Slot, ...]:
        if self._files is None or not (self._files / vault.FILE).exists():
            return ()
        found = vault.load(self._files)
        return () if found.practice else found.slots

    def _slot(self, slot: UUID) -> Slot:
        there = next((one for one in self._slots() if one.id == slot and one.kind in _HELD), None)
        if there is None:
            raise RefusedError("This key is gone already. Look at the list again.")
        return there

    def _held(self, session: Session) -> list[Holder]:
        known = queries.holders(session)
        slots = [slot for slot in self._slots() if slot.kind in _HELD]
        found = [known.get(slot.id) or Holder(slot.id, _HELD[slot.kind], slot.created) for slot in slots]
        return sorted(found, key=lambda holder: (holder.made_on, holder.name))


def _row(slot: UUID, new: NewHolder | None, name: str, held_as: HeldAs, made_on: date) -> KeyHolderRow:
    host = new.host if new else None
    return KeyHolderRow(slot=slot, host_id=host, name=name, held_as=held_as, made_on=made_on, gone_at=None)
