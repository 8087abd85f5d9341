"""Money as one sees it: the coins and notes of an amount, and a coin that is crossed out for what is free."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from buurtkamer_app.printing.house_style import INK, WHITE
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.typeface import Face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.printing.house_style import Sheet

# Millimetres across of each coin, by its value in cents, and the sides of each note (European Central Bank).
_COINS: Final = {200: 25.75, 100: 23.25, 50: 24.25, 20: 22.25, 10: 19.75, 5: 21.25, 2: 18.75, 1: 16.25}
_NOTES: Final = {
    20_000: (153.0, 77.0),
    10_000: (147.0, 77.0),
    5_000: (140.0, 77.0),
    2_000: (133.0, 72.0),
    1_000: (127.0, 67.0),
    500: (120.0, 62.0),
}
# Points on paper of a millimetre: smaller than in the hand, notes still more so, as the numbers must fit in.
_OF_COINS: Final = 1.18
_OF_NOTES: Final = 0.31
_NUMBER: Final = 13.0
_RING: Final = 0.7  # of the radius, the inner part of a coin of one or two euros
_BETWEEN: Final = 4.0
# More are no help to who counts them; then a heap of coins stands for them.
_MOST: Final = 8
_HEAP: Final = 34.0
_GOLD, _SILVER, _COPPER = "#ecd58b", "#dfe3e6", "#e2b295"


def pieces(cents: int) -> tuple[int, ...]:
    """Give the fewest notes and coins that are an amount, in cents and from large to small; none for too many."""
    found: list[int] = []
    for piece in (*_NOTES, *_COINS):
        count, cents = divmod(cents, piece)
        found += [piece] * min(count, _MOST + 1)
    return tuple(found) if len(found) <= _MOST else ()


def piece_size(piece: int) -> tuple[float, float]:
    """Give how wide and high a note or coin is drawn, in points."""
    if piece in _NOTES:
        wide, high = _NOTES[piece]
        return wide * _OF_NOTES, high * _OF_NOTES
    across = _COINS[piece] * _OF_COINS
    return across, across


def rows_of(cents: int, room: float) -> list[list[int]]:
    """Lay the notes and coins of an amount in rows of at most `room` points."""
    rows: list[list[int]] = []
    for piece in pieces(cents):
        wide = sum(piece_size(one)[0] + _BETWEEN for one in rows[-1]) if rows else room
        if wide + piece_size(piece)[0] <= room and rows:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def money_height(cents: int, room: float) -> float:
    """Tell how high the drawn money of an amount is, in points."""
    rows = rows_of(cents, room)
    return sum(_height(row) for row in rows) + _BETWEEN * (len(rows) - 1) if rows else _HEAP


def put_money(sheet: Sheet, cents: int, at: tuple[float, float], room: float) -> float:
    """Draw the money of an amount from its upper left corner `at`, `room` points wide; give how wide its last row is.

    Nothing is a coin that is crossed out; an amount of many coins is a heap of them.
    """
    if not cents:
        _put_free(sheet, at)
        return _HEAP
    rows = rows_of(cents, room)
    if not rows:
        put_picture(sheet, "coins", at, _HEAP)
        return _HEAP
    down, wide = at[1], 0.0
    for row in rows:
        left = at[0]
        for piece in row:
            _put_piece(sheet, piece, (left, down + (_height(row) - piece_size(piece)[1]) / 2))
            left += piece_size(piece)[0] + _BETWEEN
        down, wide = down + _height(row) + _BETWEEN, left - at[0] - _BETWEEN
    return wide


def _height(row: Sequence[int]) -> float:
    return max(piece_size(piece)[1] for piece in row)


def _put_free(sheet: Sheet, at: tuple[float, float]) -> None:
    """Draw a coin with the sign of the euro, crossed out."""
    canvas, half, top = sheet.canvas, _HEAP / 2, sheet.paper.high - at[1]
    canvas.saveState()
    canvas.setStrokeColor(HexColor(sheet.dress.paint(INK)))
    canvas.setLineWidth(1.4)
    canvas.circle(at[0] + half, top - half, half - 0.7, stroke=1, fill=0)
    canvas.restoreState()
    put_picture(sheet, "euro-sign", (at[0] + half * 0.32, at[1] + half * 0.32), half * 1.36)
    canvas.saveState()
    canvas.setLineCap(1)
    for colour, thick in ((WHITE, 4.4), (INK, 2.4)):
        canvas.setStrokeColor(HexColor(sheet.dress.paint(colour)))
        canvas.setLineWidth(thick)
        canvas.line(at[0] + 3, top - 3, at[0] + _HEAP - 3, top - _HEAP + 3)
    canvas.restoreState()


def _put_piece(sheet: Sheet, piece: int, at: tuple[float, float]) -> None:
    wide, high = piece_size(piece)
    if piece in _NOTES:
        sheet.frame(at, (wide, high), line=INK, fill=_SILVER if sheet.dress.filled else "", weight=1.4)
    else:
        _put_coin(sheet, piece, at)
    number = str(piece // 100 if piece >= 100 else piece)
    sheet.text_middle(number, (at[0] + wide / 2, at[1] + high / 2 - _NUMBER * 0.62), Face.BOLD, _NUMBER, INK)


def _put_coin(sheet: Sheet, piece: int, at: tuple[float, float]) -> None:
    """Draw a coin without its number: one or two euros are of two metals, and have a ring."""
    canvas, half = sheet.canvas, piece_size(piece)[0] / 2
    middle = (at[0] + half, sheet.paper.high - at[1] - half)
    outer, inner = {200: (_SILVER, _GOLD), 100: (_GOLD, _SILVER)}.get(piece, (_GOLD if piece >= 10 else _COPPER, ""))
    canvas.saveState()
    canvas.setStrokeColor(HexColor(sheet.dress.paint(INK)))
    canvas.setLineWidth(1.4)
    for metal, radius in ((outer, half - 0.7), (inner, half * _RING)):
        if metal:
            canvas.setFillColor(HexColor(sheet.dress.paint(metal)))
            canvas.circle(*middle, radius, stroke=1, fill=int(sheet.dress.filled))
            canvas.setLineWidth(0.8)
    canvas.restoreState()
