"""Questions for the professional after they were asked: what became of them, asked otherwise, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage.tables.wishes import AdviceRequestRow
from buurtkamer_app.wishes import rules
from buurtkamer_app.wishes.questions import queries

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.questions.records import Question


class Questions:
    """Use cases of questions that were asked already; asking one is `Wishes.ask_advice`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_wish(self, wish: UUID) -> tuple[Question, ...]:
        """Give the questions about a wish, the first one first; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return tuple(queries.of_wish(session, wish))

    def reword(self, question: UUID, text: str, *, consent: bool) -> Change:
        """Ask it in other words; once a log took it along this is a new question, and an answer to the old one is late.

        Raises `RefusedError` without the yes of the one whose wish it is, for no words or too many, and when it was
        answered or taken back meanwhile.
        """
        if not consent:
            raise RefusedError("Ask first whether the question may be asked. Without a yes nothing is kept.")
        kept = rules.kept_text(text)
        with self._store.work(Label(mark("A question for the professional was worded otherwise"))) as unit:
            row = _waiting(unit.session, question)
            if kept == row.question:
                return unit.change
            if queries.went_at(unit.session, row.at) is None:
                row.question, row.consent_at = kept, unit.now
            else:
                anew = AdviceRequestRow(
                    wish_id=row.wish_id,
                    at=unit.now,
                    question=kept,
                    consent_at=unit.now,
                    answered_at=None,
                    withdrawn_at=None,
                    anew_id=None,
                )
                unit.session.add(anew)
                unit.session.flush()
                row.withdrawn_at, row.anew_id = unit.now, anew.id
            unit.counts = True
        return unit.change

    def withdraw(self, question: UUID) -> Change:
        """Take a question back: it goes with no further log, and an answer to it is not kept.

        Raises `RefusedError` when it was answered or taken back meanwhile.
        """
        with self._store.work(Label(mark("A question for the professional was taken back"))) as unit:
            row = _waiting(unit.session, question)
            if queries.went_at(unit.session, row.at) is None:
                # The one whose place it took is only taken back now.
                for before in queries.before(unit.session, question):
                    before.anew_id = None
                unit.session.delete(row)
            else:
                row.withdrawn_at = unit.now
            unit.counts = True
        return unit.change


def _waiting(session: Session, question: UUID) -> AdviceRequestRow:
    row = session.get(AdviceRequestRow, question)
    if row is None or row.withdrawn_at is not None:
        raise RefusedError("This question was taken back meanwhile.")
    if row.answered_at is not None:
        raise RefusedError("This question was answered meanwhile. Ask a new one.")
    return row
