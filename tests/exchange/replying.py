"""A professional who answers a log of the room under test, with a computer of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.exchange.log.file import new_key
from buurtkamer_app.exchange.replies.file import reply_file
from buurtkamer_app.exchange.replies.records import FORMAT, Answer, Remark, Reply
from buurtkamer_app.storage.tables.exchange import ExportRow, RecipientRow
from buurtkamer_app.wishes.records import NewWish
from tests.conftest import VAULT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.questions.records import Question

MARCH = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Sent:
    """A log that left: which one, and what a reply to it is sealed with."""

    log: UUID
    secret: bytes = field(default_factory=new_key, repr=False)


@dataclass
class Professional:
    """Writes replies; `key` is their own, `room` the vault that they think they answer."""

    key: bytes = field(default_factory=new_key, repr=False)
    room: UUID = VAULT
    said_by: str = "Sam de Wit"

    def reply(
        self,
        sent: Sent,
        answers: Sequence[Answer] = (),
        remarks: Sequence[Remark] = (),
        advice: str = "",
        *,
        number: int = 1,
        made_at: datetime = MARCH,
    ) -> bytes:
        """Make the file of a reply."""
        reply = Reply(
            FORMAT,
            uuid4(),
            sent.log,
            number,
            made_at,
            self.said_by,
            "Stichting Dichtbij",
            tuple(answers),
            tuple(remarks),
            advice,
        )
        return reply_file(reply, self.room, sent.secret, self.key)


def recipient(services: Services, name: str = "Sam de Wit") -> UUID:
    """Let somebody get logs."""
    with services.store.work(Label("test")) as unit:
        row = RecipientRow(
            name=name,
            organisation="Stichting Dichtbij",
            code=name[:12],
            passphrase="appel boom citroen deur eend",
            secret=new_key(),
            reply_key=None,
            stopped_on=None,
        )
        unit.session.add(row)
        unit.session.flush()
        return row.id


def send(services: Services, to: UUID | None = None) -> Sent:
    """Let a log of the week leave, as far as a reply needs it."""
    sent = Sent(uuid4())
    with services.store.work(Label("test")) as unit:
        unit.undoable = False
        unit.session.add(
            ExportRow(
                at=unit.now,
                first=date(2026, 3, 9),
                last=date(2026, 3, 15),
                check_code="",
                log_id=sent.log,
                reply_secret=sent.secret,
                names_because="",
                recipient_id=to,
                made_by=None,
            )
        )
    return sent


def ask(services: Services, wish: str = "Samen naar de markt", question: str = "Wie rijdt er?") -> Question:
    """Let a question about a new wish wait."""
    key = services.wishes.write(NewWish(wish, Theme.COMMUNITY, asked_by="Ria")).value
    services.wishes.ask_advice(key, question, consent=True)
    return services.questions.of_wish(key)[0]


def brought(services: Services, path: Path, content: bytes) -> Outcome[int]:
    """Bring a reply in from a file."""
    path.write_bytes(content)
    return services.replies.bring_in(services.replies.look(path))


def bring(services: Services, path: Path, content: bytes) -> int:
    """Bring a reply in; give how many things landed."""
    return brought(services, path, content).value


def everything(services: Services) -> dict[str, list[tuple[str, ...]]]:
    """Give all tables of the store, row by row."""
    from sqlalchemy import MetaData, select

    tables = MetaData()
    with services.store.engine.connect() as connection:
        tables.reflect(connection)
        return {
            name: sorted(tuple(map(str, row)) for row in connection.execute(select(table)))
            for name, table in tables.tables.items()
            if "fts" not in name and "word" not in name
        }
