"""The hard days: how far one is, so that it can be left and gone on with; moving, and what was on a lost stick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_hard import HardDay
from buurtkamer_app.base.terms_trust import Reach
from buurtkamer_app.privacy.breaches.records import NewBreach
from buurtkamer_app.safekeeping.hard_days import losing, queries, rules
from buurtkamer_app.safekeeping.hard_days.records import Figures, LostSeen, Moving, Thing
from buurtkamer_app.storage.tables.hard_days import HardDayRow, TakenHomeRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.privacy.breaches.records import Breach
    from buurtkamer_app.privacy.breaches.service import Breaches
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.safekeeping.hard_days.records import Went
    from buurtkamer_app.storage.unit_of_work import Store

_BEGAN: Final = mark("A moving to another computer began")
_PACKED: Final = mark("A backup to move with was made")
# What is written down while one moves, and is missed nowhere.
_NO_DATA: Final = (
    _PACKED,
    mark("A backup was made"),
    mark("A backup was tried out"),
    _BEGAN,
    mark("A key did not fit"),
    mark("{name} came in with a key"),
    mark("{name} tried to sign in"),
    mark("{colleague} let {name} in"),
)
_NOTHING: Final = Figures(0, 0, 0, None)
_WENT: Final[dict[Thing, Callable[[Session], tuple[Went, ...]]]] = {
    Thing.BACKUP: queries.backups_made,
    Thing.LOG: queries.logs,
    Thing.ARCHIVE: queries.archives,
    Thing.HOME: queries.taken_home,
}


class HardDays:
    """Use cases of moving, of what got lost and of papers that go home, for the coordinator; none can be undone."""

    def __init__(self, store: Store, room: Room, breaches: Breaches, vault: UUID) -> None:
        self._store, self._room, self._breaches, self._vault = store, room, breaches, vault

    def moving(self, device: str) -> Moving | None:
        """Give the moving that is under way as this computer sees it, None when there is none."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            row = queries.open_day(session, HardDay.MOVING)
            if row is None:
                return None
            here, then = row.device == device, _figures(row)
            if here:
                since = rules.since(then, queries.figures(session)) if row.packed_at else _NOTHING
                return Moving(row.id, here, row.packed_at, then, since)
            return Moving(row.id, here, row.packed_at, then, _NOTHING, row.check)

    def begin_moving(self, device: str) -> Outcome[UUID]:
        """Begin to move from this computer; what is packed afterwards takes this along. One at a time."""
        with self._store.work(Label(_BEGAN), Role.COORDINATOR) as unit:
            unit.undoable = False
            row = queries.open_day(unit.session, HardDay.MOVING)
            if row is not None:
                row.ended_at = unit.now
            fresh = new_row(HardDay.MOVING, unit.now, device=device)
            unit.session.add(fresh)
            unit.session.flush()
            key = fresh.id
        return Outcome(unit.change, key)

    def packed(self, moving: UUID, found: Figures, at: datetime) -> Change:
        """Write down what is in the backup that goes along, and the number that the new computer is to show."""
        with self._store.work(Label(_PACKED), Role.COORDINATOR) as unit:
            unit.undoable = False
            row = self._moving(unit.session)
            if row.id != moving:
                raise RefusedError("Another moving was begun meanwhile. Look again.")
            _keep(row, found)
            row.packed_at, row.check = at, rules.check_of(self._vault, row.id, found)
        return unit.change

    def arrive(self, device: str) -> Change:
        """Count what came along on the new computer, once: the number is of what was there when one first looked."""
        with self._store.work(Label(mark("The room arrived on another computer")), Role.COORDINATOR) as unit:
            unit.undoable = False
            row = self._moving(unit.session)
            if row.device != device and row.packed_at is None:
                found = queries.figures(unit.session)
                _keep(row, found)
                row.packed_at, row.check = unit.now, rules.check_of(self._vault, row.id, found)
        return unit.change

    def matches(self, device: str, typed: str) -> None:
        """Raise `RefusedError` unless the new computer shows this number when it has all that is here now."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            row = self._moving(session)
            if row.device != device or row.packed_at is None:
                raise RefusedError("First make the moving stick on this computer.")
            since = rules.since(_figures(row), queries.figures(session))
            if since.visits or since.wishes:
                raise RefusedError(
                    "Since the stick was made: {visits} visits and {wishes} wishes. Make the stick again.",
                    visits=since.visits,
                    wishes=since.wishes,
                )
            if queries.written_since(session, _BEGAN, _NO_DATA):
                raise RefusedError("Something was written here since the stick was made. Make the stick again.")
            if rules.typed(typed) != row.check:
                raise RefusedError("This number does not match. Nothing was erased. Compare the figures.")

    def end_moving(self) -> Change:
        """End a moving: the new computer goes on, or nobody moves."""
        with self._store.work(Label(mark("The moving is over")), Role.COORDINATOR) as unit:
            unit.undoable = False
            self._moving(unit.session).ended_at = unit.now
        return unit.change

    def lost(self, thing: Thing) -> LostSeen:
        """Tell what losing a thing means, and what is known of the last ones that were made."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            look = _WENT.get(thing)
            return LostSeen(losing.lost(thing), look(session) if look else ())

    def write_leak(self, thing: Thing) -> Outcome[Breach]:
        """Write a lost thing into the register of data leaks, with all that is known of it, in the words of now."""
        seen = self.lost(thing)
        found, now = seen.lost, self._room.now()
        happened = translate("Lost: {what}.", what=translate(found.title))
        names = ", ".join(one.name for one in seen.last if one.name)
        if names:
            happened = f"{happened} {translate('Last ones made: {names}.', names=names)}"
        return self._breaches.begin(
            NewBreach(
                now.date(),
                now.time().replace(second=0, microsecond=0),
                happened,
                what_data=translate(found.on_it),
                whose=translate(found.whose) if found.whose else "",
                encrypted=found.locked,
                reach=Reach.UNSURE,
                hurts=found.hurts and not found.locked,
                consequence=translate(found.means),
                measures=translate(found.to_do),
            )
        )

    def note_taken_home(self, name: str, first: date, last: date) -> Change:
        """Write down that papers went home in an encrypted file."""
        with self._store.work(Label(mark("A copy to take home was made")), Role.COORDINATOR) as unit:
            unit.undoable = False
            unit.session.add(
                TakenHomeRow(at=unit.now, first=first, last=last, name=name[-255:], made_by=unit.actor.host)
            )
        return unit.change

    def _moving(self, session: Session) -> HardDayRow:
        row = queries.open_day(session, HardDay.MOVING)
        if row is None:
            raise RefusedError("No moving is under way. Begin with the stick.")
        return row


def new_row(  # noqa: PLR0913 - what a row of each day has
    kind: HardDay,
    at: datetime,
    *,
    year: int | None = None,
    host: UUID | None = None,
    goes: UUID | None = None,
    device: str = "",
) -> HardDayRow:
    return HardDayRow(
        kind=kind,
        begun_at=at,
        ended_at=None,
        year=year,
        host_id=host,
        from_id=goes,
        device=device,
        check="",
        packed_at=None,
        visits=0,
        wishes=0,
        hosts=0,
        last_visit=None,
    )


def _figures(row: HardDayRow) -> Figures:
    return Figures(row.visits, row.wishes, row.hosts, row.last_visit)


def _keep(row: HardDayRow, found: Figures) -> None:
    row.visits, row.wishes, row.hosts, row.last_visit = found.visits, found.wishes, found.hosts, found.last_visit
