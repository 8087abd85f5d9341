"""The commands that write everything of a room to an archive, and make a room of one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from buurtkamer_app.base import paths
from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.base.errors import FileRefusedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.progress import Progress
from buurtkamer_app.commands import rooms
from buurtkamer_app.exchange.archive.reading import look
from buurtkamer_app.exchange.archive.records import Owner
from buurtkamer_app.replay.archived import room_from_archive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.exchange.archive.records import Found
    from buurtkamer_app.services import Services

_LONGEST = 64


def save(services: Services, out: Path) -> Iterator[str]:
    """Write an archive; give the lines that tell where it is, and what is in it."""
    services.archives.ask()
    saved = services.archives.save(out, Progress())
    yield translate("The archive is there and was checked: {name}.", name=saved.path.name)
    yield translate("Everybody who has this file can read it, the concerns too.")


def bring_in(source: Path, folder: Path, words: Path | None, pin: Path | None, coordinator: str) -> Iterator[str]:
    """Make a room of an archive; give the lines that tell its recovery code, and what has to be done."""
    found = look(source)
    owner = Owner(_key(found, coordinator), _pin(pin), rooms.passphrase(words))
    house, code = room_from_archive(source, folder, paths.user_secrets(), owner, SystemClock(), Progress())
    house.close()
    yield translate("Everything of {room} is in: {rows} rows.", room=found.room, rows=found.rows)
    yield translate("Recovery code: {code}", code=code)
    yield translate("Everybody chooses a new PIN. Recipients of logs get new words.")
    yield translate("The room signs with a new signature. Tell your professional.")


def _key(found: Found, name: str) -> UUID:
    named = [one.id for one in found.coordinators if not name or one.name.casefold() == name.strip().casefold()]
    if not named:
        raise RefusedError("There is no coordinator of that name in this archive.")
    return named[0]


def _pin(file: Path | None) -> str:
    """Give the PIN from the first line of a file, or asked on the terminal; never from an argument."""
    if file is None:
        if not sys.stdin.isatty():
            raise RefusedError("There is nobody to ask for the PIN. Use --pin-file.")
        return str(click.prompt(translate("PIN of six digits"), hide_input=True))
    try:
        with file.open(encoding="utf-8-sig") as lines:
            return lines.readline(_LONGEST).strip()
    except (OSError, UnicodeDecodeError) as error:
        raise FileRefusedError("The file {name} cannot be read.", name=file.name) from error
