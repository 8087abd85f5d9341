"""Fills what is open on the rota: asked as one question, solved as one, taken over whole or in part in one step."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.people.times import said
from buurtkamer_app.rota.engine import rules
from buurtkamer_app.rota.filling.answering import agreements_without_shift, proposal
from buurtkamer_app.rota.filling.child import Child
from buurtkamer_app.rota.filling.posing import pose
from buurtkamer_app.rota.filling.reading import Reading
from buurtkamer_app.rota.filling.taking import Taking

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.engine.puzzle import Answer
    from buurtkamer_app.rota.filling.proposed import Chosen, Proposed, TakenOver
    from buurtkamer_app.rota.filling.records import Question
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store

LONGEST: Final = timedelta(days=7 * 53 - 1)  # from the first day to the last


def _never() -> bool:
    return False


class Filling:
    """Use cases of filling, for the coordinator."""

    def __init__(self, store: Store, room: Room, people: People, rota: Rota) -> None:
        self._store = store
        self._reading = Reading(store, room, people, rota)

    def question(self, first: date, last: date, *, anew: bool = False) -> Question:
        """Give what is asked for a period; with `anew` what the program filled earlier is open again."""
        self._store.allow(Role.COORDINATOR)
        return self._reading.question(first, last, anew=anew)

    def open_places(self, first: date, last: date) -> tuple[int, int]:
        """Give how many places of a period are open, and how many the program filled that could be filled anew."""
        question = self.question(first, last)
        gaps = sum(max(0, asked.hosts - len(asked.held)) for asked in question.shifts)
        return gaps, len(self._reading.filled(first, last))

    def propose(  # noqa: PLR0913 - the period, what may change in it, and who listens
        self,
        first: date,
        last: date,
        *,
        anew: bool = False,
        enough: Callable[[], bool] = _never,
        heard: Callable[[int], None] | None = None,
        start: Callable[[], Child] = Child,
    ) -> Proposed:
        """Fill what is open in a period as well as can be; nothing is written. Of more than a year the first year.

        `enough` tells when the best so far will do, `heard` hears how many places are open whenever that got better.
        """
        self._store.allow(Role.COORDINATOR)
        if last < first:
            raise RefusedError("The last day comes before the first.")
        began, child = time.monotonic(), start()
        ends = min(last, first + min(LONGEST, last - first))
        try:
            with self._store.reading():
                question = self._reading.question(first, ends, anew=anew)
                before, usual = self._reading.filled(first, ends) if anew else [], self._reading.usual()
            posed = pose(question)

            def better(answer: Answer) -> None:
                if heard is not None:
                    heard(rules.open_places(posed.puzzle, answer.on))

            answer = child.solve(posed.puzzle, enough, better)
        finally:
            child.close()
        stopped = enough() and not answer.proven
        proposed = proposal(question, posed, answer, before, time.monotonic() - began)
        troubles = [*agreements_without_shift(question, usual), *proposed.filled.troubles]
        if ends < last:
            troubles.append(Label(mark("At most a year is filled at a time: until {day}."), {"day": said.day(ends)}))
        return replace(proposed, filled=replace(proposed.filled, troubles=tuple(troubles)), stopped=stopped)

    def take_over(self, proposed: Proposed, chosen: Sequence[Chosen]) -> Outcome[TakenOver]:
        """Put what was chosen on the rota, in one undo step; each is looked at again, as the room stands now.

        What cannot be any more is left as it is, and told with the sentence that says why.
        """
        first, last = proposed.question.first, proposed.question.last
        with self._store.work(Label(mark("The rota was filled")), Role.COORDINATOR) as unit:
            taken = Taking(unit.session, self._reading, self._reading.question(first, last)).take(chosen)
            if len(taken.on) == 1:
                unit.label = Label(mark("{name} is on the rota"), {"name": taken.on[0].name})
            elif taken.on:
                unit.label = Label(mark("{count} places of the rota were filled"), {"count": len(taken.on)})
        return Outcome(unit.change, taken)
