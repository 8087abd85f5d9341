"""The recovery code on paper: one page for a safe place, large enough to be read out in poor light."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.downward import Downward
from buurtkamer_app.printing.numbered_words import numbered_words
from buurtkamer_app.printing.typeface import Face

if TYPE_CHECKING:
    from buurtkamer_app.printing.house import House

_BODY: Final = 15.0
_CODE: Final = 34.0
# Groups on one line: three are still read without losing the line.
_ACROSS: Final = 3


def recovery_sheet(code: str, house: House) -> bytes:
    """Give the one page with the recovery code of a room as a PDF; `code` is written in groups with hyphens."""
    sheet = Downward(house, translate("Recovery code of {room}", room=house.name))
    sheet.down += 12
    numbered_words(sheet, code.split("-"), _CODE, _ACROSS)
    for sentence in (
        translate("Is the passphrase lost, or this computer? Then this code opens the room."),
        translate("Keep this paper in a safe place, away from the computer. Tell two people where it is."),
        translate("Who has this paper and a backup can read everything. Never make a photo of it."),
        translate("Type the groups in this order. Capitals and hyphens do not matter."),
    ):
        sheet.lines(sentence, Face.REGULAR, _BODY)
        sheet.down += 8
    return sheet.done()
