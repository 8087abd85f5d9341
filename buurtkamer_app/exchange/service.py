"""The log for a professional: drafted, looked at, and only then written, signed and encrypted."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.exchange import queries
from buurtkamer_app.exchange.records import FORMAT, Log, LogDraft, LogMade
from buurtkamer_app.storage import passphrase as passphrases
from buurtkamer_app.storage.tables.exchange import ExportRow, SigningKeyRow

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.evaluation.service import Evaluation
    from buurtkamer_app.exchange.content import Texts
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.service import Wishes


class Exchange:
    """Use cases of what leaves the building."""

    def __init__(  # noqa: PLR0913, PLR0917 - a log looks at the whole room
        self,
        store: Store,
        room: Room,
        people: People,
        wishes: Wishes,
        activities: Activities,
        evaluation: Evaluation,
        vault_id: UUID,
    ) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._wishes = wishes
        self._activities = activities
        self._evaluation = evaluation
        self._vault_id = vault_id

    def propose_passphrase(self) -> str:
        """Draw five words for the file, to be told on the phone."""
        return passphrases.draw()

    def draft(self, first: date, last: date) -> LogDraft:
        """Show what a log of a period, both days included, will tell; nothing is written. For the coordinator.

        Raises `RefusedError` when the last day comes before the first.
        """
        # ReportLab and phonenumbers take 0.2 s to load, and only this needs them.
        from buurtkamer_app.exchange.content import Texts  # noqa: PLC0415
        from buurtkamer_app.exchange.known_names import KnownNames  # noqa: PLC0415
        from buurtkamer_app.exchange.log_words import log_text  # noqa: PLC0415
        from buurtkamer_app.printing.log_pages import log_pages  # noqa: PLC0415

        self._store.allow(Role.COORDINATOR)
        if last < first:
            raise RefusedError("The last day comes before the first.")
        with self._store.reading() as session:
            passing = queries.names_in_passing(session)
        texts = Texts(KnownNames([*self._people.every_name(), *passing]), self._room.facts().country)
        log = self._content(first, last, texts)
        return LogDraft(log, texts.all, log_pages(log_text(log, self._room.zone)))

    def _content(self, first: date, last: date, texts: Texts) -> Log:
        from buurtkamer_app.exchange import content  # noqa: PLC0415 - see draft

        zone = self._room.zone
        with self._store.reading() as session:
            actions = queries.actions(
                session, instant(first, time(), zone), instant(last + timedelta(days=1), time(), zone)
            )
        return Log(
            format=FORMAT,
            room=self._room.facts().name,
            first=first,
            last=last,
            made_at=self._store.clock.now(),
            figures=content.figures_shown(self._evaluation.figures(first, last)),
            wishes=content.wishes_shown((wish for wish in self._wishes.all() if wish.recorded_on <= last), texts),
            questions=content.questions_shown(self._wishes.questions(), texts),
            activities=content.activities_shown(self._activities.occurrences(first, last), texts),
            journal=content.journal_shown(actions),
        )

    def write(self, draft: LogDraft, path: Path, passphrase: str) -> Outcome[LogMade]:
        """Write a draft as an encrypted, signed PDF, read it back, and journal that it left. For the coordinator.

        Raises `RefusedError` for a weak passphrase or a path that cannot be, `StoreError` when the disk or stick
        refuses: then there is no file, and nothing says that there is.
        """
        from buurtkamer_app.exchange.check_code import check_code  # noqa: PLC0415 - see draft
        from buurtkamer_app.exchange.delivery import delivering  # noqa: PLC0415
        from buurtkamer_app.exchange.log_file import log_file  # noqa: PLC0415
        from buurtkamer_app.exchange.reading import as_typed, read_log  # noqa: PLC0415

        self._store.allow(Role.COORDINATOR)
        passphrases.acceptable(passphrase)
        content = log_file(draft.log, draft.pages, as_typed(passphrase), self._signing_key(), self._vault_id)
        code = check_code(content)
        log = draft.log
        label = Label(mark("A log was made for the professional"))
        with delivering(path, content, lambda written: read_log(written, passphrase, code)) as place:
            with self._store.work(label, Role.COORDINATOR) as unit:
                unit.undoable = False
                unit.session.add(
                    ExportRow(at=unit.now, first=log.first, last=log.last, check_code=code, made_by=unit.actor.host)
                )
                unit.session.flush()
                # Named just before the commit: no log leaves without being journalled, none is journalled in vain.
                place()
            return Outcome(unit.change, LogMade(path, code))

    def _signing_key(self) -> bytes:
        """Give the room's signing key; it is made with the first log."""
        with self._store.reading() as session:
            known = queries.signing_key(session)
        if known is not None:
            return known
        from buurtkamer_app.exchange.log_file import new_key  # noqa: PLC0415 - see draft

        made = new_key()
        with self._store.work(Label(mark("The room got its own signature")), Role.COORDINATOR) as unit:
            unit.undoable = False
            unit.session.add(SigningKeyRow(single=True, private=made))
        return made
