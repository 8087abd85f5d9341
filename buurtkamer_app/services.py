"""Every use case of the room in one place, each made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from buurtkamer_app.base.part import Part

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.activities.attendance import Attendance
    from buurtkamer_app.activities.bookings.service import Bookings
    from buurtkamer_app.activities.changing.service import Changing
    from buurtkamer_app.activities.leading.service import Leads
    from buurtkamer_app.activities.meals.service import Meals
    from buurtkamer_app.activities.reflections.service import Reflections
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.activities.signing_up.service import SignUps
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
    from buurtkamer_app.exchange.hosts.service import HostFiles
    from buurtkamer_app.exchange.service import Exchange
    from buurtkamer_app.neighbourhood.service import Neighbourhood
    from buurtkamer_app.people.cards.keys import HouseKeys
    from buurtkamer_app.people.cards.service import HostCards
    from buurtkamer_app.people.service import People
    from buurtkamer_app.people.times.service import Times
    from buurtkamer_app.planner.alike.service import Alike
    from buurtkamer_app.planner.closing.service import Closing
    from buurtkamer_app.planner.keeping_up import KeepingUp
    from buurtkamer_app.planner.proposing.service import Proposing
    from buurtkamer_app.planner.service import Planner
    from buurtkamer_app.planner.slots.service import Slots
    from buurtkamer_app.room.premises import Premises
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.cover.offers import Offers
    from buurtkamer_app.rota.cover.service import Cover
    from buurtkamer_app.rota.extra import ExtraShifts
    from buurtkamer_app.rota.filling.service import Filling
    from buurtkamer_app.rota.fixed.service import FixedShifts
    from buurtkamer_app.rota.groups import WeekGroups
    from buurtkamer_app.rota.learning.service import Learning
    from buurtkamer_app.rota.outlook import Outlook
    from buurtkamer_app.rota.patterns import ShiftPatterns
    from buurtkamer_app.rota.putting import Putting
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.rota.swapping import Swapping
    from buurtkamer_app.safekeeping.drafts import Drafts
    from buurtkamer_app.safekeeping.history import History
    from buurtkamer_app.safekeeping.joining.service import Joining
    from buurtkamer_app.safekeeping.leaving.service import Leaving
    from buurtkamer_app.safekeeping.leaving.settling import Settling
    from buurtkamer_app.safekeeping.room_keys import RoomKeys
    from buurtkamer_app.safekeeping.sign_in import SignIn
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.team.allowance.service import Allowances
    from buurtkamer_app.team.hours.service import Hours
    from buurtkamer_app.team.service import Teams
    from buurtkamer_app.team.training.service import Trainings
    from buurtkamer_app.wishes.endings.service import Endings
    from buurtkamer_app.wishes.grouping import Grouping
    from buurtkamer_app.wishes.lists.service import WishLists
    from buurtkamer_app.wishes.moving_on import MovingOn
    from buurtkamer_app.wishes.service import Wishes
    from buurtkamer_app.wishes.telling.of_dates import TellingOfDates
    from buurtkamer_app.wishes.telling.service import TellingPeople

    T = TypeVar("T")
    _Part: TypeAlias = Part["Services", T]


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
    times: _Part[Times] = Part("people.times.service.Times", lambda made, own: made(own.store, own.room))
    cards: _Part[HostCards] = Part(
        "people.cards.service.HostCards", lambda made, own: made(own.store, own.room, own.people)
    )
    house_keys: _Part[HouseKeys] = Part(
        "people.cards.keys.HouseKeys", lambda made, own: made(own.store, own.room, own.people)
    )
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
    leads: _Part[Leads] = Part(
        "activities.leading.service.Leads",
        lambda made, own: made(own.store, own.room, own.people, own.activities, own.changing),
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
    rota: _Part[Rota] = Part(
        "rota.service.Rota", lambda made, own: made(own.store, own.room, own.people, lambda: own.activities)
    )
    fixed: _Part[FixedShifts] = Part(
        "rota.fixed.service.FixedShifts",
        lambda made, own: made(own.store, own.room, own.people, own.times, own.cards, own.rota),
    )
    learning: _Part[Learning] = Part(
        "rota.learning.service.Learning", lambda made, own: made(own.store, own.room, own.people, own.rota)
    )
    shift_patterns: _Part[ShiftPatterns] = Part(
        "rota.patterns.ShiftPatterns", lambda made, own: made(own.store, own.room)
    )
    extra_shifts: _Part[ExtraShifts] = Part(
        "rota.extra.ExtraShifts", lambda made, own: made(own.store, own.room, own.rota)
    )
    week_groups: _Part[WeekGroups] = Part(
        "rota.groups.WeekGroups", lambda made, own: made(own.store, own.room, own.people)
    )
    outlook: _Part[Outlook] = Part(
        "rota.outlook.Outlook", lambda made, own: made(own.store, own.room, own.people, own.rota)
    )
    putting: _Part[Putting] = Part(
        "rota.putting.Putting", lambda made, own: made(own.store, own.people, own.times, own.rota)
    )
    cover: _Part[Cover] = Part(
        "rota.cover.service.Cover",
        lambda made, own: made(own.store, own.room, own.people, own.rota, own.times, own.cards, own.week_groups),
    )
    offers: _Part[Offers] = Part(
        "rota.cover.offers.Offers", lambda made, own: made(own.store, own.room, own.people, own.rota, own.cover)
    )
    swapping: _Part[Swapping] = Part(
        "rota.swapping.Swapping",
        lambda made, own: made(own.store, own.room, own.people, own.rota, own.cover, own.putting),
    )
    filling: _Part[Filling] = Part(
        "rota.filling.service.Filling", lambda made, own: made(own.store, own.room, own.people, own.rota)
    )
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
    trainings: _Part[Trainings] = Part(
        "team.training.service.Trainings", lambda made, own: made(own.store, own.room, own.cards)
    )
    hours: _Part[Hours] = Part(
        "team.hours.service.Hours", lambda made, own: made(own.store, own.room, own.rota, own.activities, own.teams)
    )
    allowances: _Part[Allowances] = Part(
        "team.allowance.service.Allowances", lambda made, own: made(own.store, own.room, own.hours)
    )
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
    host_files: _Part[HostFiles] = Part(
        "exchange.hosts.service.HostFiles",
        lambda made, own: made(own.store, own.room, own.people, own.cards, own.times),
    )
    history: _Part[History] = Part("safekeeping.history.History", lambda made, own: made(own.store, own.room))
    sign_in: _Part[SignIn] = Part(
        "safekeeping.sign_in.SignIn", lambda made, own: made(own.store, own.people, practice=own.practice)
    )
    joining: _Part[Joining] = Part(
        "safekeeping.joining.service.Joining",
        lambda made, own: made(own.store, own.room, own.people, own.cards, own.house_keys, own.learning),
    )
    leaving: _Part[Leaving] = Part(
        "safekeeping.leaving.service.Leaving",
        lambda made, own: made(own.store, own.room, own.people, own.rota, own.leads, own.house_keys, own.allowances),
    )
    settling: _Part[Settling] = Part(
        "safekeeping.leaving.settling.Settling", lambda made, own: made(own.store, own.room, own.rota)
    )
    room_keys: _Part[RoomKeys] = Part("safekeeping.room_keys.RoomKeys", lambda made, own: made(own.store, own.files))
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
