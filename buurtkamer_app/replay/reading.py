"""Reads room and daybook files into records, or refuses them in one line that says what to mend."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

import msgspec

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.replay.check import book_faults
from buurtkamer_app.replay.daybook_file import Book
from buurtkamer_app.replay.faults import Fault, from_msgspec, refused, shown
from buurtkamer_app.replay.room_check import room_faults
from buurtkamer_app.replay.room_file import RoomFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LARGEST: Final = 20_000_000
_HALF_SIGN: Final = re.compile("[\ud800-\udfff]")
_Kind = TypeVar("_Kind", RoomFile, Book)


class _Twice:
    """Stands in place of a value whose key stands twice in one object."""


def read_room(path: Path) -> RoomFile:
    """Read a room file; raises `FileRefusedError` with the path of the first thing that is not as it should be."""
    data = _json(path)
    room = _parts(path, data, RoomFile)
    for fault in room_faults(room):
        raise refused(path, fault, data)
    return room


def read_book(path: Path, room: Path | None = None) -> Book:
    """Read a daybook and check it against its room, or against the room file given instead.

    Raises `FileRefusedError` with the first event and key (or the path in the room file) that is not as it should be.
    """
    data = _json(path)
    book = _parts(path, data, Book)
    known = read_room(room or room_beside(path, book))
    for fault in book_faults(book, known):
        raise refused(path, fault, data)
    return book


def room_beside(path: Path, book: Book) -> Path:
    """Give the room file that a book names; raises `FileRefusedError` when that is a place on another computer."""
    if book.room.startswith(("//", "\\\\")):
        raise refused(path, Fault("room", mark("expected a path beside the book.")), None)
    return path.parent / book.room


def _parts(path: Path, data: Any, kind: type[_Kind]) -> _Kind:
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise refused(path, from_msgspec(error, data, kind), data) from error


def _json(path: Path) -> Any:
    """Read JSON in which no key stands twice in one object, no number is endless and every sign is a whole one."""
    text = _text(path)
    data, once = _parsed(path, text)
    if not once:
        place = _find(data, lambda value: isinstance(value, _Twice))
        raise refused(path, Fault(place, mark("this key stands there twice.")), data)
    # Half a sign can only come from an escape: \ud800 without its other half.
    if "\\ud" in text.lower():
        place = _find(data, lambda value: isinstance(value, str) and bool(_HALF_SIGN.search(value)))
        if place:
            raise refused(path, Fault(place, mark("this text is empty or holds signs that nobody can read.")), data)
    return data


def _parsed(path: Path, text: str) -> tuple[Any, bool]:
    """Give what JSON text holds, and whether every key stands once; of a key that does not, the value is `_Twice`."""
    twice = _Twice()
    once = True

    def keys_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal once
        found: dict[str, Any] = {}
        for key, value in pairs:
            once = once and key not in found
            found[key] = twice if key in found else value
        return found

    try:
        return json.loads(text, object_pairs_hook=keys_once, parse_constant=_no_number), once
    except (ValueError, RecursionError) as error:
        line = f"{error.lineno}" if isinstance(error, json.JSONDecodeError) else "?"
        raise FileRefusedError("{file}: this is not JSON, look at line {line}.", file=path.name, line=line) from error


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise FileRefusedError(
            "{file}: this file cannot be opened. Look at the path.", details=type(error).__name__, file=shown(path, 300)
        ) from error
    if len(raw) > LARGEST:
        raise FileRefusedError("{file}: this file is larger than {most} MB.", file=path.name, most=LARGEST // 1_000_000)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefusedError("{file}: this file is not text in UTF-8.", file=path.name) from error


def _no_number(_name: str) -> NoReturn:
    raise ValueError("NaN and Infinity are no JSON")


def _find(data: Any, is_wrong: Callable[[Any], bool]) -> str:
    """Give the path of the first key or value that is wrong, nothing when none is."""
    left: list[tuple[str, Any]] = [("", data)]
    while left:
        place, value = left.pop()
        if is_wrong(value):
            return place.removeprefix(".")
        if isinstance(value, dict):
            for key, below in reversed(value.items()):
                left.extend([(f"{place}.{shown(key)}", below), (f"{place}.{shown(key)}", key)])
        elif isinstance(value, list):
            left.extend((f"{place}[{index}]", below) for index, below in reversed(list(enumerate(value))))
    return ""
