"""The card of a host: what the coordinator keeps of them, and of what of it something is due."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.terms import Experience
    from buurtkamer_app.people.records import Host


class Standing(enum.StrEnum):
    """How something with an end date stands: it holds, it ends within eight weeks, it is over."""

    HOLDS = "holds"
    SOON = "soon"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Skill:
    """Something that a host can lead or teach, in words."""

    id: UUID
    words: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate, since when they have it and until when it holds (None: for ever)."""

    id: UUID
    name: str
    got_on: date
    until: date | None
    standing: Standing = Standing.HOLDS


@dataclass(frozen=True, slots=True)
class HouseKey:
    """A key of the house, who has it since when, and when it came back; `left` when they are no host any more."""

    id: UUID
    number: str
    host: UUID
    host_name: str
    out_on: date
    back_on: date | None = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class Birthday:
    """The coming birthday of a host who wants it known; how old they are is not kept."""

    host: UUID
    name: str
    on: date


@dataclass(frozen=True, slots=True)
class Working:
    """How a host works with us: experience, most shifts in a week, member of the neighbourhood team, lives near."""

    experience: Experience
    most_a_week: int
    team_member: bool
    lives_near: bool


@dataclass(frozen=True, slots=True)
class Card:
    """All that is kept of a host; of the VOG only two dates, of a birthday only day and month.

    `birth_year` is only asked of who takes an allowance and is young: below 21 the amount differs.
    """

    host: Host
    phone: str = ""
    phone_on_list: bool = True
    birthday: tuple[int, int] | None = None
    wants_allowance: bool = False
    birth_year: int | None = None
    first_talk_on: date | None = None
    agreed_on: date | None = None
    vog_seen_on: date | None = None
    vog_renew_on: date | None = None
    vog: Standing | None = None
    skills: tuple[Skill, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    keys: tuple[HouseKey, ...] = ()

    @property
    def due(self) -> Standing:
        """Give the worst of how the VOG and the certificates stand."""
        standing = [self.vog or Standing.HOLDS, *(one.standing for one in self.certificates)]
        return max(standing, key=list(Standing).index)


@dataclass(frozen=True, slots=True)
class Proofs:
    """What a host may do that asks a VOG or a certificate: until when each counts.

    `vog_until` is None when no VOG was seen; a certificate's None is for ever. Both days count themselves.
    """

    vog_until: date | None = None
    shows: tuple[tuple[str, date | None], ...] = ()

    def has_vog(self, on: date) -> bool:
        """Tell whether a VOG was seen that counts on a day."""
        return self.vog_until is not None and on <= self.vog_until

    def has_certificate(self, name: str, on: date) -> bool:
        """Tell whether they have a certificate, whatever its capitals, that holds on a day."""
        return any(held.casefold() == name.casefold() and (until is None or on <= until) for held, until in self.shows)

    def allow(self, on: date, *, asks_vog: bool, asks: str) -> bool:
        """Tell whether they may do on a day what asks a VOG or a certificate (empty: none)."""
        return (self.has_vog(on) or not asks_vog) and (not asks or self.has_certificate(asks, on))


NO_PROOFS: Final = Proofs()
