"""A sheet as one asks for it: what can be chosen, what it is about, and what comes out."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from buurtkamer_app.printing.dress import Ink

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.changes import Change


class Group(enum.Enum):
    """What a sheet is for."""

    WALL = "wall"
    GIVE = "give"
    WRITE = "write"
    HOSTS = "hosts"
    PROGRAMMES = "programmes"
    OFFICE = "office"


class Per(enum.Enum):
    """What a sheet is about: a time, one date of a series (ACTIVITY), a market, a street activity, or nothing else."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ACTIVITY = "activity"
    MARKET = "market"
    STREET = "street"
    NOTHING = "nothing"


class Choice(enum.Enum):
    """What can be chosen for a sheet, and is remembered."""

    INK = "ink"
    LANGUAGES = "languages"
    NUMBERS = "numbers"
    SIZE = "size"
    PICTURES = "pictures"


class Size(enum.StrEnum):
    """The size of paper."""

    A4 = "a4"
    A3 = "a3"


class Sides(enum.Enum):
    """Whether a sheet belongs on both sides of its paper, and along which edge that turns over."""

    ONE = "one"
    LONG_EDGE = "long"
    SHORT_EDGE = "short"


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen for a sheet; `languages` are two codes beside Dutch, `numbers` that it bears phone numbers."""

    ink: Ink = Ink.SAVING
    languages: tuple[str, str] = ("en", "ar")
    numbers: bool = False
    size: Size = Size.A4
    pictures: bool = True

    def kept(self) -> dict[str, str]:
        """Give the choices as words to remember them by."""
        return {
            Choice.INK.value: self.ink.value,
            Choice.LANGUAGES.value: " ".join(self.languages),
            Choice.NUMBERS.value: "1" if self.numbers else "",
            Choice.SIZE.value: self.size.value,
            Choice.PICTURES.value: "1" if self.pictures else "",
        }

    def with_kept(self, kept: Mapping[str, str]) -> Choices:
        """Give these choices with what was remembered in their place; what cannot be read stays as it is."""
        said = self.kept() | dict(kept)
        ink, size = said[Choice.INK.value], said[Choice.SIZE.value]
        first, _, second = said[Choice.LANGUAGES.value].partition(" ")
        return replace(
            self,
            ink=Ink(ink) if ink in list(Ink) else self.ink,
            languages=(first, second) if first and second else self.languages,
            numbers=bool(said[Choice.NUMBERS.value]),
            size=Size(size) if size in list(Size) else self.size,
            pictures=bool(said[Choice.PICTURES.value]),
        )


USUAL: Final = Choices()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sheet is asked for: the day that its week, month or year holds, what was chosen, and of which series.

    `event` is the market or street activity that the sheet is about, None: the next one, else the last.

    `number` is the one that the sheet was given, "" on a sheet that is only looked at. `blank` asks for one of no
    activity at all, where a sheet without a series would look for one itself.
    """

    day: date
    choices: Choices = USUAL
    series: UUID | None = None
    event: UUID | None = None
    number: str = ""
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A sheet that was made: the name that a file of it is proposed under, and the PDF.

    `on_paper` writes down through the services that it lies on paper, for a sheet of which the room knows that; it is
    called once it does.
    """

    name: str
    pdf: bytes
    sides: Sides = Sides.ONE
    on_paper: Callable[..., Change] | None = None
