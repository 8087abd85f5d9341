"""How reasons and moments are said: the page puts dates, times and holidays in the words of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.planner.slots.records import HOSTS, Holiday
from buurtkamer_app.qt import dates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.planner.slots.records import Moment, Reason, Slot


def said(reason: Reason) -> str:
    """Say a reason as a sentence."""
    values = {name: _value(value) for name, value in reason.values.items()}
    words = translate(reason.message, **values)
    return words if words.endswith((".", "!", "?")) else f"{words}."


def together(reasons: Iterable[Reason]) -> str:
    """Say reasons one after the other."""
    return " ".join(said(reason) for reason in reasons)


def time_of(moment: Moment) -> str:
    """Say from when until when: `14.00–16.00`."""
    return dates.span(moment.starts, moment.ends)


def when(moment: Moment) -> str:
    """Say a moment: `Woensdag 18 maart, 14.00–16.00`."""
    return f"{dates.day_heading(moment.on)}, {time_of(moment)}"


def where(slot: Slot) -> str:
    """Say where it is and who leads: `Eetkeuken · Precious Mensah`."""
    return f"{slot.space} · {translate(mark('The host on duty')) if slot.lead == HOSTS else slot.lead}"


def good(slot: Slot) -> str:
    """Say what speaks for a slot."""
    return together(reason for reason in slot.reasons if reason.good)


def mind(slot: Slot) -> str:
    """Say what is to be minded of a slot; nothing when there is nothing."""
    words = together(reason for reason in slot.reasons if not reason.good)
    return translate("Mind: {words}", words=words) if words else ""


def _value(value: object) -> object:
    if isinstance(value, Holiday):
        from buurtkamer_app.room.rules import holiday

        return holiday(value.country, value.on, language())
    return value


def aloud(parts: Iterable[str]) -> str:
    """Join what stands under each other into sentences, for who hears it read."""
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)
