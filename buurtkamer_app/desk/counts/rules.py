"""What a correction of the counts can be, and what a figure adds up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import language
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.desk.counts.records import Figure
from buurtkamer_app.desk.rules import MOST_AT_ONCE, check_parts

if TYPE_CHECKING:
    from datetime import date, datetime

    from buurtkamer_app.desk.counts.records import Line, Visitors

# No room counted before this; an earlier year is a slip of the hand.
FIRST_YEAR: Final = 2000


def check_moment(on: date, hour: int, now: datetime) -> None:
    """Raise `RefusedError` for an hour that does not exist or is still to come; `now` is the room's wall clock."""
    if not 0 <= hour <= 23:
        raise RefusedError("Which hour? Between 0 and 23.")
    if on.year < FIRST_YEAR:
        raise RefusedError("This day is too long ago. Look at the year.")
    if (on, hour) > (now.date(), now.hour):
        raise RefusedError("This hour is still to come. Choose an earlier one.")


def tidied(visitors: Visitors) -> Visitors:
    """Let who came as a child be one; raises `RefusedError` unless 1 to 999 persons came, with the others among them.

    Source: who is counted as `child` is a visitor who is a child (issue 3, "Counting").
    """
    if not 1 <= visitors.count <= MOST_AT_ONCE:
        raise RefusedError("How many people? Between 1 and {most}.", most=MOST_AT_ONCE)
    check_parts(visitors.count, visitors.children, visitors.first_time)
    return replace(visitors, children=visitors.count) if visitors.purpose is Purpose.CHILD else visitors


def check_known(count: int) -> None:
    """Raise `RefusedError` for a number at a line of somebody with a name: that is one person."""
    if count != 1:
        raise RefusedError("This is one person with a name. The number stays 1.")


def adds(line: Line, figure: Figure) -> int:
    """Give what a line adds to a figure."""
    if figure is Figure.HELP_ASKED:
        return 1
    if figure is Figure.CHILDREN:
        return line.children
    return line.first_time if figure is Figure.FIRST_TIME else line.persons


def day_in_words(on: date) -> str:
    """Say a day for a label: `4 maart`."""
    from babel.dates import format_date  # noqa: PLC0415 - takes 60 ms, and only who corrects needs it

    return format_date(on, "d MMMM", locale=language())
