"""What a look at the neighbourhood came to, on paper: the picture, the averages, and what will be done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import Characteristic
from buurtkamer_app.neighbourhood.scan import rules
from buurtkamer_app.neighbourhood.scan.said import CHARACTERISTICS, ROLES_TOGETHER, tenths
from buurtkamer_app.printing import words
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.drawings import put_drawing
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.five_points import five_points
from buurtkamer_app.printing.house_style import INK, LEADING, LINE, MARGIN, ROOM, SOFT_INK
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.neighbourhood.scan.records import Action, Mean, Seen
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.house_style import Sheet

_BODY: Final = 13.0
_HIGH: Final = 350.0
_FIRST: Final = 190.0  # where the first column of figures begins
_ROW: Final = 1.55


def scan_sheet(seen: Seen, house: House) -> bytes:
    """Make the sheet of a year as a PDF: nobody is named, and no small group can be told; notes stay in the room."""
    title = translate("How is our neighbourhood doing?")
    sheet = Downward(house, f"{title} {seen.year}", _under(seen), about=None)
    if not seen.answers:
        sheet.down += 8
        sheet.lines(translate("Nobody filled in a paper in this year yet."), Face.MEDIUM, 16)
    else:
        sheet.place(_HIGH, partial(_picture, seen=seen))
        _figures(sheet, seen)
    _actions(sheet, seen)
    return sheet.done()


def _under(seen: Seen) -> tuple[str, ...]:
    count = seen.now.respondents
    if not count:
        return ()
    told = translate("Averages of what {count} neighbours and helpers filled in, from 1 to 5.", count=count)
    if count == 1:
        told = translate("What one neighbour or helper filled in, from 1 to 5.")
    few = translate("So few papers say little about the whole neighbourhood.") if count < rules.FEW else ""
    return tuple(part for part in (told, few) if part)


def _picture(sheet: Sheet, down: float, seen: Seen) -> None:
    drawing = five_points(seen.now, seen.before, ROOM, _HIGH - 8, sheet.dress)
    put_drawing(sheet, drawing, (MARGIN, down))


def _figures(sheet: Downward, seen: Seen) -> None:
    """Say the averages: of all, of the time before, and of each role with answers enough."""
    roles = rules.on_paper(seen.now)
    columns: list[tuple[str, list[str]]] = [
        (translate("All"), [_with_count(seen.now.of(about)) for about in Characteristic])
    ]
    if seen.before is not None:
        columns.append((str(seen.before.year), [tenths(seen.before.of(about).tenths) for about in Characteristic]))
    for role, means in roles.items():
        cells = [_with_count(means[about]) if about in means else "\u2013" for about in Characteristic]
        columns.append((translate(ROLES_TOGETHER[role]), cells))
    rows = [translate(CHARACTERISTICS[about].name) for about in Characteristic]
    sheet.heading(translate("The averages, and from how many"), with_it=6 * _BODY * _ROW)
    _row(sheet, "", [name for name, _ in columns], head=True)
    for place, name in enumerate(rows):
        _row(sheet, name, [cells[place] for _, cells in columns])
    if not roles:
        return
    sheet.down += 4
    told = translate("Groups with fewer than {least} papers are not told apart.", least=rules.SMALL_CELL)
    sheet.lines(told, Face.REGULAR, 12, colour=SOFT_INK)


def _with_count(mean: Mean) -> str:
    return f"{tenths(mean.tenths)} ({mean.count})" if mean.count else "\u2013"


def _row(sheet: Downward, name: str, cells: Sequence[str], *, head: bool = False) -> None:
    """Write one line of the table, with a rule under it."""
    face = Face.BOLD if head else Face.REGULAR
    apart = (ROOM - _FIRST) / max(4, len(cells))
    sheet.need(_BODY * _ROW)
    sheet.text(name, 0, Face.MEDIUM, _BODY, MAIN)
    for place, cell in enumerate(cells):
        size = 12.0 if head else _BODY
        sheet.text(cell, _FIRST + place * apart, face, size, INK)
    sheet.down += _BODY * LEADING + 2
    sheet.rule(colour=LINE)
    sheet.down += 3


def _actions(sheet: Downward, seen: Seen) -> None:
    """Say what will be done, by whom and until when; and what is done."""
    if not seen.actions:
        return
    sheet.heading(translate("What we do about it"), with_it=3 * _BODY * LEADING)
    for action in seen.actions:
        about = translate(CHARACTERISTICS[action.about].name)
        lines = wrap(f"{about}: {printable(action.planned.what)}", Face.MEDIUM, _BODY, ROOM - 24)
        when, late = _when(action, seen.today)
        sheet.need((len(lines) + 1) * _BODY * LEADING)
        sheet.square(0, 13, lower=2, ticked=action.done_on is not None)
        for line in lines:
            sheet.text(line, 24, Face.MEDIUM, _BODY)
            sheet.down += _BODY * LEADING
        sheet.lines(when, Face.REGULAR, 12, left=24, colour=SECOND if late else SOFT_INK)
        sheet.down += 5


def _when(action: Action, today: date) -> tuple[str, bool]:
    """Say of an action who sees to it, and until when or since when it is done; and whether it is late."""
    who = action.planned.who
    if action.done_on is not None:
        return translate("{who} · done on {day}", who=who, day=words.said(action.done_on, "d MMMM y")), False
    day = words.said(action.planned.by_date, "d MMMM y")
    if action.overdue(today):
        return translate("{who} · should have been done by {day}", who=who, day=day), True
    return translate("{who} · before {day}", who=who, day=day), False
