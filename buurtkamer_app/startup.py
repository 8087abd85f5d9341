"""The one place where the services are put together: a new room, one that is opened, a second hand to read with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.base.part import Part
from buurtkamer_app.base.roles import Actor, Role, Seat
from buurtkamer_app.storage import migrate
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from buurtkamer_app.storage.unit_of_work import Store

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Engine

    from buurtkamer_app.activities.attendance import Attendance
    from buurtkamer_app.activities.bookings.service import Bookings
    from buurtkamer_app.activities.changing.service import Changing
    from buurtkamer_app.activities.meals.service import Meals
    from buurtkamer_app.activities.reflections.service import Reflections
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.activities.signing_up.service import SignUps
    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.desk.arrivals.service import Arrivals
    from buurtkamer_app.desk.concerns.service import Concerns
    from buurtkamer_app.desk.counts.service import Counts
    from buurtkamer_app.desk.days.service import Days
    from buurtkamer_app.desk.handover.service import Handover
    from buurtkamer_app.desk.merging.service import Merging
    from buurtkamer_app.desk.missed.service import Missed
    from buurtkamer_app.desk.service import Desk
    from buurtkamer_app.desk.sheets.service import Sheets
    from buurtkamer_app.evaluation.service import Evaluation
    from buurtkamer_app.exchange.calendar.service import Calendar
    from buurtkamer_app.exchange.service import Exchange
    from buurtkamer_app.neighbourhood.service import Neighbourhood
    from buurtkamer_app.people.service import People
    from buurtkamer_app.planner.alike.service import Alike
    from buurtkamer_app.planner.closing.service import Closing
    from buurtkamer_app.planner.keeping_up import KeepingUp
    from buurtkamer_app.planner.proposing.service import Proposing
    from buurtkamer_app.planner.service import Planner
    from buurtkamer_app.planner.slots.service import Slots
    from buurtkamer_app.room.premises import Premises
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.cover import Cover
    from buurtkamer_app.rota.patterns import ShiftPatterns
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.safekeeping.drafts import Drafts
    from buurtkamer_app.safekeeping.history import History
    from buurtkamer_app.safekeeping.sign_in import SignIn
    from buurtkamer_app.storage.vault import Opened
    from buurtkamer_app.team.service import Teams
    from buurtkamer_app.wishes.endings.service import Endings
    from buurtkamer_app.wishes.grouping import Grouping
    from buurtkamer_app.wishes.lists.service import WishLists
    from buurtkamer_app.wishes.moving_on import MovingOn
    from buurtkamer_app.wishes.service import Wishes
    from buurtkamer_app.wishes.telling.of_dates import TellingOfDates
    from buurtkamer_app.wishes.telling.service import TellingPeople

    T = TypeVar("T")
    _Part: TypeAlias = Part["Services", T]

# Who sets up a room or runs a command that asked for its passphrase.
KEY_HOLDER = Actor(Role.COORDINATOR)


class Services:
    """Every use case of the room, on one store, for one thread; each is loaded when it is first asked for.

    So the first visitor is counted before the rest of the program, with its tables, is in memory. `files` is the
    room's folder, where its own lists may lie (None: on a server).
    """

    store: Store
    vault_id: UUID
    practice: bool
    files: Path | None

    room: _Part[Room] = Part("room.service.Room", lambda made, own: made(own.store))
    premises: _Part[Premises] = Part("room.premises.Premises", lambda made, own: made(own.store, own.room))
    people: _Part[People] = Part("people.service.People", lambda made, own: made(own.store))
    wishes: _Part[Wishes] = Part("wishes.service.Wishes", lambda made, own: made(own.store, own.room))
    wish_lists: _Part[WishLists] = Part("wishes.lists.service.WishLists", lambda made, own: made(own.store, own.room))
    groups: _Part[Grouping] = Part("wishes.grouping.Grouping", lambda made, own: made(own.store, own.room))
    endings: _Part[Endings] = Part("wishes.endings.service.Endings", lambda made, own: made(own.store, own.room))
    moving_on: _Part[MovingOn] = Part("wishes.moving_on.MovingOn", lambda made, own: made(own.store, own.room))
    telling: _Part[TellingPeople] = Part(
        "wishes.telling.service.TellingPeople", lambda made, own: made(own.store, own.room)
    )
    telling_of_dates: _Part[TellingOfDates] = Part(
        "wishes.telling.of_dates.TellingOfDates", lambda made, own: made(own.store, own.telling)
    )
    activities: _Part[Activities] = Part(
        "activities.service.Activities",
        lambda made, own: made(own.store, own.room, own.people, own.telling_of_dates),
    )
    attendance: _Part[Attendance] = Part(
        "activities.attendance.Attendance",
        lambda made, own: made(own.store, own.room, own.activities, own.telling_of_dates),
    )
    changing: _Part[Changing] = Part(
        "activities.changing.service.Changing",
        lambda made, own: made(own.store, own.room, own.activities, own.attendance, own.telling_of_dates),
    )
    meals: _Part[Meals] = Part("activities.meals.service.Meals", lambda made, own: made(own.store, own.room))
    sign_ups: _Part[SignUps] = Part(
        "activities.signing_up.service.SignUps",
        lambda made, own: made(own.store, own.room, own.activities, own.meals, own.telling_of_dates),
    )
    reflections: _Part[Reflections] = Part(
        "activities.reflections.service.Reflections",
        lambda made, own: made(own.store, own.room, own.activities, own.wishes),
    )
    bookings: _Part[Bookings] = Part(
        "activities.bookings.service.Bookings", lambda made, own: made(own.store, own.room, own.activities.in_use)
    )
    rota: _Part[Rota] = Part("rota.service.Rota", lambda made, own: made(own.store, own.room, own.people))
    shift_patterns: _Part[ShiftPatterns] = Part(
        "rota.patterns.ShiftPatterns", lambda made, own: made(own.store, own.room)
    )
    cover: _Part[Cover] = Part("rota.cover.Cover", lambda made, own: made(own.store, own.room, own.people, own.rota))
    planner: _Part[Planner] = Part(
        "planner.service.Planner", lambda made, own: made(own.store, own.room, own.activities, own.wishes, own.rota)
    )
    alike: _Part[Alike] = Part(
        "planner.alike.service.Alike", lambda made, own: made(own.store, own.wishes, own.endings)
    )
    slots: _Part[Slots] = Part(
        "planner.slots.service.Slots", lambda made, own: made(own.store, own.room, own.people, own.activities, own.rota)
    )
    proposing: _Part[Proposing] = Part(
        "planner.proposing.service.Proposing", lambda made, own: made(own.store, own.slots, own.planner)
    )
    closing: _Part[Closing] = Part(
        "planner.closing.service.Closing",
        lambda made, own: made(
            own.store,
            own.room,
            own.activities,
            own.bookings,
            own.rota,
            own.telling,
            own.telling_of_dates,
            own.files,
        ),
    )
    keeping_up: _Part[KeepingUp] = Part(
        "planner.keeping_up.KeepingUp", lambda made, own: made(own.room, own.activities, own.moving_on)
    )
    desk: _Part[Desk] = Part("desk.service.Desk", lambda made, own: made(own.store, own.room))
    merging: _Part[Merging] = Part(
        "desk.merging.service.Merging", lambda made, own: made(own.store, own.room, own.people)
    )
    arrivals: _Part[Arrivals] = Part(
        "desk.arrivals.service.Arrivals", lambda made, own: made(own.store, own.room, own.people)
    )
    counts: _Part[Counts] = Part("desk.counts.service.Counts", lambda made, own: made(own.store, own.room))
    days: _Part[Days] = Part(
        "desk.days.service.Days", lambda made, own: made(own.store, own.room, own.rota, own.activities)
    )
    sheets: _Part[Sheets] = Part("desk.sheets.service.Sheets", lambda made, own: made(own.store, own.room, own.wishes))
    handover: _Part[Handover] = Part("desk.handover.service.Handover", lambda made, own: made(own.store, own.room))
    concerns: _Part[Concerns] = Part("desk.concerns.service.Concerns", lambda made, own: made(own.store, own.room))
    missed: _Part[Missed] = Part("desk.missed.service.Missed", lambda made, own: made(own.store, own.room, own.people))
    neighbourhood: _Part[Neighbourhood] = Part(
        "neighbourhood.service.Neighbourhood", lambda made, own: made(own.store, own.room)
    )
    teams: _Part[Teams] = Part("team.service.Teams", lambda made, own: made(own.store))
    evaluation: _Part[Evaluation] = Part(
        "evaluation.service.Evaluation",
        lambda made, own: made(
            own.store,
            own.room,
            own.activities,
            own.wishes,
            own.rota,
            own.desk,
            own.counts,
            own.days,
            own.concerns,
            own.teams,
            own.endings,
        ),
    )
    exchange: _Part[Exchange] = Part(
        "exchange.service.Exchange",
        lambda made, own: made(
            own.store, own.room, own.people, own.wishes, own.activities, own.evaluation, own.vault_id
        ),
    )
    calendar: _Part[Calendar] = Part(
        "exchange.calendar.service.Calendar", lambda made, own: made(own.store, own.room, own.activities)
    )
    history: _Part[History] = Part("safekeeping.history.History", lambda made, own: made(own.store, own.room))
    sign_in: _Part[SignIn] = Part(
        "safekeeping.sign_in.SignIn", lambda made, own: made(own.store, own.people, practice=own.practice)
    )
    drafts: _Part[Drafts] = Part("safekeeping.drafts.Drafts", lambda made, own: made(own.store))

    def __init__(self, store: Store, vault_id: UUID, *, practice: bool, files: Path | None = None) -> None:
        self.store, self.vault_id, self.practice, self.files = store, vault_id, practice, files

    def seeing(self) -> AbstractContextManager[object]:
        """Let all that is read meanwhile be of one moment."""
        return self.store.reading()

    def close(self) -> None:
        """Let go of the store, and of what was learnt from it."""
        if "alike" in vars(self):
            self.alike.close()
        self.store.close()


def assemble(  # noqa: PLR0913 - what a store is opened with
    engine: Engine, clock: Clock, seat: Seat, vault_id: UUID, *, practice: bool, files: Path | None = None
) -> Services:
    """Put the services together on a store that is open and at its newest schema."""
    return Services(Store(engine, clock, seat), vault_id, practice=practice, files=files)


@dataclass(frozen=True, slots=True)
class House:
    """An opened room: its folder, its vault and key, and the services of the thread that writes."""

    folder: Path
    opened: Opened
    clock: Clock
    services: Services

    def reader(self) -> Services:
        """Give the services once more on a connection of their own that can only read, for a second thread."""
        engine = open_embedded(self.folder / DATABASE, self.opened.data_key, read_only=True)
        return _services(engine, self.clock, self.services.store.seat, self.opened, self.folder)

    def close(self) -> None:
        """Let go of the file."""
        self.services.close()


def _services(engine: Engine, clock: Clock, seat: Seat, opened: Opened, folder: Path) -> Services:
    return assemble(engine, clock, seat, opened.vault.id, practice=opened.vault.practice, files=folder)


def build(folder: Path, created: Opened, clock: Clock) -> House:
    """Make the store of a new vault; the room itself is still to be set up.

    Raises `StoreError` when there is a store already or the disk refuses.
    """
    if (folder / DATABASE).exists():
        raise StoreError("There is a room in this folder already. Nothing was changed.")
    # Nobody else with an account on this computer has to see even how large the files are.
    folder.chmod(0o700)
    engine = open_embedded(folder / DATABASE, created.data_key)
    migrate.upgrade(engine)
    house = House(folder, created, clock, _services(engine, clock, Seat(), created, folder))
    house.services.sign_in.act_as(KEY_HOLDER)
    return house


def enter(folder: Path, opened: Opened, clock: Clock) -> House:
    """Open the store of an unlocked vault, bring it to the newest schema and blank what can no longer be undone.

    Raises `StoreError` when the file is missing, empty, damaged or newer; it is never made anew here.
    """
    path = folder / DATABASE
    if not path.is_file() or path.stat().st_size == 0:
        raise StoreError("The file with the room's data is gone or empty. Restore a backup.")
    engine = open_embedded(path, opened.data_key)
    try:
        migrate.upgrade(engine)
        house = House(folder, opened, clock, _services(engine, clock, Seat(), opened, folder))
        house.services.history.forget_before_images()
    except BaseException:
        engine.dispose()
        raise
    return house
