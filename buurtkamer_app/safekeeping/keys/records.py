"""What goes in and out of the keys of the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.base.terms_keys import HeldAs, WhyRenewed


@dataclass(frozen=True, slots=True)
class NewHolder:
    """Who is to hold a key: a host, or somebody else by name."""

    name: str = ""
    host: UUID | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """A key that somebody holds; `name` is empty when nobody wrote down whose it is."""

    slot: UUID
    held_as: HeldAs
    made_on: date
    name: str = ""
    host: UUID | None = None


@dataclass(frozen=True, slots=True)
class Renewal:
    """When the data got another key, and why."""

    at: datetime
    why: WhyRenewed


@dataclass(frozen=True, slots=True)
class Keys:
    """How the keys of the data stand.

    `few`: fewer than two people can open the room. `due`: somebody's key went and the data still has the key of then.
    `code_on` is the day of the recovery code. Without `real` there are none: a practice room, or a server.
    """

    real: bool
    holders: tuple[Holder, ...] = ()
    few: bool = False
    due: bool = False
    code_on: date | None = None
    renewed: Renewal | None = None
