"""The tables of what comes out on paper: how this room's sheets look, and what the room was before it changed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurtkamer_app.storage.tables.base import Base, Row


class HouseLookRow(Row):
    """The two colours of this room's sheets (`#rrggbb`) and its logo, a PNG (empty: none)."""

    __tablename__ = "house_look"
    __table_args__ = (
        UniqueConstraint("single"),
        CheckConstraint("length(main) = 7 AND length(second) = 7", name="colours"),
        CheckConstraint("length(logo) <= 400000", name="logo"),
    )

    single: Mapped[bool]
    main: Mapped[str]
    second: Mapped[str]
    logo: Mapped[bytes]


class SheetChoiceRow(Base):
    """What was last chosen for a sheet, such as its languages; no record of the room: the journal does not hold it."""

    __tablename__ = "sheet_choice"

    sheet: Mapped[str] = mapped_column(primary_key=True)
    choice: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class FormerRoomRow(Row):
    """What the room was up to and including a day, so that a past week is told as it was.

    `hours` is one line for each opening, `weekday opens closes` (Monday is 0); `spaces` one for each space, its key and
    the name that it had. What changed later on the same day counts on it, so that undoing the first does not undo it.
    """

    __tablename__ = "former_room"
    lasting = True
    __table_args__ = (UniqueConstraint("until"),)

    until: Mapped[date]
    name: Mapped[str]
    street: Mapped[str]
    postcode: Mapped[str]
    city: Mapped[str]
    entrance: Mapped[str]
    phone: Mapped[str]
    hours: Mapped[str]
    spaces: Mapped[str]
