"""All SQL of what leaves the building."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.letters import search_terms
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.base.terms_around import ResourceKind
from buurtkamer_app.storage.tables.activities import (
    ChangedDateRow,
    ParticipationRow,
    ReflectionRow,
    SeriesRow,
    SignUpRow,
)
from buurtkamer_app.storage.tables.concerns import IncidentRow
from buurtkamer_app.storage.tables.days import CallBackRow, DayRow, LoanRow
from buurtkamer_app.storage.tables.desk import CallIfMissedRow
from buurtkamer_app.storage.tables.exchange import RecipientRow, ReplyRow, SigningKeyRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.market import (
    MarketActionRow,
    MarketElementRow,
    MarketPresenceRow,
    MarketRoleRow,
    RunStepRow,
    TalentRow,
    TestimonialRow,
)
from buurtkamer_app.storage.tables.neighbourhood import ResourceRow, ScanActionRow, TaskRow
from buurtkamer_app.storage.tables.people import HostRow, VisitorRow
from buurtkamer_app.storage.tables.room import DeskSettingRow
from buurtkamer_app.storage.tables.street import BringsHomeRow, GoesBackRow, StreetActivityRow
from buurtkamer_app.storage.tables.team import TeamActionRow
from buurtkamer_app.storage.tables.wishes import AdviceRequestRow, WishRow
from buurtkamer_app.wishes.queries import WAITS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date, datetime
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute, Session

    from buurtkamer_app.base.terms import GoesOn

# So many names are asked for at once: a store takes a limited number of values in one question.
_AT_ONCE: Final = 500

# Where somebody's name stands beside what they did, have or promised.
_NAMES: Final[tuple[InstrumentedAttribute[str], ...]] = (
    WishRow.asked_by,
    SignUpRow.name,
    ParticipationRow.name,
    CallBackRow.who,
    LoanRow.who,
    ResourceRow.contact,
    TaskRow.taken_by,
    ScanActionRow.who,
    MarketElementRow.owner,
    MarketRoleRow.name,
    MarketPresenceRow.name,
    MarketActionRow.who,
    TalentRow.name,
    RunStepRow.who,
    TestimonialRow.name,
    TestimonialRow.consent_by,
    BringsHomeRow.who,
    BringsHomeRow.whom,
    GoesBackRow.whose,
    TeamActionRow.who,
    DayRow.key_with,
    DayRow.signed_first,
    DayRow.signed_second,
    DeskSettingRow.confidant,
    RecipientRow.name,
    ReplyRow.said_by,
)


# Where a name stands among other words: `dochter Els, 06…`. What is written with a capital may be one.
_NAMES_AMONG_WORDS: Final[tuple[InstrumentedAttribute[str], ...]] = (
    CallIfMissedRow.also_call,
    IncidentRow.witness,
    StreetActivityRow.volunteers,
)
_WORD: Final = re.compile(r"[^\W\d_][\w'\u2019-]+")


def actions(session: Session, since: datetime, until: datetime) -> list[tuple[str, str, int, int]]:
    """Give kind of record, action, role and how many units of work did it, from one moment until before another."""
    rows = session.execute(
        select(
            JournalChangeRow.kind,
            JournalChangeRow.action,
            JournalUnitRow.role,
            func.count(JournalUnitRow.id.distinct()),
        )
        .join(JournalUnitRow, JournalUnitRow.id == JournalChangeRow.unit_id)
        .where(JournalUnitRow.at >= since, JournalUnitRow.at < until)
        .group_by(JournalChangeRow.kind, JournalChangeRow.action, JournalUnitRow.role)
        .order_by(JournalChangeRow.kind, JournalChangeRow.action, JournalUnitRow.role)
    )
    return [(kind, action, role, times) for kind, action, role, times in rows]


class Done(NamedTuple):
    """A unit of work: when, by which host (None: nobody signed in, or the room's own key holder), and what it was."""

    at: datetime
    host: UUID | None
    role: int
    label: str


class OpenQuestion(NamedTuple):
    """A question for the professional that has no answer yet."""

    id: UUID
    wish: int
    text: str
    on: date


def stands() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Say that a unit of work was not taken back, and takes nothing back itself."""
    undoing = aliased(JournalUnitRow)
    undone = select(undoing.id).where(undoing.undoes_id == JournalUnitRow.id)
    return JournalUnitRow.undoes_id.is_(None), ~undone.exists()


def done(
    session: Session, since: datetime, until: datetime, told: Collection[str], stays: Collection[str]
) -> list[Done]:
    """Read what was done from one moment until before another and touched kinds that are told, and none that stay."""
    touched = select(JournalChangeRow.id).where(JournalChangeRow.unit_id == JournalUnitRow.id)
    rows = session.execute(
        select(JournalUnitRow.at, JournalUnitRow.host_id, JournalUnitRow.role, JournalUnitRow.label)
        .where(
            JournalUnitRow.at >= since,
            JournalUnitRow.at < until,
            *stands(),
            touched.where(JournalChangeRow.kind.in_(told)).exists(),
            ~touched.where(JournalChangeRow.kind.in_(stays)).exists(),
        )
        .order_by(JournalUnitRow.at, JournalUnitRow.id)
    )
    return [Done._make(row) for row in rows]


def open_questions(session: Session, zone: ZoneInfo) -> list[OpenQuestion]:
    """Read the questions for the professional that have no answer, in the order in which they were asked."""
    rows = session.execute(
        select(AdviceRequestRow.id, WishRow.number, AdviceRequestRow.question, AdviceRequestRow.at)
        .join(WishRow, WishRow.id == AdviceRequestRow.wish_id)
        .where(*WAITS)
        .order_by(AdviceRequestRow.at, AdviceRequestRow.id)
    )
    return [OpenQuestion(key, wish, text, local(at, zone).date()) for key, wish, text, at in rows]


def goes_on(session: Session, first: date, last: date) -> list[tuple[date, str, GoesOn]]:
    """Read of the looks back at activities whether these go on: the day, the name, what was said."""
    rows = session.execute(
        select(ReflectionRow.on_date, SeriesRow.name, ReflectionRow.goes_on)
        .join(SeriesRow, SeriesRow.id == ReflectionRow.series_id)
        .where(ReflectionRow.on_date.between(first, last))
    )
    return [(on, name, said) for on, name, said in rows]


def hosts(session: Session) -> list[tuple[UUID, str]]:
    """Read the key and name of every host, also of those who left."""
    return [(key, name) for key, name in session.execute(select(HostRow.id, HostRow.name))]


def residents(session: Session, names: Iterable[str]) -> list[tuple[UUID, str, str]]:
    """Read the residents known by one of some names, however it is spelled: key, name, plain letters."""
    wanted = sorted({terms for name in names if (terms := search_terms(name))})
    found: list[tuple[UUID, str, str]] = []
    for start in range(0, len(wanted), _AT_ONCE):
        some = VisitorRow.terms.in_(wanted[start : start + _AT_ONCE])
        rows = session.execute(select(VisitorRow.id, VisitorRow.name, VisitorRow.terms).where(some))
        found += [(key, name, terms) for key, name, terms in rows]
    return found


def names_in_passing(session: Session) -> list[str]:
    """Give the names that stand beside something else: who asked for a wish, signed up, borrowed, leads, has a task."""
    led = LeadKind.HOSTS
    found = [
        *session.scalars(select(SeriesRow.lead_name).where(SeriesRow.lead_kind != led).distinct()),
        *session.scalars(select(ChangedDateRow.lead_name).where(ChangedDateRow.lead_kind != led).distinct()),
        *session.scalars(select(ResourceRow.name).where(ResourceRow.kind == ResourceKind.RESIDENT)),
    ]
    for column in _NAMES:
        found += session.scalars(select(column).where(column != "").distinct())
    for column in _NAMES_AMONG_WORDS:
        for text in session.scalars(select(column).where(column != "").distinct()):
            found += (word for word in _WORD.findall(text) if word[0].isupper())
    return found


def signing_key(session: Session) -> bytes | None:
    """Give the room's private signing key, None before the first log."""
    return session.scalars(select(SigningKeyRow.private)).first()
