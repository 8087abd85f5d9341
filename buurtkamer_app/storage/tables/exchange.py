"""The tables of what leaves the building and comes back: who gets a log, every log, what may be in it, replies."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.base.terms_exchange import Said
from buurtkamer_app.storage.tables.base import Row, reference


class SigningKeyRow(Row):
    """The Ed25519 key (32 bytes, private) with which this room signs; it never leaves the encrypted store."""

    __tablename__ = "signing_key"
    __table_args__ = (UniqueConstraint("single"),)

    single: Mapped[bool]
    private: Mapped[bytes]


class RecipientRow(Row):
    """A professional who gets logs: what opens them, what their pseudonyms are made with, and how their reply is known.

    `code` stands in the log instead of the name. `secret` (32 bytes) makes pseudonyms and never leaves the store.
    `reply_key` (Ed25519, 32 bytes, public) is the key of the first reply that came back (None: none came yet).
    """

    __tablename__ = "recipient"
    __table_args__ = (
        UniqueConstraint("name"),
        UniqueConstraint("code"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
        CheckConstraint("length(passphrase) BETWEEN 1 AND 200", name="passphrase"),
    )

    name: Mapped[str]
    organisation: Mapped[str]
    code: Mapped[str]
    passphrase: Mapped[str]
    secret: Mapped[bytes]
    reply_key: Mapped[bytes | None]
    stopped_on: Mapped[date | None]


class ExportRow(Row):
    """A log that was made: its period, its check code, for whom, and what seals the reply to it (32 bytes).

    `names_because` is why names stood in it (empty: pseudonyms only).
    """

    __tablename__ = "export"
    __table_args__ = (CheckConstraint("first <= last", name="order"), UniqueConstraint("log_id"))

    at: Mapped[datetime]
    first: Mapped[date]
    last: Mapped[date]
    check_code: Mapped[str]
    log_id: Mapped[UUID]
    reply_secret: Mapped[bytes]
    names_because: Mapped[str]
    recipient_id: Mapped[UUID | None] = reference("recipient.id", required=False)
    made_by: Mapped[UUID | None] = reference("host.id", required=False)


class ApprovedTextRow(Row):
    """A typed text that somebody looked at before it left: `left_out` does not go, `text` is in other words (or empty).

    `digest` (SHA-256, 32 bytes) is that of where it stands and of the text as it was cleaned then: when either is
    another one it is looked at again. What goes as it was cleaned is not kept here a second time.
    """

    __tablename__ = "approved_text"
    __table_args__ = (UniqueConstraint("digest"), CheckConstraint("length(text) <= 10000", name="text"))

    digest: Mapped[bytes]
    text: Mapped[str]
    left_out: Mapped[bool]


class ReplyRow(Row):
    """A reply that came back to a log; `reply_id` is its own, `number` counts what one person sent back to that log.

    `signed_by` is the public key (Ed25519, 32 bytes) of whoever sent it.
    """

    __tablename__ = "reply"
    __table_args__ = (UniqueConstraint("reply_id"),)

    reply_id: Mapped[UUID]
    number: Mapped[int]
    export_id: Mapped[UUID] = reference("export.id")
    made_at: Mapped[datetime]
    brought_at: Mapped[datetime]
    said_by: Mapped[str]
    organisation: Mapped[str]
    signed_by: Mapped[bytes]


class SaidRow(Row):
    """One thing that a professional wrote in a reply; with a wish or question it is about that one.

    `seen_at` is when somebody at the desk saw it (None: it is shown at the next opening).
    """

    __tablename__ = "said"
    __table_args__ = (CheckConstraint("length(text) BETWEEN 1 AND 10000", name="text"),)

    reply_id: Mapped[UUID] = reference("reply.id")
    kind: Mapped[Said]
    wish_id: Mapped[UUID | None] = reference("wish.id", required=False)
    question_id: Mapped[UUID | None] = reference("advice_request.id", required=False)
    text: Mapped[str]
    seen_at: Mapped[datetime | None] = mapped_column(index=True)
    seen_by: Mapped[UUID | None] = reference("host.id", required=False, index=False)


class ArchiveRow(Row):
    """That somebody asked for an archive of everything, or that this room came out of one (`brought_in`).

    It belongs to this computer, as PINs do: an archive does not hold it.
    """

    __tablename__ = "archive"

    at: Mapped[datetime]
    brought_in: Mapped[bool]
    made_by: Mapped[UUID | None] = reference("host.id", required=False, index=False)
