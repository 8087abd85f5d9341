"""What was agreed with who pays beforehand beside what came of it; visible results; hours of professionals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.evaluation import measures
from buurtkamer_app.evaluation.agreed import queries, rules
from buurtkamer_app.evaluation.agreed.records import Agreement, ProfessionalHours, Progress
from buurtkamer_app.evaluation.records import Result
from buurtkamer_app.storage.kept import Kept, Leans, Told
from buurtkamer_app.storage.tables.team import AgreementRow, ProfessionalHoursRow, ResultRow

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.evaluation.looking.service import Looking
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Agreed:
    """Agreements are the coordinator's; a host writes results down."""

    def __init__(self, store: Store, room: Room, looking: Looking) -> None:
        self._store = store
        self._room = room
        self._looking = looking
        self.agreements = Kept(
            store,
            AgreementRow,
            Agreement,
            rules.kept_agreement,
            Told(
                mark("An agreement was written down"),
                mark("An agreement was changed"),
                mark("An agreement was taken away"),
            ),
            order=("by_date", "financier"),
            leaning=(Leans(ResultRow, "agreement_id", stays=True),),
            needs=Role.COORDINATOR,
        )
        self.results = Kept(
            store,
            ResultRow,
            Result,
            lambda result: rules.kept_result(result, room.today()),
            Told(mark("A result was written down"), mark("A result was changed"), mark("A result was taken away")),
            order=("on_date",),
        )
        self.professional_hours = Kept(
            store,
            ProfessionalHoursRow,
            ProfessionalHours,
            lambda hours: rules.kept_hours(hours, room.today()),
            Told(
                mark("Hours of a professional were written down"),
                mark("Hours of a professional were changed"),
                mark("Hours of a professional were taken away"),
            ),
            order=("month", "organisation"),
            needs=Role.COORDINATOR,
        )

    def progress(self, until: date | None = None) -> list[Progress]:
        """Give every agreement beside what came of it until a day (None: today), the one that ends first on top."""
        self._store.allow(Role.HOST)
        until = until or self._room.today()
        with self._store.reading():
            return [self._progress(agreement, until) for agreement in self.agreements.all()]

    def _progress(self, agreement: Known[Agreement], until: date) -> Progress:
        it = agreement.it
        last = min(until, it.by_date)
        if last < it.first:
            return Progress(agreement, 0, 0, until)
        with self._store.reading() as session:
            came = (
                measures.counted(it.counts, self._looking, it.first, last)
                if it.counts
                else queries.came_of(session, agreement.id, it.first, last)
            )
        return Progress(agreement, came, rules.expected(it, last), until)
