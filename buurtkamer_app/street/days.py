"""The day of a street activity: how many came, who helped, who brings whom home and what goes back to whom."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage.kept import Kept, Told
from buurtkamer_app.storage.sure_day import sure_day
from buurtkamer_app.storage.tables.street import BringsHomeRow, GoesBackRow, StreetPresenceRow
from buurtkamer_app.street import queries, rules
from buurtkamer_app.street.records import BringsHome, GoesBack

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.street.records import Course
    from buurtkamer_app.street.service import Streets

# Names at an occurrence go after 30 days. Source: the rules for privacy, point 2.
KEPT_NAMES: Final = timedelta(days=30)


class StreetDays:
    """Use cases of the day; `home` and `back` are its two lists, whose names go after 30 days."""

    def __init__(self, store: Store, room: Room, streets: Streets) -> None:
        self._store, self._room, self._streets = store, room, streets
        self.home = Kept(
            store,
            BringsHomeRow,
            BringsHome,
            rules.kept_bringing,
            Told(
                mark("Who brings whom home was written down"),
                mark("Who brings whom home was changed"),
                mark("Who brings whom home was taken away"),
            ),
            belongs="activity_id",
        )
        self.back = Kept(
            store,
            GoesBackRow,
            GoesBack,
            rules.kept_back,
            Told(
                mark("What goes back was written down"),
                mark("What goes back was changed"),
                mark("What goes back was taken away"),
            ),
            belongs="activity_id",
        )

    def went(self, key: UUID, course: Course, present: Iterable[UUID]) -> Change:
        """Write down how it went and which hosts helped; a second time changes it.

        Raises `RefusedError` for a number or time that cannot be, for what does not go on, and for hosts at what
        residents lead: nobody of the team is asked for there.
        """
        known, helped = self._streets.one(key), set(present)
        rules.check_course(known.plan, course)
        if known.cancelled:
            raise RefusedError("This does not go on. Let it go on first.")
        if helped and rules.self_run(known):
            raise RefusedError("Residents lead this. No host is needed.")
        with self._store.work(Label(mark("The day of a street activity was written down"))) as unit:
            row = queries.activity_row(unit.session, key)
            for name in queries.COURSE:
                setattr(row, name, getattr(course, name))
            for host in known.present - helped:
                unit.session.delete(queries.presence(unit.session, key, host))
            for host in sorted(helped - known.present):
                unit.session.add(StreetPresenceRow(activity_id=key, host_id=host))
        return unit.change

    def forget_names(self, until: date | None = None) -> None:
        """Let the names on both lists go 30 days before the last opened day; what was counted stays.

        With `until` those of up to and including that day. It cannot be undone. Nothing goes while the clock may be
        wrong, as `sure_day` has it.
        """
        with self._store.work(Label(mark("Old names were taken out")), Role.NOBODY) as unit:
            sure = sure_day(unit.session, unit.now, self._room.today())
            if sure is not None:
                queries.forget_names(unit.session, until or sure - KEPT_NAMES)
