"""Which numbers a country's rooms start with, the order of the guide, and what an agreement can be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.lines import one_line, phone_number
from buurtkamer_app.neighbourhood.records import CallGuide, CallLine, HousePlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DOCTOR: Final = "doctor"
_LONGEST_STEP: Final = 400


def _ships(situation: str, step: str, who: str, phone: str, key: str = "") -> CallLine:
    return CallLine(situation, step, who, phone, national=True, key=key)


EMERGENCY: Final = _ships(
    mark("Danger, a fire, somebody badly hurt or ill"),
    mark("Call first. Stay there, and send somebody to the door."),
    mark("Ambulance, fire brigade, police"),
    "112",
)
_DOCTOR: Final = _ships(
    mark("A doctor is needed in the evening or at the weekend"),
    mark("On weekdays, call their own doctor first."),
    mark("Doctor on duty"),
    "",
    DOCTOR,
)
_AT_HOME: Final = (mark("Violence or fear at home"), mark("You may ask for advice without giving a name."))
_NO_MORE: Final = (
    mark("Somebody does not want to live any more"),
    mark("Do not leave them alone. Call together."),
)
_TALK: Final = (mark("Somebody needs to talk"), mark("It is open day and night."))
# Sources: 112.nl, veiligthuis.nl, 113.nl; 112.be, 1712.be, zelfmoord1813.be, tele-onthaal.be, 1733.be (2026).
NATIONAL: Final[Mapping[str, tuple[CallLine, ...]]] = {
    "NL": (
        EMERGENCY,
        _DOCTOR,
        _ships(*_AT_HOME, "Veilig Thuis", "0800 2000"),
        _ships(*_NO_MORE, "113 Zelfmoordpreventie", "113 / 0800 0113"),
    ),
    "BE": (
        EMERGENCY,
        replace(_DOCTOR, phone="1733"),
        _ships(*_AT_HOME, "1712", "1712"),
        _ships(*_NO_MORE, "Zelfmoordlijn", "1813"),
        _ships(*_TALK, "Tele-Onthaal", "106"),
    ),
}
_CONFIDANT: Final = (mark("It is about a host or the coordinator"), mark("Nothing is written down here. Call."))


def about_a_host(who: str, phone: str) -> tuple[CallLine, ...]:
    """Give whom to call about a host or the coordinator, nothing while the room named nobody."""
    if not phone:
        return ()
    # Only the name is the room's own; it is no message id, so it is said as it is.
    return (_ships(*_CONFIDANT, who, phone),)


def guide(
    country: str,
    own: Iterable[CallLine],
    filled: Mapping[str, str],
    confidant: tuple[CallLine, ...],
    places: Sequence[HousePlace],
) -> CallGuide:
    """Put the guide in its order; `filled` holds the room's numbers for what ships, by key."""
    first, *rest = NATIONAL[country]
    known = (replace(line, phone=filled.get(line.key, line.phone)) if line.key else line for line in rest)
    return CallGuide((first, *own, *confidant, *known), tuple(places))


def fits(typed: str, text: str) -> bool:
    """Tell whether each word typed begins a word of a text, or the digits typed stand in its numbers."""
    known = words(text)
    digits = "".join(char for char in text if char.isdigit())
    return all(
        any(word.startswith(part) for word in known) or (part.isdigit() and part in digits) for part in words(typed)
    )


def kept_line(line: CallLine) -> CallLine:
    """Give an agreement as it is kept; raises `RefusedError` without a situation or a number, or for long texts."""
    situation = one_line(line.situation)
    if not situation:
        raise RefusedError("Type what the situation is first.")
    return CallLine(situation, one_line(line.step, _LONGEST_STEP), one_line(line.who), phone_number(line.phone))


def kept_place(spot: HousePlace) -> HousePlace:
    """Give a place as it is kept; raises `RefusedError` when it does not say where, or for long texts."""
    place = one_line(spot.place)
    if not place:
        raise RefusedError("Type where it is first.")
    return HousePlace(spot.kind, one_line(spot.what), place)
