"""How well a moment suits what was asked, with the reasons; which moments are best, and which cannot be."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.names import first_name
from buurtkamer_app.base.terms import Willing
from buurtkamer_app.planner.slots.leading import who_can
from buurtkamer_app.planner.slots.moments import HALF_HOUR, USUAL, how_many
from buurtkamer_app.planner.slots.records import HOSTS, Because, Holiday, Reason, Refused, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import timedelta

    from buurtkamer_app.planner.slots.records import Asked, Lead, Moment, Situation
    from buurtkamer_app.planner.slots.table import Place, Table

Values = dict[str, str | int | Holiday]
Weighed = tuple[int, tuple[Reason, ...]]

# What each side of a moment is worth. That those who asked can come is worth most, then somebody who can lead it.
PEOPLE: Final = 40
CAN_LEAD: Final = 20
AVAILABLE: Final = 8
ON_DUTY: Final = 10
SHIFT: Final = 4
USUAL_TIME: Final = 8
OWN_SPACE: Final = 6
WASTE: Final = 6  # at most, for a space that is far too large
SAME_THEME: Final = -6
HOLIDAY: Final = -30
SOON: Final = 14  # at most, for tomorrow; nothing is left of it after six weeks
_DAYS_AHEAD: Final = 42
_SEATS_A_POINT: Final = 4
# Somebody who hears of it comes too: a quarter more, two at least.
_MARGIN: Final = 4
_LEAST: Final = 2
_UNKNOWN: Final = 6  # are reckoned with when nobody said how many want it


def room_for(asked: Asked, largest: int) -> int:
    """Give how many places are looked for: a margin beside those who want it, unless no space is as large as that."""
    if not asked.persons:
        return min(_UNKNOWN, largest)
    wanted = asked.persons + max(_LEAST, -(-asked.persons // _MARGIN))
    return wanted if asked.persons > largest else min(wanted, largest)


def slots(asked: Asked, table: Table, step: timedelta = HALF_HOUR, *, suiting: bool = False) -> Iterator[Slot]:
    """Give every slot that is possible: each moment with each space that is free and each lead who is.

    With `suiting` only at moments that suit somebody who asked.
    """
    need = room_for(asked, table.largest)
    able, of_leads = who_can(asked, table.situation.leads), dict[object, Weighed]()
    for moment in table.moments(step):
        if suiting and not how_many(asked, moment):
            continue
        spaces = [(place, _space(place, need)) for place in table.places(moment) if place.places >= need]
        if spaces and (leads := list(_leads(able, table, moment))):
            of_moment = _moment(asked, table, moment)
            for lead, said in leads:
                name, host = (lead.name, lead.host) if lead else (HOSTS, None)
                key = name, moment.on.weekday(), moment.part
                if (of_lead := of_leads.get(key)) is None:
                    of_lead = of_leads[key] = _sum(_lead(lead, said, moment))
                for place, of_space in spaces:
                    suits = of_moment[0] + of_lead[0] + of_space[0]
                    # People first, then where and with whom, then what else is to be known of the moment.
                    reasons = (*of_moment[1][:1], *of_space[1], *of_lead[1], *of_moment[1][1:])
                    limit = need if place.space.shared else place.space.capacity
                    yield Slot(moment, place.space.name, limit, name, suits, reasons, host)


def best(found: Iterable[Slot], most: int = 3) -> tuple[Slot, ...]:
    """Give the best slots, each on another day or part of the day, so that there is something to choose."""
    chosen: dict[object, Slot] = {}
    for slot in sorted(found, key=order):
        chosen.setdefault((slot.moment.on, slot.moment.part), slot)
        if len(chosen) == most:
            break
    return tuple(chosen.values())


def order(slot: Slot) -> tuple[object, ...]:
    """Order slots from the best on; of two that are as good the earlier one, then the smaller space."""
    return (-slot.suits, slot.moment.on, slot.moment.starts, slot.limit, slot.space, slot.lead)


def refused(asked: Asked, table: Table, most: int = 3) -> tuple[Refused, ...]:
    """Give the nearest parts of days that were asked for and cannot be, each with its reasons."""
    need, able = room_for(asked, table.largest), who_can(asked, table.situation.leads)
    found: list[Refused] = []
    wanted = (moment for moment in table.moments(HALF_HOUR, closed=True) if how_many(asked, moment))
    for _part, together in groupby(wanted, key=lambda moment: (moment.on, moment.part)):
        every = [(moment, _why_not(need, able, table, moment)) for moment in together]
        if all(reasons for _moment, reasons in every):
            shown = next((entry for entry in every if entry[0].starts in USUAL), every[0])
            found.append(Refused(*shown))
        if len(found) == most:
            break
    return tuple(found)


def why_not(asked: Asked, table: Table, moment: Moment) -> tuple[Reason, ...]:
    """Give every reason why nothing can be at a moment: each space, then who could lead it; nothing when it can be."""
    return _why_not(room_for(asked, table.largest), who_can(asked, table.situation.leads), table, moment)


def _why_not(need: int, able: Sequence[tuple[Lead, str]], table: Table, moment: Moment) -> tuple[Reason, ...]:
    places = table.places(moment)
    closed = [reason for place in places if (reason := _closed(place)) is not None]
    if places and len(closed) == len(places):
        # The whole house is closed then: nothing else matters.
        return _each_once(closed)
    found: list[Reason] = []
    if not places:
        found.append(Reason(Because.SPACE, mark("The room has no spaces yet."), good=False))
    elif all(place.places < need for place in places):
        found += [_too_few(place, need) for place in places]
    if not list(_leads(able, table, moment)):
        for lead in (*(lead for lead, _said in able), None):
            found += table.refuses_lead(lead, moment)
    return _each_once(found)


def _closed(place: Place) -> Reason | None:
    return next((reason for reason in place.reasons if reason.because is Because.HOURS), None)


def _each_once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple({(reason.message, str(reason.values)): reason for reason in reasons}.values())


def _too_few(place: Place, need: int) -> Reason:
    """Say why a space does not do: it is taken, or too small even when it is empty."""
    if place.reasons and need <= place.space.capacity:
        return place.reasons[0]
    values: Values = {"space": place.space.name, "most": place.space.capacity}
    return Reason(Because.SPACE, mark("{space} has room for {most} people."), values, good=False)


def _leads(able: Sequence[tuple[Lead, str]], table: Table, moment: Moment) -> Iterator[tuple[Lead | None, str]]:
    """Give who can lead it and is free; where nobody who can is known or free, the hosts on duty."""
    free = [(lead, said) for lead, said in able if not table.refuses_lead(lead, moment)]
    if free:
        yield from free
    elif not table.refuses_lead(None, moment):
        yield None, ""


def _moment(asked: Asked, table: Table, moment: Moment) -> Weighed:
    """Weigh what is the same for every space and lead: who can come, how soon it is, who is on duty."""
    days = (moment.on - table.situation.today).days
    soon = max(0, SOON - days * SOON // _DAYS_AHEAD) + USUAL_TIME * (moment.starts in USUAL)
    found = [*_people(asked, moment), _duty(table, moment), *_beside(asked, table, moment)]
    points, reasons = _sum([*found, *_holiday(table.situation, moment)])
    return points + soon, reasons


def _sum(weighed: Iterable[tuple[int, Reason]]) -> Weighed:
    told = list(weighed)
    return sum(points for points, _reason in told), tuple(reason for _points, reason in told)


def _people(asked: Asked, moment: Moment) -> Iterator[tuple[int, Reason]]:
    can, everybody = how_many(asked, moment), sum(persons for _prefers, persons in asked.prefers)
    if not everybody:
        return
    points = PEOPLE * can // everybody
    values: Values = {"can": can, "all": everybody}
    if can == 0:
        yield points, Reason(Because.PEOPLE, mark("This was asked for at another time"), good=False)
    elif can < everybody:
        yield points, Reason(Because.PEOPLE, mark("{can} of the {all} can come then"), values)
    else:
        one = mark("It suits the one who asked")
        yield points, Reason(Because.PEOPLE, one if everybody == 1 else mark("All {all} can come then"), values)


def _space(place: Place, need: int) -> Weighed:
    points = -min(WASTE, (place.places - need) // _SEATS_A_POINT)
    values: Values = {"space": place.space.name, "places": place.places}
    if place.space.shared:
        return points, (Reason(Because.SPACE, mark("{space} is shared, there are {places} places"), values),)
    return points + OWN_SPACE, (Reason(Because.SPACE, mark("{space} is free, there are {places} places"), values),)


def _lead(lead: Lead | None, said: str, moment: Moment) -> Iterator[tuple[int, Reason]]:
    """Say who can lead it, and whether they said to be available then; that somebody would rather not is not told."""
    if lead is None:
        yield 0, Reason(Because.LEAD, mark("The host on duty begins, until a lead is found"))
        return
    values: Values = {"lead": first_name(lead.name), "what": said}
    yield CAN_LEAD, Reason(Because.LEAD, mark("{lead} can lead this: {what}"), values)
    known = next(
        (entry for entry in lead.available if (entry.weekday, entry.part) == (moment.on.weekday(), moment.part)), None
    )
    if known is not None and known.willing is Willing.CAN:
        yield AVAILABLE, Reason(Because.LEAD, mark("{lead} is often available then"), values)
    else:
        yield 0, Reason(Because.LEAD, mark("Ask {lead} whether this time suits"), values, good=False)


def _duty(table: Table, moment: Moment) -> tuple[int, Reason]:
    duty = table.duty(moment)
    if not duty.shift:
        return 0, Reason(Because.DUTY, mark("There is no shift at that time"), good=False)
    if not duty.names:
        return SHIFT, Reason(Because.DUTY, mark("Nobody is on the rota for that time yet"), good=False)
    names = ", ".join(first_name(name) for name in duty.names)
    one = mark("{names} is on duty")
    return ON_DUTY, Reason(Because.DUTY, one if len(duty.names) == 1 else mark("{names} are on duty"), {"names": names})


def _beside(asked: Asked, table: Table, moment: Moment) -> Iterator[tuple[int, Reason]]:
    """Say what runs at the same time for the same people: who supports what is mostly not known, the theme is."""
    for entry in table.beside(moment):
        if entry.theme == asked.theme and not entry.by_hosts:
            message = mark("{name} is at the same time, with the same theme")
            yield SAME_THEME, Reason(Because.BESIDE, message, {"name": entry.name}, good=False)
            return


def _holiday(situation: Situation, moment: Moment) -> Iterator[tuple[int, Reason]]:
    if moment.on in situation.holidays:
        values: Values = {"holiday": Holiday(situation.country, moment.on)}
        yield HOLIDAY, Reason(Because.HOLIDAY, mark("It is {holiday} then"), values, good=False)
