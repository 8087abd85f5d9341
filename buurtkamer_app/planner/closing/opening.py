"""Opens the room after all, in one unit of work: what the closure did is taken back from a day on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.planner.closing import news, queries
from buurtkamer_app.planner.closing.records import Reopened

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.planner.closing.moving import Moving
    from buurtkamer_app.storage.tables.room import ClosureChoiceRow, ClosureRow
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.wishes.telling.records import NewTelling


@dataclass
class Opening:
    """One closure on its way back: `told` and `untold` are who was told of it, and who not yet; `lines` whom to tell.

    `space` is the name of the space that was closed, "" for the house.
    """

    unit: Unit
    row: ClosureRow
    space: str
    moving: Moving
    told: list[NewTelling]
    untold: list[NewTelling]
    lines: list[NewTelling] = field(default_factory=list)

    def open(self, since: date) -> Reopened:
        """Take back what was decided from a day on, and tell again who was told already."""
        decided = [*queries.choices(self.unit.session, self.row.id, since)]
        for choice in decided:
            self.unit.session.delete(choice)
        if self.row.first < since:
            self.row.last = since - timedelta(days=1)
        else:
            self.unit.session.flush()
            self.unit.session.delete(self.row)
        self.unit.session.flush()
        self._cancelled()
        back = [
            self._activity(choice.series_id, choice)
            for choice in decided
            if choice.series_id is not None and choice.moved_to is not None
        ]
        for choice in decided:
            if choice.place_id is not None:
                self._host(choice)
        return Reopened(sum(back), len(back) - sum(back), sum(line.persons for line in self.lines))

    def _cancelled(self) -> None:
        """Tell who heard that it does not go on that it does, when they are still on its list."""
        for line in self.told:
            if line.reason is not TellReason.CANCELLED or line.on is None:
                continue
            if line.series is not None and not any(
                (party.name, party.phone) == (line.name, line.contact)
                for party in queries.parties_of(self.unit.session, line.series, line.on)
            ):
                continue
            self.lines.append(news.goes_on(line))

    def _activity(self, series: UUID, choice: ClosureChoiceRow) -> bool:
        on, to = choice.on_date, choice.moved_to
        waiting = self._waiting(lambda line: line.series == series and line.on == on)
        if not self.moving.activity_back(self.unit, choice, self.space):
            # It stays where it is, and who was not told that yet must still hear it.
            self.lines += waiting
            return False
        if to is not None and to != on:
            unaware = [(line.name, line.contact, line.persons) for line in waiting]
            for party in queries.parties_of(self.unit.session, series, on):
                if (who := (party.name, party.phone, party.persons)) in unaware:
                    unaware.remove(who)
                else:
                    self.lines.append(news.back(party, series, to, on))
        return True

    def _host(self, choice: ClosureChoiceRow) -> None:
        known = self.moving.host_back(self.unit, choice)
        held = queries.place(self.unit.session, choice.place_id) if choice.place_id is not None else None
        if held is None or choice.moved_to is None:
            return
        name, part = held[2].name, held[1].part

        def theirs(line: NewTelling) -> bool:
            return (line.name, line.on, line.part) == (name, choice.on_date, part)

        waiting = self._waiting(theirs)
        if not known:
            self.lines += waiting
        elif not waiting:
            told = next((line for line in self.told if theirs(line)), None)
            if told is not None:
                self.lines.append(replace(told, on=choice.moved_to, moved_to=choice.on_date, closure=None))

    def _waiting(self, about: Callable[[NewTelling], bool]) -> list[NewTelling]:
        return [line for line in self.untold if line.reason is TellReason.MOVED and about(line)]
