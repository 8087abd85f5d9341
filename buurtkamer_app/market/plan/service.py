"""The floor plan of a market: put something on it, move, turn and take away, always beside the emergency route."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.market.plan import placing, queries, rules
from buurtkamer_app.market.plan.records import ROUTE_CM
from buurtkamer_app.storage.tables.market import PlanThingRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.market.plan.placing import Row
    from buurtkamer_app.market.plan.records import Moved, Plan, Thing
    from buurtkamer_app.storage.unit_of_work import Store


class FloorPlans:
    """The plans of all markets; each use case is one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, event: UUID) -> Plan:
        """Give the plan of a market; raises `RefusedError` when that is gone."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.plan(session, event)

    def set_size(self, event: UUID, wide_cm: int, high_cm: int, route_cm: int | None = None) -> Change:
        """Say how large the plan is; what no longer lies on it stays, and is told as outside.

        With a `route_cm` the coordinator also says how wide its emergency route must be (usual: 350).
        """
        self._store.allow(Role.HOST)
        size = rules.kept_size(wide_cm, high_cm)
        route = rules.kept_route(route_cm) if route_cm is not None else None
        needs = Role.HOST if route is None else Role.COORDINATOR
        with self._store.work(Label(mark("The size of the floor plan was changed")), needs) as unit:
            row = queries.event_row(unit.session, event)
            row.wide_cm, row.high_cm = size
            if route is not None:
                row.route_cm = None if route == ROUTE_CM else route
        return unit.change

    def add(self, event: UUID, kind: PlanThing, part: UUID | None = None) -> Outcome[list[UUID]]:
        """Put something of a kind where there is room; for a part of the market when there is one.

        Raises `RefusedError` when there is no room, and when that part has a place already.
        """
        plan = self.plan(event)
        new = placing.new_thing(plan, kind)
        if part is not None:
            new = replace(new, element_id=part)
        elif kind is PlanThing.STALL:
            new = replace(new, label=str(rules.next_number(plan)))
        return self._put(event, [new], Label(mark("Something was put on the floor plan")))

    def add_row(self, event: UUID, row: Row, parts: Sequence[UUID] = ()) -> Outcome[list[UUID]]:
        """Put a row of stalls with their numbers where there is room, the first for these parts of the market.

        Raises `RefusedError` when there is no room, and when one of those parts has a place already.
        """
        plan = self.plan(event)
        new = placing.numbered(placing.row_of(plan, row), rules.next_number(plan), parts)
        return self._put(event, new, Label(mark("{count} stalls were put on the floor plan"), {"count": len(new)}))

    def change(self, moves: Sequence[Moved]) -> Change:
        """Move, turn or change things: from what they were to what they are now.

        Raises `ClashError` when one of them was changed meanwhile, `RefusedError` when one is gone, cannot be so, or
        would come to stand on the emergency route; then all of them stay as they were.
        """
        self._store.allow(Role.HOST)
        now = [rules.kept_thing(move.now) for move in moves]
        with self._store.work(Label(mark("The floor plan was changed"))) as unit:
            rows = [_row(unit.session, move) for move in moves]
            for row, kept in zip(rows, now, strict=True):
                queries.set_row(row, kept)
            unit.session.flush()
            for event in {kept.event_id for kept in now}:
                plan = queries.plan(unit.session, event)
                elsewhere = [kept for move, kept in zip(moves, now, strict=True) if move.was.box != kept.box]
                rules.refuse_on_route(elsewhere, [known.it for known in plan.things])
                _refuse_twice(plan)
        return unit.change

    def take_away(self, keys: Collection[UUID]) -> Change:
        """Take things off the plan; those that are gone already are passed over."""
        with self._store.work(Label(mark("Something was taken off the floor plan"))) as unit:
            for key in keys:
                if (row := unit.session.get(PlanThingRow, key)) is not None:
                    unit.session.delete(row)
        return unit.change

    def _put(self, event: UUID, new: Sequence[Thing], label: Label) -> Outcome[list[UUID]]:
        kept = [rules.kept_thing(thing) for thing in new]
        with self._store.work(label) as unit:
            queries.event_row(unit.session, event)
            if queries.count(unit.session, event) + len(kept) > rules.MOST_THINGS:
                raise RefusedError("A floor plan holds at most {most} things.", most=rules.MOST_THINGS)
            rows = [queries.new_row(thing) for thing in kept]
            unit.session.add_all(rows)
            unit.session.flush()
            plan = queries.plan(unit.session, event)
            rules.refuse_on_route(kept, [known.it for known in plan.things])
            _refuse_twice(plan)
        return Outcome(unit.change, [row.id for row in rows])


def _row(session: Session, move: Moved) -> PlanThingRow:
    row = session.get(PlanThingRow, move.key)
    if row is None:
        raise RefusedError("This is not on the floor plan any more.")
    if queries.thing(row) != move.was:
        raise ClashError("Somebody else changed this at the same time. Look again and repeat.")
    return row


def _refuse_twice(plan: Plan) -> None:
    """Raise `RefusedError` when a part stands at two places, is of another market or is gone."""
    placed = [known.it.element_id for known in plan.things if known.it.element_id is not None]
    if len(set(placed)) < len(placed):
        raise RefusedError("This part has a place on the floor plan already.")
    if not set(placed) <= {part.id for part in plan.parts}:
        raise RefusedError("This part does not belong to this market any more.")
