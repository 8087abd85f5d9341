"""A proposal for all open wishes together, solved as one; taken over whole, in part or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.planner.proposing import rules
from buurtkamer_app.planner.proposing.child import Child
from buurtkamer_app.planner.proposing.records import Left, NotTaken, OtherEnding, Planned, Proposal, TakenOver
from buurtkamer_app.planner.slots.moments import HOUR
from buurtkamer_app.planner.slots.records import Because, Reason
from buurtkamer_app.planner.slots.rules import refused, slots
from buurtkamer_app.planner.slots.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from buurtkamer_app.planner.proposing.records import Solution
    from buurtkamer_app.planner.service import Planner
    from buurtkamer_app.planner.slots.records import Asked
    from buurtkamer_app.planner.slots.service import Slots
    from buurtkamer_app.storage.unit_of_work import Store


def _never() -> bool:
    return False


class Proposing:
    """Use cases of the proposal."""

    def __init__(self, store: Store, slots: Slots, planner: Planner) -> None:
        self._store = store
        self._slots = slots
        self._planner = planner

    def propose(
        self,
        enough: Callable[[], bool] = _never,
        heard: Callable[[int], None] | None = None,
        start: Callable[[], Child] = Child,
    ) -> Proposal:
        """Give a slot to as many open wishes as possible, together as good as can be; for who is signed in.

        `enough` tells when the best so far will do, `heard` hears how many wishes have a slot whenever that got better.
        """
        self._store.allow(Role.HOST)
        child = start()
        try:
            with self._store.reading():
                every, endings = self._asked()
                table = Table(self._slots.situation())
            found = rules.options(every, table)
            puzzle = rules.puzzle(every, found, table)

            def better(solution: Solution) -> None:
                if heard is not None:
                    heard(len(solution.chosen))

            solution, how = child.solve(puzzle, rules.greedy(puzzle), enough, better)
        finally:
            child.close()
        chosen = dict(found[piece] for piece in solution.chosen)
        plans = [Planned(every[place], slot) for place, slot in chosen.items()]
        plans.sort(key=lambda plan: (plan.slot.moment.on, plan.slot.moment.starts, plan.asked.number))
        left = tuple(Left(asked, _why_left(asked, table)) for place, asked in enumerate(every) if place not in chosen)
        return Proposal(tuple(plans), left, endings, table.situation.running, how, rules.gap(puzzle, solution))

    def _asked(self) -> tuple[list[Asked], tuple[OtherEnding, ...]]:
        """Give the open wishes that ask for an activity, and those whose words ask for something else."""
        partners, every = self._slots.partners(), self._slots.open()
        proposed = [(asked, self._slots.ending(asked, partners)) for asked in every]
        return (
            [asked for asked, ending in proposed if ending is None],
            tuple(OtherEnding(asked, ending) for asked, ending in proposed if ending is not None),
        )

    def take_over(self, plans: Sequence[Planned]) -> Outcome[TakenOver]:
        """Plan what was chosen of a proposal, in one undo step; each is looked at again, as it stands now.

        What cannot be any more is left as it was, and told with the sentence that says why.
        """
        made, not_taken = [], []
        with self._store.work(Label(mark("Wishes became activities")), Role.HOST) as unit:
            for plan in plans:
                try:
                    made.append((plan.asked, self._planner.plan_wish(_wish_of(plan), as_series(plan)).value))
                except RefusedError as why:
                    not_taken.append(NotTaken(plan.asked, why))
            if len(made) != 1:
                unit.label = Label(mark("{count} wishes became activities"), {"count": len(made)})
            else:
                unit.label = Label(mark("A wish became {name}"), {"name": made[0][0].name})
        return Outcome(unit.change, TakenOver(tuple(made), tuple(not_taken)))


def as_series(plan: Planned) -> NewSeries:
    """Give a slot as the activity that it becomes: once, at that time; it is changed afterwards where it has to be."""
    asked, slot = plan.asked, plan.slot
    return NewSeries(
        asked.name,
        asked.theme or Theme.COMMUNITY,
        slot.space,
        slot.moment.on,
        slot.moment.starts,
        slot.moment.ends,
        capacity=slot.limit,
        lead=slot.lead,
        # A host's first name may stand on the wall.
        lead_on_paper=slot.host is not None,
    )


def _wish_of(plan: Planned) -> UUID:
    if plan.asked.wish is None:
        raise RefusedError("This wish is not on record any more.")
    return plan.asked.wish


def _why_left(asked: Asked, table: Table) -> tuple[Reason, ...]:
    """Say why a wish has no slot: nothing is free, or what is free went to others."""
    nearest = refused(asked, table, most=1)
    if nearest and not any(True for _slot in slots(asked, table, HOUR)):
        return nearest[0].reasons
    message = mark("Other wishes took the moments that are free")
    return (Reason(Because.HOURS, message, good=False),)
