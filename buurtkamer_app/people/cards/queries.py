"""All SQL of the cards of hosts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.people.cards import rules
from buurtkamer_app.people.cards.records import Card, Certificate, HouseKey, Proofs, Skill
from buurtkamer_app.people.queries import host_of
from buurtkamer_app.storage.tables.people import CertificateRow, HostCardRow, HostRow, HouseKeyRow, SkillRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def host_row(session: Session, host: UUID) -> HostRow | None:
    """Give the row of a host who did not leave."""
    row = session.get(HostRow, host)
    return row if row is not None and row.left_on is None else None


def card_row(session: Session, host: UUID) -> HostCardRow:
    """Give the row of a host's card, made when nothing was written on it yet."""
    row = session.scalars(select(HostCardRow).where(HostCardRow.host_id == host)).first()
    if row is None:
        row = HostCardRow(
            host_id=host,
            birth_day=None,
            birth_month=None,
            first_talk_on=None,
            agreed_on=None,
            vog_seen_on=None,
            vog_renew_on=None,
            wants_allowance=False,
        )
        session.add(row)
    return row


def skill(session: Session, host: UUID, words: str) -> SkillRow | None:
    """Give a skill of a host by its words."""
    return session.scalars(select(SkillRow).where(SkillRow.host_id == host, SkillRow.words == words)).first()


def certificate(session: Session, host: UUID, name: str) -> CertificateRow | None:
    """Give a certificate of a host by its name."""
    return session.scalars(
        select(CertificateRow).where(CertificateRow.host_id == host, CertificateRow.name == name)
    ).first()


def keys(session: Session) -> list[HouseKey]:
    """Give the keys that were given out, those that are out first, then by number; of who left too."""
    rows = session.execute(
        select(HouseKeyRow, HostRow.name, HostRow.left_on)
        .join(HostRow, HostRow.id == HouseKeyRow.host_id)
        .order_by(HouseKeyRow.back_on.desc(), HouseKeyRow.number, HouseKeyRow.id)
    )
    found = [
        HouseKey(row.id, row.number, row.host_id, name, row.out_on, row.back_on, left_on is not None)
        for row, name, left_on in rows
    ]
    return sorted(found, key=lambda key: key.back_on is not None)


def proofs(session: Session) -> dict[UUID, Proofs]:
    """Give for every host who showed something what they may do, and until when."""
    shows: dict[UUID, list[tuple[str, date | None]]] = {}
    for row in session.scalars(select(CertificateRow).order_by(CertificateRow.name)):
        shows.setdefault(row.host_id, []).append((row.name, row.until))
    seen = session.scalars(select(HostCardRow).where(HostCardRow.vog_seen_on.is_not(None)))
    until = {row.host_id: row.vog_renew_on or rules.FOR_EVER for row in seen}
    return {host: Proofs(until.get(host), tuple(shows.get(host, ()))) for host in dict.fromkeys((*until, *shows))}


def cards(session: Session, today: date, host: UUID | None = None) -> list[Card]:
    """Give the cards of all hosts who did not leave, or of one, by name."""
    query = select(HostRow).where(HostRow.left_on.is_(None)).order_by(HostRow.name)
    if host is not None:
        query = query.where(HostRow.id == host)
    rows = session.scalars(query).all()
    written = {row.host_id: row for row in session.scalars(select(HostCardRow))}
    skills: dict[UUID, list[Skill]] = {}
    for row in session.scalars(select(SkillRow).order_by(SkillRow.words)):
        skills.setdefault(row.host_id, []).append(Skill(row.id, row.words))
    certificates: dict[UUID, list[Certificate]] = {}
    for one in session.scalars(select(CertificateRow).order_by(CertificateRow.name)):
        stands = rules.standing(one.until, today)
        certificates.setdefault(one.host_id, []).append(Certificate(one.id, one.name, one.got_on, one.until, stands))
    held: dict[UUID, list[HouseKey]] = {}
    for key in keys(session):
        held.setdefault(key.host, []).append(key)
    return [
        replace(
            _card(row, written.get(row.id), today),
            skills=tuple(skills.get(row.id, ())),
            certificates=tuple(certificates.get(row.id, ())),
            keys=tuple(held.get(row.id, ())),
        )
        for row in rows
    ]


def _card(row: HostRow, written: HostCardRow | None, today: date) -> Card:
    """Give a card without what stands in tables of its own."""
    card = Card(host_of(row), row.phone, row.phone_on_list, birth_year=row.birth_year)
    if written is None:
        return card
    day, month = written.birth_day, written.birth_month
    return replace(
        card,
        birthday=None if day is None or month is None else (day, month),
        wants_allowance=written.wants_allowance,
        first_talk_on=written.first_talk_on,
        agreed_on=written.agreed_on,
        vog_seen_on=written.vog_seen_on,
        vog_renew_on=written.vog_renew_on,
        vog=None if written.vog_seen_on is None else rules.standing(written.vog_renew_on, today),
    )
