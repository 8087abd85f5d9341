"""Where each kind of thing stands, from which day its period counts, and what stands there instead when it went.

What has no day of its own counts from the day on which it was last seen changed (`kept_since`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, case, func, or_, select

from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.base.terms_around import ResourceKind
from buurtkamer_app.storage.tables.activities import BookingRow, ChangedDateRow, ReflectionRow, SeriesRow
from buurtkamer_app.storage.tables.breaches import BreachRow
from buurtkamer_app.storage.tables.concerns import ConcernReadingRow, ConcernRow, IncidentRow
from buurtkamer_app.storage.tables.days import CallBackRow, DayRow, HandoverNoteRow, HandoverSeenRow, LoanRow
from buurtkamer_app.storage.tables.desk import MissedContactRow
from buurtkamer_app.storage.tables.exchange import ApprovedTextRow, ExportRow, ReplyRow, SaidRow
from buurtkamer_app.storage.tables.market import (
    MarketActionRow,
    MarketElementRow,
    MarketEventRow,
    MarketPresenceRow,
    MarketRoleRow,
    MarketSessionRow,
    RunStepRow,
    TalentRow,
    TestimonialRow,
)
from buurtkamer_app.storage.tables.neighbourhood import ResourceRow, ScanActionRow, TaskRow
from buurtkamer_app.storage.tables.people import PinRow
from buurtkamer_app.storage.tables.privacy import ConsentRow, KeptSinceRow
from buurtkamer_app.storage.tables.street import StreetActivityRow, StreetReflectionRow, StreetRow
from buurtkamer_app.storage.tables.team import SupportRow, TeamActionRow
from buurtkamer_app.storage.tables.wishes import AdviceRequestRow, HomeHelperRow, WishEndingRow, WishMatchRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement

    from buurtkamer_app.storage.tables.base import Row

CLOSED_AT: Final = 5  # wrong tries
GONE: Final = "…"
"""What stands where a text may not be empty."""


@dataclass(frozen=True, slots=True)
class Source:
    """Rows of one table that fall under a rule.

    `on` is the day (or instant) from which the period counts; `empties` what its columns become: without any the row
    itself goes, after the rows of `under` that belong to it.
    """

    kind: str
    table: type[Row]
    on: ColumnElement[Any]
    empties: Mapping[str, object] = field(default_factory=dict)
    where: tuple[ColumnElement[bool], ...] = ()
    under: tuple[tuple[type[Row], str], ...] = ()

    def holds(self) -> ColumnElement[bool]:
        """Say in SQL which rows still hold something."""
        held = (_differs(getattr(self.table, name), value) for name, value in self.empties.items())
        return and_(*self.where, or_(*held)) if self.empties else and_(self.on.is_not(None), *self.where)


def _differs(column: Any, value: object) -> ColumnElement[bool]:
    found: ColumnElement[bool] = column.is_not(None) if value is None else column != value
    return found


def _unchanged(table: type[Row]) -> ColumnElement[Any]:
    since = select(KeptSinceRow.since).where(
        KeptSinceRow.kind == table.__tablename__,
        KeptSinceRow.row_id == table.id,
        KeptSinceRow.row_version == table.version,
    )
    return since.correlate(table).scalar_subquery()


def of_parent(column: Any, parent: Any, key: Any) -> ColumnElement[Any]:
    """Give a column of the row that another one belongs to."""
    found: ColumnElement[Any] = select(column).where(parent == key).scalar_subquery()
    return found


def _market(table: Any) -> ColumnElement[Any]:
    return of_parent(MarketEventRow.on_date, MarketEventRow.id, table.event_id)


def _last_time(table: Any) -> ColumnElement[Any]:
    """Give the day of what is once, or the last day of a series; one that does not end has none."""
    return case((table.rrule == "", table.first_date), else_=table.last_date)


_SERIES_END: Final = of_parent(_last_time(SeriesRow), SeriesRow.id, ChangedDateRow.series_id)
_GATHERING: Final = of_parent(StreetActivityRow.on_date, StreetActivityRow.id, StreetReflectionRow.activity_id)
_SESSION: Final = (
    select(MarketEventRow.on_date)
    .join(MarketSessionRow, MarketSessionRow.event_id == MarketEventRow.id)
    .where(MarketSessionRow.id == MarketPresenceRow.session_id)
    .scalar_subquery()
)
_VISITS_NOW: Final = (
    select(WishMatchRow.id)
    .join(WishEndingRow, WishEndingRow.id == WishMatchRow.ending_id)
    .where(WishEndingRow.whom == HomeHelperRow.name, WishMatchRow.home_visits, WishEndingRow.closed_on.is_(None))
    .exists()
)
_BROUGHT: Final = of_parent(ReplyRow.brought_at, ReplyRow.id, SaidRow.reply_id)
_REFLECTED: Final = dict.fromkeys(
    ("about", "partners", "where_active", "contact", "period", "strong", "barriers", "differently", "remains"), ""
)

SOURCES: Final[tuple[Source, ...]] = (
    Source("missed", MissedContactRow, MissedContactRow.on_date.expression),
    Source(
        "home_helpers",
        HomeHelperRow,
        HomeHelperRow.named_on.expression,
        where=(~_VISITS_NOW,),
    ),
    Source(
        "questions",
        AdviceRequestRow,
        func.coalesce(AdviceRequestRow.answered_at, AdviceRequestRow.withdrawn_at),
        {"question": GONE},
    ),
    Source("questions", SaidRow, _BROUGHT, {"text": GONE}),
    Source("questions", ReplyRow, ReplyRow.brought_at.expression, {"said_by": ""}),
    Source("bookings", BookingRow, _last_time(BookingRow), {"who": GONE, "phone": "", "arrangement": ""}),
    Source("leads", SeriesRow, _last_time(SeriesRow), {"lead_name": ""}, (SeriesRow.lead_kind == LeadKind.RESIDENT,)),
    Source("leads", ChangedDateRow, _SERIES_END, {"lead_name": ""}, (ChangedDateRow.lead_kind == LeadKind.RESIDENT,)),
    Source("reflections", ReflectionRow, ReflectionRow.on_date.expression, {"went_well": "", "who_came": ""}),
    Source("call_backs", CallBackRow, CallBackRow.done_at.expression),
    Source("loans", LoanRow, LoanRow.back_on.expression, {"who": ""}),
    Source("handover", HandoverNoteRow, HandoverNoteRow.on_date.expression, under=((HandoverSeenRow, "note_id"),)),
    Source(
        "day_reports",
        DayRow,
        DayRow.on_date.expression,
        {"key_with": "", "signed_first": "", "signed_second": "", "report": ""},
        (DayRow.closed_at.is_not(None),),
    ),
    Source(
        "concerns",
        ConcernRow,
        ConcernRow.closed_at.expression,
        {"text": "", "weighed": "", "written_by": None, "recipient": None, "review_on": None},
        (ConcernRow.closed_at.is_not(None),),
    ),
    Source(
        "incidents",
        IncidentRow,
        IncidentRow.on_date.expression,
        {"facts": "", "called": "", "witness": "", "written_by": None},
    ),
    Source("seen", ConcernReadingRow, ConcernReadingRow.at.expression),
    Source("street_notes", StreetReflectionRow, _GATHERING, {**_REFLECTED, "anecdote": ""}),
    Source("street_notes", StreetActivityRow, StreetActivityRow.on_date.expression, {"volunteers": "", "partners": ""}),
    Source(
        "streets",
        StreetRow,
        _unchanged(StreetRow),
        {"willingness": "", "energy": "", "not_reached": "", "stakeholders": ""},
    ),
    Source("market_contacts", MarketRoleRow, _market(MarketRoleRow), {"name": "", "contact": ""}),
    Source("market_contacts", MarketElementRow, _market(MarketElementRow), {"owner": "", "contact": ""}),
    Source("market_contacts", MarketActionRow, _market(MarketActionRow), {"who": ""}),
    Source("market_contacts", RunStepRow, _market(RunStepRow), {"who": ""}),
    Source("market_contacts", MarketPresenceRow, _SESSION, {"name": ""}),
    Source("talents", TalentRow, _market(TalentRow)),
    Source("testimonials", TestimonialRow, _market(TestimonialRow), {"name": "", "consent_by": "", "consent_at": None}),
    Source(
        "resources",
        ResourceRow,
        _unchanged(ResourceRow),
        {"contact": ""},
        (ResourceRow.kind != ResourceKind.RESIDENT,),
    ),
    Source(
        "resources",
        ResourceRow,
        _unchanged(ResourceRow),
        {"name": GONE, "contact": "", "phone": "", "address": "", "x": None, "y": None},
        (ResourceRow.kind == ResourceKind.RESIDENT,),
    ),
    Source("tasks", TaskRow, TaskRow.ended_on.expression, {"taken_by": "", "contact": ""}),
    Source("actions", TeamActionRow, func.coalesce(TeamActionRow.done_on, TeamActionRow.by_date), {"who": ""}),
    Source("actions", ScanActionRow, func.coalesce(ScanActionRow.done_on, ScanActionRow.by_date), {"who": ""}),
    Source("talks", SupportRow, SupportRow.on_date.expression, {"agreed": ""}),
    Source(
        "wrong_pins",
        PinRow,
        PinRow.wrong_at.expression,
        {"wrong_tries": 0, "wrong_at": None},
        # A name that is closed stays so until a colleague lets them in.
        (PinRow.wrong_tries < CLOSED_AT,),
    ),
    Source("exports", ExportRow, ExportRow.at.expression, {"names_because": ""}),
    Source("approved", ApprovedTextRow, _unchanged(ApprovedTextRow)),
    Source("breaches", BreachRow, BreachRow.closed_on.expression),
    Source("consents", ConsentRow, ConsentRow.withdrawn_at.expression),
)
UNDATED: Final[tuple[type[Row], ...]] = (StreetRow, ResourceRow, ApprovedTextRow)
