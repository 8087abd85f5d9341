"""How a market is said: kinds, motives, roles, meetings, and how far a permit is, with its icon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import ElementKind, EventRole, Motive, SessionKind
from buurtkamer_app.market.records import PermitState

if TYPE_CHECKING:
    from buurtkamer_app.market.records import Element

KINDS: Final = {
    ElementKind.STALL: mark("Stall"),
    ElementKind.CHILDREN: mark("Children's activity"),
    ElementKind.WORKSHOP: mark("Workshop"),
    ElementKind.PERFORMANCE: mark("Performance"),
}
KIND_SIGNS: Final = {
    ElementKind.STALL: "shop",
    ElementKind.CHILDREN: "children",
    ElementKind.WORKSHOP: "palette",
    ElementKind.PERFORMANCE: "microphone",
}
MOTIVES: Final = {
    Motive.MEETING: mark("Meeting each other"),
    Motive.CONNECTION: mark("Tie with the neighbourhood"),
    Motive.RELAXATION: mark("Relaxation"),
    Motive.DISCOVERY: mark("New discoveries"),
}
ROLES: Final = {
    EventRole.PRODUCER: mark("Producer and driver"),
    EventRole.COMMUNITY_BUILDER: mark("Community builder"),
    EventRole.PRODUCTION_LEAD: mark("Production lead"),
    EventRole.PROGRAMMER: mark("Programmer"),
    EventRole.PROMOTION: mark("Communication and promotion"),
}
SESSIONS: Final = {
    SessionKind.START: mark("Joint start"),
    SessionKind.MEETING: mark("Meeting"),
    SessionKind.WORKING: mark("Working session"),
    SessionKind.DAY: mark("The market day itself"),
}
PERMITS: Final = {
    PermitState.LATER: (mark("Not yet"), "clock"),
    PermitState.SOON: (mark("Ask now"), "hourglass-half"),
    PermitState.LATE: (mark("Too late"), "triangle-exclamation"),
    PermitState.ASKED: (mark("Asked"), "envelope"),
    PermitState.DONE: (mark("Arranged"), "circle-check"),
}


def when(element: Element) -> str:
    """Say from when until when a part of a market is there."""
    if element.starts is None or element.ends is None:
        return translate("all day")
    return f"{element.starts:%H.%M}–{element.ends:%H.%M}"
