"""The one place where the services are put together: a new room, one that is opened, a second hand to read with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.activities.attendance import Attendance
from buurtkamer_app.activities.bookings.service import Bookings
from buurtkamer_app.activities.changing.service import Changing
from buurtkamer_app.activities.meals.service import Meals
from buurtkamer_app.activities.reflections.service import Reflections
from buurtkamer_app.activities.service import Activities
from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.base.roles import Actor, Role, Seat
from buurtkamer_app.desk.arrivals.service import Arrivals
from buurtkamer_app.desk.concerns.service import Concerns
from buurtkamer_app.desk.counts.service import Counts
from buurtkamer_app.desk.days.service import Days
from buurtkamer_app.desk.handover.service import Handover
from buurtkamer_app.desk.missed.service import Missed
from buurtkamer_app.desk.service import Desk
from buurtkamer_app.desk.sheets.service import Sheets
from buurtkamer_app.evaluation.service import Evaluation
from buurtkamer_app.exchange.calendar.service import Calendar
from buurtkamer_app.exchange.service import Exchange
from buurtkamer_app.neighbourhood.service import Neighbourhood
from buurtkamer_app.people.service import People
from buurtkamer_app.planner.closing.service import Closing
from buurtkamer_app.planner.proposing.service import Proposing
from buurtkamer_app.planner.service import Planner
from buurtkamer_app.planner.slots.service import Slots
from buurtkamer_app.room.service import Room
from buurtkamer_app.rota.cover import Cover
from buurtkamer_app.rota.service import Rota
from buurtkamer_app.safekeeping.drafts import Drafts
from buurtkamer_app.safekeeping.history import History
from buurtkamer_app.safekeeping.sign_in import SignIn
from buurtkamer_app.storage import migrate, vault
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from buurtkamer_app.storage.unit_of_work import Store
from buurtkamer_app.team.service import Teams
from buurtkamer_app.wishes.endings.service import Endings
from buurtkamer_app.wishes.grouping import Grouping
from buurtkamer_app.wishes.service import Wishes
from buurtkamer_app.wishes.telling.service import TellingPeople

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import Clock

# Who sets up a room or runs a command that asked for its passphrase.
KEY_HOLDER = Actor(Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class Services:
    """Every use case of the room, on one store, for one thread."""

    store: Store
    room: Room
    people: People
    activities: Activities
    attendance: Attendance
    changing: Changing
    meals: Meals
    reflections: Reflections
    bookings: Bookings
    wishes: Wishes
    groups: Grouping
    endings: Endings
    telling: TellingPeople
    rota: Rota
    cover: Cover
    planner: Planner
    slots: Slots
    proposing: Proposing
    closing: Closing
    desk: Desk
    arrivals: Arrivals
    counts: Counts
    days: Days
    sheets: Sheets
    handover: Handover
    concerns: Concerns
    missed: Missed
    neighbourhood: Neighbourhood
    teams: Teams
    evaluation: Evaluation
    exchange: Exchange
    calendar: Calendar
    history: History
    sign_in: SignIn
    drafts: Drafts

    def seeing(self) -> AbstractContextManager[object]:
        """Let all that is read meanwhile be of one moment."""
        return self.store.reading()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()


def assemble(engine: Engine, clock: Clock, seat: Seat, vault_id: UUID, *, practice: bool) -> Services:
    """Put the services together on a store that is open and at its newest schema."""
    store = Store(engine, clock, seat)
    room = Room(store)
    people = People(store)
    activities = Activities(store, room, people)
    wishes = Wishes(store, room)
    rota = Rota(store, room, people)
    desk, days, concerns = Desk(store, room), Days(store, room, rota, activities), Concerns(store, room)
    teams, counts = Teams(store), Counts(store, room)
    evaluation = Evaluation(store, room, activities, wishes, rota, desk, counts, days, concerns, teams)
    return Services(
        store,
        room,
        people,
        activities,
        Attendance(store, room, activities),
        Changing(store, room),
        Meals(store, room),
        Reflections(store, room),
        Bookings(store, room),
        wishes,
        Grouping(store, room),
        Endings(store, room),
        TellingPeople(store),
        rota,
        Cover(store, room, people, rota),
        Planner(store, room, activities, wishes),
        Slots(store, room),
        Proposing(store, room),
        Closing(store, room),
        desk,
        Arrivals(store, room, people),
        counts,
        days,
        Sheets(store, room, wishes),
        Handover(store, room),
        concerns,
        Missed(store, room, people),
        Neighbourhood(store, room),
        teams,
        evaluation,
        Exchange(store, room, people, wishes, activities, evaluation, vault_id),
        Calendar(store, room),
        History(store, room),
        SignIn(store, people, practice=practice),
        Drafts(store),
    )


@dataclass(frozen=True, slots=True)
class House:
    """An opened room: its folder, its vault and key, and the services of the thread that writes."""

    folder: Path
    opened: vault.Opened
    clock: Clock
    services: Services

    def reader(self) -> Services:
        """Give the services once more on a connection of their own that can only read, for a second thread."""
        engine = open_embedded(self.folder / DATABASE, self.opened.data_key, read_only=True)
        return _services(engine, self.clock, self.services.store.seat, self.opened)

    def close(self) -> None:
        """Let go of the file."""
        self.services.close()


def _services(engine: Engine, clock: Clock, seat: Seat, opened: vault.Opened) -> Services:
    return assemble(engine, clock, seat, opened.vault.id, practice=opened.vault.practice)


def build(folder: Path, created: vault.Opened, clock: Clock) -> House:
    """Make the store of a new vault; the room itself is still to be set up.

    Raises `StoreError` when there is a store already or the disk refuses.
    """
    if (folder / DATABASE).exists():
        raise StoreError("There is a room in this folder already. Nothing was changed.")
    # Nobody else with an account on this computer has to see even how large the files are.
    folder.chmod(0o700)
    engine = open_embedded(folder / DATABASE, created.data_key)
    migrate.upgrade(engine)
    house = House(folder, created, clock, _services(engine, clock, Seat(), created))
    house.services.sign_in.act_as(KEY_HOLDER)
    return house


def enter(folder: Path, opened: vault.Opened, clock: Clock) -> House:
    """Open the store of an unlocked vault, bring it to the newest schema and blank what can no longer be undone.

    Raises `StoreError` when the file is missing, empty, damaged or newer; it is never made anew here.
    """
    path = folder / DATABASE
    if not path.is_file() or path.stat().st_size == 0:
        raise StoreError("The file with the room's data is gone or empty. Restore a backup.")
    engine = open_embedded(path, opened.data_key)
    try:
        migrate.upgrade(engine)
        house = House(folder, opened, clock, _services(engine, clock, Seat(), opened))
        house.services.history.forget_before_images()
    except BaseException:
        engine.dispose()
        raise
    return house
