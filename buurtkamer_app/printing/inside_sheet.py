"""Who is inside, for an evacuation: how many, the names with a box to tick, the hosts, the time and the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import SECOND
from buurtkamer_app.printing.house_style import (
    HEIGHT,
    INK,
    LEADING,
    LINE,
    MARGIN,
    ROOM,
    SMALLEST,
    WIDTH,
    Sheet,
    foot,
    foot_height,
)
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from buurtkamer_app.desk.arrivals.records import Inside
    from buurtkamer_app.room.records import RoomFacts

_TITLE: Final = 27.0
_COUNT: Final = 72.0
_SAID: Final = 16.0
_NAME: Final = 14.0
_BOX: Final = 16.0
_GAP: Final = 10.0
_COLUMNS: Final = 2
_WIDE: Final = (ROOM - 24) / _COLUMNS
# A name of 200 letters must not take the page of the others.
_MOST_LINES: Final = 3


class _Paper:
    """The sheet in the making: what is written goes down the page, and on to the next one."""

    def __init__(self, facts: RoomFacts, at: datetime) -> None:
        room = printable(facts.name)
        self.title = translate("Who is inside?")
        self._sheet = Sheet(self.title, room)
        address = printable(
            ", ".join(part for part in (facts.street, f"{facts.postcode} {facts.city}") if part.strip())
        )
        self._foot = wrap_parts(
            [part for part in (room, address, printable(facts.phone)) if part], Face.REGULAR, SMALLEST, ROOM
        )
        self._when = f"{words.said(at.date(), 'EEEE d MMMM y')} · {words.clock(at.time())}"
        self._page = 0
        self._down = 0.0
        self._begin()

    def _begin(self) -> None:
        self._page += 1
        self._down = MARGIN
        size = _TITLE if self._page == 1 else _SAID
        self._sheet.text(self.title, (MARGIN, self._down), Face.BOLD, size, SECOND)
        self._down += size * LEADING
        self.lines(self._when, Face.MEDIUM, _SAID)
        self._down += _GAP

    def _turn(self) -> None:
        foot(self._sheet, self._foot, translate("For an evacuation. Do not hang this up."), str(self._page))
        self._sheet.turn()

    def _fits(self, height: float) -> bool:
        return self._down + height <= HEIGHT - MARGIN - foot_height(self._foot) - _GAP

    def lines(self, said: str, face: Face, size: float, colour: str = INK) -> None:
        """Write a text over the whole width."""
        for line in wrap(said, face, size, ROOM):
            if not self._fits(size * LEADING):
                self._turn()
                self._begin()
            self._sheet.text(line, (MARGIN, self._down), face, size, colour)
            self._down += size * LEADING

    def boxes(self, said: Sequence[str]) -> None:
        """Write each of these behind a box to tick, in columns, down first on each row."""
        wrapped = [wrap(one, Face.REGULAR, _NAME, _WIDE - _BOX - _GAP)[:_MOST_LINES] for one in said]
        for start in range(0, len(wrapped), _COLUMNS):
            row = wrapped[start : start + _COLUMNS]
            height = max(len(lines) for lines in row) * _NAME * LEADING + _GAP
            if not self._fits(height):
                self._turn()
                self._begin()
            for column, lines in enumerate(row):
                left = MARGIN + column * (_WIDE + 24)
                self._sheet.square((left, self._down + 1), _BOX, line=INK)
                for number, line in enumerate(lines):
                    at = (left + _BOX + _GAP, self._down + number * _NAME * LEADING)
                    self._sheet.text(line, at, Face.REGULAR, _NAME)
            self._down += height
            self._sheet.rule(MARGIN, WIDTH - MARGIN, self._down - _GAP / 2, colour=LINE, weight=0.4)

    def heading(self, said: str) -> None:
        """Write what follows."""
        self._down += _GAP
        self.lines(said, Face.BOLD, _SAID)
        self._down += _GAP / 2

    def count(self, number: int) -> None:
        """Write how many, as large as one reads from an arm away."""
        self._sheet.text(str(number), (MARGIN, self._down), Face.BOLD, _COUNT)
        self._down += _COUNT * LEADING

    def done(self) -> bytes:
        """End the last page."""
        self._turn()
        return self._sheet.done()


def inside_sheet(facts: RoomFacts, inside: Inside, hosts: Sequence[str], at: datetime) -> bytes:
    """Make the sheet as a PDF; `at` is the room's wall clock, `hosts` the names of who is on.

    The same data gives the same bytes. StoreError when the program's letters are missing.
    """
    paper = _Paper(facts, at)
    paper.count(inside.everybody)
    paper.lines(inside.told().say(), Face.MEDIUM, _SAID)
    if inside.children:
        paper.lines(translate("{count} of them are children.", count=inside.children), Face.REGULAR, _SAID)
    if hosts:
        paper.heading(translate("Hosts who are on"))
        paper.boxes([printable(name) for name in hosts])
    if inside.named:
        paper.heading(translate("Visitors known by name"))
        since = [words.clock(one.since.astimezone(at.tzinfo).time()) for one in inside.named]
        told = [" – ".join(filter(None, map(printable, (one.name, one.hint)))) for one in inside.named]
        paper.boxes([f"{name} · {moment}" for name, moment in zip(told, since, strict=True)])
    nameless = inside.number - len(inside.named)
    if nameless and inside.named:
        paper.heading(translate("And {count} without a name", count=nameless))
    return paper.done()
