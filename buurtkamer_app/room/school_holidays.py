"""School holidays: read from a file that the room may change, and shown; they close nothing by themselves."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import FileRefusedError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER: Final = "school_holidays"
COUNTRIES: Final = {"NL": "nl.csv", "BE": "be.csv"}
# As the files name them; what people read stands behind it.
REGIONS: Final = {
    "noord": ("NL", mark("School region North")),
    "midden": ("NL", mark("School region Middle")),
    "zuid": ("NL", mark("School region South")),
    "vlaanderen": ("BE", mark("Flanders")),
}
_HEADINGS: Final = ("regio", "naam", "van", "tot en met", "zeker")
_MOST_LETTERS: Final = 200_000
_MOST_LINES: Final = 2000
_LONGEST: Final = 100  # days
_TURNED: Final = re.compile(r"\d{1,2}-\d{1,2}-\d{4}")
_YES: Final = frozenset({"ja", "yes", "j", "y"})
_NO: Final = frozenset({"nee", "no", "n"})


@dataclass(frozen=True, slots=True)
class SchoolHoliday:
    """A holiday of the schools of a region, both days included; not `sure` while it was not published yet."""

    region: str
    name: str
    first: date
    last: date
    sure: bool = True


class SchoolHolidays:
    """Reads the files that come with the program, or the room's own in their place."""

    def __init__(self, own: Path | None = None) -> None:
        self._own = own
        self._read: dict[tuple[Path, int], tuple[SchoolHoliday, ...]] = {}

    def between(self, region: str, first: date, last: date) -> list[SchoolHoliday]:
        """Give the holidays of a region that touch a period, by date; none without a region.

        Raises `FileRefusedError`, which names the line, when the file of that country cannot be read.
        """
        if region not in REGIONS:
            return []
        return [
            entry
            for entry in self._holidays(self.file(REGIONS[region][0]))
            if entry.region == region and entry.first <= last and first <= entry.last
        ]

    def file(self, country: str) -> Path:
        """Give the file that counts: the room's own copy where there is one."""
        name = COUNTRIES[country]
        own = self._own / FOLDER / name if self._own is not None else None
        return own if own is not None and own.is_file() else paths.resources() / FOLDER / name

    def _holidays(self, file: Path) -> tuple[SchoolHoliday, ...]:
        """Read a file once, and again when it was changed."""
        try:
            key = (file, file.stat().st_mtime_ns)
            if key not in self._read:
                self._read = {**{known: read for known, read in self._read.items() if known[0] != file}}
                self._read[key] = tuple(parse(_text(file), file.name))
            return self._read[key]
        except OSError as error:
            raise FileRefusedError(
                "The file {file} with school holidays cannot be read.", type(error).__name__, file=file.name
            ) from error


def _text(file: Path) -> str:
    with file.open("rb") as source:
        raw = source.read(_MOST_LETTERS + 1)
    if len(raw) > _MOST_LETTERS:
        raise FileRefusedError("The file {file} with school holidays is too large.", file=file.name)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What a spreadsheet of an older Windows writes.
        return raw.decode("cp1252", errors="replace")


def parse(text: str, name: str) -> Iterator[SchoolHoliday]:
    """Read lines of school holidays; blank lines and those that begin with # say nothing.

    Raises `FileRefusedError` with the number of the line that cannot be read.
    """
    lines = text.splitlines()
    if len(lines) > _MOST_LINES:
        raise FileRefusedError("The file {file} with school holidays is too large.", file=name)
    told = [(number, line) for number, line in enumerate(lines, start=1) if line.strip() and line.lstrip()[0] != "#"]
    separator = ";" if told and ";" in told[0][1] else ","
    for place, (number, line) in enumerate(told):
        cells = _cells(line, separator, name, number)
        if place == 0 and cells and cells[0].casefold() == _HEADINGS[0]:
            continue
        yield _entry(cells, name, number)


def _cells(line: str, separator: str, file: str, number: int) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=separator))]
    except csv.Error as error:
        raise FileRefusedError("{file}, line {line}: the name cannot be read.", file=file, line=number) from error


def _entry(cells: list[str], file: str, line: int) -> SchoolHoliday:
    filled = [*cells, "ja"] if len(cells) == len(_HEADINGS) - 1 else cells
    if len(filled) != len(_HEADINGS):
        raise FileRefusedError(
            "{file}, line {line}: give region, name, first day, last day and ja or nee.", file=file, line=line
        )
    region, title, first, last, sure = filled
    if region.casefold() not in REGIONS:
        raise FileRefusedError(
            "{file}, line {line}: the region {region} is not known.", file=file, line=line, region=region[:40]
        )
    begins, ends = _day(first, file, line), _day(last, file, line)
    if ends < begins:
        raise FileRefusedError("{file}, line {line}: the last day comes before the first.", file=file, line=line)
    if (ends - begins).days > _LONGEST:
        raise FileRefusedError("{file}, line {line}: no holiday is that long.", file=file, line=line)
    if sure.casefold() not in _YES | _NO:
        raise FileRefusedError("{file}, line {line}: is it sure? Say ja or nee.", file=file, line=line)
    return SchoolHoliday(region.casefold(), _title(title, file, line), begins, ends, sure.casefold() in _YES)


def _title(text: str, file: str, line: int) -> str:
    try:
        kept = one_line(text)
    except RefusedError:
        kept = ""
    if not kept:
        raise FileRefusedError("{file}, line {line}: the name cannot be read.", file=file, line=line)
    return kept


def _day(text: str, file: str, line: int) -> date:
    """Read a day as 2026-12-19, or as a spreadsheet writes it: 19-12-2026."""
    turned = "-".join(reversed(text.split("-"))) if _TURNED.fullmatch(text) else text
    try:
        return date.fromisoformat("-".join(part.zfill(2) for part in turned.split("-")))
    except ValueError as error:
        raise FileRefusedError(
            "{file}, line {line}: {text} is not a day like 2026-12-19.", file=file, line=line, text=text[:40]
        ) from error
