"""The neighbourhood: whom to call in which situation, and what one must find in the house at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import phone_number
from buurtkamer_app.base.roles import Role
from buurtkamer_app.neighbourhood import queries, rules
from buurtkamer_app.storage.tables.neighbourhood import CallAgreementRow, HousePlaceRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.neighbourhood.records import CallAgreement, CallGuide, CallLine, HousePlace, KnownPlace
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store

_R = TypeVar("_R")


class Neighbourhood:
    """Use cases of the neighbourhood: everybody reads the guide, also at a locked desk; the coordinator writes it."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def call_guide(self) -> CallGuide:
        """Give whom to call, and where things are; nobody has to sign in for it."""
        desk = self._room.desk_settings()
        with self._store.reading() as session:
            own = [agreement.line for agreement in queries.agreements(session)]
            places = [place.spot for place in queries.places(session)]
            filled = queries.filled(session)
        confidant = rules.about_a_host(desk.confidant, desk.confidant_phone)
        return rules.guide(self._room.facts().country, own, filled, confidant, places)

    def agreements(self) -> list[CallAgreement]:
        """Give what this room agreed, in its order."""
        with self._store.reading() as session:
            return queries.agreements(session)

    def places(self) -> list[KnownPlace]:
        """Give the places in the house, in the room's order."""
        with self._store.reading() as session:
            return queries.places(session)

    def agree(self, line: CallLine, agreement: UUID | None = None) -> Outcome[UUID]:
        """Write down whom to call in a situation, or change an agreement.

        Raises `RefusedError` without a situation or a number, for long texts, or when the agreement is gone.
        """
        kept = rules.kept_line(line)
        with self._store.work(Label(mark("A call agreement was written down")), Role.COORDINATOR) as unit:
            if agreement is None:
                row = CallAgreementRow(position=_next(queries.agreement_rows(unit.session)), fills="")
                unit.session.add(row)
            else:
                row = _there(queries.agreement_row(unit.session, agreement))
            row.situation, row.step, row.who, row.phone = kept.situation, kept.step, kept.who, kept.phone
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def fill(self, key: str, phone: str) -> Change:
        """Write down this room's own number for a national line, as the doctor on duty; empty takes it away.

        Raises `RefusedError` for what is no phone number.
        """
        kept = phone_number(phone) if phone.strip() else ""
        with self._store.work(Label(mark("A number of the call guide was filled in")), Role.COORDINATOR) as unit:
            row = queries.filling_row(unit.session, key)
            if row is not None and not kept:
                unit.session.delete(row)
            elif row is not None:
                row.phone = kept
            elif kept:
                unit.session.add(CallAgreementRow(position=0, situation=key, step="", who="", phone=kept, fills=key))
        return unit.change

    def end_agreement(self, agreement: UUID) -> Change:
        """Take an agreement away."""
        with self._store.work(Label(mark("A call agreement was taken away")), Role.COORDINATOR) as unit:
            row = queries.agreement_row(unit.session, agreement)
            if row is not None:
                unit.session.delete(row)
        return unit.change

    def move_agreement(self, agreement: UUID, by: int) -> Change:
        """Move an agreement up (-1) or down (1) among the others."""
        with self._store.work(Label(mark("The call agreements were put in another order")), Role.COORDINATOR) as unit:
            _move(queries.agreement_rows(unit.session), agreement, by)
        return unit.change

    def put_place(self, spot: HousePlace, place: UUID | None = None) -> Outcome[UUID]:
        """Write down where something is, or change it.

        Raises `RefusedError` when it does not say where, for long texts, or when the place is gone.
        """
        kept = rules.kept_place(spot)
        with self._store.work(Label(mark("A place in the house was written down")), Role.COORDINATOR) as unit:
            if place is None:
                row = HousePlaceRow(position=_next(queries.place_rows(unit.session)))
                unit.session.add(row)
            else:
                row = _there(queries.place_row(unit.session, place))
            row.kind, row.what, row.place = kept.kind, kept.what, kept.place
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def end_place(self, place: UUID) -> Change:
        """Take a place away."""
        with self._store.work(Label(mark("A place in the house was taken away")), Role.COORDINATOR) as unit:
            row = queries.place_row(unit.session, place)
            if row is not None:
                unit.session.delete(row)
        return unit.change

    def move_place(self, place: UUID, by: int) -> Change:
        """Move a place up (-1) or down (1) among the others."""
        with self._store.work(Label(mark("The places were put in another order")), Role.COORDINATOR) as unit:
            _move(queries.place_rows(unit.session), place, by)
        return unit.change


def _there(row: _R | None) -> _R:
    if row is None:
        raise RefusedError("This is not on record any more. Look at the list again.")
    return row


def _next(rows: Sequence[CallAgreementRow] | Sequence[HousePlaceRow]) -> int:
    return rows[-1].position + 1 if rows else 0


def _move(rows: Sequence[CallAgreementRow] | Sequence[HousePlaceRow], key: UUID, by: int) -> None:
    """Give the rows new positions with one of them moved; at an end it stays where it is."""
    order: list[CallAgreementRow | HousePlaceRow] = list(rows)
    now = next((place for place, row in enumerate(order) if row.id == key), None)
    if now is None or not 0 <= now + by < len(order):
        return
    order.insert(now + by, order.pop(now))
    for position, row in enumerate(order):
        row.position = position
