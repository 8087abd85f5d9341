"""Reads tables in plain text, with cells between semicolons, commas, tabs or bars, in whatever letters they are."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.exchange.tables.records import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from buurtkamer_app.exchange.tables.limits import Limits

# In the order of what Dutch programs write.
_BETWEEN: Final = (";", "\t", ",", "|")
_SAID: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_LOOKED_AT: Final = 60  # records by which it is guessed what stands between the cells
_OFTEN: Final = 500  # rows after which it is told how far it is
_MARKS: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_SAMPLE: Final = 4_000
_HALF: Final = 0.5
_END: Final = "\ue001"


def read(content: bytes, limits: Limits, tell: Callable[[int], object]) -> list[Row]:
    """Give the rows of a text that hold anything; raises `FileRefusedError` for what is no text, or too much."""
    text = _decoded(content)
    if "\0" in text:
        raise FileRefusedError("This is no list. Use a spreadsheet or a CSV file.")
    said = _SAID.match(text)
    between = said[1] if said is not None else _guessed(text)
    found: list[Row] = []
    cells = 0
    for number, record in _records(text[said.end() :] if said is not None else text, between):
        if number % _OFTEN == 0:
            tell(number)
        kept = [cell.strip()[: limits.letters + 1] for cell in record[: limits.columns]]
        if any(cell.strip() for cell in record[limits.columns :]):
            raise FileRefusedError("This file has over {most} columns. Leave some out.", most=limits.columns)
        if any(kept):
            found.append(Row(number, kept))
            cells += len(kept)
        if len(found) > limits.rows or cells > limits.cells or number > limits.scanned:
            raise FileRefusedError("This file holds over {most} lines. Bring in fewer at once.", most=limits.rows)
    return found


def _records(text: str, between: str) -> Iterator[tuple[int, list[str]]]:
    """Give the records with their number, as a spreadsheet program counts them."""
    # A line of our own at the end: when it is inside a cell, a quote began and never ended.
    reader = csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=between)
    number, record = 0, list[str]()
    try:
        for number, record in enumerate(reader, 1):
            if record == [_END]:
                return
            if _END not in "".join(record):
                yield number, record
    except csv.Error as error:
        raise _unended(number + 1, type(error).__name__) from error
    raise _unended(number)


def _unended(number: int, details: str = "") -> FileRefusedError:
    return FileRefusedError("In line {line} a quotation mark begins and never ends.", line=number, details=details)


def _guessed(text: str) -> str:
    """Give what stands between the cells: what parts most lines, into as many cells as most others have.

    What parts fewer than half of them is part of what is said, as in `Vries, Jan de`.
    """
    worth = {between: _worth(text[:_SAMPLE], between) for between in _BETWEEN}
    best = max(_BETWEEN, key=lambda between: worth[between])
    return best if worth[best][0] >= _HALF else _BETWEEN[0]


def _worth(sample: str, between: str) -> tuple[float, float]:
    """Give what part of the lines this parts, and what part of them into the usual number of cells."""
    try:
        widths = [len(record) for _, record in islice(_records(sample, between), _LOOKED_AT) if record]
    except FileRefusedError:
        # The sample ends inside a cell: what was seen before that tells enough.
        widths = [line.count(between) + 1 for line in sample.splitlines()[:_LOOKED_AT] if line]
    parted = [width for width in widths if width > 1]
    if not parted or (between == "," and widths[0] == 1 and sample.count(",") == sample.count(", ")):
        # Under a head that is not parted, a comma and a blank stand between two parts of a name.
        return 0.0, 0.0
    return len(parted) / len(widths), Counter(parted).most_common(1)[0][1] / len(widths)


def _decoded(content: bytes) -> str:
    """Give the text: as its mark says, UTF-8 or UTF-16 when it is that, else what Windows writes in our countries."""
    mark = next((name for begins, name in _MARKS if content.startswith(begins)), None)
    tries = (mark,) if mark is not None else ("utf-8",)
    if mark is None and content[:_SAMPLE].count(0) * 3 > len(content[:_SAMPLE]):
        tries = ("utf-16-le" if content[1:2] == b"\0" else "utf-16-be",)
    for name in tries:
        try:
            return _mended(content.decode(name))
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", errors="replace")


def _mended(text: str) -> str:
    """Give a text whose letters were once read as those of Windows, as in `RenÃ©e`, as it was before."""
    if text.isascii():
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
