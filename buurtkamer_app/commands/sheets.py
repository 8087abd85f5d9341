"""The command that writes sheets: one by its name, or all that go with a week."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import click

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.events import chosen_event, events_of
from buurtkamer_app.papers.every import EVERY, kind
from buurtkamer_app.papers.headings import heading
from buurtkamer_app.papers.records import Per, Wanted
from buurtkamer_app.papers.share import FILES, shared
from buurtkamer_app.printing.dress import Ink
from buurtkamer_app.printing.languages import OFFERED
from buurtkamer_app.printing.sheet_file import save, save_together

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.papers.records import Choices, Made
    from buurtkamer_app.services import Services

_USUAL: Final = "wall"
_OF_EVENT: Final = frozenset({Per.MARKET, Per.STREET})


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: `sheet` None asks for all sheets of the week; `ink` and `languages` None for the usual ones.

    `event` is a part of the name of a market or street activity, "" for the first one from the day on.
    """

    sheet: str | None
    day: date
    out: Path
    ink: Ink | None = None
    languages: tuple[str, str] | None = None
    numbers: bool = False
    event: str = ""

    def choices(self, of: SheetKind) -> Choices:
        """Give what is chosen for a kind of sheet; what it does not know says nothing to it."""
        usual = of.usual
        return replace(
            usual,
            ink=self.ink or usual.ink,
            languages=self.languages or usual.languages,
            numbers=self.numbers or usual.numbers,
        )


def asked(  # noqa: PLR0913 - one argument an option
    *,
    sheet: str | None,
    day: datetime | None,
    out: Path | None,
    every: bool,
    ink: str | None,
    languages: str | None,
    numbers: bool,
    colour: bool,
    event: str | None,
) -> Asked:
    """Read what was typed; raises `RefusedError` for a name or language that there is not, before a room is opened."""
    if day is None or out is None or (every and sheet is not None) or (colour and ink not in (None, "colour")):
        raise click.UsageError("week")
    name = None if every else sheet or _USUAL
    if name is not None and name not in FILES and kind(name) is None:
        known = ", ".join((*(of.name for of in EVERY), *FILES))
        raise RefusedError("There is no sheet {name}. Choose from: {known}.", name=name, known=known)
    of = kind(name) if name is not None else None
    if event is not None and (of is None or of.per not in _OF_EVENT):
        raise RefusedError("Only a sheet of a market or a street activity goes with --event.")
    chosen = Ink.COLOUR if colour else Ink(ink) if ink else None
    return Asked(name, day.date(), out, chosen, _languages(languages), numbers, event or "")


def _languages(typed: str | None) -> tuple[str, str] | None:
    if typed is None:
        return None
    first, _, second = (part.strip() for part in typed.partition(","))
    if first not in OFFERED or second not in OFFERED:
        raise RefusedError("Write two languages, such as en,ar. Choose from: {known}.", known=", ".join(OFFERED))
    return first, second


def listed() -> Iterator[str]:
    """Give a line for every sheet that there is: the name to type, and what it is."""
    wide = max(map(len, (*FILES, *(of.name for of in EVERY))))
    for of in EVERY:
        where = f" ({translate(heading(of))})" if of.programme is not None else ""
        yield f"{of.name:<{wide}}  {translate(of.title)}: {translate(of.about)}{where}"
    for name, file in FILES.items():
        yield f"{name:<{wide}}  {translate(file, week='…')}"


def write(services: Services, wanted: Asked) -> Iterator[Path]:
    """Write what was asked for and give each file once it is there.

    Raises what the makers and `save` raise, `RefusedError` for a sheet of a programme that is off.
    """
    name = wanted.sheet
    if name is None:
        yield from _write_all(services, wanted)
    elif name in FILES:
        save(shared(services, wanted.day).contents[name], wanted.out)
        yield wanted.out
    elif (of := kind(name)) is not None:
        if of.programme is not None and of.programme not in services.programmes.on():
            raise RefusedError("This sheet belongs to a programme that this room does not have.")
        save(_made(services, of, wanted).pdf, wanted.out)
        yield wanted.out


def guarded(wanted: Asked) -> bool:
    """Tell whether names or numbers of people are on what was asked for."""
    asked_for = [of for of in EVERY if of.name == wanted.sheet or (wanted.sheet is None and of.weekly)]
    return any(of.guarded(wanted.choices(of)) for of in asked_for)


def _write_all(services: Services, wanted: Asked) -> Iterator[Path]:
    """Write the week's sheets and what to share into one folder: all of them or none."""
    made = [_made(services, of, wanted) for of in EVERY if of.weekly]
    files = {f"{one.name}.pdf": one.pdf for one in made} | shared(services, wanted.day).files
    save_together(files, wanted.out)
    yield from (wanted.out / name for name in files)


def _made(services: Services, of: SheetKind, wanted: Asked) -> Made:
    event = _event(services, of, wanted) if of.per in _OF_EVENT else None
    asked_for = Wanted(wanted.day, wanted.choices(of), event=event)
    # What is written to a file is meant for paper.
    return of.make(services, of.numbered(services, asked_for))


def _event(services: Services, of: SheetKind, wanted: Asked) -> UUID | None:
    """Give the key of the market or street activity that is meant, None for an empty sheet where there is none.

    Raises `RefusedError` when none is called so.
    """
    typed = wanted.event.casefold()
    events = [event for event in events_of(services, of.per) if typed in event.name.casefold()]
    if typed and not events:
        raise RefusedError("There is no market or street activity called {name}.", name=wanted.event)
    found = chosen_event(events, None, wanted.day, looks_back=of.looks_back)
    return found.key if found is not None else None
