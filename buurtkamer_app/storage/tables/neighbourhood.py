"""The tables of the neighbourhood: whom to call, what it has, what people do for each other, and the yearly scan."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from buurtkamer_app.base.terms import HousePlaceKind, Theme
from buurtkamer_app.base.terms_around import Characteristic, ResourceKind, Respondent
from buurtkamer_app.storage.tables.base import Row, reference


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


class ScanRow(Row):
    """A look at the neighbourhood on the five characteristics, once a year."""

    __tablename__ = "scan"
    __table_args__ = (UniqueConstraint("year"), CheckConstraint("year BETWEEN 1990 AND 2199", name="year"))

    year: Mapped[int]
    begun_on: Mapped[date]


class ScanAnswerRow(Row):
    """What one respondent, without a name, gave a characteristic: 1 to 5 (None: left open), and a note."""

    __tablename__ = "scan_answer"
    __table_args__ = (
        UniqueConstraint("scan_id", "number", "characteristic"),
        CheckConstraint("score BETWEEN 1 AND 5", name="score"),
    )

    scan_id: Mapped[UUID] = reference("scan.id", index=False)
    number: Mapped[int]
    respondent: Mapped[Respondent]
    characteristic: Mapped[Characteristic]
    score: Mapped[int | None]
    note: Mapped[str]


class ScanActionRow(Row):
    """What will be done about a low score: by whom, until when; one for each characteristic."""

    __tablename__ = "scan_action"
    __table_args__ = (UniqueConstraint("scan_id", "characteristic"),)

    scan_id: Mapped[UUID] = reference("scan.id", index=False)
    characteristic: Mapped[Characteristic]
    what: Mapped[str]
    who: Mapped[str]
    by_date: Mapped[date]
    done_on: Mapped[date | None]


class ResourceRow(Row):
    """Something or somebody that the neighbourhood has, what they add, and where on the schematic map (per mille)."""

    __tablename__ = "resource"
    __table_args__ = (
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
        CheckConstraint(
            "(x IS NULL) = (y IS NULL) AND (x IS NULL OR (x BETWEEN 0 AND 1000 AND y BETWEEN 0 AND 1000))", name="place"
        ),
    )

    kind: Mapped[ResourceKind]
    name: Mapped[str]
    adds: Mapped[str]
    contact: Mapped[str]
    phone: Mapped[str]
    address: Mapped[str]
    partner_id: Mapped[UUID | None] = reference("partner.id", required=False)
    x: Mapped[int | None]
    y: Mapped[int | None]


class TaskRow(Row):
    """A task through which a resident matters; open until somebody has it."""

    __tablename__ = "task"
    __table_args__ = (CheckConstraint("length(what) BETWEEN 1 AND 300", name="what"),)

    what: Mapped[str]
    when_said: Mapped[str]
    asks: Mapped[str]
    theme: Mapped[Theme]
    taken_by: Mapped[str]
    contact: Mapped[str]
    taken_on: Mapped[date | None]
    ended_on: Mapped[date | None]


class CustomRow(Row):
    """What people here are used to do for each other."""

    __tablename__ = "custom"
    __table_args__ = (CheckConstraint("length(text) BETWEEN 1 AND 500", name="text"),)

    position: Mapped[int]
    text: Mapped[str]


class GroupRow(Row):
    """A group of people in the neighbourhood, as it is called here."""

    __tablename__ = "neighbourhood_group"
    __table_args__ = (UniqueConstraint("name"), CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"))

    name: Mapped[str]
    about: Mapped[str]


class TieRow(Row):
    """How well two groups know each other, from 1 (hardly) to 3 (well), and through what."""

    __tablename__ = "tie"
    __table_args__ = (
        UniqueConstraint("one_id", "other_id"),
        CheckConstraint("strength BETWEEN 1 AND 3", name="strength"),
    )

    one_id: Mapped[UUID] = reference("neighbourhood_group.id", index=False)
    other_id: Mapped[UUID] = reference("neighbourhood_group.id")
    strength: Mapped[int]
    through: Mapped[str]


class OutreachRow(Row):
    """A round past doors: numbers only, never a list of people."""

    __tablename__ = "outreach"
    __table_args__ = (CheckConstraint("rung >= 0 AND spoken BETWEEN 0 AND rung AND flyers >= 0", name="numbers"),)

    on_date: Mapped[date]
    where_said: Mapped[str]
    rung: Mapped[int]
    spoken: Mapped[int]
    flyers: Mapped[int]
    heard: Mapped[str]


class MeetingSpotRow(Row):
    """Where people meet without a building."""

    __tablename__ = "meeting_spot"
    __table_args__ = (CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),)

    name: Mapped[str]
    about: Mapped[str]
    when_said: Mapped[str]
