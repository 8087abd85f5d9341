"""What other features let go themselves, and what goes in a way of its own: where it stands, for the clock."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func, or_, select

from buurtkamer_app.base.terms import Ending, WishStatus
from buurtkamer_app.privacy.retention.sources import GONE, Source, of_parent
from buurtkamer_app.storage.tables.activities import MealOrderRow, ParticipationRow, SignUpRow
from buurtkamer_app.storage.tables.desk import CallIfMissedRow, VisitRow
from buurtkamer_app.storage.tables.exchange import RecipientRow
from buurtkamer_app.storage.tables.people import HostCardRow, HostRow, VisitorRow
from buurtkamer_app.storage.tables.privacy import ConsentRow
from buurtkamer_app.storage.tables.street import BringsHomeRow, GoesBackRow, StreetActivityRow
from buurtkamer_app.storage.tables.team import AllowanceRow
from buurtkamer_app.storage.tables.wishes import TellingRow, WishEndingRow, WishRow, WishSupportRow

_CALLED: Final = select(CallIfMissedRow.id).where(CallIfMissedRow.visitor_id == VisitorRow.id).exists()
_LAST_VISIT: Final = select(func.max(VisitRow.on_date)).where(VisitRow.visitor_id == VisitorRow.id).scalar_subquery()
_WITHDRAWN: Final = (
    select(func.max(ConsentRow.withdrawn_at))
    .where(ConsentRow.visitor_id == VisitorRow.id, ~VisitorRow.may_remember)
    .scalar_subquery()
)
_ENDED: Final = WishRow.status.in_((WishStatus.DONE, WishStatus.SELF_RUN))
_WISH_ENDED: Final = select(WishRow.moved_at).where(WishRow.id == WishSupportRow.wish_id, _ENDED).scalar_subquery()
_CARD: Final = select(HostCardRow.id).where(HostCardRow.host_id == HostRow.id).exists()
_PAID: Final = select(AllowanceRow.id).where(AllowanceRow.host_id == HostRow.id).exists()
_OF_THEN: Final = of_parent(SignUpRow.on_date, SignUpRow.id, MealOrderRow.sign_up_id)

NUMBER: Final = "nr. "
"""What a host who is forgotten is called, with their number."""
STILL_NAMED: Final = HostRow.name != func.concat(NUMBER, HostRow.number)
# A visitor is seen, and so stays, as long as they come; a name without a yes goes long before.
LAST_SEEN: Final = func.coalesce(_LAST_VISIT, VisitorRow.first_seen_on)
WITHDRAWN: Final = _WITHDRAWN

WATCHED: Final[tuple[Source, ...]] = (
    Source("new_names", VisitorRow, VisitorRow.first_seen_on.expression, where=(~VisitorRow.may_remember, ~_CALLED)),
    Source("withdrawn", VisitorRow, _WITHDRAWN),
    Source("visitors", VisitorRow, LAST_SEEN, where=(or_(VisitorRow.may_remember, _CALLED),)),
    Source("meals", MealOrderRow, _OF_THEN),
    Source("sign_ups", SignUpRow, SignUpRow.on_date.expression, {"name": "", "phone": ""}),
    Source("sign_ups", ParticipationRow, ParticipationRow.on_date.expression, {"name": ""}),
    Source("wishes_contacts", WishRow, WishRow.moved_at.expression, {"asked_by": "", "contact": ""}, (_ENDED,)),
    Source("wishes_contacts", WishSupportRow, _WISH_ENDED, {"name": "", "contact": ""}),
    Source("tellings", TellingRow, TellingRow.told_at.expression, {"name": "", "contact": ""}),
    Source(
        "matches",
        WishEndingRow,
        WishEndingRow.closed_on.expression,
        {"whom": ""},
        (WishEndingRow.kind == Ending.MATCH,),
    ),
    Source(
        "street_lists",
        BringsHomeRow,
        of_parent(StreetActivityRow.on_date, StreetActivityRow.id, BringsHomeRow.activity_id),
    ),
    Source(
        "street_lists",
        GoesBackRow,
        of_parent(StreetActivityRow.on_date, StreetActivityRow.id, GoesBackRow.activity_id),
        {"whose": ""},
    ),
    Source("recipients", RecipientRow, RecipientRow.stopped_on.expression, {"passphrase": GONE}),
    Source("hosts_contact", HostRow, HostRow.left_on.expression, where=(or_(HostRow.phone != "", _CARD),)),
    Source("hosts_gone", HostRow, HostRow.left_on.expression, where=(STILL_NAMED, ~_PAID)),
    Source("allowances", AllowanceRow, AllowanceRow.month.expression, {"note": ""}),
)
