"""The register of processing activities and the room's own lines on its privacy papers."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.privacy.breaches.rules import authority
from buurtkamer_app.privacy.papers import queries, rules
from buurtkamer_app.privacy.papers.records import Period, Processed, Register
from buurtkamer_app.privacy.papers.uses import USES
from buurtkamer_app.privacy.retention.kinds import RULES
from buurtkamer_app.storage.tables.breaches import PrivacyLinesRow

if TYPE_CHECKING:
    from buurtkamer_app.privacy.papers.records import PaperLines
    from buurtkamer_app.privacy.retention.service import Retention
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Processing:
    """Use cases of the privacy papers. Who comes in may read them; the coordinator fills in the room's own lines."""

    def __init__(self, store: Store, room: Room, retention: Retention) -> None:
        self._store, self._room, self._retention = store, room, retention

    def lines(self) -> PaperLines:
        """Give what the room filled in; all empty while nobody did."""
        with self._store.reading() as session:
            return queries.lines(session)

    def fill_in(self, lines: PaperLines) -> Change:
        """Fill in the room's own lines; for the coordinator. Raises `RefusedError` for what no text can be."""
        kept = rules.kept(lines)
        with self._store.work(Label(mark("The privacy papers were filled in")), Role.COORDINATOR) as unit:
            row = queries.row(unit.session)
            if row is None:
                unit.session.add(PrivacyLinesRow(single=True, **asdict(kept)))
            else:
                for name, value in asdict(kept).items():
                    setattr(row, name, value)
        return unit.change

    def register(self) -> Register:
        """Give every use of data, with the periods as they are set here."""
        amounts = self._retention.rules()
        with self._store.reading() as session:
            partners = queries.recipients(session)
            lines = queries.lines(session)

        def period(kind: str) -> Period:
            rule = RULES[kind]
            return Period(rule.words, rule.since, amounts.get(kind, rule.usual), rule.per)

        processed = tuple(Processed(use, tuple(map(period, use.kinds))) for use in USES)
        return Register(lines, processed, tuple(partners), authority(self._room.facts().country)[0])
