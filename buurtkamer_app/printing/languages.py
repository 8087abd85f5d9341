"""The languages that a sheet can be written in beside Dutch: their words, and days as each of them says them."""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from babel import Locale
from babel.dates import format_date, format_skeleton, get_day_names

from buurtkamer_app.base import paths
from buurtkamer_app.printing.words import clock
from buurtkamer_app.printing.wrapping import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, time

# In the order in which they are offered: those that most newcomers in the Netherlands read come first.
OFFERED: Final = ("en", "ar", "tr", "uk", "pl", "fa", "es", "fr", "de", "pt", "ro", "bg")
HOME: Final = "nl"
USUAL: Final = ("en", "ar")
HEADINGS: Final = (
    "This week in {room}",
    "{first} to {last}",
    "from {start} to {end}",
    "Opening hours",
    "open",
    "closed",
    "public holiday",
    "does not go on",
    "sign up with the host",
    "full, waiting list",
    "on another day than usual",
    "Everybody is welcome. Just walk in.",
    "Do you have a wish? Tell the host.",
    "Address",
    "place in use",
    "sign up first",
    "Free, unless there is a price.",
)
# English days and months as they are said on this side of the sea.
_LOCALES: Final = {"en": "en_GB"}


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    """Read the words of a language; what it has not is said as the program says it in that language, or in English."""
    found: gettext.NullTranslations = gettext.NullTranslations()
    for file in (paths.made() / "languages" / f"{code}.mo", paths.catalogues() / code / "LC_MESSAGES/buurtkamer.mo"):
        if file.is_file():
            with file.open("rb") as compiled:
                read = gettext.GNUTranslations(compiled)
            if isinstance(found, gettext.GNUTranslations):
                found.add_fallback(read)
            else:
                found = read
    return found


@cache
def _backwards(code: str) -> bool:
    return bool(Locale.parse(code).text_direction == "rtl")


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its code in CLDR."""

    code: str

    @property
    def name(self) -> str:
        """Give its name in its own words, with a capital: `Türkçe`."""
        name = str(Locale.parse(self.code).get_display_name(self.code) or self.code)
        return name[:1].upper() + name[1:]

    @property
    def right_to_left(self) -> bool:
        """Tell whether it is written from right to left."""
        return _backwards(self.code)

    def row(self, parts: Iterable[str]) -> str:
        """Put parts in a row, with the comma of the language."""
        return ("، " if self.right_to_left else ", ").join(parts)

    def led(self, text: str) -> str:
        """Mark a text of this language with the way in which it goes by and large."""
        return RIGHT_TO_LEFT + text if self.right_to_left and text else text

    def said(self, message: str, **values: object) -> str:
        """Say one of `HEADINGS` or the word of a pictogram."""
        words = _catalogue(self.code).gettext(message)
        return words.format(**values) if values else words

    @property
    def _locale(self) -> str:
        return _LOCALES.get(self.code, self.code)

    def weekday(self, on: date) -> str:
        """Say which day of the week a day is."""
        return str(get_day_names("wide", context="stand-alone", locale=self._locale)[on.weekday()])

    def days(self, first: date, last: date) -> str:
        """Say from which day to which, with the month and the year, as the language has it."""
        until = format_date(last, "long", locale=self._locale)
        if first.year != last.year:
            start = format_date(first, "long", locale=self._locale)
        elif first.month != last.month:
            start = format_skeleton("MMMMd", first, locale=self._locale)
        else:
            start = f"{first.day}." if self.code == "de" else str(first.day)
        return self.said("{first} to {last}", first=start, last=until)

    def weekdays(self, days: Sequence[int]) -> str:
        """Say days of the week (Monday is 0) that follow each other: one, or the first to the last."""
        names = get_day_names("wide", context="stand-alone", locale=self._locale)
        if len(days) == 1:
            return str(names[days[0]])
        return self.said("{first} to {last}", first=names[days[0]], last=names[days[-1]])

    def span(self, starts: time, ends: time) -> str:
        """Say from when until when, in words."""
        return self.said("from {start} to {end}", start=clock(starts), end=clock(ends))


def chosen(codes: Iterable[str]) -> tuple[Language, ...]:
    """Give the languages beside Dutch that were chosen: each once, those that are not known left out; never none.

    Those that go from right to left come last: their column ends at the right edge of the sheet.
    """
    known = dict.fromkeys(code for code in codes if code in OFFERED)
    return tuple(sorted((Language(code) for code in known or USUAL), key=lambda known: known.right_to_left))


def offered() -> dict[str, str]:
    """Give every language that can be chosen, by its code: its name in its own words."""
    return {code: Language(code).name for code in OFFERED}
