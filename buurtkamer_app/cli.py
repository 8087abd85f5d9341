"""The command `buurtkamer`: opens the desktop, or does without a window what a desk or a professional needs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from buurtkamer_app.base import i18n, paths
from buurtkamer_app.base.errors import BuurtkamerError, FileRefusedError, KeyRefusedError, RefusedError, StoreError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.commands.archive_group import archive
from buurtkamer_app.commands.calendar_group import calendar
from buurtkamer_app.commands.keeping_group import backup, check, restore
from buurtkamer_app.commands.options import DATE, FILE, which_room, which_sheets

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

# What a command says with its exit code; also in README.md.
NOT_AS_IT_SHOULD_BE = 1
NOT_VALID = 2
NO_KEY = 3
NO_STORE = 4

i18n.speak(i18n.DEFAULT)
# What a command writes is for who typed it, and for nobody else with an account on this computer.
os.umask(0o077)


def _exit_code(error: BuurtkamerError) -> int:
    if isinstance(error, KeyRefusedError):
        return NO_KEY
    if isinstance(error, (FileRefusedError, RefusedError)):
        return NOT_VALID
    return NO_STORE if isinstance(error, StoreError) else NOT_AS_IT_SHOULD_BE


class _Plain(click.Group):
    """Says what went wrong in one sentence, and ends with the exit code that belongs to it."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BuurtkamerError as error:
            click.echo(error.sentence(), err=True)
            ctx.exit(_exit_code(error))


@click.group(
    cls=_Plain,
    invoke_without_command=True,
    help=translate("The desk of a neighbourhood room. Without a command it opens the window."),
    epilog=translate("Exit codes: 0 done, 1 not as it should be, 2 not valid, 3 no key, 4 the store cannot be used."),
)
@click.option("--data", type=FILE, help=translate("Folder of the room (default: this user's room)."))
@click.version_option(package_name="buurtkamer")
@click.pass_context
def buurtkamer(ctx: click.Context, *, data: Path | None) -> None:
    """Open the window when no command was typed."""
    if ctx.invoked_subcommand is None:
        from buurtkamer_app.desktop import run  # noqa: PLC0415 - Qt is loaded only where a window is opened

        ctx.exit(run(data or paths.user_data()))


@buurtkamer.command(help=translate("Open the window on the practice room; it needs no passphrase."))
@click.option("--data", type=FILE, help=translate("Folder of the practice room."))
@click.option("--room", type=FILE, help=translate("Room file for a new practice room (default: De Wilgenhof)."))
@click.option(
    "--at",
    type=click.DateTime(["%Y-%m-%dT%H:%M"]),
    help=translate("Practise as if it were this moment, such as 2026-03-11T13:00."),
)
@click.option("--picture", type=FILE, help=translate("Write a picture of the desk page to this PNG file and stop."))
@click.pass_context
def demo(
    ctx: click.Context, *, data: Path | None, room: Path | None, at: datetime | None, picture: Path | None
) -> None:
    """Open the practice room."""
    from buurtkamer_app.desktop import Practice, run  # noqa: PLC0415 - see buurtkamer

    ctx.exit(run(data or paths.practice_data(), Practice(room, at, picture)))


@buurtkamer.command(help=translate("Do everything in a daybook in a fresh room, and print the figures."))
@click.argument("book", type=FILE)
@click.option("--room", type=FILE, help=translate("Room file instead of the one that the book names."))
@click.option("--data", type=FILE, help=translate("Keep the fresh room in this folder, which must be empty."))
@click.option("--json", "as_json", is_flag=True, help=translate("Print one JSON object."))
@click.pass_context
def replay(ctx: click.Context, *, book: Path, room: Path | None, data: Path | None, as_json: bool) -> None:
    """Replay a daybook."""
    from buurtkamer_app.commands import replay as play  # noqa: PLC0415 - loads the store

    differences = play.replay_book(book, room, data, as_json=as_json)
    for line in differences:
        click.echo(line, err=True)
    ctx.exit(NOT_AS_IT_SHOULD_BE if differences else 0)


@buurtkamer.command(help=translate("Write a sheet, all sheets of a week, or what to share."))
@which_room
@which_sheets
def week(*, room: Path | None, data: Path | None, passphrase_file: Path | None, **asked: Any) -> None:
    """Print a week to files."""
    from buurtkamer_app.commands import rooms, sheets  # noqa: PLC0415 - see replay

    if asked.pop("listed"):
        for line in sheets.listed():
            click.echo(line)
        return
    wanted = sheets.asked(**asked)
    with rooms.opened(room, data, passphrase_file) as house:
        for path in sheets.write(house.services, wanted):
            click.echo(str(path))
    if sheets.guarded(wanted):
        click.echo(translate("There are names in it. Remove the file when it is printed."), err=True)


@buurtkamer.command(help=translate("Write the log of a period for the professional: a signed, encrypted PDF."))
@which_room
@click.option("--from", "first", type=DATE, required=True, help=translate("First day of the period."))
@click.option("--to", "last", type=DATE, required=True, help=translate("Last day of the period."))
@click.option("--out", type=FILE, required=True, help=translate("The file to write."))
@click.option("--log-passphrase-file", type=FILE, help=translate("File with the log's passphrase (default: drawn)."))
@click.option(
    "--recipient", metavar="NAME", help=translate("Who gets it, as in the program: their passphrase opens it.")
)
@click.option("--approve", is_flag=True, help=translate("Let texts that nobody looked at go as they were cleaned."))
def export(
    *,
    room: Path | None,
    data: Path | None,
    passphrase_file: Path | None,
    first: datetime,
    last: datetime,
    out: Path,
    log_passphrase_file: Path | None,
    recipient: str | None,
    approve: bool,
) -> None:
    """Make the log for the professional."""
    from buurtkamer_app.commands import papers, rooms  # noqa: PLC0415 - see replay
    from buurtkamer_app.exchange.log.draft import Unseen  # noqa: PLC0415 - see replay

    # Nobody can look at the texts of a room that is gone after this command.
    unseen = Unseen.AS_CLEANED if approve or room is not None else Unseen.LEAVE_OUT
    with rooms.opened(room, data, passphrase_file) as house:
        draft = papers.log_draft(house.services, first.date(), last.date(), recipient, unseen)
        for line in papers.write_log(house.services, draft, out, log_passphrase_file):
            click.echo(line)
    if unseen is Unseen.LEAVE_OUT and draft.open:
        click.echo(translate("Left out, since nobody looked at them: {count} texts.", count=draft.open), err=True)


@buurtkamer.command(help=translate("Read logs for a professional: verify, print, and pass their figures on."))
@click.argument("files", metavar="FILE...", nargs=-1, type=FILE)
@click.option(
    "--passphrase-file",
    type=FILE,
    help=translate("File with the passphrases, one a line; quickest in the order of the files."),
)
@click.option("--code", help=translate("The check code that was read out on the phone."))
@click.option("--out", type=FILE, help=translate("Write the figures: .xlsx, .parquet, or a folder for CSV."))
@click.option("--into", metavar="URL", help=translate("Load the figures into a database: postgresql://…"))
@click.option("--window", is_flag=True, help=translate("Open the window of the professional."))
@click.pass_context
def review(
    ctx: click.Context,
    *,
    files: tuple[Path, ...],
    passphrase_file: Path | None,
    code: str | None,
    out: Path | None,
    into: str | None,
    window: bool,
) -> None:
    """Verify logs, and do with them what was asked."""
    if window:
        from buurtkamer_app.desktop.review import run_review  # noqa: PLC0415 - see buurtkamer

        ctx.exit(run_review(files))
    from buurtkamer_app.commands import review as reviewing  # noqa: PLC0415 - see replay

    if not files:
        raise click.UsageError("review")
    asked = reviewing.Asked(reviewing.meant(files), reviewing.passphrases(passphrase_file), code, out, into)
    if asked.prints_one:
        for line in reviewing.one(asked):
            click.echo(line)
        return
    said, troubles, opened = reviewing.many(asked)
    for line in said:
        click.echo(line)
    for line in troubles:
        click.echo(line, err=True)
    if not reviewing.is_genuine(opened):
        ctx.exit(NOT_VALID)
    ctx.exit(0 if reviewing.is_unlocked(opened) else NO_KEY)


@buurtkamer.command(help=translate("Print the wishes and activities that mean the same as a text, best first."))
@click.argument("text")
@click.option("--room", type=FILE, help=translate("The room file to look in (default: De Wilgenhof)."))
@click.option("--json", "as_json", is_flag=True, help=translate("Print one JSON list."))
def alike(*, text: str, room: Path | None, as_json: bool) -> None:
    """Tell what is alike."""
    from buurtkamer_app.commands import alike as comparing  # noqa: PLC0415 - see replay

    for line in comparing.tell(text, room, as_json=as_json):
        click.echo(line)


@buurtkamer.command(help=translate("Fill the shifts of a period from when hosts can, and print who is on."))
@click.option("--room", "rooms", type=FILE, multiple=True, required=True, help=translate("Room file; several: a city."))
@click.option("--from", "first", type=DATE, required=True, help=translate("First day of the period."))
@click.option("--weeks", type=int, required=True, help=translate("How many weeks."))
@click.option("--absent", multiple=True, help=translate("Who is away when: NAME:2026-03-09..2026-03-20."))
@click.option("--closed", type=DATE, multiple=True, help=translate("A day on which the room is closed."))
@click.option(
    "--seconds", type=click.FloatRange(0, 86_400), default=10, help=translate("The longest that it may take.")
)
@click.option("--json", "as_json", is_flag=True, help=translate("Print one JSON object."))
def fill(
    *,
    rooms: tuple[Path, ...],
    first: datetime,
    weeks: int,
    absent: tuple[str, ...],
    closed: tuple[datetime, ...],
    seconds: float,
    as_json: bool,
) -> None:
    """Fill the rota of rooms from their files."""
    from buurtkamer_app.commands import fill as filling  # noqa: PLC0415 - see replay

    asked = filling.wanted(first.date(), weeks, absent, [day.date() for day in closed])
    for line, contradicts in filling.tell(rooms, asked, seconds, as_json=as_json):
        click.echo(line, err=contradicts)


for command in (archive, calendar, backup, restore, check):
    buurtkamer.add_command(command)


def run() -> NoReturn:
    """Run what was typed and end with its exit code; click's own complaints are said in the room's language too."""
    from buurtkamer_app.storage.whole_file import file_trouble  # noqa: PLC0415 - see replay

    try:
        sys.exit(buurtkamer.main(prog_name="buurtkamer", standalone_mode=False) or 0)
    except click.UsageError:
        click.echo(translate("This command is not right. Add --help to see how it goes."), err=True)
        sys.exit(NOT_VALID)
    except click.Abort:
        sys.exit(NOT_AS_IT_SHOULD_BE)
    except OSError as error:
        click.echo(file_trouble(error).sentence(), err=True)
        sys.exit(NO_STORE)
