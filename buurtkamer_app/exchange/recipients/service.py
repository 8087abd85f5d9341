"""Who gets logs, as use cases: added, changed, stopped; other words, another computer; and what went out."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.exchange.recipients import queries, rules
from buurtkamer_app.exchange.recipients.records import Before
from buurtkamer_app.storage import passphrase as passphrases
from buurtkamer_app.storage.recovery_code import CROCKFORD
from buurtkamer_app.storage.tables.exchange import RecipientRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.exchange.recipients.records import NewRecipient, Recipient, Sent
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store

_SECRET = 32


class Recipients:
    """Use cases of the professionals who get logs; all of it is the coordinator's."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def all(self) -> list[Recipient]:
        """Give who gets logs and who got them once, by name, with the words that open them."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.every(session)

    def called(self, name: str) -> Recipient:
        """Give who has this name. Raises `RefusedError` when nobody has it."""
        wanted = name.strip().casefold()
        found = next((one for one in self.all() if one.name.casefold() == wanted), None)
        if found is None:
            raise RefusedError("Nobody of this name gets logs. Add them in the program first.")
        return found

    def sent(self, recipient: UUID | None = None) -> list[Sent]:
        """Give the logs that went out, the newest first; to one recipient, or all of them."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.sent(session, recipient)

    def before(self, recipient: UUID) -> Before:
        """Give what went to somebody before: the next log starts from there (`rules.proposed`)."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return Before(self._room.today(), queries.periods(session, recipient))

    def add(self, new: NewRecipient) -> Outcome[UUID]:
        """Let somebody get logs from now on; the program draws the words that open them.

        Raises `RefusedError` without a name, or when somebody has that name already.
        """
        kept = rules.kept(new)
        with self._store.work(
            Label(mark("{name} gets logs from now on"), {"name": kept.name}), Role.COORDINATOR
        ) as unit:
            _refuse_twice(unit.session, kept.name)
            row = RecipientRow(
                name=kept.name,
                organisation=kept.organisation,
                code=_free_code(queries.codes(unit.session)),
                passphrase=passphrases.draw(),
                secret=secrets.token_bytes(_SECRET),
            )
            unit.session.add(row)
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def change(self, key: UUID, new: NewRecipient, version: int | None = None) -> Change:
        """Change a name or organisation; in the logs stays the code.

        Raises `RefusedError` as `add` does, `ClashError` when it is not the version that was read any more.
        """
        kept = rules.kept(new)
        with self._store.work(Label(mark("{name} was changed"), {"name": kept.name}), Role.COORDINATOR) as unit:
            row = _there(unit.session, key)
            if version is not None and row.version != version:
                raise ClashError("Somebody else changed this at the same time. Look again and repeat.")
            _refuse_twice(unit.session, kept.name, row)
            row.name, row.organisation = kept.name, kept.organisation
        return unit.change

    def stop(self, key: UUID) -> Change:
        """Let somebody get no logs any more; what went out stays on record."""
        with self._store.work(Label(mark("A professional gets no logs any more")), Role.COORDINATOR) as unit:
            row = _there(unit.session, key)
            row.stopped_on = row.stopped_on or self._room.today()
        return unit.change

    def start(self, key: UUID) -> Change:
        """Let somebody get logs again who stopped."""
        with self._store.work(Label(mark("A professional gets logs again")), Role.COORDINATOR) as unit:
            _there(unit.session, key).stopped_on = None
        return unit.change

    def new_passphrase(self, key: UUID) -> Outcome[str]:
        """Draw other words for the logs from now on; logs that went out keep theirs.

        It cannot be undone: words that somebody may have overheard never come back.
        """
        with self._store.work(Label(mark("A professional got a new passphrase")), Role.COORDINATOR) as unit:
            unit.undoable = False
            row = _there(unit.session, key)
            row.passphrase = passphrases.draw()
        return Outcome(unit.change, row.passphrase)

    def new_computer(self, key: UUID) -> Change:
        """Forget on which computer somebody signs replies: the next reply is taken as the first.

        It cannot be undone: a reply from the old computer would be taken again.
        """
        with self._store.work(Label(mark("A professional answers from a new computer")), Role.COORDINATOR) as unit:
            unit.undoable = False
            _there(unit.session, key).reply_key = None
        return unit.change


def _there(session: Session, key: UUID) -> RecipientRow:
    row = session.get(RecipientRow, key)
    if row is None:
        raise RefusedError("This is not on record any more. Look at the list again.")
    return row


def _refuse_twice(session: Session, name: str, but: RecipientRow | None = None) -> None:
    found = queries.named(session, name)
    if found is not None and found is not but:
        raise RefusedError("Somebody of this name gets logs already.")


def _free_code(taken: set[str]) -> str:
    """Draw a code that is nobody's: 30 bits, that say nothing of the name."""
    while True:
        code = "".join(secrets.choice(CROCKFORD) for _ in range(rules.CODE_LETTERS))
        if code not in taken:
            return code
