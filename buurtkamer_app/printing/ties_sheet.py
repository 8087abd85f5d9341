"""The ties between groups on paper: the picture, who is tied to nobody yet, and every tie in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.drawings import put_drawing
from buurtkamer_app.printing.house_style import LEADING, MARGIN, ROOM, SMALLEST, SOFT_INK
from buurtkamer_app.printing.ties import MOST, STRENGTHS, alone_words, ties_drawing
from buurtkamer_app.printing.typeface import Face

if TYPE_CHECKING:
    from buurtkamer_app.neighbourhood.living.records import Web
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.house_style import Sheet

_BODY: Final = 13.0
_HIGH: Final = 400.0
_BETWEEN: Final = 4.0


def ties_sheet(web: Web, house: House) -> bytes:
    """Make the sheet as a PDF; the same data gives the same bytes. StoreError when the letters are missing."""
    title = translate("How groups here know each other")
    sheet = Downward(house, title, (translate("Where could people meet who do not know each other yet?"),))
    if not web.groups:
        sheet.heading(translate("No group was written down yet."))
        sheet.lines(translate("Which groups are there here? Who knows whom, and through what?"), Face.REGULAR, _BODY)
        sheet.writing_lines(14)
        return sheet.done()

    def draw(paper: Sheet, down: float) -> None:
        put_drawing(paper, ties_drawing(web, ROOM, _HIGH, paper.dress), (MARGIN, down))

    sheet.place(_HIGH, draw)
    if len(web.groups) > MOST:
        sheet.lines(translate("The picture shows {count} groups; all stand below.", count=MOST), Face.REGULAR, _BODY)
    if web.alone:
        sheet.down += _BETWEEN
        sheet.lines(alone_words(web), Face.BOLD, _BODY)
    for strength, words in STRENGTHS.items():
        ties = [tie for tie in web.ties if tie[2] == strength]
        if ties:
            sheet.heading(translate(words), with_it=_BODY * LEADING)
        for one, other, _, through in ties:
            _tie(sheet, f"{one} – {other}", through)
    return sheet.done()


def _tie(sheet: Downward, groups: str, through: str) -> None:
    """Write who is tied to whom, and under it through what."""
    sheet.need(2 * _BODY * LEADING)
    sheet.lines(groups, Face.MEDIUM, _BODY)
    if through:
        sheet.lines(through, Face.REGULAR, SMALLEST, left=_BODY, colour=SOFT_INK)
    sheet.down += _BETWEEN
