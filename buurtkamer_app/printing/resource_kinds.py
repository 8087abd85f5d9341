"""How each kind of what there is looks: its pictogram, its colour and its word, on screen and on paper alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms_around import ResourceKind

if TYPE_CHECKING:
    from collections.abc import Mapping


class Look(NamedTuple):
    """The name of an icon, a colour at least 7:1 against white, and message ids: of one, and of several."""

    icon: str
    colour: str
    one: str
    several: str


KINDS: Final[Mapping[ResourceKind, Look]] = {
    ResourceKind.ASSOCIATION: Look("people-group", "#5b3a8c", mark("club"), mark("Clubs")),
    ResourceKind.CHURCH: Look("dove", "#7f4507", mark("faith"), mark("Churches and mosques")),
    ResourceKind.SERVICE: Look("hands-holding-circle", "#0b5563", mark("service"), mark("Services")),
    ResourceKind.SHOP: Look("shop", "#a0303c", mark("shop"), mark("Shops")),
    ResourceKind.SCHOOL: Look("school", "#1f4e8c", mark("school"), mark("Schools")),
    ResourceKind.RESIDENT: Look("user", "#2a602a", mark("active resident"), mark("Active residents")),
    ResourceKind.PLACE: Look("tree", "#4a4f57", mark("place to be"), mark("Places to be")),
}
