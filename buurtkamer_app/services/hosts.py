"""The rota of the hosts, and the hours and the allowance of the team."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from buurtkamer_app.base.part import Part

if TYPE_CHECKING:
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
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.allowance.service import Allowances
    from buurtkamer_app.team.effects.service import Effects
    from buurtkamer_app.team.hours.giving import Giving
    from buurtkamer_app.team.hours.service import Hours
    from buurtkamer_app.team.meetings.service import Meetings
    from buurtkamer_app.team.progress.service import TeamProgress
    from buurtkamer_app.team.service import Teams
    from buurtkamer_app.team.training.service import Trainings

    T = TypeVar("T")
    _Part: TypeAlias = Part[Services, T]


class HostParts:
    """The services of the rota and of the team."""

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
    teams: _Part[Teams] = Part("team.service.Teams", lambda made, own: made(own.store, own.room, own.people))
    trainings: _Part[Trainings] = Part(
        "team.training.service.Trainings", lambda made, own: made(own.store, own.room, own.cards)
    )
    giving: _Part[Giving] = Part(
        "team.hours.giving.Giving", lambda made, own: made(own.store, own.room, own.rota, own.activities)
    )
    hours: _Part[Hours] = Part(
        "team.hours.service.Hours", lambda made, own: made(own.store, own.room, own.rota, own.giving, own.teams)
    )
    team_progress: _Part[TeamProgress] = Part(
        "team.progress.service.TeamProgress", lambda made, own: made(own.store, own.room, own.teams, own.giving)
    )
    meetings: _Part[Meetings] = Part(
        "team.meetings.service.Meetings", lambda made, own: made(own.store, own.room, own.teams)
    )
    effects: _Part[Effects] = Part("team.effects.service.Effects", lambda made, own: made(own.store, own.room))
    allowances: _Part[Allowances] = Part(
        "team.allowance.service.Allowances", lambda made, own: made(own.store, own.room, own.hours)
    )
