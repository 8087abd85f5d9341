"""What tests of the counts use: the rows of a day, people with a name who came in, help that was asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.clock import instant, local
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.desk.counts.records import Choice, Figure, Line
from buurtkamer_app.desk.rows import visit
from buurtkamer_app.storage.tables.desk import HelpRow
from buurtkamer_app.storage.tables.people import VisitorRow

if TYPE_CHECKING:
    from buurtkamer_app.base.terms import HelpTopic
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
HOST = Actor(Role.HOST)


def day(services: Services, figure: Figure = Figure.VISITS, on: date = WEDNESDAY) -> tuple[Line, ...]:
    return services.counts.rows(Choice(on, on, figure)).lines


def come_in(services: Services, name: str, on: date = WEDNESDAY, **more: object) -> None:
    """Count somebody known by name, with whatever else the row is to hold."""
    with services.store.work(Label("come in")) as unit:
        moment = instant(on, local(unit.now, services.room.zone).time(), services.room.zone)
        known = VisitorRow(name=name, hint="", terms=name.lower(), first_seen_on=on, may_remember=True)
        unit.session.add(known)
        unit.session.flush()
        unit.session.add(visit(moment, on, 12, 1, named=True, visitor_id=known.id, **more))


def ask_help(services: Services, topic: HelpTopic | None) -> None:
    with services.store.work(Label("ask")) as unit:
        unit.session.add(HelpRow(on_date=WEDNESDAY, hour=13, at=unit.now, topic=topic, locked=False))
