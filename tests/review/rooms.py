"""Logs of many rooms, made without any room: a month each, of the size that real ones have."""

from __future__ import annotations

import io
import random
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

import msgspec
import pikepdf
from reportlab.pdfgen.canvas import Canvas

from buurtkamer_app.exchange.log.file import log_file
from buurtkamer_app.exchange.log.reading import as_typed
from buurtkamer_app.exchange.log.records import (
    FORMAT,
    HourCount,
    Log,
    LogActivity,
    LogAround,
    LogBar,
    LogChange,
    LogEntry,
    LogFigures,
    LogHours,
    LogQuestion,
    LogTheme,
    LogWish,
    PurposeCount,
)
from buurtkamer_app.exchange.log.rules import shown, shown_parts

if TYPE_CHECKING:
    from pathlib import Path

MARCH: Final = (date(2026, 3, 1), date(2026, 3, 31))
SECRET: Final = bytes(range(32))
THEMES: Final = ("neighbourhood", "community", "informal_care", "health")


def words(number: int) -> str:
    """Give the passphrase of a room's logs."""
    return f"appel boom citroen deur kamer{number}"


def vault(number: int) -> UUID:
    """Give the vault of a room."""
    return UUID(int=0xB0000000_0000_4000_8000_000000000000 + number)


def key(number: int) -> bytes:
    """Give the signing key of a room."""
    return bytes([number % 251 + 1, number // 251 + 1]) * 16


def month(number: int, first: date = MARCH[0], last: date = MARCH[1], name: str = "") -> Log:
    """Give what a room tells of a period."""
    chance = random.Random(f"{number} {first}")
    days = (last - first).days + 1
    hours = {hour: chance.randint(0, 60) for hour in range(9, 17)}
    total = sum(hours.values())
    figures = LogFigures(
        total, total // 3, total - total // 3, chance.randint(0, 9), chance.randint(0, 12), 0,
        tuple(HourCount(hour, cell) for hour, cell in shown_parts(hours).items()),
        (PurposeCount("walk_in", total),), shown(chance.randint(2, 90)), 6, 12, 40, 2, shown(chance.randint(0, 6)), 0,
        6_000, 900, (), {"activity": 2, "handed_on": 1},
    )  # fmt: skip
    asked = tuple(
        LogQuestion(wish, f"Wie kan helpen bij wens {wish}?", UUID(int=number * 1_000 + wish), first) for wish in (1, 2)
    )
    return Log(
        FORMAT, name or f"Buurtkamer {number}", first, last, datetime(last.year, last.month, last.day, 18, tzinfo=UTC),
        figures,
        tuple(
            LogActivity("Koffie-inloop", first + timedelta(days=day % days), time(10), time(12),
                        shown(chance.randint(0, 20)), None)
            for day in range(60)
        ),
        tuple(LogWish(wish, THEMES[wish % 4], "new", wish % 5, first, f"Samen soep koken, de {wish}e keer")
              for wish in range(1, 41)),
        asked, (),
        id=UUID(int=(number << 32) + first.toordinal() + 1),
        bars=tuple(LogBar(first + timedelta(days=day), first + timedelta(days=day), shown(chance.randint(0, 30)))
                   for day in range(days)),
        themes=tuple(LogTheme(theme, 8, shown(chance.randint(3, 80)), 5) for theme in THEMES),
        hours=LogHours(6_000, 900, {"shift": 4_000, "activity": 2_000}, shown(9)),
        changes=tuple(LogChange(first, "wish_moved", f"Wens {wish}", "planned") for wish in range(12)),
        entries=tuple(LogEntry(first, f"A{n % 7}", "host", "Er kwam iemand binnen", 3) for n in range(400)),
        around=(LogAround("street", "gatherings", "", 3), LogAround("street", "participations", "", shown(4)),
                LogAround("market", "visitors", "Lentemarkt", 250, last)),
    )  # fmt: skip


def pages(count: int = 8) -> bytes:
    """Give the pages of a log as a PDF of about their size."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for page in range(count):
        for line in range(45):
            canvas.drawString(60, 780 - 16 * line, f"Bladzijde {page} regel {line}: wat er in de kamer gebeurde")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def blank() -> bytes:
    """Give one page without anything, for tests that read no pages."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    return out.getvalue()


def sealed(number: int, log: Log | None = None, paper: bytes = b"", passphrase: str = "") -> bytes:
    """Give the file of a room's log."""
    content = log or month(number)
    secret = SECRET if content.id is not None else b""
    typed = as_typed(passphrase or words(number))
    return log_file(content, paper or blank(), typed, key(number), vault(number), secret)


def put(folder: Path, number: int, log: Log | None = None, name: str = "", passphrase: str = "") -> Path:
    """Write the log of a room to a folder."""
    path = folder / (name or f"kamer-{number:04}.pdf")
    path.write_bytes(sealed(number, log, passphrase=passphrase))
    return path


def april(number: int) -> Log:
    """Give what a room tells of the month after."""
    return month(number, date(2026, 4, 1), date(2026, 4, 30))


def without_id(log: Log) -> Log:
    """Give a log as one that asks for no reply."""
    return msgspec.structs.replace(log, id=None)
