"""The week as a picture for a telephone: its highlights, when the room is open and where it is, as a PNG."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PIL import Image, PngImagePlugin
from reportlab.lib.colors import HexColor

from buurtkamer_app.activities.pictograms import pictogram
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import at_a_glance, preview, words
from buurtkamer_app.printing.dress import MAIN, SECOND, TINT
from buurtkamer_app.printing.house_style import DAY_COLOURS, INK, SOFT_INK, WHITE, Paper, Sheet
from buurtkamer_app.printing.logo import logo_size, put_logo
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.share_text import span_of_days
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import BETWEEN, wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.activities.highlights import Highlight
    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.printing.house import House

# One point of the sheet is one pixel of the picture.
WIDE: Final = 1080
SQUARE: Final = Paper(WIDE, WIDE)
UPRIGHT: Final = Paper(WIDE, 1350)
# A telephone shows 1080 pixels about 65 mm wide: 28 of them are 1.7 mm, as the text of a paper.
SMALLEST: Final = 28.0
_EDGE: Final = 52.0
_ROOM: Final = WIDE - 2 * _EDGE
_NAMES: Final = (72.0, 62.0, 54.0, 50.0, 46.0, 42.0, 39.0, 36.0, 34.0)
_TITLES: Final = (64.0, 56.0, 48.0, 42.0, 36.0)
_WELCOMES: Final = (92.0, 76.0, 60.0, 48.0, 36.0)
_KICKER: Final = 34.0
_FOOT: Final = 30.0
_LOGO: Final = 104.0
_TIGHT: Final = 1.18
_MOST_LINES: Final = 3


def _shortened(lines: Sequence[str], most: int) -> list[str]:
    """Give at most so many lines; that there was more is shown."""
    return [*lines[: most - 1], f"{lines[most - 1][:-1]}…"] if len(lines) > most else list(lines)


@dataclass(frozen=True, slots=True)
class _Row:
    """A highlight in lines: its day at the left, then its picture, its name and facts."""

    highlight: Highlight
    day: tuple[str, ...]
    name: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows at one size of type, in pixels."""

    size: float
    label: float
    rows: tuple[_Row, ...]

    @property
    def small(self) -> float:
        """Give the size of all but names."""
        return max(SMALLEST, self.size * 0.74)

    @property
    def picture(self) -> float:
        """Give the side of a pictogram."""
        return self.size * 1.5

    @property
    def left(self) -> float:
        """Give where names begin."""
        return _EDGE + self.label + self.picture + self.size * 0.9

    @property
    def gap(self) -> float:
        """Give the least height between two rows."""
        return self.size * 0.28

    def high(self, row: _Row) -> float:
        """Give the height of a row, that of its label at least."""
        text = len(row.name) * self.size + len(row.facts) * self.small
        return max(text, len(row.day) * self.small, self.picture / _TIGHT) * _TIGHT + self.size * 0.3

    @property
    def whole(self) -> float:
        """Give the least height of all of them."""
        return sum(map(self.high, self.rows)) + self.gap * (len(self.rows) - 1)


def _day(highlight: Highlight) -> str:
    first = highlight.days[0]
    if len(highlight.days) > 1:
        return at_a_glance.short_days(highlight.days)
    return f"{words.said(first, 'EEEE')} {words.said(first, 'd MMMM').replace(' ', chr(0xA0))}"


def _rows(told: Sequence[Highlight], size: float) -> _Rows:
    small = max(SMALLEST, size * 0.74)
    parts = [part for one in told for part in _day(one).split(" ")]
    label = max((width(part, Face.BOLD, small) for part in parts), default=0.0) + size * 0.8
    shape = _Rows(size, label, ())
    room = WIDE - _EDGE - shape.left
    rows = []
    for one in told:
        series = one.series
        when = words.span(series.starts, series.ends)
        facts = [part for part in (when, words.price(series.price_cents), at_a_glance.places(one)) if part]
        rows.append(
            _Row(
                one,
                tuple(wrap(_day(one), Face.BOLD, small, label - size * 0.6)),
                tuple(wrap(printable(series.name), Face.BOLD, size, room) or ["…"]),
                tuple(wrap_parts(facts, Face.REGULAR, small, room)),
            )
        )
    return _Rows(size, label, tuple(rows))


def _fitted(ranked: Sequence[Highlight], room: float) -> _Rows:
    """Give as many of the weightiest as fit, in the largest type in which they do."""
    for most in range(len(ranked), 0, -1):
        told = sorted(ranked[:most], key=lambda one: (one.days[0], one.series.starts))
        for rows in (_rows(told, size) for size in _NAMES):
            if rows.whole <= room:
                return rows
    # One whose name fills the picture is told by its beginning.
    rows = _rows(ranked[:1], _NAMES[-1])
    ((row,), size) = (rows.rows, rows.size)
    name = _shortened(row.name, max(1, int((room - rows.small * 3 * _TIGHT) / (size * _TIGHT))))
    return _Rows(size, rows.label, (_Row(row.highlight, row.day, tuple(name), row.facts),))


class _Picture:
    """One picture, measured and drawn."""

    def __init__(self, sheet: Sheet, week: WeekProgramme, house: House) -> None:
        self._sheet, self._week, self._house = sheet, week, house

    def draw(self, ranked: Sequence[Highlight]) -> None:
        """Draw head, highlights and foot."""
        top, bottom = self._head() + 22, self._foot() - 22
        if ranked and not at_a_glance.all_shut(self._week):
            self._draw_rows(_fitted(ranked, bottom - top), top, bottom)
        else:
            self._draw_welcome(top, bottom)
        self._sheet.turn()

    def _head(self) -> float:
        """Say whose week it is; give where that ends."""
        sheet = self._sheet
        logo, _ = logo_size(sheet.dress, _LOGO)
        room = _ROOM - (logo + 32 if logo else 0.0)
        name = self._house.name or translate("This week")
        size = next((s for s in _TITLES if len(wrap(name, Face.BOLD, s, room)) == 1), _TITLES[-1])
        lines = _shortened(wrap(name, Face.BOLD, size, room), _MOST_LINES)
        text = (_KICKER + len(lines) * size) * _TIGHT
        end = max(text, _LOGO if logo else 0.0) + 2 * 34.0
        sheet.band(end, MAIN)
        put_logo(sheet, (WIDE - _EDGE - logo, (end - _LOGO) / 2), _LOGO, plate=True)
        down = (end - text) / 2
        number = translate("Week {week}", week=self._week.monday.isocalendar().week)
        sheet.text(f"{number}{BETWEEN}{span_of_days(self._week)}", (_EDGE, down), Face.MEDIUM, _KICKER, WHITE)
        down += _KICKER * _TIGHT
        for line in lines:
            sheet.text(line, (_EDGE, down), Face.BOLD, size, WHITE)
            down += size * _TIGHT
        return end

    def _foot(self) -> float:
        """Say when the room is open, when not, and where it is; give where that begins."""
        sheet, week = self._sheet, self._week
        opened, closed, where = at_a_glance.come(week)
        # Why all of the week is closed stands above, in large letters.
        told = ((opened, Face.BOLD, INK), (closed if opened else [], Face.BOLD, SECOND), (where, Face.REGULAR, INK))
        lines = [
            (line, face, colour)
            for parts, face, colour in told
            for line in _shortened(wrap_parts(parts, face, _FOOT, _ROOM), _MOST_LINES)
        ]
        high = len(lines) * _FOOT * 1.3 + 2 * 26.0
        begins = sheet.paper.high - high
        sheet.canvas.setFillColor(HexColor(sheet.dress.paint(TINT)))
        sheet.canvas.rect(0, 0, WIDE, high, stroke=0, fill=1)
        down = begins + 26.0
        for line, face, colour in lines:
            sheet.text(line, (_EDGE, down), face, _FOOT, colour)
            down += _FOOT * 1.3
        return begins

    def _draw_rows(self, shown: _Rows, top: float, bottom: float) -> None:
        count = len(shown.rows)
        spare = bottom - top - shown.whole
        more = min(shown.size * 0.7, spare / count)
        gap = shown.gap + (min(shown.size * 0.7, (spare - more * count) / (count - 1)) if count > 1 else 0.0)
        used = sum(map(shown.high, shown.rows)) + more * count + gap * (count - 1)
        down = top + max(0.0, bottom - top - used) / 2
        for row in shown.rows:
            high = shown.high(row) + more
            self._draw_row(shown, row, down, high)
            down += high + gap

    def _draw_row(self, shown: _Rows, row: _Row, down: float, high: float) -> None:
        sheet, size, small = self._sheet, shown.size, shown.small
        colour = DAY_COLOURS[row.highlight.days[0].weekday()]
        sheet.frame((_EDGE, down), (shown.label, high), line=colour, fill=colour)
        at = down + (high - len(row.day) * small * _TIGHT) / 2
        for line in row.day:
            sheet.text_middle(line, (_EDGE + shown.label / 2, at), Face.BOLD, small, WHITE)
            at += small * _TIGHT
        left = _EDGE + shown.label + size * 0.45
        middle = (high - shown.picture) / 2
        put_picture(sheet, pictogram(row.highlight.series), (left, down + middle), shown.picture, colour)
        at = down + (high - (len(row.name) * size + len(row.facts) * small) * _TIGHT) / 2
        for line in row.name:
            sheet.text(line, (shown.left, at), Face.BOLD, size, INK)
            at += size * _TIGHT
        for line in row.facts:
            sheet.text(line, (shown.left, at), Face.REGULAR, small, SOFT_INK)
            at += small * _TIGHT

    def _draw_welcome(self, top: float, bottom: float) -> None:
        """Say in a week without anything special that the door is open, or why it is not."""
        said = at_a_glance.welcome(self._week)
        size, room = _WELCOMES[0], bottom - top
        big = wrap(said, Face.BOLD, size, _ROOM)
        shut = at_a_glance.shut_days(self._week) if at_a_glance.all_shut(self._week) else []
        reasons = [printable(day.closure.reason) for day in shut if day.closure]
        why = next((reason for reason in reasons if reason), "")
        small = next((s for s in _WELCOMES[2:] if len(wrap(why, Face.REGULAR, s, _ROOM)) <= _MOST_LINES), _WELCOMES[-1])
        most = int((room - len(big) * size * 1.25) / (small * 1.25))
        lines = [(line, Face.BOLD, size, MAIN) for line in big]
        lines += [(line, Face.REGULAR, small, INK) for line in _shortened(wrap(why, Face.REGULAR, small, _ROOM), most)]
        down = top + (room - sum(line[2] for line in lines) * 1.25) / 2
        for line, face, at, colour in lines:
            self._sheet.text_middle(line, (WIDE / 2, down), face, at, colour)
            down += at * 1.25


def share_sheet(week: WeekProgramme, ranked: Sequence[Highlight], house: House, paper: Paper = SQUARE) -> bytes:
    """Make the sheet of which the picture is taken; `ranked` are the highlights, the weightiest first.

    The same data gives the same bytes. StoreError when the program's letters are missing.
    """
    sheet = Sheet(house.week(week), house.name, dress=house.dress, paper=paper)
    _Picture(sheet, week, house).draw(ranked)
    return sheet.done()


def share_picture(week: WeekProgramme, ranked: Sequence[Highlight], house: House, paper: Paper = SQUARE) -> bytes:
    """Make the picture, as a PNG that bears nothing but its title; raises as `share_sheet`."""
    drawn = preview.page(share_sheet(week, ranked, house, paper), 0, WIDE)
    picture = Image.frombytes("RGBX", (drawn.width, drawn.height), drawn.rgbx).convert("RGB")
    told = PngImagePlugin.PngInfo()
    told.add_itxt("Title", house.week(week), lang="", tkey="Title")
    out = io.BytesIO()
    picture.save(out, "PNG", pnginfo=told)
    return out.getvalue()
