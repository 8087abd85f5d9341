"""Series that go on from others: which one it began with, and whether its lead still agrees to be named."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from buurtkamer_app.activities.records import Series


class GoesOn(NamedTuple):
    """The series that goes on from another one: who leads it, and whether they agreed to be named."""

    series: UUID
    lead: str
    on_paper: bool


@dataclass(frozen=True)
class Chains:
    """What is known of series that go on from others, by the one that they go on from."""

    later: Mapping[UUID, GoesOn]

    @cached_property
    def _before(self) -> dict[UUID, UUID]:
        return {one.series: before for before, one in self.later.items()}

    def first(self, series: UUID) -> UUID:
        """Give the series that one goes on from in the end: the same for all of a chain."""
        seen = {series}
        while (before := self._before.get(series)) is not None and before not in seen:
            seen.add(before)
            series = before
        return series

    def took_back(self, series: Series) -> bool:
        """Tell whether the lead of a series said no to being named, there or since: their last word counts."""
        agreed, seen, one = series.lead_on_paper, {series.id}, self.later.get(series.id)
        while one is not None and one.series not in seen:
            seen.add(one.series)
            if one.lead == series.lead:
                agreed = one.on_paper
            one = self.later.get(one.series)
        return not agreed
