"""Wrong tries at the desk: who waits, whose name is closed, and when the whole room closes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from buurtkamer_app.base.errors import NameClosedError, RefusedError, TooManyTriesError
from buurtkamer_app.base.waiting import wait_after
from buurtkamer_app.safekeeping import pin as pins
from buurtkamer_app.safekeeping.patience import Patience
from buurtkamer_app.storage.tables.locking import WrongTryRow
from buurtkamer_app.storage.tables.people import PinRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.storage.unit import Unit

# Source: safety.md, "Keys".
CLOSES_NAME: Final = 5  # wrong ones in a row
CLOSES_ROOM: Final = 10  # wrong ones by whatever name
_WITHIN: Final = timedelta(hours=1)


class Tries:
    """Looks at what is tried and counts what is wrong; both are kept, so a restart gives nobody more tries.

    A practice room has no key, so it never closes as a whole.
    """

    def __init__(self, clock: Clock, *, practice: bool) -> None:
        self._patience = Patience(clock)
        self._practice = practice

    def look(self, unit: Unit, who: Host, pin: str) -> RefusedError | None:
        """Give None when the PIN is theirs, else what is to be raised once the try is kept.

        Raises `RefusedError` when there is nothing to keep: no PIN yet, a name that waits, one that is closed.
        """
        row = pin_of(unit.session, who.id)
        if row is None:
            raise RefusedError("{name} has no PIN yet. The coordinator gives one.", name=who.name)
        if row.wrong_tries >= CLOSES_NAME:
            raise _closed(who)
        if row.wrong_at is not None:
            left = wait_after(row.wrong_tries) - self._patience.passed((who.id, row.wrong_at), row.wrong_at)
            if left > timedelta(0):
                seconds = max(1, round(left.total_seconds()))
                raise RefusedError("Wait {seconds} seconds and try again.", seconds=seconds)
        if pins.pin_matches(row.hash, pin):
            if row.wrong_tries:
                row.wrong_tries, row.wrong_at = 0, None
            return None
        row.wrong_tries, row.wrong_at = row.wrong_tries + 1, unit.now
        self._patience.saw((who.id, unit.now))
        if (closes := self.count(unit)) is not None:
            return closes
        return _closed(who) if row.wrong_tries >= CLOSES_NAME else RefusedError("That PIN is not right. Try again.")

    def count(self, unit: Unit) -> TooManyTriesError | None:
        """Count a wrong try, by whatever name; give what closes the room when it is the last one, and count anew."""
        within = []
        for tried in unit.session.scalars(select(WrongTryRow)).all():
            if self._patience.passed(tried.id, tried.at) < _WITHIN:
                within.append(tried)
            else:
                unit.session.delete(tried)
        if len(within) + 1 < CLOSES_ROOM or self._practice:
            fresh = WrongTryRow(at=unit.now)
            unit.session.add(fresh)
            unit.session.flush()
            self._patience.saw(fresh.id)
            return None
        for tried in within:
            unit.session.delete(tried)
        return TooManyTriesError("Too many wrong tries. The room is locked; a key opens it again.")


def pin_of(session: Session, host: UUID) -> PinRow | None:
    """Give what is kept of a host's PIN."""
    return session.scalars(select(PinRow).where(PinRow.host_id == host)).first()


def closed_names(session: Session) -> frozenset[UUID]:
    """Give whose name takes no PIN until somebody lets them in."""
    return frozenset(session.scalars(select(PinRow.host_id).where(PinRow.wrong_tries >= CLOSES_NAME)))


def _closed(who: Host) -> NameClosedError:
    return NameClosedError("{name} is locked. A colleague can let you in.", name=who.name)
