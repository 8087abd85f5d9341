"""The sheet of a meeting of the team: the agenda, agreements that are open, who is there, and lines for what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.house_style import LEADING, ROOM, SOFT_INK
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.printing.house import House
    from buurtkamer_app.team.meetings.records import Action, Meeting

_TEXT: Final = 13.0
_BOX: Final = 13.0
_LINE: Final = 24.0
_COLUMNS: Final = 2
_ROOM_BETWEEN: Final = 16.0
_FEW: Final = 4
_NEW: Final = 5


def meeting_sheet(
    team: str, meeting: Meeting | None, names: Sequence[tuple[str, bool]], actions: Sequence[Action], house: House
) -> bytes:
    """Make it as a PDF; without a meeting a form for any. `names` are the members, with whether they were there.

    StoreError when its letters are missing.
    """
    title = translate("Meeting of {team}", team=printable(team)) if team else translate("Meeting of the team")
    if meeting is None:
        sheet = Downward(house, title)
        sheet.fill_in(translate("Day and time"), _TEXT)
    else:
        when = words.said(meeting.on_date, "EEEE d MMMM y")
        sheet = Downward(house, title, (f"{when} · {words.span(meeting.starts, meeting.ends)}",), about=meeting.on_date)
    _agenda(sheet, meeting.agenda if meeting is not None else "")
    _open(sheet, actions)
    _there(sheet, names)
    _new(sheet)
    return sheet.done()


def _agenda(sheet: Downward, agenda: str) -> None:
    sheet.heading(translate("What we talk about"), with_it=_TEXT * LEADING)
    for line in agenda.splitlines():
        if line.strip():
            sheet.lines(line, Face.REGULAR, _TEXT)
    if not agenda.strip():
        sheet.writing_lines(_FEW, _LINE)


def _open(sheet: Downward, actions: Sequence[Action]) -> None:
    """Write what was agreed before and is still to be done, each with a box to tick."""
    sheet.heading(translate("Agreed before, still to do"), with_it=_TEXT * LEADING)
    if not actions:
        sheet.lines(translate("Nothing is open."), Face.REGULAR, _TEXT, colour=SOFT_INK)
    left = _BOX + 9
    for action in actions:
        day = words.said(action.by_date, "d MMMM") if action.by_date else translate("no day")
        told = f"{printable(action.what)} ({printable(action.who)}, {day})"
        lines = wrap(printable(told), Face.REGULAR, _TEXT, ROOM - left)
        sheet.need(len(lines[:3]) * _TEXT * LEADING + 4)
        sheet.square(0, _BOX, lower=1)
        sheet.lines(told, Face.REGULAR, _TEXT, left=left)
        sheet.down += 4


def _there(sheet: Downward, names: Sequence[tuple[str, bool]]) -> None:
    """Write the members beside boxes, in two columns that are read row by row, and lines for who else is there."""
    sheet.heading(translate("Who is there?"), with_it=2 * _TEXT * LEADING)
    wide = (ROOM - _ROOM_BETWEEN) / _COLUMNS
    for first in range(0, len(names), _COLUMNS):
        row = names[first : first + _COLUMNS]
        lines = [wrap(printable(name), Face.REGULAR, _TEXT, wide - _BOX - 9) for name, _ in row]
        high = max(map(len, lines)) * _TEXT * LEADING + 3
        sheet.need(high)
        top = sheet.down
        for column, ((_, ticked), said) in enumerate(zip(row, lines, strict=True)):
            left = column * (wide + _ROOM_BETWEEN)
            sheet.down = top
            sheet.square(left, _BOX, lower=1, ticked=ticked)
            for line in said:
                sheet.text(line, left + _BOX + 9, Face.REGULAR, _TEXT)
                sheet.down += _TEXT * LEADING
        sheet.down = top + high
    sheet.writing_lines(2, _LINE)


def _new(sheet: Downward) -> None:
    """Draw lines for new agreements, with room for who and by when."""
    heads = (translate("What was agreed"), translate("Who"), translate("By when"))
    lefts = (0.0, ROOM * 0.58, ROOM * 0.82)
    sheet.heading(translate("New agreements"), with_it=3 * _LINE)
    for left, head in zip(lefts, heads, strict=True):
        sheet.text(head, left, Face.MEDIUM, _TEXT, SOFT_INK)
    sheet.down += _TEXT * LEADING
    for _ in range(_NEW):
        sheet.need(_LINE)
        sheet.down += _LINE
        for left, right in zip(lefts, (*lefts[1:], ROOM), strict=True):
            sheet.rule(left, ROOM - right + 8 if right < ROOM else 0.0, colour=SOFT_INK)
