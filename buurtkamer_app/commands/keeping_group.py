"""The commands that keep a room safe, as they are typed; what they do is loaded when one of them is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from buurtkamer_app.base import paths
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.commands.options import FILE, which_room

if TYPE_CHECKING:
    from pathlib import Path


@click.command(help=translate("Write a backup of a room to one file, encrypted as the room is."))
@which_room
@click.option("--out", type=FILE, required=True, help=translate("The file to write."))
def backup(*, room: Path | None, data: Path | None, passphrase_file: Path | None, out: Path) -> None:
    """Make a backup."""
    from buurtkamer_app.commands import rooms  # noqa: PLC0415 - loads the store

    rooms.back_up(room, data, passphrase_file, out)
    click.echo(translate("The backup is made and was read back: {file}", file=out))


@click.command(help=translate("Bring a room back from a backup, after trying it out."))
@click.argument("source", type=FILE)
@click.option("--data", type=FILE, help=translate("Folder of the room (default: this user's room)."))
@click.option("--passphrase-file", type=FILE, help=translate("File with the passphrase or the recovery code."))
@click.option("--try", "only_try", is_flag=True, help=translate("Only open it in a copy and print what is in it."))
def restore(*, source: Path, data: Path | None, passphrase_file: Path | None, only_try: bool) -> None:
    """Restore a backup."""
    from buurtkamer_app.commands import rooms  # noqa: PLC0415 - loads the store

    if only_try:
        for line in rooms.tried(source, data or paths.user_data(), passphrase_file):
            click.echo(line)
        return
    rooms.restore(source, data or paths.user_data(), passphrase_file)
    click.echo(translate("The room is back as it was in the backup."))


@click.command(help=translate("Check up a room's folder: files, keys, every page, backups; say what was found."))
@which_room
@click.option("--json", "as_json", is_flag=True, help=translate("Print one JSON object."))
@click.pass_context
def check(
    ctx: click.Context, *, room: Path | None, data: Path | None, passphrase_file: Path | None, as_json: bool
) -> None:
    """Check up a room."""
    from buurtkamer_app.commands import check as checking  # noqa: PLC0415 - loads the store

    checked = checking.look(room, data, passphrase_file)
    for line in [checking.as_json(checked)] if as_json else checking.told(checked):
        click.echo(line)
    if checked.trouble is not None:
        raise checked.trouble
    ctx.exit(int(checked.is_bad))
