"""The poster: what is worth coming for this week, at a glance and from three metres."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.highlights import MOST, highlights
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import at_a_glance, poster_rows, words
from buurtkamer_app.printing.downward import fitting
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.house_style import A3, INK, LEADING, MARGIN, SOFT_INK, WHITE, Paper, Sheet
from buurtkamer_app.printing.logo import put_logo
from buurtkamer_app.printing.poster_rows import FACTS, NAMES, TIGHT, line_height
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from buurtkamer_app.activities.highlights import Highlight
    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.poster_rows import Rows

# All in points on A3. Tried from large to small; the last ones only for a text that would else not fit on the page.
_SIZES: Final = (80.0, 72.0, 66.0, 60.0, 56.0, 52.0, 49.0, 46.0, 43.0, NAMES)
_LAST_SIZES: Final = (34.0, 28.0, 22.0, 17.0)
_TITLE: Final = (84.0, 76.0, 68.0, 60.0, 52.0, 46.0, NAMES)
# A title that is smaller makes room for one more highlight.
_SMALLER_TITLE: Final = 60.0
_MOST_TITLE_LINES: Final = 2
_KICKER: Final = (42.0, FACTS, 28.0)
_SAID: Final = (FACTS, 33.0, 31.0, 29.0, 27.0, 24.0, 21.0, 18.0)
_MOST_SAID_LINES: Final = 10
_WELCOME: Final = 104.0
_WHY: Final = (56.0, 49.0, 43.0)
_SENTENCES: Final = re.compile(r"(?<=[.!?]) ")
_EDGE: Final = 40.0
_LOGO: Final = 92.0
_BELOW: Final = 20.0  # the title
# What is read from near: when it was made. 12 points on A4.
_SMALL: Final = 17.0


@dataclass(frozen=True, slots=True)
class _Title:
    """What stands on top, and where it ends."""

    kicker: str
    small: float
    size: float
    lines: tuple[str, ...]
    apart: float
    ends: float


class _Poster:
    """One poster, measured and drawn; `_k` is how large its paper is against A3."""

    def __init__(self, sheet: Sheet, week: WeekProgramme, house: House, *, pictures: bool) -> None:
        self._sheet, self._week, self._house, self._pictures = sheet, week, house, pictures
        self._wide, self._high = sheet.paper
        self._k = self._wide / A3.wide
        self._edge = max(MARGIN, _EDGE * self._k)
        self._room = self._wide - 2 * self._edge

    def draw(self) -> None:
        """Draw the page."""
        bottom = self._bottom()
        title, chosen = self._best(bottom)
        self._head(title)
        top = title.ends + _BELOW * self._k
        if chosen.rows:
            poster_rows.draw(self._sheet, chosen, (self._edge, top), bottom - top)
        else:
            self._welcome(top, bottom)
        self._sheet.turn()

    def _best(self, bottom: float) -> tuple[_Title, Rows]:
        """Give as many highlights as fit, in the largest type in which they do, below a title that leaves them room."""
        titles = [self._title(most) for most in (_TITLE[0], _SMALLER_TITLE)]
        for most in range(MOST, 0, -1):
            picked = highlights(self._week, most)
            for title, size in product(titles, _SIZES if most > 1 else (*_SIZES, *_LAST_SIZES)):
                rows = self._rows(picked, size)
                if (size <= NAMES or not rows.cut) and rows.high <= bottom - title.ends - _BELOW * self._k:
                    return title, rows
        return titles[-1], self._rows([], NAMES)

    def _rows(self, picked: list[Highlight], size: float) -> Rows:
        return poster_rows.rows(picked, size * self._k, FACTS * self._k, self._room, pictures=self._pictures)

    def _title(self, most: float) -> _Title:
        """Say whose week it is, the name at most as large as `most`, on one line where it can."""
        k, name = self._k, self._house.name or translate("This week")
        kicker = f"{translate('This week')} · {_dates(self._week)}"
        small = next(
            (size * k for size in _KICKER if width(kicker, Face.MEDIUM, size * k) <= self._room), _KICKER[-1] * k
        )
        for size in (size for size in (*_TITLE, *_LAST_SIZES) if size <= most):
            lines = wrap(name, Face.BOLD, size * k, self._room)
            if len(lines) == 1 or (size <= NAMES and len(lines) <= _MOST_TITLE_LINES):
                break
        apart = line_height(name)
        ends = self._edge + (small + 4 * k) * TIGHT + len(lines) * size * k * apart + 16 * k
        return _Title(kicker, small, size * k, tuple(lines), apart, ends)

    def _head(self, title: _Title) -> None:
        """Draw whose week it is."""
        sheet, k, filled = self._sheet, self._k, self._house.dress.filled
        if filled:
            sheet.band(title.ends, MAIN)
        else:
            sheet.rule(self._edge, self._wide - self._edge, title.ends - 3 * k, colour=MAIN, weight=6 * k)
        down = self._edge - 4 * k
        sheet.text(title.kicker, (self._edge, down), Face.MEDIUM, title.small, WHITE if filled else SECOND)
        down += (title.small + 4 * k) * TIGHT
        for line in title.lines:
            sheet.text(line, (self._edge, down), Face.BOLD, title.size, WHITE if filled else MAIN)
            down += title.size * title.apart

    def _bottom(self) -> float:
        """Draw when it is open, where it is, and when this was made; give where that begins."""
        sheet, k, left = self._sheet, self._k, self._edge
        size = _SMALL * k
        down = self._high - self._edge - size * LEADING
        more = translate("The week sheet tells all of the week.")
        dated = wrap_parts((more, self._house.dated(self._week.monday)), Face.REGULAR, size, self._room - 3 * size)
        sheet.text_right("1/1", (self._wide - left, down), Face.REGULAR, size, SOFT_INK)
        down -= (len(dated) - 1) * size * LEADING
        for number, line in enumerate(dated):
            sheet.text(line, (left, down + number * size * LEADING), Face.REGULAR, size, SOFT_INK)
        logo = put_logo(sheet, (left, down - (_LOGO + 10) * k), _LOGO * k)
        left += logo + (24 * k if logo else 0.0)
        lines = self._said(self._wide - self._edge - left)
        down -= max(sum(high for *_, high in lines), _LOGO * k if logo else 0.0) + 10 * k
        begins = down - 24 * k
        sheet.rule(self._edge, self._wide - self._edge, down - 8 * k, colour=MAIN, weight=3 * k)
        for said, face, size, high in lines:
            sheet.text(said, (left, down), face, size, INK)
            down += high
        return begins

    def _said(self, room: float) -> list[tuple[str, Face, float, float]]:
        """Give the lines of the foot, each as large as the facts where it then stays on one line, with its height."""
        lines: list[tuple[str, Face, float, float]] = []
        faces = (Face.BOLD, Face.BOLD, Face.REGULAR)
        open_, shut, where = at_a_glance.come(self._week)
        # Why it is closed all week stands large above.
        shut = [] if at_a_glance.why_shut(self._week) else shut
        told = [(parts, face) for parts, face in zip((open_, shut, where), faces, strict=True) if parts]
        apart = line_height(*(part for parts, _ in told for part in parts))
        for parts, face in told:
            for size in (size * self._k for size in _SAID):
                wrapped = wrap_parts(parts, face, size, room)
                if len(wrapped) == 1:
                    break
            lines += [(line, face, size, size * apart) for line in wrapped]
        return lines[:_MOST_SAID_LINES]

    def _welcome(self, top: float, bottom: float) -> None:
        """Say in a week without anything on that the door is open, or that it is not."""
        size = _WELCOME * self._k
        said = _SENTENCES.split(at_a_glance.welcome(self._week))
        lines = [(line, Face.BOLD, size, MAIN) for text in said for line in wrap(text, Face.BOLD, size, self._room)]
        why, small = fitting(at_a_glance.why_shut(self._week), [each * self._k for each in _WHY], self._room)
        lines += [(line, Face.BOLD, small, INK) for line in why]
        down = top + max(0.0, bottom - top - sum(size for _, _, size, _ in lines) * LEADING) / 2
        for line, face, size, colour in lines:
            self._sheet.text(line, (self._edge, down), face, size, colour)
            down += size * LEADING


def _dates(week: WeekProgramme) -> str:
    first, last = week.days[0].on, week.days[-1].on
    begins = words.said(first, "d" if first.month == last.month else "d MMM")
    return f"{begins}\u00a0\u2013\u00a0{words.said(last, 'd MMMM')}"


def poster(week: WeekProgramme, house: House, *, paper: Paper = A3, pictures: bool = True) -> bytes:
    """Make the poster of a week as a PDF on one page; the same data gives the same bytes.

    At most seven highlights, fewer when their names are so long that they would not be read from three metres.
    StoreError when the program's letters or pictures are missing.
    """
    sheet = Sheet(house.week(week), house.name, dress=house.dress, paper=paper)
    sheet.entry(translate("This week in {room}", room=house.name))
    _Poster(sheet, week, house, pictures=pictures).draw()
    return sheet.done()
