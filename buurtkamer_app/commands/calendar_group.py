"""The commands of calendar files as they are typed; what they do is loaded when one of them is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.commands.options import DATE, FILE, which_room

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@click.group(help=translate("The programme as a calendar file."))
def calendar() -> None:
    """Hold what is done with calendar files."""


@calendar.command("export", help=translate("Write the programme to an iCalendar file; no visitor's name is in it."))
@which_room
@click.option("--from", "first", type=DATE, help=translate("First day of the period."))
@click.option("--to", "last", type=DATE, help=translate("Last day of the period."))
@click.option("--out", type=FILE, required=True, help=translate("The file to write."))
def export_calendar(
    *,
    room: Path | None,
    data: Path | None,
    passphrase_file: Path | None,
    first: datetime | None,
    last: datetime | None,
    out: Path,
) -> None:
    """Put the programme in a calendar file."""
    from buurtkamer_app.commands import papers, rooms  # noqa: PLC0415 - loads the store

    with rooms.opened(room, data, passphrase_file) as house:
        papers.write_calendar(house.services, first.date() if first else None, last.date() if last else None, out)
    click.echo(str(out))
