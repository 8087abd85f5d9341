"""The tables of the neighbourhood: whom to call in which situation, and what one must find in the house at once."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.base.terms import HousePlaceKind
from buurtkamer_app.storage.tables.base import Row


class CallAgreementRow(Row):
    """What to do in a situation and whom to call, in the room's own order.

    `fills` is empty, or the key of the national line that this is the room's own number for.
    """

    __tablename__ = "call_agreement"
    __table_args__ = (CheckConstraint("length(situation) BETWEEN 1 AND 200", name="situation"),)

    position: Mapped[int]
    situation: Mapped[str]
    step: Mapped[str]
    who: Mapped[str]
    phone: Mapped[str]
    fills: Mapped[str]


class HousePlaceRow(Row):
    """Where in the house something stands that may be needed at once."""

    __tablename__ = "house_place"

    position: Mapped[int]
    kind: Mapped[HousePlaceKind]
    what: Mapped[str]
    place: Mapped[str]
