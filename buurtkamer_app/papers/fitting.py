"""Of which activities of a week a sheet is proposed: those that it has something to say of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.pictograms import pictogram

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.activities.records import Occurrence

# The pictures of what one sits down to.
_FOOD: Final = frozenset({"utensils", "kitchen-set", "bowl-food", "fire-burner", "stroopwafel"})


def meals(entries: Sequence[Occurrence]) -> list[Occurrence]:
    """Give the meals; where none is one, what looks like it by its picture, first those that one signs up for."""
    going = [entry for entry in entries if entry.goes_on]
    served = [entry for entry in going if entry.series.meal]
    food = [entry for entry in going if pictogram(entry.series) in _FOOD]
    return served or [entry for entry in food if entry.series.sign_up] or food


def signed_up_for(entries: Sequence[Occurrence]) -> list[Occurrence]:
    """Give those for which one signs up."""
    return [entry for entry in entries if entry.goes_on and entry.series.sign_up]


def told(entries: Sequence[Occurrence]) -> list[Occurrence]:
    """Give those that moved or do not go on."""
    return [entry for entry in entries if entry.changed or not entry.goes_on]
