"""Sets rooms or periods beside each other: what is unequally long is made alike, what is hidden stays so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.exchange.log.words import THEMES
from buurtkamer_app.review.amounts import scaled, shared, summed
from buurtkamer_app.review.measures import MEASURES
from buurtkamer_app.review.records import Block, By, Comparison, Line, Per, Side, Unit
from buurtkamer_app.review.rules import whole_months
from buurtkamer_app.review.words import period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.review.measures import Measure
    from buurtkamer_app.review.records import Amount, RoomLog

_WEEK: Final = 7
_FOUR_WEEKS: Final = 28
# A month is a twelfth of 365 and a quarter days: 487 sixteenths of a day.
_MONTH: Final = (487, 16)


@dataclass(frozen=True, slots=True)
class _Group:
    """What becomes a side: its logs, the newest last, and how many months they are (0: not whole ones)."""

    side: Side
    logs: tuple[RoomLog, ...]
    months: int


def compared(logs: Sequence[RoomLog], by: By) -> Comparison:
    """Compare logs by room or by period; those that overlap another one of their room are left out, and said."""
    kept, left_out = _apart(logs)
    groups = _by_room(kept) if by is By.ROOM else _by_period(kept)
    per = _per(groups)
    per_room = by is By.PERIOD and len({group.side.rooms for group in groups}) > 1
    blocks = tuple(
        Block(key, translate(name), lines)
        for key, name, measures in MEASURES
        if (lines := tuple(_lines(measures, groups, per, per_room=per_room)))
    )
    notes = [*_how(per, per_room=per_room), *_of_logs(kept, left_out)]
    if any(amount is not None and amount.hidden for block in blocks for line in block.lines for amount in line.amounts):
        notes.append(Label(mark("Counts under 5 are hidden: their sums are told as a range.")))
    return Comparison(by, per, tuple(group.side for group in groups), blocks, tuple(notes), per_room)


def _apart(logs: Sequence[RoomLog]) -> tuple[list[RoomLog], list[RoomLog]]:
    """Give the logs of which no two of a room overlap, the newest first to stay, and those that are left out."""
    kept: list[RoomLog] = []
    left_out: list[RoomLog] = []
    for log in sorted(logs, key=lambda one: (one.log.made_at, one.log.last, one.key), reverse=True):
        overlaps = any(
            one.room == log.room and one.log.first <= log.log.last and log.log.first <= one.log.last for one in kept
        )
        (left_out if overlaps else kept).append(log)
    return sorted(kept, key=lambda one: (one.called.casefold(), one.room.hex, one.log.last)), left_out


def _by_room(logs: Iterable[RoomLog]) -> list[_Group]:
    rooms: dict[UUID, list[RoomLog]] = {}
    for log in logs:
        rooms.setdefault(log.room, []).append(log)
    return [_group(str(room), of[-1].called, of, of) for room, of in rooms.items()]


def _by_period(logs: Iterable[RoomLog]) -> list[_Group]:
    periods: dict[tuple[date, date], list[RoomLog]] = {}
    for log in logs:
        periods.setdefault((log.log.first, log.log.last), []).append(log)
    return [
        _group(f"{first.isoformat()}/{last.isoformat()}", period(first, last), of, of[:1])
        for (first, last), of in sorted(periods.items())
    ]


def _group(key: str, name: str, logs: Sequence[RoomLog], long: Sequence[RoomLog]) -> _Group:
    """Put a side together; `long` are the logs that say how long it is."""
    first, last = min(log.log.first for log in logs), max(log.log.last for log in logs)
    rooms = len({log.room for log in logs})
    months = [whole_months(log.log.first, log.log.last) for log in long]
    side = Side(key, name, first, last, sum(log.days for log in long), rooms, tuple(log.key for log in logs))
    return _Group(side, tuple(logs), sum(months) if all(months) else 0)


def _per(groups: Sequence[_Group]) -> Per:
    months = {group.months for group in groups}
    # One month is as long as another, as everybody reckons.
    if len({group.side.days for group in groups}) == 1 or (len(months) == 1 and 0 not in months):
        return Per.WHOLE
    return Per.MONTH if min(group.side.days for group in groups) >= _FOUR_WEEKS else Per.WEEK


def _lines(measures: Iterable[Measure], groups: Sequence[_Group], per: Per, *, per_room: bool) -> Iterable[Line]:
    """Give the lines of a block that at least one side says anything in."""
    for measure in measures:
        amounts = tuple(_amount(measure, group, per, per_room=per_room) for group in groups)
        if all(amount is None for amount in amounts) or (measure.theme and all(_nothing(one) for one in amounts)):
            continue
        name = translate(measure.name, theme=translate(THEMES[measure.theme])) if measure.theme else None
        whole = measure.unit is Unit.NUMBER and not per_room and (per is Per.WHOLE or not measure.flows)
        yield Line(measure.key, name or translate(measure.name), measure.unit, amounts, measure.flows, whole)


def _nothing(amount: Amount | None) -> bool:
    return amount is None or amount.high == 0


def _amount(measure: Measure, group: _Group, per: Per, *, per_room: bool) -> Amount | None:
    # What does not grow stands as the newest log of each room says.
    logs = group.logs if measure.flows else tuple({log.room: log for log in group.logs}.values())
    found = summed(cell for log in logs for cell in measure.cells(log.log))
    if measure.of is not None:
        return shared(found, summed(cell for log in logs for cell in measure.of(log.log)))
    times, over = (1, group.side.rooms) if per_room else (1, 1)
    if measure.flows and per is not Per.WHOLE:
        if per is Per.MONTH and group.months:
            return scaled(found, times, over * group.months)
        days, part = _MONTH if per is Per.MONTH else (_WEEK, 1)
        times, over = times * days, over * part * group.side.days
    return scaled(found, times, over)


def _how(per: Per, *, per_room: bool) -> Iterable[Label]:
    """Say how sides of unequal length were made alike."""
    if per is Per.WEEK:
        yield Label(mark("Not all are equally long: what grows is told per week."))
    elif per is Per.MONTH:
        yield Label(mark("Not all are equally long: what grows is told per month."))
    if per_room:
        yield Label(mark("Not every period has as many rooms: figures are of one room."))


def _of_logs(kept: Iterable[RoomLog], left_out: Iterable[RoomLog]) -> Iterable[Label]:
    """Say what was left out, and which logs are not as they should be."""
    for log in left_out:
        yield Label(mark("{room}, {period}: overlaps a newer log and is left out."), _called(log))
    for log in kept:
        if log.newer:
            yield Label(mark("{room}, {period}: made by a newer version, not all is understood."), _called(log))
        if log.other_key:
            yield Label(mark("{room}, {period}: signed by another key than before."), _called(log))


def _called(log: RoomLog) -> dict[str, str | int]:
    return {"room": log.called, "period": period(log.log.first, log.log.last)}
