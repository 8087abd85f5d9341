"""A practice room with a year and a quarter behind it, of everything that one looks back on: the same in every run."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.terms import Ending, GoesOn, HoursKind, Purpose, Theme, WishStatus
from buurtkamer_app.base.terms_around import Characteristic, ElementKind, LedBy, Motive, Respondent, TargetGroup
from buurtkamer_app.desk.rows import help_asked, visit
from buurtkamer_app.storage.tables.activities import HeadcountRow, ReflectionRow, SeriesRow
from buurtkamer_app.storage.tables.market import (
    MarketElementRow,
    MarketEventRow,
    MarketGoalRow,
    NewTieRow,
    TestimonialRow,
)
from buurtkamer_app.storage.tables.neighbourhood import ScanAnswerRow, ScanRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.rota import SignOnRow
from buurtkamer_app.storage.tables.street import (
    StreetActivityRow,
    StreetGroupRow,
    StreetPhaseRow,
    StreetReflectionRow,
    StreetRow,
    StreetSdgRow,
)
from buurtkamer_app.storage.tables.team import ContributedRow, ProfessionalHoursRow, ResultRow
from buurtkamer_app.storage.tables.wishes import WishEndingRow, WishMoveRow, WishRow, WishSupportRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from buurtkamer_app.services import Services

FIRST, LAST = date(2025, 1, 1), date(2026, 3, 11)
QUARTER = date(2026, 1, 1), date(2026, 3, 31)
SECRET = "Alleen voor de kamer: wie hier niet opendoet"


def fill(services: Services) -> None:
    """Write it all."""
    dice = random.Random(7)
    with services.store.work(Label("fill")) as unit:
        for write in (_visits, _wishes, _counted, _hours, _streets, _market, _seen):
            write(unit.session, dice)


def _days() -> list[date]:
    days = (FIRST + timedelta(days=step) for step in range((LAST - FIRST).days + 1))
    return [day for day in days if day.weekday() < 5]


def _at(on: date, hour: int = 11) -> datetime:
    return datetime(on.year, on.month, on.day, hour, tzinfo=UTC)


def _visits(session: Session, dice: random.Random) -> None:
    for on in _days():
        for purpose in Purpose:
            persons = dice.randint(1, 6) + (on.year - 2025) * 2
            children = persons if purpose is Purpose.CHILD else 0
            first_time = int(dice.random() < 0.1)
            more = {"purpose": purpose, "children": children, "first_time": first_time}
            session.add(visit(_at(on), on, 11, persons, **more))
        session.add(visit(_at(on), on, 12, 1, named=True))
        if dice.random() < 0.2:
            session.add(help_asked(_at(on), _at(on), None, locked=False))


def _wish(number: int, on: date, status: WishStatus, moved: date) -> WishRow:
    words = dict.fromkeys(("asked_by", "parked_reason", "own_part", "contact"), "")
    return WishRow(
        number=number,
        text=f"Samen iets doen, wens {number}",
        theme=list(Theme)[number % 6],
        status=status,
        moved_at=_at(moved),
        supporters=1,
        recorded_on=on,
        carried_in=False,
        prefers="any",
        done_when_told=False,
        **words,
    )


def _wishes(session: Session, dice: random.Random) -> None:
    for step in range(60):
        on = FIRST + timedelta(days=7 * step)
        took = dice.randint(0, 70)
        done = step % 3 and on + timedelta(days=took) <= LAST
        moved = on + timedelta(days=took) if done else on
        row = _wish(1000 + step, on, WishStatus.DONE if done else list(WishStatus)[step % 5], moved)
        session.add(row)
        session.flush()
        if step % 2:
            words = {"contact": "", "name": ""}
            session.add(WishSupportRow(wish_id=row.id, on_date=on + timedelta(days=1), **words))
        if done:
            words = dict.fromkeys(("whom", "number", "answer"), "")
            kind = list(Ending)[step % 5]
            session.add(WishEndingRow(wish_id=row.id, kind=kind, begun_on=on, closed_on=moved, **words))
            session.add(WishMoveRow(wish_id=row.id, at=_at(moved), status=WishStatus.DONE, reason=""))


def _counted(session: Session, dice: random.Random) -> None:
    for series in session.scalars(select(SeriesRow).order_by(SeriesRow.number)).all():
        on = max(series.first_date, date(2026, 1, 5))
        while on <= LAST:
            session.add(HeadcountRow(series_id=series.id, on_date=on, persons=dice.randint(2, 14)))
            on += timedelta(days=14)
        said = {"goes_on": GoesOn.YES, "by_residents": True if series.number % 5 == 0 else None}
        words = {"went_well": f"{series.name} was gezellig, iedereen hielp mee.", "who_came": "Veel nieuwe gezichten."}
        looked = date(2026, 2, 1) + timedelta(days=series.number)
        session.add(ReflectionRow(series_id=series.id, on_date=looked, at=_at(looked), **words, **said))


def _hours(session: Session, dice: random.Random) -> None:
    hosts = session.scalars(select(HostRow).order_by(HostRow.number)).all()
    for on in _days():
        for host in dice.sample(hosts, 2):
            session.add(SignOnRow(host_id=host.id, on_date=on, on_at=_at(on, 9), off_at=_at(on, 12)))
        if on.day < 8:
            given = {"kind": HoursKind.MEETING, "what": "Overleg"}
            session.add(ContributedRow(host_id=hosts[0].id, on_date=on, starts=time(11), ends=time(14), **given))
    month = FIRST
    while month <= LAST:
        minutes = 60 * (40 if month.year == 2025 else 25)
        session.add(ProfessionalHoursRow(month=month, organisation="Welzijn", minutes=minutes, what="Begeleiding"))
        month = (month + timedelta(days=31)).replace(day=1)


def _streets(session: Session, dice: random.Random) -> None:
    for place, name in enumerate(("Lindestraat", "Kerkpad", "Havenkant")):
        notes = dict.fromkeys(("willingness", "energy", "not_reached", "stakeholders"), SECRET)
        street = StreetRow(name=name, **notes)
        session.add(street)
        session.flush()
        session.add(StreetPhaseRow(street_id=street.id, led_by=LedBy.PROFESSIONALS, since=date(2025, 5, 1), why=""))
        if place == 0:
            session.add(StreetPhaseRow(street_id=street.id, led_by=LedBy.RESIDENTS, since=date(2026, 2, 1), why=""))
        for step in range(4):
            _gathering(session, dice, street, date(2025, 6, 3) + timedelta(days=70 * step + place))


def _gathering(session: Session, dice: random.Random, street: StreetRow, on: date) -> None:
    words = dict.fromkeys(("place", "partners", "volunteers", "to_bring", "by_rain", "cancelled"), "")
    row = StreetActivityRow(
        street_id=street.id,
        name="Soep op de stoep",
        on_date=on,
        starts=time(16),
        ends=time(19),
        led_by=LedBy.TOGETHER,
        talk_cart=True,
        headcount=dice.randint(8, 40),
        professionals=2,
        professionals_until=time(18),
        residents_until=time(20) if on.month > 10 else None,
        **words,
    )
    session.add(row)
    session.flush()
    session.add(StreetGroupRow(activity_id=row.id, target=TargetGroup.FAMILIES, reached=True))
    session.add(StreetSdgRow(activity_id=row.id, goal=11))
    said = {"strong": "Iedereen bleef hangen.", "anecdote": "De buren maakten het zelf af."}
    said |= dict.fromkeys(("barriers", "differently", "remains"), "")
    known = {column.key for column in StreetReflectionRow.__table__.columns}
    said |= {name: "" for name in ("about", "partners", "where_active", "contact", "period") if name in known}
    session.add(StreetReflectionRow(activity_id=row.id, recommend=8, impact=7, finished_at=_at(on), **said))


def _market(session: Session, dice: random.Random) -> None:
    words = dict.fromkeys(("place", "about", "network", "cancelled"), "")
    event = MarketEventRow(
        name="Buurtmarkt aan het water",
        on_date=date(2026, 2, 21),
        starts=time(11),
        ends=time(16),
        visitors=dice.randint(200, 300),
        reflection="Volgend jaar weer.",
        wide_cm=3000,
        high_cm=2000,
        **words,
    )
    session.add(event)
    session.flush()
    for number in range(1, 6):
        blank = dict.fromkeys(("owner", "contact", "place", "needs"), "")
        kind = ElementKind.STALL if number < 5 else ElementKind.WORKSHOP
        names = {"name": f"Kraam {number}", "motive": Motive.MEETING}
        session.add(MarketElementRow(event_id=event.id, number=number, kind=kind, **names, **blank))
    session.add(MarketGoalRow(event_id=event.id, position=1, goal="Elkaar leren kennen", outcome="Gelukt"))
    session.add(NewTieRow(event_id=event.id, between="Bewoners", and_with="De school", about=""))
    known = {column.key for column in TestimonialRow.__table__.columns}
    by = {"consent_by": ""} if "consent_by" in known else {}
    said = (("Ik ken nu mijn buren.", "Mevrouw Tan", _at(LAST)), ("Fijne dag.", "", None))
    for text, name, agreed in said:
        session.add(TestimonialRow(event_id=event.id, text=text, name=name, consent_at=agreed, **by))


def _seen(session: Session, dice: random.Random) -> None:
    session.add(
        ResultRow(on_date=date(2026, 2, 3), what="zwerfvuil geraapt", unit="zakken", many=40, theme=Theme.NEIGHBOURHOOD)
    )
    for year in (2025, 2026):
        scan = ScanRow(year=year, begun_on=date(year, 2, 1))
        session.add(scan)
        session.flush()
        for number in range(1, 7):
            for about in Characteristic:
                given = {"score": dice.randint(2, 5), "note": ""}
                roles = {"number": number, "respondent": Respondent.RESIDENT, "characteristic": about}
                session.add(ScanAnswerRow(scan_id=scan.id, **roles, **given))
