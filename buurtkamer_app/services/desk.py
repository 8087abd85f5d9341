"""The desk, the figures over it, and what goes out and comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from buurtkamer_app.base.part import Part

if TYPE_CHECKING:
    from buurtkamer_app.desk.arrivals.service import Arrivals
    from buurtkamer_app.desk.concerns.service import Concerns
    from buurtkamer_app.desk.counts.service import Counts
    from buurtkamer_app.desk.days.service import Days
    from buurtkamer_app.desk.handover.service import Handover
    from buurtkamer_app.desk.merging.service import Merging
    from buurtkamer_app.desk.missed.service import Missed
    from buurtkamer_app.desk.service import Desk
    from buurtkamer_app.desk.sheets.service import Sheets
    from buurtkamer_app.desk.sheets.sign_up import SignUpSheets
    from buurtkamer_app.evaluation.service import Evaluation
    from buurtkamer_app.exchange.archive.service import Archives
    from buurtkamer_app.exchange.calendar.service import Calendar
    from buurtkamer_app.exchange.hosts.service import HostFiles
    from buurtkamer_app.exchange.lists.out.service import TakingOut
    from buurtkamer_app.exchange.lists.service import BringingIn
    from buurtkamer_app.exchange.log.contents import Contents
    from buurtkamer_app.exchange.log.service import Exchange
    from buurtkamer_app.exchange.recipients.service import Recipients
    from buurtkamer_app.exchange.replies.service import Replies
    from buurtkamer_app.neighbourhood.service import Neighbourhood
    from buurtkamer_app.services import Services

    T = TypeVar("T")
    _Part: TypeAlias = Part[Services, T]


class DeskParts:
    """The services of the desk, of figures and of files."""

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
    sign_up_sheets: _Part[SignUpSheets] = Part(
        "desk.sheets.sign_up.SignUpSheets",
        lambda made, own: made(own.store, own.room, own.activities, own.sign_ups),
    )
    handover: _Part[Handover] = Part("desk.handover.service.Handover", lambda made, own: made(own.store, own.room))
    concerns: _Part[Concerns] = Part("desk.concerns.service.Concerns", lambda made, own: made(own.store, own.room))
    missed: _Part[Missed] = Part("desk.missed.service.Missed", lambda made, own: made(own.store, own.room, own.people))
    neighbourhood: _Part[Neighbourhood] = Part(
        "neighbourhood.service.Neighbourhood", lambda made, own: made(own.store, own.room)
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
    log_contents: _Part[Contents] = Part(
        "exchange.log.contents.Contents",
        lambda made, own: made(
            own.store, own.room, own.wishes, own.activities, own.evaluation, own.looking, own.programmes
        ),
    )
    exchange: _Part[Exchange] = Part(
        "exchange.log.service.Exchange",
        lambda made, own: made(own.store, own.room, own.people, own.log_contents, own.vault_id),
    )
    recipients: _Part[Recipients] = Part(
        "exchange.recipients.service.Recipients", lambda made, own: made(own.store, own.room)
    )
    replies: _Part[Replies] = Part(
        "exchange.replies.service.Replies",
        lambda made, own: made(own.store, own.room, own.telling, own.vault_id),
    )
    archives: _Part[Archives] = Part("exchange.archive.service.Archives", lambda made, own: made(own.store))
    calendar: _Part[Calendar] = Part(
        "exchange.calendar.service.Calendar", lambda made, own: made(own.store, own.room, own.activities)
    )
    host_files: _Part[HostFiles] = Part(
        "exchange.hosts.service.HostFiles",
        lambda made, own: made(own.store, own.room, own.people, own.cards, own.times),
    )
    bringing_in: _Part[BringingIn] = Part(
        "exchange.lists.service.BringingIn",
        lambda made, own: made(
            own.store, own.room, own.people, own.wishes, own.activities, own.sign_ups, own.host_files
        ),
    )
    taking_out: _Part[TakingOut] = Part(
        "exchange.lists.out.service.TakingOut",
        lambda made, own: made(own.store, own.room, own.activities, own.calendar, own.host_files),
    )
