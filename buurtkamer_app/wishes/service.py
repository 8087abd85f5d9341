"""Wishes: written down in the resident's own words, supported, brought further."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Ending, TellReason, WishStatus
from buurtkamer_app.storage.tables.wishes import AdviceRequestRow, WishRow, WishSupportRow
from buurtkamer_app.wishes import moving, putting, queries, rules
from buurtkamer_app.wishes.endings import beginning

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.records import NewWish, OnPaper, Said, Wish

# When a wish that a room file brought is taken to be written down: the file tells the day only.
NOON: Final = time(12)


class Wishes:
    """Use cases of wishes."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def write(self, new: NewWish) -> Outcome[UUID]:
        """Write down a wish as it is heard; raises `RefusedError` when it says nothing or too much."""
        text = rules.kept_text(new.text)
        contact = rules.kept_contact(new.contact, may_contact=new.may_contact)
        asker, own_part = rules.kept_asker(new.asked_by), rules.kept_own_part(new.own_part)
        parked_reason = one_line(new.parked_reason)
        rules.check_supporters(new.supporters)
        recorded_on, carried_in = new.recorded_on or self._room.today(), new.number is not None
        with self._store.work(Label(mark("A wish was written down"))) as unit:
            row = WishRow(
                number=new.number if new.number is not None else queries.next_number(unit.session),
                text=text,
                theme=new.theme,
                status=new.status,
                moved_at=instant(recorded_on, NOON, self._room.zone) if carried_in else unit.now,
                supporters=new.supporters,
                recorded_on=recorded_on,
                carried_in=carried_in,
                asked_by=asker,
                prefers=new.prefers,
                parked_reason=parked_reason,
                back_on=None,
                own_part=own_part,
                contact=contact,
                contact_consent_at=unit.now if contact else None,
                head_id=None,
                done_when_told=False,
                series_id=new.series,
            )
            unit.session.add(row)
            unit.session.flush()
            if not carried_in:
                moving.keep_move(unit, row)
            unit.counts = True
        return Outcome(unit.change, row.id)

    def change(self, wish: UUID, said: Said) -> Change:
        """Keep what is said of a wish now instead of what was; an untouched contact without a yes is a yes taken back.

        Raises `RefusedError` for what cannot be kept, `ClashError` when it was changed since it was shown.
        """
        text, asker = rules.kept_text(said.text), rules.kept_asker(said.asked_by)
        own_part = rules.kept_own_part(said.own_part)
        with self._store.work(Label(mark("A wish was changed"))) as unit:
            row = moving.row_of(unit.session, wish)
            if said.version not in {None, row.version}:
                raise ClashError("Somebody else changed this at the same time. Look again and repeat.")
            contact = rules.changed_contact(row.contact, said.contact, may_contact=said.may_contact)
            if contact != row.contact:
                row.contact_consent_at = unit.now if contact else None
            row.text, row.theme, row.prefers = text, said.theme, said.prefers
            row.asked_by, row.own_part, row.contact = asker, own_part, contact
        return unit.change

    def all(self) -> Sequence[Wish]:
        """Give every wish, in the order of their numbers; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.wishes(session, self._room.zone)

    def told_on_paper(self) -> Sequence[OnPaper]:
        """Give the wishes that became an activity; who asked and in which words does not go on paper."""
        zone = self._room.zone
        with self._store.reading() as session:
            found = queries.wishes(session, zone, WishRow.series_id.is_not(None))
            since, joined = queries.planned_since(session, zone), queries.joined_on(session)
        # What was there already came of no wish.
        return [
            rules.on_paper(wish, wish.series, since.get(wish.id, wish.moved_on), joined.get(wish.id, ()))
            for wish in found
            if wish.series is not None and wish.ending is not Ending.EXISTS
        ]

    def numbered(self, number: int) -> UUID:
        """Give the key of a wish; raises `RefusedError` when there is none of that number."""
        with self._store.reading() as session:
            found = queries.by_number(session, number)
        if found is None:
            raise RefusedError("There is no wish with number {number}.", number=number)
        return found

    def support(self, wish: UUID, name: str = "", contact: str = "", *, may_contact: bool = False) -> Change:
        """Write down that one more resident wants it, by name only who wants to hear of it.

        They are on the list of whom to tell when it is planned already.
        Raises `RefusedError` when the name cannot be, or how to reach them is to be kept without their yes.
        """
        kept = rules.kept_asker(name)
        reach = rules.kept_contact(contact, may_contact=may_contact)
        with self._store.work(Label(mark("One more resident wants this"))) as unit:
            rows = moving.group_of(unit.session, wish)
            unit.session.add(
                WishSupportRow(
                    wish_id=wish,
                    on_date=self._room.today(),
                    name=kept,
                    contact=reach,
                    contact_consent_at=unit.now if reach else None,
                )
            )
            if (kept or reach) and rows[0].status is WishStatus.PLANNED:
                # Who asks to hear of it hears of what is planned already.
                who = [(putting.Person(kept, reach), 1)]
                putting.put_persons(unit, rows[0], TellReason.PLANNED, who, rows[0].series_id)
            unit.counts = True
        return unit.change

    def take_back(self, support: UUID) -> Change:
        """Take back that one more resident wants a wish; raises `RefusedError` when that is gone already."""
        with self._store.work(Label(mark("One resident less wants this"))) as unit:
            row = unit.session.get(WishSupportRow, support)
            if row is None:
                raise RefusedError("This is not on the list any more.")
            unit.session.delete(row)
            unit.counts = True
        return unit.change

    def ask_advice(self, wish: UUID, question: str, *, consent: bool) -> Change:
        """Write down a question for the professional; refused without the consent of the one whose wish it is."""
        if not consent:
            raise RefusedError("Ask first whether the question may be asked. Without a yes nothing is kept.")
        text = rules.kept_text(question)
        with self._store.work(Label(mark("A question for the professional was written down"))) as unit:
            moving.row_of(unit.session, wish)
            unit.session.add(
                AdviceRequestRow(
                    wish_id=wish,
                    at=unit.now,
                    question=text,
                    consent_at=unit.now,
                    answered_at=None,
                    withdrawn_at=None,
                    anew_id=None,
                )
            )
            unit.counts = True
        return unit.change

    def move(self, wish: UUID, status: WishStatus, parked_reason: str = "", back_on: date | None = None) -> Change:
        """Bring a wish, and those that are grouped with it, to another column of the board.

        Parked needs a reason, and comes back by itself on `back_on`, a day after today (None: it does not).
        Done waits until its people know: then `done_when_told` is set, and telling the last one makes it done.
        Raises `RefusedError` without a reason, or for a day that has come already.
        """
        parked = moving.NOT_PARKED
        if status is WishStatus.PARKED:
            parked = moving.Parked(
                rules.parked_because(parked_reason), rules.comes_back_on(back_on, self._room.today())
            )
        label = Label(mark("A wish was moved on the board"))
        with self._store.work(label) as unit:
            rows = moving.group_of(unit.session, wish)
            if status is not WishStatus.DONE:
                moving.bring(unit, rows, status, parked)
                if status in rules.TO_DO or parked is not moving.NOT_PARKED:
                    _is_not_planned(unit, rows, parked=parked is not moving.NOT_PARKED)
            elif not moving.finish(unit, rows) and unit.label is label:
                unit.label = Label(mark("This wish is done when its people know"))
        return unit.change

    def settle(self, wish: UUID) -> Change:
        """Let a wish be done that only waited until its people know, when nobody is left to tell; else change nothing.

        Called whenever somebody was told; the wishes that are grouped with it are looked at together.
        """
        with self._store.work(Label(mark("A wish came true"))) as unit:
            rows = moving.group_of(unit.session, wish)
            if rows[0].done_when_told:
                moving.finish(unit, rows)
        return unit.change

    def planned_as(self, wish: UUID, series: UUID) -> Change:
        """Write down which activity a wish became, with those that are grouped with it; its people are to be told."""
        with self._store.work(Label(mark("A wish was planned"))) as unit:
            rows = moving.group_of(unit.session, wish)
            beginning.begin(unit, rows, Ending.ACTIVITY, self._room.today(), series=series)
            moving.bring(unit, rows, WishStatus.PLANNED)
            putting.put(unit, rows, TellReason.PLANNED, series=series)
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


def _is_not_planned(unit: Unit, rows: Sequence[WishRow], *, parked: bool) -> None:
    """Let nobody be told of an activity that somebody took wishes from; parked ones go back to it one day."""
    if rows[0].series_id is None:
        return
    if parked:
        putting.take_off(unit, rows)
        return
    beginning.forget(unit, rows)
    for row in rows:
        row.series_id = None
