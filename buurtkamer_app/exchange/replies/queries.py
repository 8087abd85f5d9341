"""All SQL of replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, func, select

from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.base.terms_exchange import Said
from buurtkamer_app.exchange.replies.records import Brought, Correspondent, Told
from buurtkamer_app.exchange.replies.rules import Asked, Given, WishNow
from buurtkamer_app.storage.tables.exchange import ExportRow, RecipientRow, ReplyRow, SaidRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.wishes import AdviceRequestRow, TellingRow, WishRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


def export(session: Session, log: UUID) -> ExportRow | None:
    """Give the record of a log that this room made."""
    return session.scalars(select(ExportRow).where(ExportRow.log_id == log)).one_or_none()


def pinned(session: Session, made: ExportRow) -> bytes | None:
    """Give the key with which replies to a log must be signed; None: none came yet.

    A log that was for nobody in particular is answered by whoever answered it first.
    """
    if made.recipient_id is not None:
        return session.scalar(select(RecipientRow.reply_key).where(RecipientRow.id == made.recipient_id))
    return session.scalar(
        select(ReplyRow.signed_by).where(ReplyRow.export_id == made.id).order_by(ReplyRow.brought_at).limit(1)
    )


def is_known(session: Session, reply: UUID) -> bool:
    """Tell whether a reply was brought in."""
    return session.scalar(select(exists().where(ReplyRow.reply_id == reply))) or False


def newest_number(session: Session, made: ExportRow, key: bytes) -> int:
    """Give the highest number of the replies to a log that were signed with a key."""
    query = select(func.max(ReplyRow.number)).where(ReplyRow.export_id == made.id, ReplyRow.signed_by == key)
    return session.scalar(query) or 0


def asked(session: Session, keys: Collection[UUID]) -> dict[UUID, Asked]:
    """Give questions as they stand now."""
    rows = session.execute(
        select(AdviceRequestRow, WishRow.number, WishRow.text)
        .join(WishRow, WishRow.id == AdviceRequestRow.wish_id)
        .where(AdviceRequestRow.id.in_(keys))
    )
    return {
        row.id: Asked(number, row.wish_id, text, row.question, row.withdrawn_at is not None, row.anew_id is not None)
        for row, number, text in rows
    }


def wishes(session: Session, numbers: Collection[int]) -> dict[int, WishNow]:
    """Give wishes by their numbers."""
    rows = session.scalars(select(WishRow).where(WishRow.number.in_(numbers)))
    return {row.number: WishNow(row.id, row.text, row.recorded_on) for row in rows}


def given(session: Session, made: ExportRow, key: bytes) -> dict[UUID, list[Given]]:
    """Give what the person who answers a log with a key answered before, by question, the newest first."""
    rows = session.execute(
        select(SaidRow.question_id, SaidRow.text, ExportRow.log_id, ReplyRow.made_at)
        .join(ReplyRow, ReplyRow.id == SaidRow.reply_id)
        .join(ExportRow, ExportRow.id == ReplyRow.export_id)
        .where(SaidRow.kind == Said.ANSWER, _same_person(made, key))
        .order_by(ReplyRow.brought_at.desc(), ReplyRow.number.desc())
    )
    found: dict[UUID, list[Given]] = {}
    for question, text, log, made_at in rows:
        if question is not None:
            found.setdefault(question, []).append(Given(text, log, made_at))
    return found


def said(session: Session, made: ExportRow, key: bytes) -> dict[UUID | None, set[str]]:
    """Give what that person said before without being asked: remarks by wish, and under None advice for the room."""
    rows = session.execute(
        select(SaidRow.wish_id, SaidRow.text)
        .join(ReplyRow, ReplyRow.id == SaidRow.reply_id)
        .join(ExportRow, ExportRow.id == ReplyRow.export_id)
        .where(SaidRow.kind != Said.ANSWER, _same_person(made, key))
    )
    found: dict[UUID | None, set[str]] = {}
    for wish, text in rows:
        found.setdefault(wish, set()).add(text)
    return found


def _same_person(made: ExportRow, key: bytes) -> ColumnElement[bool]:
    if made.recipient_id is not None:
        return ExportRow.recipient_id == made.recipient_id
    return ReplyRow.signed_by == key


def told(session: Session, *which: ColumnElement[bool]) -> list[Told]:
    """Give what professionals wrote and of which something is true, the newest first."""
    listed = exists().where(
        TellingRow.wish_id == SaidRow.wish_id,
        TellingRow.reason == TellReason.ANSWERED,
        TellingRow.made_at >= ReplyRow.brought_at,
    )
    rows = session.execute(
        select(
            SaidRow, ReplyRow, WishRow.number, WishRow.text, AdviceRequestRow.question, HostRow.name, listed.label("on")
        )
        .join(ReplyRow, ReplyRow.id == SaidRow.reply_id)
        .outerjoin(WishRow, WishRow.id == SaidRow.wish_id)
        .outerjoin(AdviceRequestRow, AdviceRequestRow.id == SaidRow.question_id)
        .outerjoin(HostRow, HostRow.id == SaidRow.seen_by)
        .where(*which)
        .order_by(ReplyRow.brought_at.desc(), SaidRow.id)
    )
    return [
        Told(
            row.id,
            row.kind,
            row.text,
            reply.said_by,
            reply.organisation,
            reply.made_at,
            reply.brought_at,
            reply.signed_by,
            row.wish_id,
            number,
            text or "",
            row.question_id,
            question or "",
            row.seen_at,
            seen_by or "",
            on,
        )
        for row, reply, number, text, question, seen_by, on in rows
    ]


def brought(session: Session) -> list[Brought]:
    """Give the replies that were brought in, the last one first."""
    rows = session.execute(
        select(ReplyRow, ExportRow.first, ExportRow.last)
        .join(ExportRow, ExportRow.id == ReplyRow.export_id)
        .order_by(ReplyRow.brought_at.desc(), ReplyRow.id.desc())
    ).all()
    return [
        Brought(
            row.id,
            row.said_by,
            row.organisation,
            row.made_at,
            row.brought_at,
            first,
            last,
            tuple(told(session, SaidRow.reply_id == row.id)),
        )
        for row, first, last in rows
    ]


def correspondents(session: Session) -> list[Correspondent]:
    """Give who gets logs now, by name."""
    rows = session.scalars(select(RecipientRow).where(RecipientRow.stopped_on.is_(None)).order_by(RecipientRow.name))
    return [Correspondent(row.id, row.name, row.organisation, row.reply_key is not None) for row in rows]
