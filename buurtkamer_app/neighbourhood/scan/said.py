"""The scan in plain words: what each characteristic is about, what 1 and 5 mean, and from where one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from buurtkamer_app.base.i18n import language, mark
from buurtkamer_app.base.terms_around import Characteristic, Respondent

if TYPE_CHECKING:
    from collections.abc import Mapping


class Said(NamedTuple):
    """Message ids: the name of a characteristic, what is asked, what 1 means and what 5 means."""

    name: str
    asked: str
    lowest: str
    highest: str


CHARACTERISTICS: Final[Mapping[Characteristic, Said]] = {
    Characteristic.OPEN: Said(
        mark("Open to each other"),
        mark("Do people greet each other, and is there room for everybody?"),
        mark("people keep to their own"),
        mark("everybody belongs"),
    ),
    Characteristic.MATTER: Said(
        mark("Something to do"),
        mark("Is there something to do for everybody who wants to mean something?"),
        mark("nobody asks you anything"),
        mark("everybody can help with something"),
    ),
    Characteristic.RESOURCES: Said(
        mark("All join in"),
        mark("Do clubs, churches, shops, schools and services join in?"),
        mark("each on their own"),
        mark("they all add something"),
    ),
    Characteristic.CUSTOMS: Said(
        mark("Knowing what to do"),
        mark("When somebody is doing less well, do people here know what to do?"),
        mark("nobody knows it"),
        mark("we agreed, and we do it"),
    ),
    Characteristic.SAFETY: Said(
        mark("Safe together"),
        mark("Do you feel safe, and do you know whom to ask if not?"),
        mark("not safe, and alone with it"),
        mark("safe, and I know whom to call"),
    ),
}
ROLES: Final[Mapping[Respondent, str]] = {
    Respondent.RESIDENT: mark("resident"),
    Respondent.VOLUNTEER: mark("volunteer"),
    Respondent.PROFESSIONAL: mark("professional"),
    Respondent.PARTNER: mark("from a partner"),
}
ROLES_TOGETHER: Final[Mapping[Respondent, str]] = {
    Respondent.RESIDENT: mark("Residents"),
    Respondent.VOLUNTEER: mark("Volunteers"),
    Respondent.PROFESSIONAL: mark("Professionals"),
    Respondent.PARTNER: mark("Partners"),
}


def tenths(value: int | None) -> str:
    """Say an average as it is read here: `3,4`; a dash when nobody gave a score."""
    if value is None:
        return "\u2013"
    point = "." if language().startswith("en") else ","
    return f"{value // 10}{point}{value % 10}"
