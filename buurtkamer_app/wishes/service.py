"""Wishes: written down in the resident's own words, supported, brought further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.letters import tidy
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.storage.tables.wishes import AdviceRequestRow, WishMoveRow, WishRow, WishSupportRow
from buurtkamer_app.wishes import queries, rules

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.records import NewWish, Wish


class Wishes:
    """Use cases of wishes."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def write(self, new: NewWish) -> Outcome[UUID]:
        """Write down a wish as it is heard; raises `RefusedError` when it says nothing or too much."""
        text = rules.kept_text(new.text)
        contact = rules.kept_contact(new.contact, may_contact=new.may_contact)
        with self._store.work(Label(mark("A wish was written down"))) as unit:
            number = new.number if new.number is not None else queries.next_number(unit.session)
            row = WishRow(
                number=number,
                text=text,
                theme=new.theme,
                status=new.status,
                supporters=new.supporters,
                recorded_on=new.recorded_on or self._room.today(),
                carried_in=new.number is not None,
                asked_by=tidy(new.asked_by),
                prefers=new.prefers,
                parked_reason=new.parked_reason,
                back_on=None,
                own_part=one_line(new.own_part),
                contact=contact,
                contact_consent_at=unit.now if contact else None,
                head_id=None,
                done_when_told=False,
                series_id=new.series,
            )
            unit.session.add(row)
            unit.session.flush()
            unit.counts = True
        return Outcome(unit.change, row.id)

    def all(self) -> Sequence[Wish]:
        """Give every wish, in the order of their numbers; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.wishes(session)

    def told_on_paper(self) -> Sequence[Wish]:
        """Give the wishes that became an activity; who asked and in which words does not go on paper."""
        with self._store.reading() as session:
            return [wish for wish in queries.wishes(session) if wish.series is not None]

    def numbered(self, number: int) -> UUID:
        """Give the key of a wish; raises `RefusedError` when there is none of that number."""
        with self._store.reading() as session:
            found = queries.by_number(session, number)
        if found is None:
            raise RefusedError("There is no wish with number {number}.", number=number)
        return found

    def support(self, wish: UUID) -> Change:
        """Write down that one more resident wants it."""
        with self._store.work(Label(mark("One more resident wants this"))) as unit:
            self._row(unit, wish)
            unit.session.add(
                WishSupportRow(wish_id=wish, on_date=self._room.today(), name="", contact="", contact_consent_at=None)
            )
            unit.counts = True
        return unit.change

    def ask_advice(self, wish: UUID, question: str, *, consent: bool) -> Change:
        """Write down a question for the professional; refused without the consent of the one whose wish it is."""
        if not consent:
            raise RefusedError("Ask first whether the question may be asked. Without a yes nothing is kept.")
        text = rules.kept_text(question)
        with self._store.work(Label(mark("A question for the professional was written down"))) as unit:
            self._row(unit, wish)
            unit.session.add(
                AdviceRequestRow(wish_id=wish, at=unit.now, question=text, consent_at=unit.now, answered_at=None)
            )
            unit.counts = True
        return unit.change

    def move(self, wish: UUID, status: WishStatus, parked_reason: str = "") -> Change:
        """Bring a wish to another column of the board; parked needs a reason."""
        if status is WishStatus.PARKED and not parked_reason.strip():
            raise RefusedError("Say why it cannot be now.")
        with self._store.work(Label(mark("A wish was moved on the board"))) as unit:
            reason = one_line(parked_reason) if status is WishStatus.PARKED else ""
            self._bring(unit, self._row(unit, wish), status, reason)
        return unit.change

    def planned_as(self, wish: UUID, series: UUID) -> Change:
        """Write down which activity a wish became."""
        with self._store.work(Label(mark("A wish was planned"))) as unit:
            row = self._row(unit, wish)
            row.series_id = series
            self._bring(unit, row, WishStatus.PLANNED)
        return unit.change

    def questions(self) -> list[tuple[int, str]]:
        """Give the open questions for the professional: number of the wish, question; for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.questions(session)

    def counts(self, first: date, last: date) -> tuple[int, int, int, int]:
        """Give new wishes and supports in a period, all wishes on record, and open questions."""
        with self._store.reading() as session:
            return (
                queries.new_in(session, first, last),
                queries.supports_in(session, first, last),
                queries.total(session),
                queries.open_questions(session),
            )

    def _bring(self, unit: Unit, row: WishRow, status: WishStatus, reason: str = "") -> None:
        """Bring a wish to another column, and keep who did so and when; to the column that it is in changes nothing."""
        if row.status is not status:
            unit.session.add(
                WishMoveRow(
                    wish_id=row.id,
                    at=unit.now,
                    status=status,
                    reason=reason,
                    moved_by=unit.actor.host,
                )
            )
        row.status, row.parked_reason = status, reason

    def _row(self, unit: Unit, wish: UUID) -> WishRow:
        row = unit.session.get(WishRow, wish)
        if row is None:
            raise RefusedError("This wish is not on record any more.")
        return row
