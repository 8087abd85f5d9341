"""The lists of a market that are more than a list: the markets themselves, and the parts of one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import ElementKind, EventRole, Motive
from buurtkamer_app.market import queries, rules
from buurtkamer_app.market.records import Element, MarketEvent
from buurtkamer_app.storage.kept import Kept, Leans, Told
from buurtkamer_app.storage.tables.market import (
    MarketActionRow,
    MarketElementRow,
    MarketEventRow,
    MarketGoalRow,
    MarketRoleRow,
    MarketSessionRow,
    NewTieRow,
    PermitStepRow,
    PlanThingRow,
    RunStepRow,
    TalentRow,
    TestimonialRow,
)

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.storage.unit_of_work import Store

_OF_EVENT = (
    MarketGoalRow,
    MarketRoleRow,
    MarketElementRow,
    MarketSessionRow,
    MarketActionRow,
    TalentRow,
    PermitStepRow,
    PlanThingRow,
    RunStepRow,
    TestimonialRow,
    NewTieRow,
)


class KeptEvents(Kept[MarketEvent]):
    """The markets, by day. A new one has its roles, vacant, and what is usually asked for before it."""

    def __init__(self, store: Store) -> None:
        super().__init__(
            store,
            MarketEventRow,
            MarketEvent,
            rules.kept_event,
            Told(mark("A market was written down"), mark("A market was changed"), mark("A market was taken away")),
            order=("on_date", "starts"),
            leaning=tuple(Leans(row, "event_id") for row in _OF_EVENT),
        )

    def write(self, new: MarketEvent, key: UUID | None = None, version: int | None = None) -> Outcome[UUID]:
        """Write down a market, or change one; raises as every list does."""
        label = Label(self._told.written if key is None else self._told.changed)
        with self._store.work(label, self._needs) as unit:
            written = super().write(new, key, version).value
            if key is None:
                for role in EventRole:
                    unit.session.add(MarketRoleRow(event_id=written, role=role, name="", contact=""))
                for what, weeks in rules.USUAL_PERMITS:
                    step = PermitStepRow(event_id=written, what=translate(what), weeks_before=weeks, answer="")
                    unit.session.add(step)
        return Outcome(unit.change, written)

    def take_away(self, key: UUID) -> Change:
        """Take a market away with all that belongs to it; nothing happens when it is gone already."""
        with self._store.work(Label(self._told.gone), self._needs) as unit:
            for row in queries.presence_rows_of_event(unit.session, key):
                unit.session.delete(row)
            super().take_away(key)
        return unit.change


class KeptElements(Kept[Element]):
    """The parts of markets, by number; a number is of one part only, and a performance is in one place at a time."""

    def __init__(self, store: Store) -> None:
        super().__init__(
            store,
            MarketElementRow,
            Element,
            rules.kept_element,
            Told(
                mark("A part of the market was written down"),
                mark("A part of the market was changed"),
                mark("A part of the market was taken away"),
            ),
            order=("number",),
            leaning=(Leans(PlanThingRow, "element_id", stays=True), Leans(TalentRow, "element_id", stays=True)),
            belongs="event_id",
        )

    def write(self, new: Element, key: UUID | None = None, version: int | None = None) -> Outcome[UUID]:
        """Write down a part of a market, or change one.

        Raises as every list does, and `RefusedError` for a number that another part has, or for a performance that
        is at another place at that time.
        """
        kept = rules.kept_element(new)
        label = Label(self._told.written if key is None else self._told.changed)
        with self._store.work(label, self._needs) as unit:
            others = [other for other in queries.elements(unit.session, kept.event_id) if other.id != key]
            taken = {other.it.number: other.it for other in others}
            if kept.number in taken:
                raise RefusedError(
                    "Number {number} is of {name} already.", number=kept.number, name=taken[kept.number].name
                )
            rules.check_once(kept, (other.it for other in others))
            number = kept.number or rules.next_number(taken)
            written = super().write(replace(kept, number=number), key, version).value
        return Outcome(unit.change, written)

    def add_stalls(self, event: UUID, count: int, name: str, place: str = "") -> Change:
        """Write down several stalls at once, with the numbers that follow on the highest; one undo step.

        Raises `RefusedError` for none or for too many at once, and for what a part cannot be.
        """
        if not 1 <= count <= rules.MOST_AT_ONCE:
            raise RefusedError("How many stalls at once? Between 1 and {most}.", most=rules.MOST_AT_ONCE)
        stall = rules.kept_element(Element(event, ElementKind.STALL, name, Motive.MEETING, place=place))
        with self._store.work(Label(mark("{count} stalls were written down"), {"count": count})) as unit:
            first = max((known.it.number for known in queries.elements(unit.session, event)), default=0) + 1
            if first + count - 1 > rules.MOST_NUMBER:
                raise RefusedError("Choose a number between 1 and {most}.", most=rules.MOST_NUMBER)
            for number in range(first, first + count):
                unit.session.add(_row(replace(stall, number=number)))
        return unit.change


def _row(element: Element) -> MarketElementRow:
    return MarketElementRow(**{name: getattr(element, name) for name in Element.__slots__})
