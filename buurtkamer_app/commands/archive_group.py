"""The commands of archives as they are typed; what they do is loaded when one of them is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from buurtkamer_app.base import paths
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.commands.options import FILE, which_room

if TYPE_CHECKING:
    from pathlib import Path


@click.group(help=translate("Everything of a room in one open file, and back."))
def archive() -> None:
    """Hold what is done with archives."""


@archive.command("export", help=translate("Write everything of a room to an open file; everybody can read it."))
@which_room
@click.option("--out", type=FILE, required=True, help=translate("The file to write."))
def save(*, room: Path | None, data: Path | None, passphrase_file: Path | None, out: Path) -> None:
    """Write an archive."""
    from buurtkamer_app.commands import archive as archives  # noqa: PLC0415 - loads the store
    from buurtkamer_app.commands import rooms  # noqa: PLC0415 - loads the store

    with rooms.opened(room, data, passphrase_file) as house:
        for line in archives.save(house.services, out):
            click.echo(line)


@archive.command("import", help=translate("Make a room of an archive, in a folder that has none yet."))
@click.argument("source", type=FILE)
@click.option("--coordinator", default="", help=translate("Name of who is the first at the desk."))
@click.option("--pin-file", type=FILE, help=translate("File with their new PIN on one line."))
@click.option("--passphrase-file", type=FILE, help=translate("File with the room's new passphrase on one line."))
@click.option("--data", type=FILE, help=translate("Folder of the room (default: this user's room)."))
def bring_in(
    *, source: Path, coordinator: str, pin_file: Path | None, passphrase_file: Path | None, data: Path | None
) -> None:
    """Make a room of an archive."""
    from buurtkamer_app.commands import archive as archives  # noqa: PLC0415 - loads the store

    folder = data or paths.user_data()
    for line in archives.bring_in(source, folder, passphrase_file, pin_file, coordinator):
        click.echo(line)
