"""The week in several languages: who reads no Dutch sees when to come, and what there is to do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.flow import paginate, spread
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import HEIGHT, INK, LEADING, MARGIN, ROOM, WHITE, WIDTH, Sheet
from buurtkamer_app.printing.laid_out import put_lines, put_part
from buurtkamer_app.printing.languages import HOME, Language
from buurtkamer_app.printing.languages_blocks import blocks, label_lines, label_width
from buurtkamer_app.printing.languages_columns import Look, Setting, columns
from buurtkamer_app.printing.logo import logo_size, put_logo
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.printing.flow import Entry, Line, Part
    from buurtkamer_app.printing.house import House

# Tried from small to large: the largest that takes no page more than the smallest.
_SIZES: Final = (12.0, 12.5, 13.0, 13.5, 14.0, 15.0)
_TITLE: Final = 26.0
_TITLES: Final = (17.0, 16.0, 15.0)
_UNDER: Final = 13.0
_LOGO: Final = 44.0
_WELCOME: Final = ("Everybody is welcome. Just walk in.", "Free, unless there is a price.")
# A name of a thousand letters must leave room for the week.
_MOST_LINES: Final = 4
_MOST_FOOT_LINES: Final = 6
# Larger type in which words no longer fit beside each other reads worse.
_MORE_LINES: Final = 1.04


class _Several:
    """One sheet in several languages: what it says, measured, broken into pages and drawn."""

    def __init__(self, week: WeekProgramme, languages: Sequence[Language], house: House) -> None:
        self._week, self._house = week, house
        self._languages = (Language(HOME), *languages)
        self._filled = house.dress.filled
        self._logo = logo_size(house.dress, _LOGO)[0]
        self._foot = foot_of(house, week.monday)
        head = Setting(_UNDER, self._languages)
        titles = [known.said("This week in {room}", room=house.name) for known in self._languages]
        self.title = titles[0]
        room = ROOM - (self._logo + 20 if self._logo else 0)
        self._heading = wrap_whole(titles[0], house.name, Face.BOLD, _TITLE, room)[:_MOST_LINES]
        self._others = _titles(titles[1:], head)
        days = [known.days(week.monday, week.days[-1].on) for known in self._languages]
        welcome = [" ".join(known.said(message) for message in _WELCOME) for known in self._languages]
        self._under = columns(days, head, (0.0, ROOM), Look(Face.REGULAR, _UNDER))
        self._under += columns(welcome, head, (0.0, ROOM), Look(Face.MEDIUM, _UNDER))
        self.days = days[0]

    def _lines(self, page: int) -> list[Line]:
        return self._under[:1] if page else [*self._others, *self._under]

    def _top(self, page: int) -> float:
        lines = sum(line.height for line in self._lines(page))
        if page:
            return MARGIN + lines + 8
        return MARGIN + max(len(self._heading) * _TITLE * LEADING, _LOGO if self._logo else 0) + lines + 12

    def _room(self, page: int) -> float:
        return HEIGHT - MARGIN - self._foot.height - 8 - self._top(page)

    def _broken(self, setting: Setting) -> list[list[Part]]:
        told = blocks(self._week, self._house, setting)
        return paginate(told, self._room(0), self._room(1), setting.size * 0.5)

    def _best(self) -> tuple[Setting, list[list[Part]]]:
        """Find the largest type that needs no more pages than the smallest, and hardly more lines."""
        best = Setting(_SIZES[0], self._languages)
        pages = self._broken(best)
        most = _count(pages) * _MORE_LINES
        for size in _SIZES[1:]:
            setting = Setting(size, self._languages)
            broken = self._broken(setting)
            if len(broken) > len(pages) or _count(broken) > most:
                break
            best, pages = setting, broken
        return best, pages

    def draw(self, sheet: Sheet) -> None:
        """Draw every page; the days are in the outline."""
        setting, pages = self._best()
        label = label_width(self._week, setting)
        for number, page in enumerate(pages):
            spread(page, self._top(number), self._room(number), setting.size * 0.5, setting.size * 0.5)
            self._head(sheet, number)
            for part in page:
                self._part(sheet, part, setting, label)
            self._foot.put(sheet, number + 1, len(pages))
            sheet.turn()

    def _head(self, sheet: Sheet, page: int) -> None:
        bottom = self._top(page) - 10
        sheet.head(bottom)
        down = MARGIN - 6
        if self._logo and not page:
            put_logo(sheet, (WIDTH - MARGIN - self._logo, down + 2), _LOGO, plate=self._filled)
        for line in () if page else self._heading:
            sheet.text(line, (MARGIN, down), Face.BOLD, _TITLE, WHITE if self._filled else MAIN)
            down += _TITLE * LEADING
        if self._logo and not page:
            down = max(down, MARGIN - 6 + _LOGO)
        put_lines(sheet, self._lines(page), (MARGIN, down), WHITE if self._filled else INK)

    def _part(self, sheet: Sheet, part: Part, setting: Setting, label: float) -> None:
        left = MARGIN
        if part.block.day:
            left += label + setting.size * 0.4
            self._label(sheet, part, setting, label)
        put_part(sheet, part, left, setting.inset, partial(_picture, sheet, setting, part.block.colour))

    def _label(self, sheet: Sheet, part: Part, setting: Setting, wide: float) -> None:
        day = next(day for day in self._week.days if day.on == part.block.day)
        colour = part.block.colour
        fill = colour if self._filled else ""
        sheet.frame((MARGIN, part.down), (wide, part.height), line=colour, fill=fill, weight=1.6)
        ink = WHITE if self._filled else colour
        left, down = MARGIN + setting.inset * 0.85, part.down + setting.inset * 0.5
        if not part.continued:
            sheet.entry(words.said(day.on, "EEEE d MMMM"), part.down - 6)
        number = setting.large * 1.6
        sheet.text(str(day.on.day), (left, down), Face.BOLD, number, ink)
        if part.continued:
            after = left + width(f"{day.on.day} ", Face.BOLD, number)
            sheet.text("…", (after, down + number * 0.2), Face.BOLD, setting.size, ink)
        down += number * LEADING
        for name, look in label_lines(day, setting):
            sheet.text(name, (left, down), look.face, look.size, ink)
            down += look.size * LEADING


def _count(pages: Sequence[Sequence[Part]]) -> int:
    """Give how many lines there are."""
    return sum(len(entry.lines) for page in pages for part in page for entry in part.entries)


def _titles(titles: Sequence[str], head: Setting) -> list[Line]:
    """Set the title in the other languages beside each other where they fit, else each on lines of its own."""
    for size in _TITLES:
        beside = columns(titles, head, (0.0, ROOM), Look(Face.BOLD, size))
        if len(beside) == 1:
            return beside
    below: list[Line] = []
    for title, language in zip(titles, head.languages[1:], strict=True):
        below += columns([title], Setting(head.size, (language,)), (0.0, ROOM), Look(Face.BOLD, _TITLES[0]))[
            :_MOST_LINES
        ]
    return below


def _picture(sheet: Sheet, setting: Setting, colour: str, entry: Entry, at: tuple[float, float]) -> None:
    """Draw the pictogram of an activity beside its name and what it is."""
    high = sum(line.height for line in entry.lines[:2])
    place = (at[0] + setting.picture_left, at[1] + (high - setting.picture) / 2)
    put_picture(sheet, entry.picture, place, setting.picture, colour)


def languages_sheet(week: WeekProgramme, languages: Sequence[Language], house: House) -> bytes:
    """Make the sheet of a week in Dutch and in other languages, as a PDF; no visitor's name stands on it.

    In the largest type from 12 points on with which it fits on the fewest pages. The same data gives the same bytes.
    StoreError when letters or pictures are missing.
    """
    several = _Several(week, languages, house)
    title = f"{several.title} · {several.days} · {translate('Several languages')}"
    sheet = Sheet(title, house.name, dress=house.dress)
    several.draw(sheet)
    return sheet.done()
