"""What is planned: activities, sign-ups, closures, proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from buurtkamer_app.base.part import Part

if TYPE_CHECKING:
    from buurtkamer_app.activities.attendance import Attendance
    from buurtkamer_app.activities.bookings.service import Bookings
    from buurtkamer_app.activities.changing.service import Changing
    from buurtkamer_app.activities.leading.service import Leads
    from buurtkamer_app.activities.meals.service import Meals
    from buurtkamer_app.activities.reflections.service import Reflections
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.activities.signing_up.service import SignUps
    from buurtkamer_app.planner.alike.service import Alike
    from buurtkamer_app.planner.closing.service import Closing
    from buurtkamer_app.planner.keeping_up import KeepingUp
    from buurtkamer_app.planner.proposing.service import Proposing
    from buurtkamer_app.planner.service import Planner
    from buurtkamer_app.planner.slots.service import Slots
    from buurtkamer_app.services import Services

    T = TypeVar("T")
    _Part: TypeAlias = Part[Services, T]


class ProgrammeParts:
    """The services of activities and of planning them."""

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
