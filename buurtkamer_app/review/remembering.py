"""What is remembered when logs opened: which key signs for a room, what opens its logs, and wrong passphrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from buurtkamer_app.review.kept import FORMAT, Kept, KnownRoom

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from buurtkamer_app.review.kept import Tries
    from buurtkamer_app.review.opening import Found, Result

_MOST_TRIES: Final = 10_000


class Memory:
    """What somebody without a profile has: as a profile, and gone when the window closes."""

    def __init__(self) -> None:
        self._kept = Kept(FORMAT, "", "", bytes(32))

    @property
    def kept(self) -> Kept:
        """Give all that is remembered."""
        return self._kept

    def change(self, work: Callable[[Kept], Kept]) -> Kept:
        """Let `work` make something else of it."""
        self._kept = work(self._kept)
        return self._kept


def remembered(kept: Kept, result: Result) -> Kept:
    """Give what is kept with what came of opening files.

    The first key that signed for a room is its key; another one is never taken over by itself.
    """
    tries = {code: tried for code, tried in (kept.tries | result.tries).items() if tried is not None}
    newest = sorted(tries, key=lambda code: tries[code].at)[-_MOST_TRIES:]
    rooms, ring = dict(kept.rooms), dict(kept.ring)
    for found in sorted(result.found, key=lambda one: one.read.log.made_at):
        signer = found.key.hex()
        if ring.get(signer) != found.words:
            ring.pop(signer, None)
            ring[signer] = found.words
        rooms[found.read.manifest.vault_id] = _room(rooms.get(found.read.manifest.vault_id), found)
    return msgspec.structs.replace(kept, tries={code: tries[code] for code in newest}, rooms=rooms, ring=ring)


def joined(some: Mapping[str, Tries], others: Mapping[str, Tries]) -> dict[str, Tries]:
    """Give the wrong passphrases of both; of one log those that make it wait longest."""
    found = dict(some)
    for code, tried in others.items():
        found[code] = max(found.get(code, tried), tried, key=lambda one: (one.wrong, one.at))
    return found


def _room(before: KnownRoom | None, found: Found) -> KnownRoom:
    if before is None:
        return KnownRoom(found.key, found.read.log.room)
    if before.key != found.key:
        return before
    return msgspec.structs.replace(before, name=found.read.log.room)
