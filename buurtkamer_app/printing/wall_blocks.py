"""The words of the wall sheet as blocks of lines, in a size of type: rows of the days, of wishes, how to come in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.dress import SECOND
from buurtkamer_app.printing.flow import Block, Entry, Line, Piece
from buurtkamer_app.printing.house_style import DAY_COLOURS, INK, LEADING, LINE, ROOM, SOFT_INK
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import BETWEEN, wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.printing.wall_words import DayWords, Row, WallWords

_CLOCK = "00.00\u201300.00"


@dataclass(frozen=True, slots=True)
class Setting:
    """How large the type is, in points, and whether place and price stand beside a name or always below it.

    `pictures` says whether a pictogram stands before each name.
    """

    size: float
    beside: bool
    pictures: bool = False

    @property
    def large(self) -> float:
        """Give the size of names."""
        return self.size * 1.08

    @property
    def label_size(self) -> float:
        """Give the size of a day's name."""
        return self.size * 1.12

    @property
    def inset(self) -> float:
        """Give the room between a frame and its text."""
        return self.size * 0.62

    @property
    def picture(self) -> float:
        """Give the side of a pictogram: a little lower than a line."""
        return self.large * 1.05

    @property
    def picture_left(self) -> float:
        """Tell where pictograms begin, right of the times."""
        return width(_CLOCK, Face.BOLD, self.size) + self.size * 0.6

    @property
    def name_left(self) -> float:
        """Tell where names begin."""
        return self.picture_left + (self.picture + self.size * 0.4 if self.pictures else 0.0)


def label_width(told: WallWords, setting: Setting) -> float:
    """Tell how wide the labels of the days are: the longest name fits."""
    longest = max(width(name, Face.BOLD, setting.label_size) for name in told.labels)
    return longest + 1.7 * setting.inset


def label_height(setting: Setting) -> float:
    """Tell how high a label is at least: the day's name, its number and, on a next page, that it goes on."""
    return setting.label_size * LEADING * 2.7 + setting.inset


def _plain(text: str, face: Face, size: float, room: float, colour: str = INK) -> Entry:
    return Entry(tuple(Line((Piece(line, face, size, 0, colour),)) for line in wrap(text, face, size, room)))


def _named(name: Sequence[Piece], facts: Sequence[str], look: tuple[Face, str], setting: Setting, room: float) -> Entry:
    """Put facts to the right of the last line of a name where they fit, else below it, in line with the name."""
    (face, colour), size, left = look, setting.size, name[-1].left
    lines = [[piece] for piece in name]
    beside = BETWEEN.join(facts)
    used = left + width(name[-1].words, name[-1].face, name[-1].size) + size * 0.8
    if facts and setting.beside and used + width(beside, face, size) <= room:
        lines[-1].append(Piece(beside, face, size, room - width(beside, face, size), colour))
    else:
        below = wrap_parts(facts, face, size, room - left)
        lines += [[Piece(line, face, size, left, colour)] for line in below]
    return Entry(tuple(Line(tuple(pieces)) for pieces in lines))


def _row(row: Row, setting: Setting, room: float) -> Entry:
    """Lay out a row: times, pictogram, name, and what is to be known."""
    left = setting.name_left
    name = [
        Piece(line, Face.BOLD, setting.large, left) for line in wrap(row.name, Face.BOLD, setting.large, room - left)
    ]
    # What does not go on is bold and in ink, so that it is seen in black and white as well.
    look = (Face.REGULAR, SOFT_INK) if row.goes_on else (Face.BOLD, INK)
    first, *others = _named(name, row.facts, look, setting, room).lines
    first = Line((Piece(row.when, Face.BOLD, setting.size), *first.pieces))
    return Entry((first, *others), row.picture if setting.pictures else "")


def _day(told: DayWords, setting: Setting, label: float) -> Block:
    if told.day is None:
        line = f"{told.name}{BETWEEN}{told.note}"
        return Block((_plain(line, Face.MEDIUM, setting.size, ROOM, SOFT_INK),), LINE, framed=False)
    room = ROOM - label - 2 * setting.inset - setting.size * 0.4
    colour = DAY_COLOURS[told.day.weekday()]
    note = [_plain(told.note, Face.BOLD, setting.large, room, colour)] if told.note else []
    rows = [_row(row, setting, room) for row in told.rows]
    return Block((*note, *rows), colour, told.day, inset=setting.inset * 0.6, least=label_height(setting))


def _wishes(told: WallWords, setting: Setting) -> Block:
    """Give the block that says what became of wishes, and how to tell one."""
    room = ROOM - 2 * setting.inset - setting.size * 0.4
    ask = translate("Do you have a wish? Tell the host.")
    if not told.became:
        return Block((_plain(ask, Face.BOLD, setting.size, room),), SECOND, inset=setting.inset * 0.8)
    heading = Piece(translate("Your wish became this"), Face.BOLD, setting.size * 1.3, 0, SECOND)
    entries = [_named([heading], [ask], (Face.BOLD, INK), setting, room)]
    for activity, asked in told.became:
        lines = wrap(activity, Face.MEDIUM, setting.size, room)
        name = [Piece(line, Face.MEDIUM, setting.size) for line in lines]
        entries.append(_named(name, [asked], (Face.REGULAR, SOFT_INK), setting, room))
    return Block(tuple(entries), SECOND, inset=setting.inset * 0.8)


def _coming_in(told: WallWords, setting: Setting) -> Block:
    """Give the lines that say when the room is open and how to get in."""
    opened = wrap_parts(told.hours, Face.BOLD, setting.size, ROOM)
    lines = [Line((Piece(line, Face.BOLD, setting.size),)) for line in opened]
    lines += _plain(told.entrance, Face.REGULAR, setting.size, ROOM).lines
    return Block((Entry(tuple(lines)),) if lines else (), LINE, framed=False)


def blocks(told: WallWords, setting: Setting) -> list[Block]:
    """Give all of a week in one size of type."""
    label = label_width(told, setting)
    return [*(_day(day, setting, label) for day in told.days), _wishes(told, setting), _coming_in(told, setting)]
