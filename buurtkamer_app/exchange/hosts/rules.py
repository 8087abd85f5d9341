"""What bringing in a list of hosts would do: who is new, what changes of whom, what cannot be and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import phone_number
from buurtkamer_app.exchange.hosts.records import WEEKDAYS, FoundHost, HostLine, Kind, Unread
from buurtkamer_app.exchange.tables.columns import Field
from buurtkamer_app.people.cards.rules import check_birthday
from buurtkamer_app.people.rules import kept_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from uuid import UUID


_SHORT: Final = 60  # letters of a name that cannot be one


@dataclass(frozen=True, slots=True)
class Known:
    """A host on record, as a line of a file would say it; `host` is their key."""

    host: UUID
    line: HostLine


def compare(lines: Iterable[tuple[int, HostLine | Unread]], known: Mapping[str, Known]) -> list[FoundHost]:
    """Give what each line does; `known` are the hosts on record by their name in small letters."""
    found: list[FoundHost] = []
    names: set[str] = set()
    for number, line in lines:
        if isinstance(line, Unread):
            found.append(FoundHost(number, Kind.CANNOT, line.name[:_SHORT].strip(), why=line.why))
            continue
        one = _found(number, line, known)
        if one.kind is not Kind.CANNOT and one.name.casefold() in names:
            why = RefusedError("{name} stands in the file twice.", name=one.name)
            one = FoundHost(number, Kind.CANNOT, one.name, why=why)
        names.add(one.name.casefold())
        found.append(one)
    return found


def _found(number: int, line: HostLine, known: Mapping[str, Known]) -> FoundHost:
    try:
        kept = _kept(line)
    except RefusedError as why:
        return FoundHost(number, Kind.CANNOT, line.name[:_SHORT].strip(), why=why)
    ours = known.get(kept.name.casefold())
    if ours is None:
        return FoundHost(number, Kind.NEW, kept.name, kept)
    changes = tuple(_changes(kept, ours.line))
    return FoundHost(number, Kind.CHANGED if changes else Kind.SAME, ours.line.name, kept, ours.host, changes)


def _kept(line: HostLine) -> HostLine:
    """Give a line as it would be kept; raises `RefusedError` for what cannot be."""
    name = kept_name(line.name)
    check_birthday(name, line.birthday)
    if len({(weekday, part) for weekday, part, _ in line.times}) < len(line.times):
        raise RefusedError("{name}: the same part of a day stands there twice.", name=name)
    return HostLine(
        name,
        phone_number(line.phone) if line.phone else None,
        line.birthday,
        line.experience,
        line.most_a_week,
        line.team_member,
        line.lives_near,
        tuple(sorted(line.times)),
        line.weekdays,
    )


def _changes(line: HostLine, ours: HostLine) -> Iterator[Field]:
    said = {
        Field.PHONE: (line.phone, ours.phone),
        Field.BIRTHDAY: (line.birthday, ours.birthday),
        Field.EXPERIENCE: (line.experience, ours.experience),
        Field.MOST: (line.most_a_week, ours.most_a_week),
        Field.TEAM: (line.team_member, ours.team_member),
        Field.NEAR: (line.lives_near, ours.lives_near),
    }
    yield from (field for field, (told, known) in said.items() if told is not None and told != known)
    differ = {weekday for weekday, _, _ in set(line.times) ^ set(ours.times)}
    yield from (field for field in WEEKDAYS if int(field) in differ.intersection(line.weekdays))
