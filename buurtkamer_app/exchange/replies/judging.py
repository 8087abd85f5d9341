"""Says whether a reply is trusted and where each thing in it lands, as the room is at that moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.base.terms_exchange import Said
from buurtkamer_app.exchange.replies import queries, rules
from buurtkamer_app.exchange.replies.records import Found, Item, Landing
from buurtkamer_app.storage.tables.exchange import RecipientRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session

    from buurtkamer_app.exchange.replies.records import Envelope, Reply
    from buurtkamer_app.storage.tables.exchange import ExportRow


def judged(session: Session, envelope: Envelope, vault_id: UUID, zone: ZoneInfo) -> Found:
    """Open a reply that proved to be signed; raises `FileRefusedError` when it is not for this room as it is now."""
    from buurtkamer_app.exchange.replies.file import KEY_SIZE, signed_by_another, unsealed  # noqa: PLC0415

    if envelope.room != vault_id:
        raise FileRefusedError("This answer is for another buurtkamer. Ask who sent it for the right file.")
    made = queries.export(session, envelope.log)
    if made is None or len(made.reply_secret) != KEY_SIZE:
        raise FileRefusedError("This room does not know the log that was answered. Send the professional a new log.")
    known = queries.pinned(session, made)
    if known not in {None, envelope.public_key}:
        raise signed_by_another()
    reply = unsealed(envelope, made.reply_secret)
    if queries.is_known(session, reply.id):
        raise FileRefusedError("This answer was brought in already. Nothing was changed.")
    if reply.number <= queries.newest_number(session, made, envelope.public_key):
        raise FileRefusedError("A newer answer of the same person is here already. Use their newest file.")
    recipient = session.get(RecipientRow, made.recipient_id) if made.recipient_id is not None else None
    return Found(
        envelope,
        reply,
        tuple(_items(session, made, envelope.public_key, reply, zone)),
        recipient.name if recipient is not None else "",
        made.first,
        made.last,
        known is None,
    )


def _items(session: Session, made: ExportRow, key: bytes, reply: Reply, zone: ZoneInfo) -> Iterator[Item]:
    asked = queries.asked(session, [answer.question for answer in reply.answers])
    given = queries.given(session, made, key)
    for answer in reply.answers:
        question = asked.get(answer.question)
        landing = rules.answer_lands(answer, reply, question, given.get(answer.question, []))
        if question is None or landing is Landing.GONE:
            yield Item(Said.ANSWER, answer.text, Landing.GONE, answer.wish)
            continue
        yield Item(
            Said.ANSWER,
            answer.text,
            landing,
            answer.wish,
            question.wish_text,
            question.text,
            question.wish_id,
            answer.question,
        )
    yield from _unasked(session, made, key, reply, zone)


def _unasked(session: Session, made: ExportRow, key: bytes, reply: Reply, zone: ZoneInfo) -> Iterator[Item]:
    wishes = queries.wishes(session, [remark.wish for remark in reply.remarks])
    said = queries.said(session, made, key)
    made_on = made.at.astimezone(zone).date()
    for remark in reply.remarks:
        wish = wishes.get(remark.wish)
        landing = rules.remark_lands(remark, wish, made_on, said.get(wish.id, ()) if wish is not None else ())
        if wish is None or landing is Landing.GONE:
            yield Item(Said.REMARK, remark.text, Landing.GONE, remark.wish)
        else:
            yield Item(Said.REMARK, remark.text, landing, remark.wish, wish.text, wish_id=wish.id)
            # Said twice in one reply, it is kept once.
            said.setdefault(wish.id, set()).add(remark.text)
    if reply.advice:
        here = reply.advice in said.get(None, ())
        yield Item(Said.ADVICE, reply.advice, Landing.HERE if here else Landing.LANDS)
