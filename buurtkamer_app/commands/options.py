"""The options that commands share: which room, which days, which sheets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from buurtkamer_app.base.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable

FILE: Final = click.Path(path_type=Path)


class _Date(click.DateTime):
    """A date that a room can have lived: from 1970 to 2099, as in a daybook."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        found = super().convert(value, param, ctx)
        if not 1970 <= found.year <= 2099:
            self.fail("1970-2099", param, ctx)
        return found


DATE: Final = _Date()


def _given(command: Callable[..., None], *options: Callable[[Callable[..., None]], Callable[..., None]]) -> Any:
    for option in options:
        command = option(command)
    return command


def which_room(command: Callable[..., None]) -> Any:
    """Give a command the options that say which room it works on."""
    return _given(
        command,
        click.option("--passphrase-file", type=FILE, help=translate("File with the room's passphrase on one line.")),
        click.option("--data", type=FILE, help=translate("Folder of the room (default: this user's room).")),
        click.option("--room", type=FILE, help=translate("A fresh room from this room file, gone afterwards.")),
    )


def which_sheets(command: Callable[..., None]) -> Any:
    """Give a command the options that say which sheets it makes, of when, and how they look."""
    return _given(
        command,
        click.option("--colour", is_flag=True, help=translate("With filled areas: the same as --ink colour.")),
        click.option("--numbers", is_flag=True, help=translate("With phone numbers, on sheets that can have them.")),
        click.option("--languages", help=translate("Two languages beside Dutch, such as en,ar.")),
        click.option("--ink", type=click.Choice(["saving", "colour", "black"]), help=translate("How much ink.")),
        click.option("--list", "listed", is_flag=True, help=translate("Print the names of all sheets.")),
        click.option("--out", type=FILE, help=translate("The file to write, or with --all the folder.")),
        click.option("--date", "day", type=DATE, help=translate("A date in the week, such as 2026-03-09.")),
        click.option("--event", help=translate("Of which market or street activity: a part of its name.")),
        click.option("--all", "every", is_flag=True, help=translate("All sheets of the week, and what to share.")),
        click.option("--sheet", help=translate("Which sheet, see --list (default: wall).")),
    )
