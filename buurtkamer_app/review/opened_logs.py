"""The logs that are open, whose they are, and what is remembered of their rooms."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import msgspec

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.review.opening import Known, Opening, files_of
from buurtkamer_app.review.records import Opened, RoomLog
from buurtkamer_app.review.remembering import Memory, joined, remembered

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.review.kept import Kept
    from buurtkamer_app.review.opening import Found
    from buurtkamer_app.review.profile import Profile


class OpenedLogs:
    """Holds the logs that are open, with or without a profile (without one nothing is kept and nothing answered)."""

    def __init__(self, clock: Clock, profile: Profile | None = None) -> None:
        self._clock = clock
        self.profile = profile
        self._book: Profile | Memory = profile or Memory()
        self._open: dict[str, Found] = {}
        self._lock = threading.Lock()

    def open(self, paths: Sequence[Path], passphrases: Sequence[str] = (), progress: Progress | None = None) -> Opened:
        """Open files, and folders with all that is in them, beside what is open; give all that is open now.

        `closed` holds this call's files that did not open, each with its reason. A passphrase that was typed and opened
        nothing makes a file wait longer each time; it is refused meanwhile, with the seconds that are left. Passphrases
        that opened a room before are tried by themselves. Raises `StoppedError` (then nothing new is open), and
        `RefusedError` for a passphrase that cannot be one, or for more files than this program takes; `StoreError` when
        the profile cannot be written.
        """
        files = files_of(paths)
        kept = self._book.kept
        rooms = {room.key.hex(): room.called or room.name for room in kept.rooms.values()}
        known = Known(kept.ring, rooms, kept.tries, frozenset(self._open))
        result = Opening(known, passphrases, self._clock.now(), progress).open(files)
        self._book.change(lambda kept: remembered(kept, result))
        with self._lock:
            self._open |= {one.read.check_code: one for one in result.found}
        return Opened(self.logs(), tuple(result.closed))

    def shut(self, keys: Collection[str]) -> Opened:
        """Put logs away (all of them: `shut` of all keys); nothing on the disk changes."""
        with self._lock:
            self._open = {key: one for key, one in self._open.items() if key not in keys}
        return Opened(self.logs())

    def logs(self) -> tuple[RoomLog, ...]:
        """Give the logs that are open, by the name of their room and then by period, the newest last."""
        kept = self._book.kept
        with self._lock:
            found = list(self._open.values())
        logs = [_room_log(one, kept) for one in found]
        return tuple(sorted(logs, key=lambda one: (one.called.casefold(), one.room.hex, *_newness(one))))

    def log(self, key: str) -> RoomLog:
        """Give one of them; raises `RefusedError` when it is not open."""
        with self._lock:
            found = self._open.get(key)
        if found is None:
            raise RefusedError("This log is not open any more. Open it again.")
        return _room_log(found, self._book.kept)

    def newest(self) -> tuple[RoomLog, ...]:
        """Give the newest log of every room, those that another key signed left out."""
        found = {log.room: log for log in sorted(self.logs(), key=_newness) if not log.other_key}
        return tuple(log for log in self.logs() if found.get(log.room) == log)

    def call(self, room: UUID, name: str) -> None:
        """Give a room a name of one's own ("": the one in its logs).

        Raises `RefusedError` for one that is too long, or for a room whose logs were never opened; `StoreError`.
        """
        called = one_line(name)

        def change(kept: Kept) -> Kept:
            known = kept.rooms.get(room)
            if known is None:
                raise RefusedError("This log is not open any more. Open it again.")
            renamed = msgspec.structs.replace(known, called=called)
            return msgspec.structs.replace(kept, rooms=kept.rooms | {room: renamed})

        self._book.change(change)

    def trust(self, room: UUID, key: str) -> None:
        """Take the signing key of the log `key` as that of its room from now on: the professional phoned about it.

        Raises `RefusedError` when that log is not open or is another room's; `StoreError`.
        """
        log = self.log(key)
        with self._lock:
            signer = self._open[key].key

        def change(kept: Kept) -> Kept:
            known = kept.rooms.get(room)
            if known is None or log.room != room:
                raise RefusedError("This log is not open any more. Open it again.")
            trusted = msgspec.structs.replace(known, key=signer)
            return msgspec.structs.replace(kept, rooms=kept.rooms | {room: trusted})

        self._book.change(change)

    def keep_in(self, profile: Profile) -> None:
        """Keep what is done from now on in a profile, with the rooms opened and the wrong passphrases before.

        Raises `StoreError`; then it is as it was.
        """
        before = self._book.kept

        def change(kept: Kept) -> Kept:
            return msgspec.structs.replace(
                kept,
                rooms=before.rooms | kept.rooms,
                ring=before.ring | kept.ring,
                tries=joined(before.tries, kept.tries),
            )

        profile.change(change)
        self.profile = self._book = profile

    def _chosen(self, keys: Collection[str]) -> tuple[RoomLog, ...]:
        """Give logs by their keys; raises `RefusedError` when none of them is open."""
        chosen = tuple(log for log in self.logs() if log.key in keys)
        if not chosen:
            raise RefusedError("No log is chosen. Choose one first.")
        return chosen


def _newness(log: RoomLog) -> tuple[object, ...]:
    return log.log.last, log.log.first, log.log.made_at, log.key


def _room_log(found: Found, kept: Kept) -> RoomLog:
    read, room = found.read, found.read.manifest.vault_id
    known = kept.rooms.get(room)
    called = (known.called if known else "") or read.log.room
    other = known is not None and known.key != found.key
    return RoomLog(read.check_code, found.path, room, called, read, other)
