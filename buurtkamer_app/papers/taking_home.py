"""The sheets of the copy to take home: what the coordinator reads and prints there; no concern, no visitor's name."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import USUAL, Choices, Wanted
from buurtkamer_app.printing import words
from buurtkamer_app.printing.processing_register import Asked, Entry, asked_sheet
from buurtkamer_app.safekeeping.taking_home import keep
from buurtkamer_app.wishes.words import STATUSES

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.safekeeping.taking_home import TakenHome
    from buurtkamer_app.services import Services

WEEKS: Final = 4
_OPEN: Final = tuple(status for status in WishStatus if status is not WishStatus.DONE)
_NUMBERS: Final = Choices(numbers=True)


def take_home(services: Services, path: Path, progress: Progress | None = None, typed: str = "") -> TakenHome:
    """Make the copy for the weeks to come in one file; `typed` are the coordinator's own words, drawn when empty.

    Raises as `safekeeping.taking_home.keep`, and `NotAllowedError` for who is no coordinator.
    """
    services.store.allow(Role.COORDINATOR)
    today = services.room.today()
    first = today - timedelta(days=today.weekday())
    last = first + timedelta(weeks=WEEKS, days=-1)
    with services.seeing():
        made = sheets(services, first, progress)
    return keep(made, path, first, last, typed)


def sheets(services: Services, first: date, progress: Progress | None = None) -> list[bytes]:
    """Make the sheets: what waits, the programme and rota of each week, the wishes, whom to call."""
    made = [_waiting(services, first), _wishes(services)]
    weeks = [first + timedelta(weeks=number) for number in range(WEEKS)]
    for number, monday in enumerate(weeks):
        if progress is not None:
            progress.at(number, WEEKS)
        made.append(_sheet("wall").make(services, Wanted(monday, USUAL)).pdf)
        made.append(_sheet("rota").make(services, Wanted(monday, _NUMBERS)).pdf)
    made.append(_sheet("call_guide").make(services, Wanted(first, USUAL)).pdf)
    return made


def _sheet(name: str) -> SheetKind:
    found = kind(name)
    if found is None:
        raise LookupError(name)
    return found


def _waiting(services: Services, first: date) -> bytes:
    """Say whom to call back, and where somebody is needed."""
    title = translate("Copy to take home")
    last = first + timedelta(weeks=WEEKS, days=-1)
    under = (
        translate("From {first} to {last}", first=words.said(first, "d MMMM"), last=words.said(last, "d MMMM y")),
        translate("For the coordinator only. Destroy it when it is old."),
    )
    calls = [Asked(f"{one.who}\n{one.phone}".strip(), (one.about,)) for one in services.handover.call_backs()]
    gaps = [
        Asked(
            words.said(shift.on, "EEEE d MMMM"),
            (f"{words.clock(shift.starts)}–{words.clock(shift.ends)}", _needed(shift.gaps)),
        )
        for shift in services.rota.shifts(max(first, services.room.today()), last)
        if shift.gaps > 0
    ]
    nobody = [Asked(translate("Nothing"), (translate("Nothing waits."),))]
    entries = (
        Entry(translate("Call back"), tuple(calls or nobody)),
        Entry(translate("Somebody is needed"), tuple(gaps or nobody)),
    )
    return asked_sheet(title, under, entries, house(services, USUAL))


def _needed(count: int) -> str:
    return translate("{count} hosts needed", count=count)


def _wishes(services: Services) -> bytes:
    """List the open wishes by how far they are, without who wished them."""
    every = services.wishes.all()
    entries = []
    for status in _OPEN:
        found = [one for one in every if one.status is status and one.head is None]
        if found:
            lines = tuple(Asked(translate("Wish {number}", number=one.number), (one.text,)) for one in found)
            entries.append(Entry(translate(STATUSES[status]), lines))
    return asked_sheet(translate("Wishes"), (), entries, house(services, USUAL))
