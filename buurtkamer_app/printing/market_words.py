"""A market in the words, pictograms and colours that stand on its sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import ElementKind, EventRole, Motive
from buurtkamer_app.printing import words
from buurtkamer_app.printing.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import time

    from buurtkamer_app.market.records import Element, MarketEvent

# What has a time comes first: that is what one looks for.
KINDS: Final = (ElementKind.PERFORMANCE, ElementKind.WORKSHOP, ElementKind.CHILDREN, ElementKind.STALL)
HEADINGS: Final = {
    ElementKind.PERFORMANCE: mark("Performances"),
    ElementKind.WORKSHOP: mark("Workshops"),
    ElementKind.CHILDREN: mark("For children"),
    ElementKind.STALL: mark("Stalls"),
}
# Each dark enough to be read in black and white too (they are colours of days).
COLOURS: Final = {
    ElementKind.PERFORMANCE: "#5b3a8c",
    ElementKind.WORKSHOP: "#2a602a",
    ElementKind.CHILDREN: "#a0303c",
    ElementKind.STALL: "#7f4507",
}
# Of each reason to come, the pictogram; its words are those of the screen.
MOTIVE_SIGNS: Final = {
    Motive.MEETING: "comments",
    Motive.CONNECTION: "hands-holding-circle",
    Motive.RELAXATION: "mug-hot",
    Motive.DISCOVERY: "lightbulb",
}
# What one does in a role, for who thinks of taking it.
TASKS: Final = {
    EventRole.PRODUCER: mark("Gets the market going and keeps an eye on all of it."),
    EventRole.COMMUNITY_BUILDER: mark("Goes to people in the neighbourhood and brings them together."),
    EventRole.PRODUCTION_LEAD: mark("Sees to stalls, power and safety on the day."),
    EventRole.PROGRAMMER: mark("Finds performances, workshops and things for children."),
    EventRole.PROMOTION: mark("Tells everybody: posters, papers and messages."),
}


def when(event: MarketEvent) -> str:
    """Say on which day a market is, and from when until when."""
    return f"{words.said(event.on_date, 'EEEE d MMMM y')} · {words.span(event.starts, event.ends)}"


def under(event: MarketEvent) -> tuple[str, ...]:
    """Give the lines below the title of a sheet: when and where, and that it does not go on."""
    off = cancelled(event)
    return tuple(part for part in (when(event), printable(event.place), off) if part)


def cancelled(event: MarketEvent) -> str:
    """Say that a market does not go on and why; "" of one that does."""
    if not event.cancelled:
        return ""
    return translate("This market does not go on: {reason}", reason=printable(event.cancelled))


def times(part: Element) -> str:
    """Say when a part of a market is, "all day" without times."""
    if part.starts is None or part.ends is None:
        return translate("all day")
    return words.span(part.starts, part.ends)


def of_kind(elements: Iterable[Element], kind: ElementKind) -> list[Element]:
    """Give the parts of one kind: stalls by their number, others by time and place."""
    found = [part for part in elements if part.kind is kind]
    if kind is ElementKind.STALL:
        return sorted(found, key=lambda part: part.number)
    return sorted(found, key=_by_time)


def _by_time(part: Element) -> tuple[bool, time | None, str, int]:
    # None is never compared: what has no time comes after what has one.
    return part.starts is None, part.starts, part.place.casefold(), part.number
