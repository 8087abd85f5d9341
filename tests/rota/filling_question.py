"""Small questions for filling, made in one line."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from buurtkamer_app.base.terms import DayPart, Willing
from buurtkamer_app.people.records import Available
from buurtkamer_app.rota.filling.records import Asked, Hand, Question
from buurtkamer_app.rota.records import ShiftKey

if TYPE_CHECKING:
    from collections.abc import Iterable

MONDAY = date(2026, 3, 2)
WEDNESDAY = date(2026, 3, 4)
TIMES = {
    DayPart.MORNING: (time(9), time(13)),
    DayPart.AFTERNOON: (time(13), time(17)),
    DayPart.EVENING: (time(19), time(23)),
}


def hand(number: int, name: str, *times: tuple[int, DayPart, Willing], **more: object) -> Hand:
    usual = tuple(Available(*one) for one in times)
    return Hand(UUID(int=number), name, times=usual, **more)  # type: ignore[arg-type] # fields by their names


def on(day: int, part: DayPart = DayPart.MORNING, willing: Willing = Willing.CAN) -> tuple[int, DayPart, Willing]:
    return day, part, willing


def shift(day: date = WEDNESDAY, part: DayPart = DayPart.MORNING, **more: object) -> Asked:
    fields: dict[str, object] = {"hosts": 2, "experienced": 0} | more
    return Asked(ShiftKey(day, part), *TIMES[part], **fields)  # type: ignore[arg-type] # fields by their names


def question(shifts: Iterable[Asked], hands: Iterable[Hand], **more: object) -> Question:
    return Question(MONDAY, MONDAY + timedelta(days=6), tuple(shifts), tuple(hands), **more)  # type: ignore[arg-type]
