"""The log for a professional: drafted, looked at, and only then written, signed and encrypted."""

from __future__ import annotations

from secrets import token_bytes
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid4

import msgspec

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.exchange.log import made_queries, queries
from buurtkamer_app.exchange.log.draft import Decision, LogDraft, LogMade, Unseen
from buurtkamer_app.exchange.recipients import queries as recipients
from buurtkamer_app.storage import passphrase as passphrases
from buurtkamer_app.storage.tables.exchange import ApprovedTextRow, ExportRow, RecipientRow, SigningKeyRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.exchange.log.contents import Contents, Heading
    from buurtkamer_app.exchange.log.records import Log
    from buurtkamer_app.exchange.log.texts import Texts
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store

_KEY: Final = 32
_LONGEST: Final = 10_000
_STEPS: Final = 3
# Between these a room began, and plans.
_EARLIEST: Final = 1900
_LATEST: Final = 2099


class Exchange:
    """Use cases of the log that leaves the building; all of it is the coordinator's."""

    def __init__(self, store: Store, room: Room, people: People, contents: Contents, vault_id: UUID) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._contents = contents
        self._vault_id = vault_id

    def draft(  # noqa: PLR0913 - a period, for whom, what was decided, and how far it is
        self,
        first: date,
        last: date,
        recipient: UUID | None = None,
        decisions: Mapping[bytes, Decision] | None = None,
        names_because: str = "",
        *,
        unseen: Unseen = Unseen.ASK,
        progress: Progress | None = None,
    ) -> LogDraft:
        """Show what a log of a period, both days included, will tell; nothing is written.

        `decisions` (by digest) go before those that were kept. `names_because` is why people are called by their names.
        Raises `RefusedError` for days in the wrong order or of no year of a room, or when the recipient gets no logs
        any more.
        """
        # ReportLab and phonenumbers take 0.2 s to load, and only this needs them.
        from buurtkamer_app.exchange.log.pages import log_text  # noqa: PLC0415
        from buurtkamer_app.exchange.log.pseudonyms import Naming  # noqa: PLC0415
        from buurtkamer_app.exchange.log.shared_days import sharing  # noqa: PLC0415
        from buurtkamer_app.printing.log_pages import log_pages  # noqa: PLC0415

        self._store.allow(Role.COORDINATOR)
        _check_days(first, last)
        because = one_line(names_because)
        heading, secret = self._heading(first, last, recipient, names=bool(because))
        texts = self._texts(self.decisions() | dict(decisions or {}), unseen)
        _tell(progress, 1)
        log = self._contents.log(heading, texts, Naming(secret, names=heading.names))
        _tell(progress, 2)
        pages = log_pages(log_text(log, self._room.zone))
        _tell(progress, _STEPS)
        shares = tuple(sharing((first, last), heading.earlier))
        return LogDraft(log, texts.all, pages, recipient, because, unseen, shares)

    def decisions(self) -> dict[bytes, Decision]:
        """Give what was decided about lines until now, by their digest."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return made_queries.decisions(session)

    def cleaned_again(self, text: str) -> str:
        """Give words that somebody puts in place of a line as they would go out.

        Raises `RefusedError` when they say nothing or have over 10,000 letters.
        """
        self._store.allow(Role.COORDINATOR)
        return _own_words(text, self._texts({}, Unseen.ASK))

    def decide(self, decisions: Mapping[bytes, Decision]) -> Change:
        """Keep what somebody decided who read these lines, by their digest; own words are cleaned once more.

        Raises `RefusedError` for words that say nothing or have over 10,000 letters.
        """
        label = Label(mark("A line of the log was looked at"))
        with self._store.work(label, Role.COORDINATOR) as unit:
            own = {digest: one.text for digest, one in decisions.items() if one.text and not one.left_out}
            texts = self._texts({}, Unseen.ASK) if own else None
            for digest, decision in decisions.items():
                words = _own_words(own[digest], texts) if texts is not None and digest in own else ""
                _keep(unit.session, digest, words, left_out=decision.left_out)
        return unit.change

    def write(self, draft: LogDraft, path: Path, passphrase: str | None = None) -> Outcome[LogMade]:
        """Write a draft as an encrypted, signed PDF, read it back, and journal that it left.

        Without a passphrase that of the recipient opens it, or one that is drawn for nobody in particular.
        Raises `RefusedError` when nobody looked at a line, for a weak passphrase or a path that cannot be, `StoreError`
        when the disk or stick refuses: then there is no file, and nothing says that there is.
        """
        from buurtkamer_app.exchange.delivery import delivering  # noqa: PLC0415
        from buurtkamer_app.exchange.log.check_code import check_code  # noqa: PLC0415 - see draft
        from buurtkamer_app.exchange.log.file import log_file  # noqa: PLC0415
        from buurtkamer_app.exchange.log.reading import as_typed, read_log  # noqa: PLC0415

        self._store.allow(Role.COORDINATOR)
        if draft.unseen is Unseen.ASK and draft.open:
            raise RefusedError("Look at every line first. Lines left: {count}.", count=draft.open)
        words = self._words(draft, passphrase)
        passphrases.acceptable(words)
        log, secret = self._not_twice(draft.log), token_bytes(_KEY)
        content = log_file(log, draft.pages, as_typed(words), self._signing_key(), self._vault_id, secret)
        code = check_code(content)
        with delivering(path, content, lambda written: read_log(written, words, code)) as place:
            with self._store.work(_label(draft), Role.COORDINATOR) as unit:
                unit.undoable = False
                unit.session.add(
                    ExportRow(
                        at=unit.now,
                        first=log.first,
                        last=log.last,
                        check_code=code,
                        log_id=log.id,
                        reply_secret=secret,
                        names_because=draft.names_because,
                        recipient_id=draft.recipient,
                        made_by=unit.actor.host,
                    )
                )
                unit.session.flush()
                # Named just before the commit: no log leaves without being journalled, none is journalled in vain.
                place()
            return Outcome(unit.change, LogMade(path, code, words))

    def _heading(self, first: date, last: date, recipient: UUID | None, *, names: bool) -> tuple[Heading, bytes]:
        """Give what the log says of itself, and what its pseudonyms are made with."""
        from buurtkamer_app.exchange.log.contents import Heading  # noqa: PLC0415 - see draft

        with self._store.reading() as session:
            earlier = made_queries.periods(session)
            if recipient is None:
                return Heading(first, last, uuid4(), names=names, earlier=earlier), token_bytes(_KEY)
            row = _getting(session, recipient)
            before = recipients.previous(session, recipient)
            previous, until = before if before is not None else (None, None)
            return Heading(first, last, uuid4(), row.code, previous, until, names, earlier), row.secret

    def _texts(self, decisions: Mapping[bytes, Decision], unseen: Unseen) -> Texts:
        from buurtkamer_app.exchange.cleaning import queries as around_queries  # noqa: PLC0415 - see draft
        from buurtkamer_app.exchange.cleaning.known_names import KnownNames  # noqa: PLC0415 - see draft
        from buurtkamer_app.exchange.log.texts import Texts  # noqa: PLC0415 - see draft

        with self._store.reading() as session:
            passing = queries.names_in_passing(session)
            around = (around_queries.streets(session), around_queries.partners(session), around_queries.stays(session))
        known = KnownNames([*self._people.every_name(), *passing], *around)
        return Texts(known, self._room.facts().country, decisions, unseen)

    def _words(self, draft: LogDraft, passphrase: str | None) -> str:
        if draft.recipient is None:
            return passphrase if passphrase is not None else passphrases.draw()
        with self._store.reading() as session:
            own = _getting(session, draft.recipient).passphrase
        return passphrase if passphrase is not None else own

    def _not_twice(self, log: Log) -> Log:
        """Give a log a key of its own, where one was made of the same draft already."""
        with self._store.reading() as session:
            if log.id is not None and not made_queries.is_made(session, log.id):
                return log
        return msgspec.structs.replace(log, id=uuid4())

    def _signing_key(self) -> bytes:
        """Give the room's signing key; it is made with the first log."""
        with self._store.reading() as session:
            known = queries.signing_key(session)
        if known is not None:
            return known
        from buurtkamer_app.exchange.log.file import new_key  # noqa: PLC0415 - see draft

        made = new_key()
        with self._store.work(Label(mark("The room got its own signature")), Role.COORDINATOR) as unit:
            unit.undoable = False
            unit.session.add(SigningKeyRow(single=True, private=made))
        return made


def _check_days(first: date, last: date) -> None:
    if last < first:
        raise RefusedError("The last day comes before the first.")
    if first.year < _EARLIEST:
        raise RefusedError("This day is too long ago. Look at the year.")
    if last.year > _LATEST:
        raise RefusedError("This day is too far away. Look at the year.")


def _tell(progress: Progress | None, done: int) -> None:
    if progress is not None:
        progress.at(done, _STEPS)


def _label(draft: LogDraft) -> Label:
    """Say in the journal that a log left; with names is another thing."""
    if draft.names_because:
        return Label(mark("A log with names was made for the professional"))
    return Label(mark("A log was made for the professional"))


def _getting(session: Session, recipient: UUID) -> RecipientRow:
    """Give somebody who gets logs. Raises `RefusedError` when that is over."""
    row = session.get(RecipientRow, recipient)
    if row is None or row.stopped_on is not None:
        raise RefusedError("This professional gets no logs any more. Choose another one.")
    return row


def _keep(session: Session, digest: bytes, text: str, *, left_out: bool) -> None:
    row = made_queries.decision_row(session, digest)
    if row is None:
        session.add(ApprovedTextRow(digest=digest, text=text, left_out=left_out))
    else:
        row.text, row.left_out = text, left_out


def _own_words(text: str, texts: Texts) -> str:
    kept = text.strip()
    if not kept:
        raise RefusedError("Type what may go out, or leave this line out.")
    if len(kept) > _LONGEST:
        raise RefusedError("This text is too long. Use at most {most} letters.", most=_LONGEST)
    return texts.again(kept)
