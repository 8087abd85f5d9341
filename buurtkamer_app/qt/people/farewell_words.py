"""What leaving means, in words: what becomes free, what is due, what of a PIN and of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import amounts, dates
from buurtkamer_app.qt.people.shift_words import shift

if TYPE_CHECKING:
    from buurtkamer_app.safekeeping.leaving.records import Farewell, FreedShift


def shifts(told: Farewell) -> str:
    """Say which shifts become gaps."""
    if not told.shifts:
        return translate("No shift after the last day.")
    if len(told.shifts) == 1:
        heading = translate("1 shift is free again:")
    else:
        heading = translate("{count} shifts are free again:", count=len(told.shifts))
    return "\n".join((heading, *(_freed(one) for one in told.shifts)))


def leads(told: Farewell) -> str:
    """Say which activities the hosts on duty lead from then on; nothing when there are none."""
    if not told.leads:
        return ""
    lines = [translate("From then on the hosts on duty lead:")]
    for led in told.leads:
        message = mark("{name}, from {day} on") if led.goes_on else mark("{name}, on {day}")
        lines.append(translate(message, name=led.name, day=dates.day_and_month(led.on)))
    return "\n".join(lines)


def ends(told: Farewell) -> str:
    """Say what else ends, and what somebody has to look after; nothing when there is nothing."""
    lines = []
    if told.agreements == 1:
        lines.append(translate("1 fixed agreement ends."))
    elif told.agreements:
        lines.append(translate("{count} fixed agreements end.", count=told.agreements))
    if told.offers:
        lines.append(translate("Offers to take over shifts end too."))
    if told.concerns == 1:
        lines.append(translate("1 concern waits for {name}. Give it to somebody else.", name=told.name))
    elif told.concerns:
        words = translate(
            "{count} concerns wait for {name}. Give them to somebody else.", count=told.concerns, name=told.name
        )
        lines.append(words)
    return "\n".join(lines)


def due(told: Farewell) -> str:
    """Say what is still to be paid."""
    lines = []
    if told.due_cents:
        lines.append(
            translate("{name} is still to get € {euros}.", name=told.name, euros=amounts.euros(told.due_cents))
        )
        lines.append(translate("Pay it under Expense allowance."))
    lines += [translate("The amounts of {year} are not filled in.", year=year) for year in told.no_amounts]
    return "\n".join(lines) or translate("Nothing is left to pay.")


def pin(told: Farewell) -> str:
    """Say what becomes of the PIN."""
    if not told.has_pin:
        return translate("{name} has no PIN.", name=told.name)
    if told.at_once:
        return translate("The PIN goes off now. Undo does not bring it back.")
    return translate("The PIN works until {day}.", day=dates.day_and_month(told.last_on))


def until(told: Farewell) -> str:
    """Say from when they are in no list."""
    if told.at_once:
        return translate("{name} goes from every list. Past shifts keep the name.", name=told.name)
    return translate("{name} stays in the lists until {day}.", name=told.name, day=dates.day_and_month(told.last_on))


def _freed(one: FreedShift) -> str:
    words = shift(one.key, one.starts, one.ends)
    if not one.joined_by:
        return words
    return translate("{shift} ({names} would go along)", shift=words, names=", ".join(one.joined_by))
