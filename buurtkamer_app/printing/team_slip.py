"""The slip for the box: what taking part changed, in seven questions and without a name; two on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import A4_ACROSS, INK, LEADING, LINE, MARGIN, SOFT_INK, Sheet
from buurtkamer_app.printing.logo import logo_size, put_logo
from buurtkamer_app.printing.team_told import ANSWERS, EFFECTS
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from buurtkamer_app.printing.house import House

_HALF: Final = A4_ACROSS.wide / 2
_ROOM: Final = _HALF - 2 * MARGIN
_TITLE: Final = 20.0
_TEXT: Final = 12.5
_ASKED: Final = 14.0
_BOX: Final = 15.0
_LOGO: Final = 26.0


def effect_slips(house: House) -> bytes:
    """Make a page with two slips as a PDF, to cut through; StoreError when its letters are missing."""
    title = translate("What did taking part change?")
    sheet = Sheet(title, house.name, dress=house.dress, paper=A4_ACROSS)
    sheet.entry(title)
    foot = foot_of(house, wide=A4_ACROSS.wide - 2 * MARGIN)
    under = A4_ACROSS.high - MARGIN - foot.height
    for left in (MARGIN, _HALF + MARGIN):
        _slip(sheet, left, under, title)
    sheet.canvas.setDash(4, 4)
    sheet.canvas.line(_HALF, A4_ACROSS.high - MARGIN / 2, _HALF, A4_ACROSS.high - under)
    sheet.canvas.setDash()
    foot.put(sheet, 1, 1)
    sheet.turn()
    return sheet.done()


def _slip(sheet: Sheet, left: float, under: float, title: str) -> None:
    logo = logo_size(sheet.dress, _LOGO)[0]
    room = _ROOM - (logo + 10 if logo else 0.0)
    down = MARGIN - 4
    if logo:
        put_logo(sheet, (left + _ROOM - logo, down), _LOGO)
    for line in wrap(title, Face.BOLD, _TITLE, room):
        sheet.text(line, (left, down), Face.BOLD, _TITLE, MAIN)
        down += _TITLE * LEADING
    told = f"{translate('Do not write your name. Tick one box in each row.')} {translate('Then put it in the box.')}"
    for line in wrap(told, Face.REGULAR, _TEXT, _ROOM):
        sheet.text(line, (left, down), Face.REGULAR, _TEXT, SOFT_INK)
        down += _TEXT * LEADING
    down += 6
    each = (under - down) / len(EFFECTS)
    for effect in EFFECTS:
        _ask(sheet, (left, down), translate(EFFECTS[effect]))
        down += each


def _ask(sheet: Sheet, at: tuple[float, float], asked: str) -> None:
    """Ask one thing: its line, and three boxes to tick with their words."""
    left, down = at
    sheet.rule(left, left + _ROOM, down, colour=LINE)
    down += 4
    for line in wrap(asked, Face.BOLD, _ASKED, _ROOM):
        sheet.text(line, (left, down), Face.BOLD, _ASKED)
        down += _ASKED * LEADING
    down += 3
    words = [translate(answer) for answer in ANSWERS]
    spare = _ROOM - sum(_BOX + 7 + width(word, Face.REGULAR, _TEXT) for word in words)
    gap = min(34.0, spare / 2)
    for word in words:
        sheet.square((left, down), _BOX, line=INK, weight=1.0)
        sheet.text(word, (left + _BOX + 7, down + 1), Face.REGULAR, _TEXT)
        left += _BOX + 7 + width(word, Face.REGULAR, _TEXT) + gap
