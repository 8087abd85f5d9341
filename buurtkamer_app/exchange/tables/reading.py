"""Reads the rows of a spreadsheet (XLSX) or of a CSV file as other programs write them, and writes a CSV file."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.exchange.tables.limits import LIMITS
from buurtkamer_app.exchange.tables.records import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from buurtkamer_app.exchange.tables.limits import Limits

_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_BEGINNING: Final = 512


def nothing(_: int) -> None:
    """Tell nobody how many rows were read."""


def sheets(content: bytes, limits: Limits = LIMITS, tell: Callable[[int], object] = nothing) -> list[Sheet]:
    """Give the sheets of a file that are in sight; `tell` hears now and then how many rows were read.

    Raises `FileRefusedError` for what is no table, too large, locked or of a program that we do not read.
    """
    if len(content) > limits.largest:
        raise FileRefusedError("This file is too large. Bring in a part of it.")
    _refuse_others(content)
    if content.startswith(b"PK"):
        # Only who brings in a spreadsheet pays for it.
        from buurtkamer_app.exchange.tables.xlsx import read  # noqa: PLC0415

        return read(content, limits, tell)
    from buurtkamer_app.exchange.tables.separated import read as read_text  # noqa: PLC0415

    return [Sheet("", read_text(content, limits, tell))]


def rows(content: bytes, limits: Limits = LIMITS) -> list[list[str]]:
    """Give the rows of the first sheet that hold anything, as texts; raises `FileRefusedError` as `sheets`."""
    found = sheets(content, limits)
    return [row.cells for row in found[0].rows] if found else []


def _refuse_others(content: bytes) -> None:
    """Raise `FileRefusedError` for files that are known to be something else."""
    if content.startswith(_OLD):
        if _LOCKED in content:
            raise FileRefusedError("This file is locked with a password. Save it once more without one.")
        raise FileRefusedError("This spreadsheet is of an old kind. Save it as .xlsx, then bring it in.")
    begins = content[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begins.startswith((b"<!doctype", b"<html", b"<table", b"<?xml", b"%pdf", b"{\\rtf")):
        raise FileRefusedError("This is no table. Save it as .xlsx or .csv, then bring it in.")


def as_csv(table: Iterable[Sequence[str]]) -> bytes:
    """Write rows as Dutch programs open them: semicolons, and a mark that it is UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([[harmless(cell) for cell in row] for row in table])
    return out.getvalue().encode("utf-8-sig")


def meant(cell: str) -> str:
    """Give what a cell means, without the quote that keeps it from being taken for a formula; `'t Hoen` keeps his."""
    return cell[1:] if cell.startswith("'") and _like_formula(cell) else cell


def harmless(cell: str) -> str:
    """Let no cell be taken for a formula: a name or a number that begins as one gets a quote before it."""
    return f"'{cell}" if _like_formula(cell) else cell


def _like_formula(cell: str) -> bool:
    return cell.lstrip("'").startswith(("=", "+", "-", "@", "\t", "\r"))
