"""The sheet of the kitchen: numbers by choice, names only where a plate must find its person."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house, occurrence
from buurtkamer_app.papers.records import Made
from buurtkamer_app.printing.kitchen_sheet import Kitchen, Plate, kitchen_form, kitchen_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from buurtkamer_app.activities.meals.records import Table
    from buurtkamer_app.activities.records import Occurrence, Party
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services

# The next meal is looked for this far ahead.
_AHEAD: Final = timedelta(weeks=9)


def kitchen(services: Services, wanted: Wanted) -> Made:
    """Make the sheet of a meal: the one that is asked for, else that of the day or the next one; else an empty form."""
    meal = None if wanted.blank else _meal(services, wanted)
    whose = house(services, wanted.choices)
    if meal is None:
        offered = [choice.name for choice in services.meals.choices() if choice.offered]
        return Made(translate("Kitchen sheet"), kitchen_form(offered, whose))
    name = translate("Kitchen sheet {day}", day=meal.on.isoformat())
    return Made(name, kitchen_sheet(_gathered(services, meal), whose))


def _meal(services: Services, wanted: Wanted) -> Occurrence | None:
    """Find the meal: the one of a series, or the first on that day or later that goes on."""
    if wanted.series is not None:
        return occurrence(services, wanted)
    coming = services.activities.occurrences(wanted.day, wanted.day + _AHEAD)
    meals = (entry for entry in coming if entry.series.meal and entry.goes_on)
    return min(meals, key=lambda entry: (entry.on, entry.series.starts, entry.series.number), default=None)


def _gathered(services: Services, meal: Occurrence) -> Kitchen:
    series, on = meal.series.id, meal.on
    seated = [party for party in services.activities.parties(series, on) if not party.waiting]
    table, eaters = services.meals.table(series, on), sum(party.persons for party in seated)
    if on < services.room.today() and not table.kitchen:
        return Kitchen(meal, eaters, forgotten=bool(services.meals.choices()))
    if not table.kitchen and not table.choices:
        return Kitchen(meal, eaters)
    unasked = _unasked(table, seated)
    return Kitchen(meal, eaters, _plates(table, seated), unasked if unasked.persons else None)


def _plates(table: Table, seated: Sequence[Party]) -> tuple[Plate, ...]:
    """Give what is made; a name stands with each plate but the usual one: the first on the list, that most eat.

    Where the first on the list is not what most eat, nobody can tell which is usual: then each plate has its name.
    """
    first, *others = table.kitchen or (None,)
    usual = first if first is not None and all(one.persons <= first.persons for one in others) else None
    return tuple(
        Plate(one.choice.name, one.persons, () if one is usual else _whose(table, seated, one.choice.id))
        for one in table.kitchen
    )


def _whose(table: Table, seated: Iterable[Party], choice: UUID) -> tuple[tuple[str, int], ...]:
    return tuple(
        (party.name, portions.persons)
        for party in seated
        for portions in table.orders.get(party.id, ())
        if portions.choice.id == choice
    )


def _unasked(table: Table, seated: Iterable[Party]) -> Plate:
    """Give who is still to be asked: else they would be taken for who eats what most eat."""
    left = [
        (party.name, party.persons - sum(one.persons for one in table.orders.get(party.id, ()))) for party in seated
    ]
    whose = tuple((name, persons) for name, persons in left if persons > 0)
    return Plate(translate("not known yet: ask"), table.unknown, whose)
