"""The week to share: as a picture, square and upright, and as text in few words; no visitor's name is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.highlights import MOST, ranked
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Choices
from buurtkamer_app.papers.told_week import told_week
from buurtkamer_app.printing.dress import Ink
from buurtkamer_app.printing.share_picture import SQUARE, UPRIGHT, share_picture
from buurtkamer_app.printing.share_text import long_text, short_text

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.services import Services

# By what the command calls it: how its file is called.
FILES: Final = {
    "share-square": mark("Week {week} square.png"),
    "share-upright": mark("Week {week} upright.png"),
    "share-short": mark("Week {week} short message.txt"),
    "share-long": mark("Week {week} for the paper.txt"),
}


@dataclass(frozen=True, slots=True)
class Shared:
    """The week of a Monday as two pictures (PNG) and two texts."""

    monday: date
    square: bytes
    upright: bytes
    short: str
    long: str

    @property
    def folder(self) -> str:
        """Give the name of the folder for all four."""
        return translate("Week {week} to share", week=self.monday.isocalendar().week)

    @property
    def contents(self) -> dict[str, bytes]:
        """Give what is in each file, by what the command calls it."""
        whole = (self.square, self.upright, _file(self.short), _file(self.long))
        return dict(zip(FILES, whole, strict=True))

    @property
    def files(self) -> dict[str, bytes]:
        """Give what is in each file, by the name of the file."""
        week = self.monday.isocalendar().week
        return {translate(FILES[name], week=week): content for name, content in self.contents.items()}


def _file(text: str) -> bytes:
    """Give a text as every editor reads it: the mark at the beginning says which letters it is in."""
    return (text + "\n").replace("\n", "\r\n").encode("utf-8-sig")


def shared(services: Services, day: date) -> Shared:
    """Make what is shared of the week that holds a day; `StoreError` when the letters for printing are missing."""
    services.store.allow(Role.HOST)
    week = told_week(services, day)
    best = ranked(week, MOST)
    # A telephone takes no ink.
    whose = house(services, Choices(ink=Ink.COLOUR), week.facts)
    return Shared(
        week.monday,
        share_picture(week, best, whose, SQUARE),
        share_picture(week, best, whose, UPRIGHT),
        short_text(week, best),
        long_text(week, best),
    )
