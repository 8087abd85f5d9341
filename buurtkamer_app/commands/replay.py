"""The command `replay`: a daybook done in a fresh room, its figures printed and compared."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import click
import msgspec

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.replay.conductor import replay
from buurtkamer_app.replay.reading import read_book, read_room, room_beside


def replay_book(path: Path, room: Path | None, data: Path | None, *, as_json: bool) -> list[str]:
    """Replay a book and print its figures; give a line for every figure that differs from what was expected.

    Raises `FileRefusedError` when the book or the room is not valid, `RefusedError` when `data` is not empty.
    """
    book = read_book(path, room)
    file = read_room(room or room_beside(path, book))
    if data is not None and data.exists() and (not data.is_dir() or any(data.iterdir())):
        raise RefusedError("The folder for the fresh room is not empty. Choose another one.")
    with tempfile.TemporaryDirectory(prefix="buurtkamer-") as scratch:
        figures = replay(book, file, data or Path(scratch), path)
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False))
    else:
        for name, value in figures.items():
            click.echo(f"{name}: {_shown(value)}")
    expected: dict[str, Any] = msgspec.to_builtins(book.expected, str_keys=True) if book.expected else {}
    return [
        translate("{figure}: expected {expected}, found {found}", figure=name, expected=value, found=figures[name])
        for name, value in expected.items()
        if figures[name] != value
    ]


def _shown(value: Any) -> str:
    return ", ".join(f"{key} = {entry}" for key, entry in value.items()) if isinstance(value, dict) else str(value)
