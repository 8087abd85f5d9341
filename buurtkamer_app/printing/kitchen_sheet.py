"""The kitchen's sheet: how many eat, what they eat, and whose plate it is where that is not what most eat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import BASELINE, LEADING, ROOM, SOFT_INK
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.printing.house import House

_COUNT: Final = 60.0
_WHAT: Final = 24.0
_NAME: Final = 17.0
_BOX: Final = 17.0
_GAP: Final = 10.0
_FIVES: Final = 5
# So many boxes at most for one choice: what is more is counted, not ticked.
_MOST_BOXES: Final = 100
_EMPTY_BOXES: Final = 20
_APART: Final = 5.0
_TO_WRITE: Final = 3
_LINE: Final = 26.0
# Where a number is written by hand.
_BLANK: Final = 56.0


@dataclass(frozen=True, slots=True)
class Plate:
    """How many persons eat something; `whose` are the names, each with how many, where a plate must find its person."""

    what: str
    persons: int
    whose: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Kitchen:
    """What is eaten on one date: `eaters` persons, of `unasked` it is not known what.

    `forgotten` tells that the choices of that day are gone already.
    """

    meal: Occurrence
    eaters: int
    plates: tuple[Plate, ...] = ()
    unasked: Plate | None = None
    forgotten: bool = False


def kitchen_sheet(kitchen: Kitchen, house: House) -> bytes:
    """Make the sheet of a meal as a PDF; the same data gives the same bytes. StoreError when its letters are missing.

    No phone number and no price stands on it.
    """
    meal, series = kitchen.meal, kitchen.meal.series
    when = f"{words.said(meal.on, 'EEEE d MMMM y')} · {words.span(series.starts, series.ends)}"
    under = " · ".join(part for part in (when, printable(series.space)) if part)
    title = translate("Kitchen: {meal}", meal=printable(series.name))
    sheet = Downward(house, title, (under,), warning=translate("Shred this after the meal."), about=meal.on)
    if meal.cancelled is not None:
        sheet.heading(" · ".join(filter(None, (translate("does not go on"), printable(meal.cancelled)))))
    _count(sheet, kitchen.eaters)
    if kitchen.forgotten:
        sheet.lines(translate("What they chose is kept until the day after."), Face.REGULAR, _NAME)
    for plate in kitchen.plates:
        _plate(sheet, plate)
    if kitchen.unasked is not None:
        _plate(sheet, kitchen.unasked)
    if not (kitchen.plates or kitchen.unasked) and kitchen.eaters:
        _boxes(sheet, kitchen.eaters)
    # One line at least is better than a page for three.
    sheet.heading(translate("Who eats along too"), with_it=_LINE)
    sheet.writing_lines(max(1, min(_TO_WRITE, int(sheet.room_left // _LINE))), _LINE)
    return sheet.done()


def kitchen_form(choices: Sequence[str], house: House) -> bytes:
    """Make a sheet to fill in by hand, with what can be chosen in this room."""
    sheet = Downward(house, translate("Kitchen"), warning=translate("Shred this after the meal."))
    sheet.down += _GAP
    for asked in (translate("Which meal?"), translate("When, and where?"), translate("How many eat along?")):
        sheet.fill_in(asked, _NAME)
    for choice in choices:
        sheet.need(_WHAT * LEADING + _BOX + _GAP)
        sheet.down += _WHAT * LEADING
        sheet.rule(0, ROOM - _BLANK, colour=SOFT_INK)
        sheet.down -= _WHAT * LEADING
        sheet.lines(f"x {choice}", Face.BOLD, _WHAT, left=_BLANK + _GAP)
        _boxes(sheet, _EMPTY_BOXES)
    sheet.heading(translate("Whose plate must find its person?"), with_it=_TO_WRITE * _LINE)
    sheet.writing_lines(max(_TO_WRITE, int(sheet.room_left // _LINE)), _LINE)
    return sheet.done()


def _count(sheet: Downward, eaters: int) -> None:
    """Write how many eat, as large as one reads from the stove."""
    number, said = str(eaters), translate("eats along") if eaters == 1 else translate("eat along")
    sheet.text(number, 0, Face.BOLD, _COUNT)
    lower = (_COUNT - _WHAT) * BASELINE
    sheet.down += lower
    sheet.text(said, width(number, Face.BOLD, _COUNT) + 12, Face.MEDIUM, _WHAT)
    sheet.down += _COUNT * LEADING - lower


def _plate(sheet: Downward, plate: Plate) -> None:
    """Write what is made how often; under it boxes to tick, behind names where each must find its person."""
    number = f"{plate.persons} x"
    beside = max(width(number, Face.BOLD, _WHAT), _BLANK) + _GAP
    lines = wrap(printable(plate.what), Face.BOLD, _WHAT, ROOM - beside)
    sheet.need(min(len(lines), 3) * _WHAT * LEADING + _BOX + 2 * _GAP)
    sheet.rule()
    sheet.down += _GAP
    sheet.text(number, 0, Face.BOLD, _WHAT, MAIN)
    sheet.lines(plate.what, Face.BOLD, _WHAT, left=beside)
    sheet.down += _GAP / 2
    if not plate.whose:
        _boxes(sheet, plate.persons)
    for name, persons in plate.whose:
        _person(sheet, printable(name) or translate("Somebody"), persons)
    sheet.down += _GAP / 2


def _person(sheet: Downward, name: str, persons: int) -> None:
    """Write a name with a box for each plate that is theirs."""
    boxes = min(persons, _FIVES)
    left = _FIVES * (_BOX + _APART) + _GAP
    said = f"{name} ({persons} x)" if persons > 1 else name
    sheet.need(max(_BOX + _APART, _NAME * LEADING))
    for place in range(boxes):
        sheet.square(left - _GAP - (boxes - place) * (_BOX + _APART), _BOX, lower=2)
    sheet.lines(said, Face.MEDIUM, _NAME, left=left)
    sheet.down += _APART


def _boxes(sheet: Downward, count: int) -> None:
    """Draw boxes in fives; more than fit on some lines are counted, not ticked."""
    across = _FIVES * (_BOX + _APART) + _GAP
    in_row = int(ROOM // across) * _FIVES
    left = min(count, _MOST_BOXES)
    while left > 0:
        sheet.need(_BOX + _APART)
        for place in range(min(left, in_row)):
            fives, one = divmod(place, _FIVES)
            sheet.square(fives * across + one * (_BOX + _APART), _BOX)
        sheet.down += _BOX + _APART
        left -= in_row
    sheet.down += _GAP / 2
