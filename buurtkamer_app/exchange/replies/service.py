"""The reply of a professional: looked at, trusted or refused with its reason, laid with its wishes, and seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import FileRefusedError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.base.terms_exchange import Said
from buurtkamer_app.exchange.replies import queries, rules
from buurtkamer_app.exchange.replies.judging import judged
from buurtkamer_app.exchange.replies.records import Landing
from buurtkamer_app.storage.tables.exchange import RecipientRow, ReplyRow, SaidRow
from buurtkamer_app.storage.tables.wishes import AdviceRequestRow, WishRow
from buurtkamer_app.wishes.telling.records import NewTelling

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.exchange.replies.records import Brought, Correspondent, Found, Told
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.telling.service import TellingPeople


class Replies:
    """Use cases of what comes back."""

    def __init__(self, store: Store, room: Room, telling: TellingPeople, vault_id: UUID) -> None:
        self._store = store
        self._room = room
        self._telling = telling
        self._vault_id = vault_id

    def look(self, path: Path) -> Found:
        """Read a reply and show what bringing it in would do; nothing is written. For the coordinator.

        Raises `FileRefusedError` with its own sentence for each of what can be wrong with it: no reply, too large, of a
        newer version, damaged, unsigned, for another room, to a log that this room does not know, signed by somebody
        else, brought in already, or older than one that was. `StoreError` when the disk or stick refuses.
        """
        from buurtkamer_app.exchange.replies.file import LARGEST, opened  # noqa: PLC0415 - cryptography is heavy
        from buurtkamer_app.storage.whole_file import read_at_most  # noqa: PLC0415

        self._store.allow(Role.COORDINATOR)
        content = read_at_most(path, LARGEST)
        if content is None:
            raise FileRefusedError("This file is not there. Is the stick still in?")
        envelope = opened(content)
        with self._store.reading() as session:
            return judged(session, envelope, self._vault_id, self._room.zone)

    def bring_in(self, found: Found) -> Outcome[int]:
        """Lay what a reply says with its wishes and questions, in one step that can be undone; give how many landed.

        It is judged again as the room is now. The first reply of somebody tells by which key theirs are known from then
        on. Raises as `look` does, and `RefusedError` when nothing in it lands. For the coordinator.
        """
        label = Label(mark("An answer of the professional was brought in"))
        with self._store.work(label, Role.COORDINATOR) as unit:
            now = judged(unit.session, found.envelope, self._vault_id, self._room.zone)
            if not now.landing:
                raise RefusedError("There is nothing new in this answer. Nothing was changed.")
            self._lay_down(unit, now)
            # An answered question is an open one less.
            unit.counts = True
        return Outcome(unit.change, now.landing)

    def _lay_down(self, unit: Unit, found: Found) -> None:
        made = queries.export(unit.session, found.reply.log)
        if made is None:
            raise ValueError("judged to be of a log that is there")
        self._pin(unit, made.recipient_id, found.envelope.public_key)
        reply = ReplyRow(
            reply_id=found.reply.id,
            number=found.reply.number,
            export_id=made.id,
            made_at=found.reply.made_at,
            brought_at=unit.now,
            said_by=found.reply.said_by,
            organisation=found.reply.organisation,
            signed_by=found.envelope.public_key,
        )
        unit.session.add(reply)
        unit.session.flush()
        for item in found.items:
            if item.landing is not Landing.LANDS:
                continue
            unit.session.add(
                SaidRow(
                    reply_id=reply.id,
                    kind=item.kind,
                    wish_id=item.wish_id,
                    question_id=item.question_id,
                    text=item.text,
                    seen_at=None,
                    seen_by=None,
                )
            )
            if item.question_id is not None:
                question = unit.session.get_one(AdviceRequestRow, item.question_id)
                question.answered_at = unit.now

    def _pin(self, unit: Unit, recipient: UUID | None, key: bytes) -> None:
        if recipient is not None:
            row = unit.session.get_one(RecipientRow, recipient)
            if row.reply_key != key:
                row.reply_key = key

    def brought(self) -> list[Brought]:
        """Give the replies that were brought in, the last one first; for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.brought(session)

    def correspondents(self) -> list[Correspondent]:
        """Give who gets logs, and whether the key of their computer is known; for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.correspondents(session)

    def news(self) -> list[Told]:
        """Give what came back and nobody at the desk saw yet, the newest first; for who is signed in.

        Advice for the room as a whole is told to the coordinator only.
        """
        self._store.allow(Role.HOST)
        which = () if self._store.actor.role >= Role.COORDINATOR else (SaidRow.kind != Said.ADVICE,)
        with self._store.reading() as session:
            # All of it: what was corrected is news no more, whether the correction was seen or not.
            return [one for one in rules.newest(queries.told(session, *which)) if one.seen_at is None]

    def about(self, wish: UUID) -> list[Told]:
        """Give what professionals said of a wish, the newest first, corrected ones left out; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return rules.newest(queries.told(session, SaidRow.wish_id == wish))

    def seen(self, said: Collection[UUID]) -> Change:
        """Write down that somebody at the desk saw these; what was seen stays seen by the first who saw it."""
        with self._store.work(Label(mark("An answer of the professional was seen"))) as unit:
            for key in said:
                row = unit.session.get(SaidRow, key)
                if row is not None and row.kind is Said.ADVICE:
                    self._store.allow(Role.COORDINATOR)
                if row is not None and row.seen_at is None:
                    row.seen_at, row.seen_by = unit.now, unit.actor.host
        return unit.change

    def let_know(self, said: UUID) -> Change:
        """Put the one whose wish it is on the list of whom to tell.

        Raises `RefusedError` when what was said, or the wish, is gone, or when they are on the list already.
        """
        with self._store.work(Label(mark("Somebody is to hear the answer of the professional"))) as unit:
            told = next(iter(queries.told(unit.session, SaidRow.id == said)), None)
            wish = unit.session.get(WishRow, told.wish) if told is not None and told.wish is not None else None
            if told is None or wish is None:
                raise RefusedError("This answer is not here any more. Look again.")
            if told.on_list:
                raise RefusedError("They are on the list already, or they were told.")
            news = NewTelling(TellReason.ANSWERED, wish.asked_by, wish.contact, wish=wish.id)
            self._telling.tell([news])
        return unit.change
