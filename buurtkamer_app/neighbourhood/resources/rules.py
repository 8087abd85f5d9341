"""What can be kept of a resource, how one is found, and in which order they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import search_terms, words
from buurtkamer_app.base.lines import one_line, phone_number
from buurtkamer_app.base.terms_around import ResourceKind
from buurtkamer_app.neighbourhood.resources.records import Entry, Resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LONGEST: Final = 400
# What the kind of a partner of the room says of what it is here; any other is a service.
_PARTNERS: Final[Mapping[str, ResourceKind]] = {
    "association": ResourceKind.ASSOCIATION,
    "faith": ResourceKind.CHURCH,
    "shop": ResourceKind.SHOP,
    "school": ResourceKind.SCHOOL,
    "residents": ResourceKind.RESIDENT,
}


def kept_resource(given: Resource) -> Resource:
    """Give a resource as it is kept; raises `RefusedError` without a name, for a wrong number or long texts."""
    name = one_line(given.name)
    if not name:
        raise RefusedError("Type a name first.")
    return Resource(
        given.kind,
        name,
        one_line(given.adds, _LONGEST),
        one_line(given.contact),
        phone_number(given.phone) if given.phone.strip() else "",
        one_line(given.address),
        given.partner_id,
    )


def kind_of_partner(kind: str) -> ResourceKind:
    """Give what a partner of the room is among all that there is."""
    return _PARTNERS.get(kind, ResourceKind.SERVICE)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Give them by kind, in each by name in plain letters."""
    kinds = list(ResourceKind)
    return sorted(entries, key=lambda entry: (kinds.index(entry.it.kind), words(entry.it.name), entry.it.name))


def found(typed: str, entries: Iterable[Entry]) -> list[Entry]:
    """Give those that fit what was typed, as their name can be typed in plain letters; names that begin so first.

    Each word typed begins a word of the name, of what they add, of the contact or the street; digits fit a number.
    """
    parts = words(typed)
    whole = "".join(parts)
    those = [entry for entry in entries if whole in _starts(entry.it.name, whole) or _fits(parts, entry.it)]
    return sorted(those, key=lambda entry: not "".join(words(entry.it.name)).startswith(whole))


def _starts(name: str, whole: str) -> set[str]:
    return {term[: len(whole)] for term in search_terms(name).split()}


def _fits(parts: list[str], it: Resource) -> bool:
    known = [word for text in (it.name, it.adds, it.contact, it.address) for word in words(text)]
    digits = "".join(char for char in it.phone if char.isdigit())
    return all(any(word.startswith(part) for word in known) or (part.isdigit() and part in digits) for part in parts)
