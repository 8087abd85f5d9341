"""Who does this? The open tasks for the wall, with slips to tear off; nobody's name stands on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.house_style import INK, LEADING, MARGIN, ROOM, SMALLEST, SOFT_INK
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.neighbourhood.living.records import Task
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.house_style import Sheet

# What there is to do, and what it asks, as large as fits with the slips on one page.
_SIZES: Final = ((26.0, 18.0), (22.0, 16.0), (18.0, 14.0))
_BODY: Final = 14.0
_NUMBER: Final = 34.0
_BETWEEN: Final = 12.0
_SLIPS: Final = 9
_SLIP: Final = 150.0  # points high
_INSIDE: Final = 7.0


def task_sheet(tasks: Sequence[Task], house: House) -> bytes:
    """Make the sheet as a PDF; the same data gives the same bytes. StoreError when the letters are missing."""
    ask = translate("Ask the host or call us. You are not tied to anything.")
    sheet = Downward(house, translate("Who does this?"), (ask,))
    if not tasks:
        sheet.heading(translate("There is no open task at this moment."))
        sheet.lines(translate("Do you know something that should be done? Tell the host."), Face.REGULAR, _BODY)
        sheet.writing_lines(6)
        return sheet.done()
    room = sheet.room_left - _SLIP - _BETWEEN
    sizes = next((one for one in _SIZES if sum(_height(task, one) for task in tasks) <= room), _SIZES[-1])
    on_page: list[tuple[int, Task]] = []
    for number, task in enumerate(tasks, 1):
        if on_page and sheet.room_left - _SLIP - _BETWEEN < _height(task, sizes):
            _slips(sheet, on_page, house)
            on_page = []
        _task(sheet, number, task, sizes)
        on_page.append((number, task))
    _slips(sheet, on_page, house)
    return sheet.done()


def _rows(task: Task, sizes: tuple[float, float]) -> list[tuple[str, Face, float]]:
    room, (large, small) = ROOM - _NUMBER, sizes
    rows = [(line, Face.BOLD, large) for line in wrap(printable(task.what), Face.BOLD, large, room)]
    for text in (task.when_said, task.asks):
        rows += [(line, Face.REGULAR, small) for line in wrap(printable(text), Face.REGULAR, small, room)]
    return rows


def _height(task: Task, sizes: tuple[float, float]) -> float:
    return sum(size * LEADING for _, _, size in _rows(task, sizes)) + _BETWEEN


def _task(sheet: Downward, number: int, task: Task, sizes: tuple[float, float]) -> None:
    """Write a task behind its number: what, when, what it asks."""
    sheet.need(min(_height(task, sizes), 6 * _BODY * LEADING))
    sheet.text(str(number), 0, Face.BOLD, sizes[0], SECOND)
    for line, face, size in _rows(task, sizes):
        sheet.need(size * LEADING)
        sheet.text(line, _NUMBER, face, size, INK if face is Face.BOLD else SOFT_INK)
        sheet.down += size * LEADING
    sheet.down += _BETWEEN


def _slips(sheet: Downward, tasks: Sequence[tuple[int, Task]], house: House) -> None:
    """Put slips at the foot of the page: as many for each of its tasks as there is room for."""
    of_slip = [tasks[place * len(tasks) // _SLIPS] for place in range(_SLIPS)] if len(tasks) <= _SLIPS else tasks
    sheet.need(_SLIP)
    # At the foot: who tears one off leaves the rest of the sheet as it was.
    sheet.down += sheet.room_left - _SLIP
    sheet.place(_SLIP, partial(_draw_slips, of_slip[:_SLIPS], house))


def _draw_slips(slips: Sequence[tuple[int, Task]], house: House, paper: Sheet, down: float) -> None:
    wide = ROOM / len(slips)
    paper.rule(MARGIN, MARGIN + ROOM, down, colour=SOFT_INK)
    canvas = paper.canvas
    canvas.saveState()
    canvas.setDash(4, 3)
    for place in range(1, len(slips)):
        across, top = MARGIN + place * wide, paper.paper.high - down
        canvas.setStrokeColor(HexColor(paper.dress.paint(SOFT_INK)))
        canvas.line(across, top, across, top - _SLIP)
    canvas.restoreState()
    for place, (number, task) in enumerate(slips):
        _draw_slip(paper, (MARGIN + place * wide, down), wide, _words(number, task, house, wide))


def _words(number: int, task: Task, house: House, wide: float) -> list[tuple[str, Face]]:
    """Give the lines of a slip: the task, then whose it is and the number of the room, as many as fit beside."""
    room, most = _SLIP - 2 * _INSIDE, int((wide - _INSIDE) / (SMALLEST * LEADING))
    whose = printable(house.facts.phone) or house.name
    last = wrap(whose, Face.REGULAR, SMALLEST, room)[:1]
    what = wrap(f"{number}. {printable(task.what)}", Face.MEDIUM, SMALLEST, room)
    return [*((line, Face.MEDIUM) for line in what[: most - len(last)]), *((line, Face.REGULAR) for line in last)]


def _draw_slip(paper: Sheet, at: tuple[float, float], wide: float, lines: list[tuple[str, Face]]) -> None:
    """Write a slip from its foot upwards, so that one reads it with the head to the left."""
    canvas, tall = paper.canvas, paper.paper.high
    canvas.saveState()
    canvas.translate(at[0], tall - at[1] - _SLIP)
    canvas.rotate(90)
    # Sheets count from the top: what is written at (x, y) of the sheet must come out at (x, -y) of the turned paper.
    canvas.translate(0, -tall)
    across = (wide - len(lines) * SMALLEST * LEADING) / 2
    for line, face in lines:
        paper.text(line, (_INSIDE, across), face, SMALLEST, MAIN if face is Face.MEDIUM else INK)
        across += SMALLEST * LEADING
    canvas.restoreState()
