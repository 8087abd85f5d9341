"""What the steps of an ending must be."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.terms import Ending
from buurtkamer_app.room.rules import closed_on, closed_partly
from buurtkamer_app.wishes.rules import FARTHEST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date, time

    from buurtkamer_app.room.records import Closure, Opening

# Two weeks after a first meeting somebody asks how it goes. Source: the buurtkamer document, "samen gebracht".
ASK_HOW_AFTER: Final = timedelta(days=14)
# What was handed on or reported is asked after again in three weeks, unless somebody says another day.
ASK_AGAIN_AFTER: Final = timedelta(days=21)
# Somebody outside answers what was given to them; of a match somebody asks how it goes.
GIVEN: Final = (Ending.HANDED_ON, Ending.REPORTED)
ASKED_AGAIN: Final = (*GIVEN, Ending.MATCH)


def kept_whom(whom: str) -> str:
    """Give to whom a wish goes, as it is kept; raises `RefusedError` without one."""
    kept = one_line(whom)
    if not kept:
        raise RefusedError("Write down to whom it goes.")
    return kept


def check_ask_again(on: date | None, today: date) -> None:
    """Raise `RefusedError` for a day on which nothing can be asked again: one that is past, or years away."""
    if on is not None and on <= today:
        raise RefusedError("Choose a day after today.")
    if on is not None and on > today + FARTHEST:
        raise RefusedError("This day is too far away. Look at the year.")


def check_meeting(on: date, at: time, today: date, openings: Collection[Opening], closures: Iterable[Closure]) -> None:
    """Raise `RefusedError` for a moment at which two residents cannot meet in the room.

    `openings` are the usual hours, `closures` the closed days around that date.
    """
    if on < today:
        raise RefusedError("This day is past. When do they meet?")
    if on > today + FARTHEST:
        raise RefusedError("This day is too far away. Look at the year.")
    hours = [opening for opening in openings if opening.weekday == on.weekday()]
    known = tuple(closures)
    if not hours or closed_on(known, on) is not None:
        raise RefusedError("The room is closed that day. Choose another day.")
    shut = any(
        not one.space and one.starts is not None and one.ends is not None and one.starts <= at < one.ends
        for one in closed_partly(known, on)
    )
    if shut or not any(opening.opens <= at < opening.closes for opening in hours):
        raise RefusedError("The room is not open at that time. Choose another time.")
