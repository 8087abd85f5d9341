"""What belongs to a visitor or a host without their name in it: visits, what they agreed to, shifts, cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.storage.tables.desk import CallIfMissedRow, MissedContactRow, VisitRow
from buurtkamer_app.storage.tables.people import CertificateRow, HostCardRow, HouseKeyRow, OtherTimesRow, SkillRow
from buurtkamer_app.storage.tables.privacy import ConsentRow
from buurtkamer_app.storage.tables.rota import FixedShiftRow, PlaceRow, SignOnRow
from buurtkamer_app.storage.tables.team import AllowanceRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from sqlalchemy.orm import Session

_OF_A_HOST: Final = (
    (PlaceRow, mark("Shifts on the rota: {count}")),
    (FixedShiftRow, mark("Fixed shifts: {count}")),
    (SignOnRow, mark("Times at work: {count}")),
    (OtherTimesRow, mark("Days away or extra: {count}")),
    (AllowanceRow, mark("Months with an allowance: {count}")),
    (HouseKeyRow, mark("Keys of the house: {count}")),
)


def told_of(session: Session, kind: str, key: UUID) -> list[Label]:
    """Give what belongs to a row, each as a sentence."""
    if kind == "visitor":
        return list(_visitor(session, key))
    return list(_host(session, key)) if kind == "host" else []


def _visitor(session: Session, key: UUID) -> Iterator[Label]:
    seen = select(func.count(), func.min(VisitRow.on_date), func.max(VisitRow.on_date))
    count, first, last = session.execute(seen.where(VisitRow.visitor_id == key)).one()
    if count:
        days: dict[str, str | int] = {"count": count, "first": first.isoformat(), "last": last.isoformat()}
        yield Label(mark("Visits: {count}, from {first} to {last}"), days)
    called = session.scalars(select(CallIfMissedRow).where(CallIfMissedRow.visitor_id == key)).first()
    if called is not None:
        numbers = " · ".join(part for part in (called.phone, called.also_call) if part)
        yield Label(mark("We may call when they are missed: {numbers}"), {"numbers": numbers})
    calls = _count(session, MissedContactRow, MissedContactRow.visitor_id == key)
    if calls:
        yield Label(mark("Calls because they were missed: {count}"), {"count": calls})
    given = session.scalars(select(ConsentRow).where(ConsentRow.visitor_id == key).order_by(ConsentRow.given_at))
    for consent in given:
        yield Label(
            mark("Said yes on {day}: {text}"), {"day": consent.given_at.date().isoformat(), "text": consent.text}
        )


def _host(session: Session, key: UUID) -> Iterator[Label]:
    for row, words in _OF_A_HOST:
        if many := _count(session, row, row.host_id == key):
            yield Label(words, {"count": many})
    card = session.scalars(select(HostCardRow).where(HostCardRow.host_id == key)).first()
    if card is not None:
        days = (
            (mark("First talk on {day}"), card.first_talk_on),
            (mark("Agreed on {day}"), card.agreed_on),
            (mark("VOG seen on {day}"), card.vog_seen_on),
        )
        yield from (Label(words, {"day": day.isoformat()}) for words, day in days if day is not None)
    skills = session.scalars(select(SkillRow.words).where(SkillRow.host_id == key)).all()
    names = session.scalars(select(CertificateRow.name).where(CertificateRow.host_id == key)).all()
    for words, found in ((mark("Can: {what}"), skills), (mark("Certificates: {what}"), names)):
        if found:
            yield Label(words, {"what": ", ".join(found)})


def _count(session: Session, row: Any, where: Any) -> int:
    return session.scalar(select(func.count()).select_from(row).where(where)) or 0
