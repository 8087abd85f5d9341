"""How the list "bel terug" is put together, and how long names stay on it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.wishes.telling.records import ToTell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.wishes.telling.records import News, Telling

# Names of who was told go after 30 days, as those at an occurrence do. Source: the rules for privacy, point 2.
KEPT_NAMES: Final = timedelta(days=30)


def together(tellings: Iterable[Telling]) -> list[ToTell]:
    """Group a list: who is told several things stands with all of them, first; then one thing with all who are told.

    The same person is the same name with the same way to reach them. Within a group the order stays, those without a
    name last.
    """
    found = list(tellings)
    of_person: dict[tuple[str, str], list[Telling]] = {}
    for one in found:
        if one.name or one.contact:
            of_person.setdefault((one.name, one.contact), []).append(one)
    several = {who: lines for who, lines in of_person.items() if len({one.news for one in lines}) > 1}
    groups = [ToTell(tuple(lines), *who) for who, lines in several.items()]
    of_news: dict[News, list[Telling]] = {}
    for one in found:
        if (one.name, one.contact) not in several:
            of_news.setdefault(one.news, []).append(one)
    groups += [
        ToTell(tuple(sorted(lines, key=lambda one: not (one.name or one.contact)))) for lines in of_news.values()
    ]
    return groups


def check_told(persons: int | None, waiting: int) -> int:
    """Give how many of those who wait were told (None: all); raises `RefusedError` for more or none."""
    if persons is None:
        return waiting
    if not 1 <= persons <= waiting:
        raise RefusedError("How many people? Between 1 and {most}.", most=waiting)
    return persons
