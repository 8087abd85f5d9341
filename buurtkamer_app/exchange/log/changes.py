"""What became different in the period of a log: wishes, activities, closed days, and how the room works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.terms import Ending, WishStatus
from buurtkamer_app.exchange.log.records import Changed, FreeText, LogChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from buurtkamer_app.evaluation.looking.records import BecameSelfRun
    from buurtkamer_app.exchange.log.change_queries import ActivityChange, WishEnded, WishMoved
    from buurtkamer_app.exchange.log.texts import Texts
    from buurtkamer_app.room.records import Closure

# Of which records in the journal a log says that they were changed.
SETTINGS: Final = {
    "opening_hours": Changed.OPENING_HOURS,
    "room": Changed.ROOM,
    "space": Changed.SPACES,
    "shift_pattern": Changed.SHIFTS,
    "programme": Changed.PROGRAMMES,
}
_FULFILLED: Final = (WishStatus.DONE, WishStatus.SELF_RUN)
_ELSEWHERE: Final = (Ending.HANDED_ON, Ending.REPORTED)


class Changes:
    """Makes changes of what was found, the texts cleaned."""

    def __init__(self, texts: Texts, zone: ZoneInfo) -> None:
        self._texts = texts
        self._zone = zone

    def of_wishes(self, moved: Iterable[WishMoved], ended: Iterable[WishEnded]) -> Iterator[LogChange]:
        """Say where wishes came to: the last column of a day, and who took it on outside the room."""
        last = {(one.wish, local(one.at, self._zone).date()): one for one in moved}
        for (wish, on), one in last.items():
            if one.status is WishStatus.NEW and on == one.recorded_on:
                continue
            what = Changed.WISH_FULFILLED if one.status in _FULFILLED else Changed.WISH_MOVED
            yield LogChange(on, what, self._texts.clean(FreeText.WISH, wish, one.text), one.status.value, wish)
        for end in ended:
            if end.kind in _ELSEWHERE:
                about = self._texts.clean(FreeText.WISH, end.wish, end.text)
                yield LogChange(end.on, Changed.WISH_ENDED, about, end.kind.value, end.wish)

    def of_activities(self, found: Iterable[ActivityChange]) -> Iterator[LogChange]:
        """Say which activities began, stopped, were moved or did not go on, and why."""
        for one in found:
            about = self._texts.clean(FreeText.ACTIVITY, one.number, one.name)
            became = one.to.isoformat() if one.to else self._texts.clean(FreeText.REASON, one.number, one.reason)
            yield LogChange(one.on, one.what, about, became)

    def of_self_run(self, found: Iterable[BecameSelfRun]) -> Iterator[LogChange]:
        """Say what residents do by themselves since then."""
        for one in found:
            source, what = (
                (FreeText.STREET, Changed.STREET_SELF_RUN) if one.street else (FreeText.ACTIVITY, Changed.SELF_RUN)
            )
            yield LogChange(one.on, what, self._texts.clean(source, 0, one.name))

    def of_closures(self, closures: Sequence[Closure]) -> Iterator[LogChange]:
        """Say when the room, or a space, was closed and why."""
        for one in closures:
            space, why = (self._texts.clean(FreeText.REASON, 0, text) for text in (one.space, one.reason))
            yield LogChange(one.first, Changed.CLOSED, space, why)

    def of_settings(self, found: Iterable[tuple[str, datetime]]) -> Iterator[LogChange]:
        """Say on which days something about the room itself was changed; not what, it stands on the wall."""
        days = {(local(at, self._zone).date(), SETTINGS[kind]) for kind, at in found}
        yield from (LogChange(on, what, "") for on, what in days)


def in_order(changes: Iterable[LogChange]) -> tuple[LogChange, ...]:
    """Put changes in the order in which they were."""
    return tuple(sorted(changes, key=lambda one: (one.on, one.what, one.wish or 0, one.about, one.became)))
