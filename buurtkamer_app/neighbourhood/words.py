"""How the places of the house are said, and the words of a line of the call guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import HousePlaceKind

if TYPE_CHECKING:
    from buurtkamer_app.neighbourhood.records import CallLine, HousePlace

PLACES: Final = {
    HousePlaceKind.AED: mark("AED"),
    HousePlaceKind.FIRST_AID: mark("First-aid box"),
    HousePlaceKind.WATER: mark("Main water tap"),
    HousePlaceKind.FUSES: mark("Fuse box"),
    HousePlaceKind.OTHER: mark("Something else"),
}
ALWAYS: Final = tuple(kind for kind in HousePlaceKind if kind is not HousePlaceKind.OTHER)


def place(spot: HousePlace) -> str:
    """Say what stands somewhere: its kind, or in the room's own words."""
    if not spot.what:
        return translate(PLACES[spot.kind])
    return spot.what if spot.kind is HousePlaceKind.OTHER else f"{translate(PLACES[spot.kind])} · {spot.what}"


def said(line: CallLine) -> tuple[str, str, str]:
    """Say the situation, the step and whom to call: what ships in the language of the moment, the rest as written."""
    texts = (line.situation, line.step, line.who)
    situation, step, who = (translate(text) for text in texts) if line.national else texts
    return situation, step, who
